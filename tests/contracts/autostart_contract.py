"""What every `Autostart` does, whatever the system.

A test class mixes `AutostartContract` in and gives it an `autostart` fixture that is
switched off, and a `refusing` one on a system that does not let us.
"""

import pytest

from qtdesk.core.errors import AutostartError
from qtdesk.core.ports import Autostart


class AutostartContract:
    def test_it_is_what_was_said_last(self, autostart: Autostart) -> None:
        assert not autostart.enabled()
        autostart.enable()
        assert autostart.enabled()
        autostart.disable()
        assert not autostart.enabled()

    def test_saying_it_twice_is_harmless(self, autostart: Autostart) -> None:
        autostart.disable()
        autostart.enable()
        autostart.enable()
        assert autostart.enabled()
        autostart.disable()
        autostart.disable()
        assert not autostart.enabled()

    def test_a_refusal_has_words(self, refusing: Autostart) -> None:
        before = refusing.enabled()
        with pytest.raises(AutostartError) as caught:
            refusing.enable()
        assert str(caught.value.title)
        assert refusing.enabled() is before
