"""The command line, run within the test, over a data folder of its own."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from qtdesk import ipc, paths
from qtdesk.autostart import run_key
from qtdesk.cli.main import main
from qtdesk.core.errors import SettingsError
from qtdesk.core.words import Words
from qtdesk.platforms.session import ACTIVATION_TOKEN
from tests.autostart.registry_values import Values
from tests.ipc.application import running

BOOK = """\
format: 1
id: shop
title: 小店
locale: zh-CN
version: "1"
stages:
  - key: greet
    title: 招呼
    situations:
      - title: 进店
        phrases:
          - id: hello
            title: 欢迎😀光临
            code: HY
            text: 亲，您好～
  - key: ship
    title: 物流
    situations:
      - title: 发货
        phrases:
          - id: when
            title: 发货时间
            code: FH1
            tags: [常用]
            text: 亲，今天发货。
          - id: where
            title: 发货地
            code: fh2
            text: 亲，您的货从杭州发出，单号 {快递单号}。
"""


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def jsons(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "shop.yaml"
    path.write_text(BOOK, "utf-8")
    return path


@pytest.fixture
def registry() -> Values:
    """What Windows' registry holds in this test, and not the developer's own."""
    return Values()


@pytest.fixture
def data(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: Any,
    registry: Values,
) -> Path:
    """A data folder; the running instance is looked for in a folder of the test."""
    runtime = tmp_path_factory.mktemp("run")
    for variable in ("XDG_RUNTIME_DIR", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(runtime))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr(run_key, "UserRegistry", lambda: registry, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "data"


@pytest.fixture
def run(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    monkeypatch.delenv(ACTIVATION_TOKEN, raising=False)

    def run_command(*arguments: str) -> Ran:
        capsys.readouterr()
        try:
            code = main(["--data-dir", str(data), *arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        return Ran(code, *capsys.readouterr())

    return run_command


class Instance:
    """What a running application would be asked, and what it answers."""

    def __init__(self) -> None:
        self.requests: list[ipc.Message] = []
        self.status: ipc.Message = {"ready": True, "version": "1", "pid": 7}
        self.findings: list[dict[str, str]] = []
        self.refused: set[str] = set()
        self.ready_after = 0
        """How many questions for the status find it not ready."""

    def answer(self, request: ipc.Message) -> ipc.Message:
        self.requests.append(request)
        if request["do"] in self.refused:
            raise SettingsError(Words("That is not known."))
        if request["do"] == "doctor":
            return {"findings": self.findings}
        if request["do"] != "status":
            return {}
        self.ready_after -= 1
        return {**self.status, "ready": self.ready_after < 0}


@pytest.fixture
def instance(data: Path) -> Iterator[Instance]:
    told = Instance()
    made: Callable[..., Any] = ipc.Server
    with running(made, paths.runtime_address(data), told.answer):
        yield told
