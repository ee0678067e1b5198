"""Packs as a lead writes them, with everything that can be wrong in one."""

from pathlib import Path

import pytest

from qtdesk import paths
from qtdesk.core.lint import PACK_TITLES, REASONS, Level, Platform
from qtdesk.core.wording import PackReading
from qtdesk.formats.lint_packs import read_packs
from tests.core.lint.shipped_packs import reading as shipped_reading

SHIPPED = paths.resources() / "lint"
GOOD = """\
id: ours
title: 本店不说的话
level: block
in_book: warn
off_on: own-site, wechat-shop
as_of: 2026-11
source: 店规
squeezed: yes
warnings: 是
rules:
  - reason: rude
    advice: 换个说法
    words:
      - 词一 → 词二
      - 词三 -> ∅
      - 词四
except: [词四五]
"""


def read(folder: Path, text: str, name: str = "ours") -> PackReading:
    (folder / f"{name}.yaml").write_text(text, "utf-8")
    return read_packs([folder])


def test_a_pack(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD)
    assert found.problems == ()
    (pack,) = found.packs.packs
    assert (pack.id, str(pack.title), pack.source) == ("ours", "本店不说的话", "店规")
    assert (pack.level, pack.in_book, pack.as_of) == (
        Level.BLOCK,
        Level.WARN,
        "2026-11",
    )
    assert pack.levels == {
        Platform.OWN_SITE: Level.OFF,
        Platform.WECHAT_SHOP: Level.OFF,
    }
    assert (pack.squeezed, pack.warnings, pack.optional) == (True, True, False)
    assert [(rule.pattern.source, rule.better) for rule in pack.rules] == [
        ("词一", "词二"),
        ("词三", ""),
        ("词四", None),
    ]
    assert {str(rule.why) for rule in pack.rules} == {str(REASONS["rude"].why)}
    assert {str(rule.advice) for rule in pack.rules} == {"换个说法"}
    assert [each.source for each in pack.exceptions] == ["词四五"]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("词一 → 词二", "…词一", 14, "does not begin with a word"),
        ("- 词四", '- "{词|四"', 16, "cannot be read"),
        ("except: [词四五]", "except: [<link>]", 17, "does not begin"),
        ("reason: rude", "reason: rood", 11, "no reason “rood”"),
        ("level: block", "level: hard", 3, "cannot be “hard”"),
        ("off_on: own-site", "off_on: ownsite", 5, "cannot be “ownsite”"),
        ("as_of: 2026-11", "as_of: 2026-13", 6, "cannot be “2026-13”"),
        ("as_of: 2026-11\n", "", 1, "“as_of” is missing"),
        ("squeezed: yes", "squeezd: yes", 8, "no key “squeezd”"),
        ("    words:", "    word:", 13, "no key “word”"),
    ],
)
def test_a_fault_names_its_line(
    tmp_path: Path, old: str, new: str, line: int, what: str
) -> None:
    assert old in GOOD
    found = read(tmp_path, GOOD.replace(old, new, 1))
    (problem,) = found.problems
    assert problem.line == line
    assert what in str(problem.what)
    assert problem.file.endswith("ours.yaml")
    assert not problem.fatal
    (pack,) = found.packs.packs
    assert pack.id == "ours"


def test_one_bad_word_hides_no_other(tmp_path: Path) -> None:
    (pack,) = read(tmp_path, GOOD.replace("词四\n", "…\n", 1)).packs.packs
    assert [rule.pattern.source for rule in pack.rules] == ["词一", "词三"]


@pytest.mark.parametrize("text", ["- a\n", "a: [\n", "", "id: x: y\n"])
def test_a_file_that_is_no_pack_leaves_the_others(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    found = read(tmp_path, GOOD)
    assert [problem.fatal for problem in found.problems] == [True]
    assert [pack.id for pack in found.packs.packs] == ["ours"]


def test_a_pack_without_an_id(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD.replace("id: ours\n", ""))
    assert found.packs.packs == ()
    assert "“id” is missing" in str(found.problems[0].what)


def test_a_file_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").mkdir()
    found = read_packs([tmp_path])
    assert found.packs.packs == ()
    assert "cannot be read" in str(found.problems[0].what)


def test_a_later_folder_stands_in_and_a_missing_one_is_none(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    read(first, GOOD)
    read(second, GOOD.replace("level: block", "level: note"))
    read(second, GOOD.replace("id: ours", "id: more"), name="more")
    found = read_packs([first, tmp_path / "none", second])
    assert [(pack.id, pack.level) for pack in found.packs.packs] == [
        ("ours", Level.NOTE),
        ("more", Level.BLOCK),
    ]


def test_the_shipped_packs_have_no_fault_and_say_what_they_are_based_on() -> None:
    assert shipped_reading().problems == ()
    packs = shipped_reading().packs.packs
    assert {pack.id for pack in packs} == set(PACK_TITLES)
    for pack in packs:
        assert pack.title == PACK_TITLES[pack.id]
        assert pack.source
        assert pack.as_of >= "2026-11"
        assert all(rule.why and rule.advice for rule in pack.rules)


def test_every_reason_is_in_use() -> None:
    packs = shipped_reading().packs.packs
    used = {str(rule.why) for pack in packs for rule in pack.rules}
    assert used == {str(reason.why) for reason in REASONS.values()}


def test_a_pack_without_rules_only_weighs_ours_otherwise(tmp_path: Path) -> None:
    (tmp_path / "rude.yaml").write_text(
        "id: rude\nlevel: block\nnote_on: own-site\n", "utf-8"
    )
    (tmp_path / "medical.yaml").write_text("id: medical\noptional: no\n", "utf-8")
    (tmp_path / "blame.yaml").write_text("id: blame\nlevel: loud\n", "utf-8")
    ours = {pack.id: pack for pack in read_packs([SHIPPED]).packs.packs}
    reading = read_packs([SHIPPED, tmp_path])
    packs = {pack.id: pack for pack in reading.packs.packs}
    assert list(map(str, packs["rude"].rules)) == list(map(str, ours["rude"].rules))
    assert (packs["rude"].level, packs["rude"].in_book) == (Level.BLOCK, Level.BLOCK)
    assert packs["rude"].levels[Platform.OWN_SITE] is Level.NOTE
    assert packs["rude"].warnings == ours["rude"].warnings
    assert not packs["medical"].optional
    assert packs["blame"].level is ours["blame"].level
    (problem,) = reading.problems
    assert (problem.file, problem.line) == (str(tmp_path / "blame.yaml"), 2)
