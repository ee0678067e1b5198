"""Forbidden words do not reach a buyer; what an order brings along is not ours."""

import pytest

from qtdesk.core.events import PasteEnded
from qtdesk.core.paste import Outcome, Reason
from qtdesk.core.settings import Settings
from qtdesk.core.templates import Filled, Span
from qtdesk.core.wording import ANY
from tests.core.test_desk import Place
from tests.fake_books import FakeLibrary, book, phrase
from tests.shipped_wording import shipped_wording

ELSEWHERE = "亲，加我微信 vx12345 给您便宜点"


def place(**given: str) -> Place:
    shop = book(phrase(1, texts=(ELSEWHERE,)), phrase(2, texts=("在的，您说",)))
    made = Place(FakeLibrary(shop=shop), **given)
    made.desk.open()
    return made


def paste(made: Place, row: int) -> PasteEnded:
    made.desk.paste(made.desk.books.shelf.books[0].phrases[row])
    made.clock.run_all()
    ended = made.last()
    assert isinstance(ended, PasteEnded)
    return ended


def test_a_forbidden_phrase_is_not_pasted_and_the_reason_is_told() -> None:
    made = place()
    result = paste(made, 0).result
    assert (result.outcome, result.reason) == (Outcome.NOTHING, Reason.INVALID)
    assert all(result.told)
    assert made.chat.received == []
    assert made.platform.clipboard.content.text != ELSEWHERE


def test_others_are_pasted() -> None:
    made = place()
    assert paste(made, 1).result.outcome is Outcome.PASTED
    assert made.chat.received == ["在的，您说"]


def test_it_may_still_be_copied_by_hand() -> None:
    made = place()
    made.desk.copy(made.desk.books.shelf.books[0].phrases[0])
    made.clock.run_all()
    assert made.platform.clipboard.content.text == ELSEWHERE


@pytest.mark.parametrize("given", [{"wording": "off"}, {"platform": "own-site"}])
def test_a_shop_that_may_say_so_pastes_it(given: dict[str, str]) -> None:
    made = place(**given)
    assert paste(made, 0).result.outcome is Outcome.PASTED


def test_what_was_copied_from_an_order_is_no_word_of_ours() -> None:
    name = "加微信便利店"
    said = f"收件人：{name}"
    start = said.index(name)
    plain = Filled(said)
    assert shipped_wording().objection([plain], ANY) is not None
    exempt = plain._replace(copied=(Span(start, len(name)),))
    assert shipped_wording().objection([exempt], ANY) is None


def test_every_platform_of_the_settings_is_known() -> None:
    declared = Settings.__dataclass_fields__["platform"].metadata["declaration"]
    for platform in declared.choices:
        assert shipped_wording().objection([Filled("在的，您说")], platform) is None
