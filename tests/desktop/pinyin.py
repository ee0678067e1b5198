"""A real input method, IBus with libpinyin, for the programs of a test."""

import subprocess
from types import TracebackType
from typing import Self

from tests.desktop.programs import Workplace, private
from tests.desktop.waiting import DEADLINE_S, wait_for

ENGINE = "/usr/libexec/ibus-engine-libpinyin"
MEMORY = "/usr/libexec/ibus-memconf"


class Pinyin:
    """A daemon with the pinyin engine in use; use it in a `with`."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._own = {**private(place.home("ibus")), **place.bus.env}

    @property
    def env(self) -> dict[str, str]:
        """The environment of programs that are typed into with pinyin."""
        return {
            **self._place.bus.env,
            "QT_IM_MODULE": "ibus",
            "GTK_IM_MODULE": "ibus",
            "XDG_CONFIG_HOME": self._own["XDG_CONFIG_HOME"],  # has its address
        }

    def __enter__(self) -> Self:
        self._daemon = self._place.server.start(
            ["ibus-daemon", "--replace", "--panel", "disable", "--config", MEMORY],
            env=self._own,
        )
        self.use("libpinyin")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._place.server.stop(self._daemon)

    def use(self, engine: str) -> None:
        """Let another engine make texts out of keys, such as `xkb:us::eng`."""

        def is_on() -> bool:
            # How it ends tells about the keyboard layout too, which does not matter.
            self._engine(engine)
            return self._engine() == engine

        wait_for(is_on, f"the engine {engine}")

    def _engine(self, *chosen: str) -> str:
        ran = subprocess.run(
            ["ibus", "engine", *chosen],
            env={**self._place.server.env, **self._own},
            capture_output=True,
            check=False,
            text=True,
            timeout=DEADLINE_S,
        )
        return ran.stdout.strip()
