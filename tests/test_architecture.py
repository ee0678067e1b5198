"""The layers, the sizes and the manners of the source tree, kept by machine."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
CEILING = 300


def modules() -> Iterator[Path]:
    """Every module but the tests, whose names speak for them."""
    for folder in ("qtdesk", "bench", "docs", "torture", "requirements"):
        yield from sorted((ROOT / folder).rglob("*.py"))
    yield ROOT / "dev.py"


def tracked_texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the repository, also those not yet committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        if not path.is_file() or path.is_symlink():
            continue
        content = path.read_bytes()
        if b"\0" not in content:
            yield path, content.decode(errors="replace")


def test_the_layers_hold(capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert not broken, capsys.readouterr().out


def test_the_command_line_never_loads_qt() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, qtdesk.cli.main; print(sorted(sys.modules))",
        ],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    loaded = ast.literal_eval(told.stdout)
    assert "qtdesk.cli.main" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6"))]


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if (content := path.read_text(encoding="utf-8").strip())
        and not ast.get_docstring(ast.parse(content))
    ]
    assert silent == []


def test_every_module_is_short_enough_to_read() -> None:
    lengths = {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n")
        for path in modules()
    }
    assert {name: size for name, size in lengths.items() if size > CEILING} == {}


def test_the_repository_names_no_registry_and_no_machine() -> None:
    hosts = (
        "py" + "pi.org",
        "python" + "hosted.org",
        "npmjs" + ".org",
        "debian" + ".org",
    )
    places = re.compile(r"(?<![\w.~])/(?:work|root|home)/\w|/tmp/[\w]")
    found = [
        f"{path.relative_to(ROOT)}: {hit}"
        for path, text in tracked_texts()
        if path != Path(__file__)
        for hit in [
            *(host for host in hosts if host in text),
            *places.findall(text),
        ]
    ]
    assert found == []
