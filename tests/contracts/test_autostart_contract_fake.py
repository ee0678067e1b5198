import pytest

from qtdesk.core.ports import Autostart
from tests.contracts.autostart_contract import AutostartContract
from tests.fakes import FakeAutostart


class TestFake(AutostartContract):
    @pytest.fixture
    def autostart(self) -> Autostart:
        return FakeAutostart()

    @pytest.fixture
    def refusing(self) -> Autostart:
        made = FakeAutostart()
        made.refuses = True
        return made
