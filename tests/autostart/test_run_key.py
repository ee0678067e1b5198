"""The Run key of Windows, over a registry that is a dictionary here."""

import sys
from pathlib import PureWindowsPath

import pytest

from qtdesk.autostart.run_key import RunKey
from qtdesk.core.errors import AutostartError
from qtdesk.core.ports import Autostart
from tests.autostart.registry_values import Values
from tests.contracts.autostart_contract import AutostartContract

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
OF_OUR_OWN = r"Software\qtdesk tests"
"""A key that starts nothing."""
COMMAND = (r"C:\Program Files\qtdesk\qtdesk.exe", "--at-login")


class TestRunKey(AutostartContract):
    @pytest.fixture
    def autostart(self) -> Autostart:
        return RunKey(Values(), lambda: COMMAND)

    @pytest.fixture
    def refusing(self) -> Autostart:
        values = Values()
        values.refuses = True
        return RunKey(values, lambda: COMMAND)


def test_the_command_is_quoted() -> None:
    values = Values()
    folder = str(PureWindowsPath("D:/小店 数据"))
    RunKey(values, lambda: (*COMMAND, "--data-dir", folder)).enable()
    assert values.values[RUN, "qtdesk"] == (
        r'"C:\Program Files\qtdesk\qtdesk.exe" --at-login --data-dir "D:\小店 数据"'
    )


@pytest.mark.parametrize(("first", "enabled"), [(2, True), (6, True), (3, False)])
def test_the_task_manager_s_switch_counts(first: int, enabled: bool) -> None:
    values = Values()
    autostart = RunKey(values, lambda: COMMAND)
    autostart.enable()
    values.values[APPROVED, "qtdesk"] = bytes((first, *[0] * 11))
    assert autostart.enabled() is enabled
    autostart.enable()
    assert autostart.enabled()


def test_a_command_that_windows_would_not_run() -> None:
    values = Values()
    with pytest.raises(AutostartError, match="260") as caught:
        RunKey(values, lambda: ("C:\\" + "x" * 260,)).enable()
    assert str(caught.value.hint)
    assert values.values == {}


if sys.platform == "win32":
    from qtdesk.autostart.run_key import UserRegistry

    def test_the_registry_itself_keeps_and_forgets() -> None:
        registry = UserRegistry()
        assert registry.read(OF_OUR_OWN, "qtdesk") is None
        registry.write(OF_OUR_OWN, "qtdesk", '"C:\\小店\\qtdesk.exe" --at-login')
        try:
            kept = registry.read(OF_OUR_OWN, "qtdesk")
            assert kept == '"C:\\小店\\qtdesk.exe" --at-login'
        finally:
            registry.delete(OF_OUR_OWN, "qtdesk")
        assert registry.read(OF_OUR_OWN, "qtdesk") is None
        registry.delete(OF_OUR_OWN, "qtdesk")
