import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qtdesk.updates.address import write_address
from qtdesk.updates.statement import sign
from resources.packaging import sign_release
from tests.cli.conftest import Run
from tests.updates.release_server import ReleaseServer

KEY = Ed25519PrivateKey.generate()


def release_file(version: str) -> bytes:
    told = {
        "version": version,
        "expires": "9999-12-31",
        "page": "https://desk.example/get",
        "notes": {"en": ["Quicker."], "zh_CN": ["更快。"]},
    }
    return sign(told, KEY)


def test_a_newer_release(run: Run) -> None:
    with ReleaseServer() as server:
        server.says(release_file("99.0.0"))
        address = write_address(server.url, KEY.public_key().public_bytes_raw())
        given = ("--set", f"updates_from={address}", "updates", "check")
        told = run(*given, "--json", "--language", "zh_CN")
        assert told.code == 1
        assert told.json["standing"] == "newer_there"
        assert told.json["notes"] == ["更快。"]
        assert told.json["page"] == "https://desk.example/get"
        plain = run(*given).out.splitlines()
        assert plain[1:] == ["new\tQuicker.", "get it from\thttps://desk.example/get"]


def test_nothing_newer(run: Run) -> None:
    with ReleaseServer() as server:
        server.says(release_file("0.0.1"))
        address = write_address(server.url, KEY.public_key().public_bytes_raw())
        told = run("--set", f"updates_from={address}", "updates", "check", "--json")
        assert told.code == 0
        assert told.json["standing"] == "up_to_date"


def test_without_an_address(run: Run) -> None:
    told = run("updates", "check", "--json")
    assert told.code == 4
    assert told.json["error"]["title"]["template"] == "No address for updates is set."
    plain = run("updates", "check")
    assert plain.code == 4
    assert "No address for updates is set." in plain.err


def test_where_no_signature_can_be_checked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a Windows that is older than the library for signatures."""
    for name in [*sys.modules]:
        if name.startswith("qtdesk.updates"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    told = run("updates", "check", "--json")
    assert (told.code, told.json["standing"]) == (4, "unknown")
    title = told.json["error"]["title"]["template"]
    assert title == "Updates cannot be looked for on this computer."
    plain = run("updates", "check")
    assert (plain.code, plain.out) == (4, "")
    assert plain.err.startswith(f"qtdesk: {title}")


def test_what_a_publisher_signs_is_what_agents_read(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, file, notes = tmp_path / "key", tmp_path / "out.json", tmp_path / "notes.txt"
    notes.write_text("更快。\n更稳。\n", encoding="utf-8")
    publish = sign_release.main
    assert publish(["key", str(key)]) == 0
    if sys.platform != "win32":
        assert key.stat().st_mode & 0o077 == 0
    with pytest.raises(FileExistsError):
        publish(["key", str(key)])
    options = ["--version", "99.1.0", "--page", "https://desk.example/get"]
    options += ["--notes", f"zh_CN={notes}", "--out", str(file)]
    assert publish(["file", str(key), *options]) == 0
    with ReleaseServer() as server:
        server.says(file.read_bytes())
        capsys.readouterr()
        assert publish(["address", str(key), server.url]) == 0
        address = capsys.readouterr().out.strip()
        check = ("updates", "check", "--json", "--language", "zh_CN")
        told = run("--set", f"updates_from={address}", *check)
    assert told.json["version"] == "99.1.0"
    assert told.json["notes"] == ["更快。", "更稳。"]
