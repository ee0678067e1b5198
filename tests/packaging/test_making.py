import os
import runpy
import tarfile
import zipfile
from pathlib import Path

import pytest

from resources.packaging import make
from resources.packaging.as_python import run_module_asked_for

_RIGHTS = "no file there has the right to be executed"


def test_pins_for_windows_lose_their_markers() -> None:
    text = (
        "altgraph==0.17 \\\n    --hash=sha256:aa\n"
        "macholib==1.16 ; sys_platform == 'darwin' \\\n    --hash=sha256:bb\n"
        "pefile==2024.8 ; sys_platform == 'win32' \\\n    --hash=sha256:cc \\\n"
        "    --hash=sha256:dd\n"
    )
    lines = [line.split() for line in make.windows_pins(text).splitlines()]
    assert lines == [
        ["altgraph==0.17", "--hash=sha256:aa"],
        ["pefile==2024.8", "--hash=sha256:cc", "--hash=sha256:dd"],
    ]


@pytest.mark.parametrize(
    "system",
    [
        pytest.param(
            "linux", marks=pytest.mark.skipif(os.name == "nt", reason=_RIGHTS)
        ),
        "win32",
    ],
)
def test_the_portable_edition_has_its_mark(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make, "WORK", tmp_path / "work")
    folder = tmp_path / "dist" / "qtdesk"
    folder.mkdir(parents=True)
    (folder / "qtdesk").touch(mode=0o755)
    packed = make.pack(folder, system)
    assert packed.parent == folder.parent
    assert not (folder / "portable").exists()
    if system == "win32":
        with zipfile.ZipFile(packed) as archive:
            assert "qtdesk/portable" in archive.namelist()
    else:
        with tarfile.open(packed) as tar:
            assert tar.getmember("qtdesk/portable").isfile()
            assert tar.getmember("qtdesk/qtdesk").mode & 0o111


def test_links_are_not_counted_twice(tmp_path: Path) -> None:
    (tmp_path / "library").write_bytes(bytes(1024 * 1024))
    (tmp_path / "link").symlink_to("library")
    assert make.size_mib(tmp_path) == 1


def test_a_frozen_program_runs_its_own_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(runpy, "run_module", lambda name, **_: ran.append(name))
    assert run_module_asked_for(["qtdesk", "-m", "qtdesk.platforms.x11.holder"])
    assert not run_module_asked_for(["qtdesk", "-m", "http.server"])
    assert not run_module_asked_for(["qtdesk", "list"])
    assert ran == ["qtdesk.platforms.x11.holder"]
