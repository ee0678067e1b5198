"""Words on their way to a buyer: stopped, mended, told, or let pass for a reason."""

import json
from pathlib import Path

import pytest

from qtdesk.bootstrap.on_request import read_lint_packs
from qtdesk.core.events import FormWanted, PanelWanted, PasteEnded, WordsNoted
from qtdesk.core.lint import Level
from qtdesk.core.living_phrases import Piece
from qtdesk.core.paste import Outcome, Reason
from qtdesk.core.proofreading import LetPass
from qtdesk.core.settings import Settings
from qtdesk.core.templates import Filled, Span, Unfilled
from qtdesk.core.worded import Worded
from qtdesk.core.wording import LONGEST, Wording
from tests.core.test_desk import Place
from tests.fake_books import FakeLibrary, book, phrase
from tests.shipped_wording import proof, shipped_wording

ELSEWHERE = "亲，加我微信 vx12345 给您便宜点"
CHEAPEST = "亲，这款最便宜，放心拍"
MENDED = "亲，这款便宜，放心拍"
HARMLESS = "在的，您说"


def place(**given: str) -> Place:
    texts = (ELSEWHERE, HARMLESS, CHEAPEST, "{ask:说明}，放心拍")
    phrases = (phrase(number, texts=(text,)) for number, text in enumerate(texts, 1))
    made = Place(FakeLibrary(shop=book(*phrases)), **given)
    made.desk.open()
    return made


def piece(made: Place, row: int, worded: Worded | None = None, **said: str) -> Piece:
    found = made.desk.books.shelf.books[0].phrases[row]
    answers = {want.key: said["said"] for want in made.desk.fill(found).wants}
    return Piece(found, answers, worded or Worded())


def paste(made: Place, *pieces: Piece) -> PasteEnded:
    made.desk.paste_all(pieces)
    made.clock.run_all()
    ended = made.last()
    assert isinstance(ended, PasteEnded)
    return ended


def noted(made: Place) -> list[WordsNoted]:
    return [event for event in made.events if isinstance(event, WordsNoted)]


# --- what is forbidden -----------------------------------------------------------


def test_a_forbidden_phrase_is_not_pasted_and_the_reason_is_told() -> None:
    made = place()
    result = paste(made, piece(made, 0)).result
    assert (result.outcome, result.reason) == (Outcome.NOTHING, Reason.INVALID)
    assert all(result.told)
    assert made.chat.received == []
    assert made.platform.clipboard.content.text != ELSEWHERE


def test_others_are_pasted_and_nobody_says_anything() -> None:
    made = place()
    assert paste(made, piece(made, 1)).result.outcome is Outcome.PASTED
    assert made.chat.received == [HARMLESS]
    assert noted(made) == []


def test_one_forbidden_piece_holds_the_whole_message_back() -> None:
    made = place()
    result = paste(made, piece(made, 1), piece(made, 0)).result
    assert result.outcome is Outcome.NOTHING
    assert made.chat.received == []


def test_it_may_still_be_copied_by_hand() -> None:
    made = place()
    made.desk.copy(made.desk.books.shelf.books[0].phrases[0])
    made.clock.run_all()
    assert made.platform.clipboard.content.text == ELSEWHERE


@pytest.mark.parametrize(
    "given",
    [
        {"wording": "off"},
        {"platform": "own-site"},
        {"wording_off": "offplatform，blame"},
    ],
)
def test_a_shop_that_may_say_so_pastes_it(given: dict[str, str]) -> None:
    made = place(**given)
    assert paste(made, piece(made, 0)).result.outcome is Outcome.PASTED


def test_what_is_answered_is_looked_at_too() -> None:
    made = place()
    assert (
        paste(made, piece(made, 3, said="加我微信")).result.outcome is Outcome.NOTHING
    )
    assert paste(made, piece(made, 3, said="在的")).result.outcome is Outcome.PASTED


# --- what is warned of, and the better wording ------------------------------------


def test_what_is_warned_of_is_pasted_and_told_where_nobody_saw_it() -> None:
    made = place()
    paste(made, piece(made, 2))
    assert made.chat.received == [CHEAPEST]
    (told,) = noted(made)
    assert told.why
    assert told.advice


def test_who_has_seen_it_is_not_told_again() -> None:
    made = place()
    paste(made, piece(made, 2, Worded(seen=True)))
    assert made.chat.received == [CHEAPEST]
    assert noted(made) == []


def test_the_better_wording_is_what_is_pasted_and_copied() -> None:
    made = place()
    better = piece(made, 2, Worded(better=True, seen=True))
    paste(made, better, piece(made, 1))
    assert made.chat.received == [f"{MENDED}\n{HARMLESS}"]
    made.desk.copy_all((better,))
    made.clock.run_all()
    assert made.platform.clipboard.content.text == MENDED


def test_a_better_wording_is_looked_at_once_more(tmp_path: Path) -> None:
    (tmp_path / "lint").mkdir()
    (tmp_path / "lint" / "own.yaml").write_text(
        "id: own\nas_of: 2026-11\nrules:\n  - why: w\n    words: [这边聊 → 加我微信]\n",
        "utf-8",
    )
    library = FakeLibrary(shop=book(phrase(1, texts=("这边聊，更便宜",))))
    made = Place(library)
    made.desk.proof.packs = Wording(lambda: read_lint_packs(tmp_path))
    made.desk.open()
    result = paste(made, piece(made, 0, Worded(better=True))).result
    assert result.outcome is Outcome.NOTHING
    assert paste(made, piece(made, 0)).result.outcome is Outcome.PASTED


def test_places_move_with_a_better_wording() -> None:
    text = "王小明，最便宜又顶级，发往北京"
    copied = (Span(0, 3), Span(text.index("北京"), len(text)))
    found = proof().found(Filled(text, copied=copied, cursor=len(text)))
    better = found.better
    assert better is not None
    assert better.text == "王小明，便宜又优质，发往北京"
    assert [better.text[slice(*span)] for span in better.copied] == ["王小明", "北京"]
    assert [better.text[slice(*span)] for span in found.changed] == ["便宜", "优质"]
    assert better.cursor == len(better.text)
    assert "便宜" not in repr(found)


# --- one click, one key, one code ---------------------------------------------------


def test_a_click_in_the_dock_opens_the_panel_for_what_is_forbidden() -> None:
    made = place()
    phrases = made.desk.books.shelf.books[0].phrases
    made.desk.paste_in_front(phrases[0])
    made.clock.run_all()
    assert made.last() == FormWanted(phrases[0])
    assert made.chat.received == []


def test_a_click_in_the_dock_pastes_what_is_warned_of_and_says_so() -> None:
    made = place()
    made.desk.paste_in_front(made.desk.books.shelf.books[0].phrases[2])
    made.clock.run_all()
    assert made.chat.received == [CHEAPEST]
    assert len(noted(made)) == 1


def test_a_typed_code_opens_the_panel_for_what_is_forbidden() -> None:
    made = place(abbreviations="on")
    made.desk.listening.start_abbreviations()
    assert made.platform.typing.type_code("c1") is not None
    made.clock.run_all()
    assert made.last() == PanelWanted(by_hotkey=False, query="c1")
    assert made.chat.received == []


# --- for a reason ------------------------------------------------------------------


def test_a_reason_lets_it_pass_where_the_settings_allow_that() -> None:
    made = place(wording_override="on")
    given = piece(made, 0, Worded(seen=True, reason=" 买家自己要的\n，主管同意 "))
    assert paste(made, given).result.outcome is Outcome.PASTED
    assert made.chat.received == [ELSEWHERE]
    (passed,) = made.desk.proof.passed
    assert passed.packs == "offplatform"
    assert (passed.phrase, passed.reason) == ("book/p1", "买家自己要的 ，主管同意")
    assert ELSEWHERE not in made.store.note("let_pass")


@pytest.mark.parametrize(
    ("given", "reason"), [({}, "因为"), ({"wording_override": "on"}, "  ")]
)
def test_without_leave_or_without_a_reason_it_does_not(
    given: dict[str, str], reason: str
) -> None:
    made = place(**given)
    result = paste(made, piece(made, 0, Worded(reason=reason))).result
    assert result.outcome is Outcome.NOTHING
    assert made.desk.proof.passed == ()


@pytest.mark.parametrize("damaged", ["{", "3", '[["a"]]', "[1]"])
def test_reasons_that_cannot_be_read_stop_nothing(damaged: str) -> None:
    made = place(wording_override="on")
    made.store.save_note("let_pass", damaged)
    assert paste(made, piece(made, 0, Worded(reason="因为"))).result.outcome is (
        Outcome.PASTED
    )
    assert [each.reason for each in made.desk.proof.passed] == ["因为"]


def test_only_so_many_reasons_are_kept() -> None:
    made = place(wording_override="on")
    old = [LetPass("2026-11-01", "p", "rude", str(number)) for number in range(300)]
    made.store.save_note("let_pass", json.dumps(old))
    paste(made, piece(made, 0, Worded(reason="因为")))
    reasons = [each.reason for each in made.desk.proof.passed]
    assert (len(reasons), reasons[0], reasons[-1]) == (200, "101", "因为")


# --- packs and platforms ------------------------------------------------------------


def test_what_was_copied_from_an_order_is_no_word_of_ours() -> None:
    name = "加微信便利店"
    said = f"收件人：{name}"
    start = said.index(name)
    plain = Filled(said)
    assert proof().forbids(plain) is not None
    exempt = plain._replace(copied=(Span(start, len(said)),))
    assert proof().forbids(exempt) is None


def test_a_text_that_wants_something_is_looked_at_but_for_what_was_filled_in() -> None:
    said = "加微信便利店您好，最便宜的{快递}"
    half = Unfilled(said, (Span(0, 6),), (Span(said.index("{"), len(said)),), ())
    assert [hit.word for hit in proof().found(half).hits] == ["最便宜"]


def test_every_platform_of_the_settings_is_known() -> None:
    declared = Settings.__dataclass_fields__["platform"].metadata["declaration"]
    for platform in declared.choices:
        assert proof(platform=platform).forbids(Filled("在的，您说")) is None


def test_a_copied_book_is_not_looked_through() -> None:
    end = "加我微信"
    fits = "您" * (LONGEST - len(end)) + end
    assert proof().found(Filled(fits)).hits
    assert proof().found(Filled("您" + fits)).hits == ()


def test_packs_are_read_by_the_first_question_and_once() -> None:
    asked: list[int] = []

    def read() -> object:
        asked.append(1)
        return shipped_wording().reading

    wording = Wording(read)  # type: ignore[arg-type]  # counted on the way
    assert not asked
    assert not wording.ready
    assert wording.remarks(Filled("加我微信"), Settings()).level is Level.BLOCK
    assert wording.remarks(Filled("您好，在的"), Settings()).hits == ()
    assert (len(asked), wording.ready) == (1, True)
    wording.load()
    assert len(asked) == 2


def test_optional_packs_are_turned_on_by_name() -> None:
    text = Filled("这款茶能治疗失眠")
    assert proof().found(text).hits == ()
    assert [hit.pack for hit in proof(wording_on="medical").found(text).hits] == [
        "medical"
    ]


def test_nothing_is_said_where_nobody_wants_to_be_told() -> None:
    assert proof(wording="off").remarks(Filled(ELSEWHERE)) is None
    assert proof(wording="off").found(Filled(ELSEWHERE)).blocks


def test_the_gravest_counts() -> None:
    found = proof(platform="taobao").found(Filled("最便宜，加我微信"))
    assert found.level is Level.BLOCK
    assert [hit.word for hit in found.hits] == ["最便宜", "加我微信"]
    assert found.told == (found.hits[1].why, found.hits[1].advice)
    assert found.better is not None
    assert found.better.text == "便宜，加我微信"


def test_no_log_holds_a_reason() -> None:
    assert "因为" not in repr(Worded(reason="因为"))
