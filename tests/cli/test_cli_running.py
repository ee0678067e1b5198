import time

import pytest

from tests.cli.conftest import Instance, Run

STATUS = {
    "ready": True,
    "version": "0.1.0",
    "pid": 7,
    "platform": "x11",
    "hotkeys": [
        {
            "name": "quick_panel",
            "combo": "ctrl+alt+space",
            "active": False,
            "paused": False,
            "problem": "Taken.",
        }
    ],
    "panel_open": False,
    "target": {"app": "pidgin"},
    "phrases": 3,
    "books": [
        {"id": "b", "title": "小店", "version": "1", "phrases": 3, "problems": 1}
    ],
    "last_paste": {
        "outcome": "pasted",
        "reason": "none",
        "fate": "restored",
        "app": "pidgin",
        "phrase": "b/p",
        "chord_ms": 9.0,
        "read_ms": 12.0,
    },
    "paste_under_way": False,
}


@pytest.mark.parametrize("command", ["show", "quit"])
def test_asked_of_the_running_instance(
    run: Run, instance: Instance, command: str
) -> None:
    ran = run(command)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert instance.requests == [{"v": 1, "do": command}]


@pytest.mark.parametrize("command", ["show", "status", "quit"])
def test_not_running(run: Run, command: str) -> None:
    ran = run(command)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "qtdesk: qtdesk is not running. Start it, then try again.\n"


def test_status_as_json(run: Run, instance: Instance) -> None:
    instance.status = STATUS
    ran = run("status", "--json")
    assert ran.code == 0
    assert ran.json == STATUS


def test_status_for_people(run: Run, instance: Instance) -> None:
    instance.status = STATUS
    assert run("status").out.splitlines() == [
        "qtdesk 0.1.0\tready\tpid 7",
        "platform\tx11",
        "hotkey\tctrl+alt+space\tnot active: Taken.",
        "book\t小店\t3 phrases\t1 problem",
        "target\tpidgin",
        "last paste\tpasted\tnone\tb/p",
    ]


def test_status_of_an_older_instance(run: Run, instance: Instance) -> None:
    instance.status = {}
    assert run("status").code == 0


def test_waits_until_it_is_ready(run: Run, instance: Instance) -> None:
    instance.ready_after = 3
    ran = run("status", "--wait-ready", "--json")
    assert ran.code == 0
    assert ran.json["ready"] is True
    assert len(instance.requests) == 4


def test_waits_no_longer_than_asked(run: Run, instance: Instance) -> None:
    instance.ready_after = 10**6
    ran = run("status", "--wait-ready", "1", "--json")
    assert ran.code == 4
    assert ran.json["ready"] is False
    assert "not ready yet" in ran.err


def test_waits_for_one_that_never_comes(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    ran = run("status", "--wait-ready", "0.05")
    assert ran.code == 3
    assert pauses


def test_a_refusal_is_printed_in_words(run: Run, instance: Instance) -> None:
    instance.refused.add("show")
    ran = run("show")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err == "qtdesk: That is not known.\n"
