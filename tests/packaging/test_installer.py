"""The installer's script, as far as it can be read without its compiler."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "resources" / "packaging" / "windows" / "qtdesk.iss"
TEXT = SCRIPT.read_text(encoding="utf-8")


def section(name: str) -> list[str]:
    """Its lines without comments."""
    found = re.search(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found, name
    lines = (line.strip() for line in found[1].splitlines())
    return [line for line in lines if line and not line.startswith((";", "#"))]


def setup() -> dict[str, str]:
    return dict(line.split("=", 1) for line in section("Setup"))


def test_no_administrator_is_needed() -> None:
    assert setup()["PrivilegesRequired"] == "lowest"
    assert setup()["DefaultDirName"].startswith("{autopf}")


def test_the_places_it_names_are_there_or_are_made_by_the_build() -> None:
    (files,) = section("Files")
    assert r"{#Root}\dist\qtdesk\*" in files
    root = SCRIPT.parent.joinpath("..", "..", "..").resolve()
    assert root == ROOT
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    for program in ("qtdesk", "qtdesk-cli"):
        assert f'program("{program}"' in spec
        assert f"{{app}}\\{program}.exe" in TEXT


def test_every_sentence_is_there_in_both_languages() -> None:
    sentences = [line.split("=", 1)[0].split(".") for line in section("CustomMessages")]
    by_language = {
        language: {name for found, name in sentences if found == language}
        for language in ("en", "zh_CN")
    }
    assert by_language["en"] == by_language["zh_CN"]
    used = set(re.findall(r"CustomMessage\('(\w+)'\)|\{cm:(\w+)\}", TEXT))
    assert {name for pair in used for name in pair if name} == by_language["en"]


def test_the_agent_s_data_goes_only_when_asked() -> None:
    code = "\n".join(section("Code"))
    deleting = code.index("DelTree")
    asking = code.index("SuppressibleMsgBox")
    assert asking < deleting
    assert "MB_DEFBUTTON2, IDNO) = IDYES then" in code[asking:deleting]
    assert "UninstallDelete" not in TEXT
