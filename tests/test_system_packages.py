"""The half of dev.py that knows the system: what is there, and how to get the rest."""

import platform
import sys
import tomllib
from pathlib import Path

import pytest

from requirements import system

NEEDS = tomllib.loads(
    Path(system.__file__).with_suffix(".toml").read_text(encoding="utf-8")
)


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux loader")
@pytest.mark.parametrize(
    ("proof", "there"),
    [
        ("libc.so.6", True),
        ("libnothing-of-this-name.so.1", False),
        ("sh", True),
        ("no-program-of-this-name", False),
        ("/etc/pass*", True),
        ("/etc/no-such-* | /etc/pass*", True),
        ("/etc/no-such-*", False),
    ],
)
def test_a_proof_is_looked_for_where_its_kind_is(proof: str, there: bool) -> None:
    assert system.is_there(proof) is there


@pytest.mark.parametrize("stage", ["run", "test", "windows"])
def test_every_need_has_a_package_in_every_family(stage: str) -> None:
    for need in NEEDS[stage]:
        assert need.keys() == {"proof", *system.INSTALLERS}, need


@pytest.mark.parametrize(
    ("told", "family"),
    [
        ({"ID": "debian"}, "debian"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "debian"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "fedora"),
        ({"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"}, "suse"),
        ({"ID": "arch"}, "arch"),
        ({"ID": "nixos"}, ""),
    ],
)
def test_distributions_are_known_by_their_kin(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, str], family: str
) -> None:
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: told)
    assert system.system_family() == family


def test_where_nothing_may_be_installed_the_command_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "system_family", lambda: "fedora")
    said: list[str] = []
    system.install_packages([NEEDS["run"][0]], said.append)
    assert capsys.readouterr().out.split() == [
        *("sudo", "dnf", "install", "xcb-util-cursor")
    ]
    assert len(said) == 1
