"""Phrases with pictures and looks, from the choice to the clipboard."""

import pytest

from qtdesk.core.events import PartPasted, PasteEnded
from qtdesk.core.living_phrases import Piece
from qtdesk.core.paste import Fate, Outcome, PasteResult, Reason, explain
from qtdesk.core.phrases import Phrase, Picture
from qtdesk.core.ports import Clip
from qtdesk.core.worded import Worded
from tests.core.test_desk import Place
from tests.fake_books import FakeLibrary, book, phrase

_BYTES = b"\x89PNG of a size chart"
_PICTURE = Picture("pictures/chart.png", "d1")
_CHART = phrase(1, "尺码表", texts=("",), picture=_PICTURE)
_BOTH = phrase(2, "尺码", texts=("您看这张表", ""), sequence=True, picture=_PICTURE)
_RICH = phrase(3, "量法", texts=("胸围这样量",), html="<b>胸围</b>这样量")
_PLAIN = phrase(4, "在的", texts=("在的，您说",))


def _place(*phrases: Phrase) -> Place:
    shop = book(*(phrases or (_CHART, _BOTH, _RICH, _PLAIN)))
    library = FakeLibrary(shop=shop)
    library.pictures["d1"] = _BYTES
    place = Place(library)
    place.platform.clipboard.others_copy({"UTF8_STRING": b"theirs"})
    place.desk.open()
    return place


def _result(place: Place) -> PasteResult:
    results = [each.result for each in place.events if isinstance(each, PasteEnded)]
    return results[-1]


def _told(place: Place) -> str:
    what, remedy = explain(_result(place))
    return f"{what} {remedy}"


def test_a_picture_is_pasted_and_the_old_clipboard_is_back() -> None:
    place = _place()
    place.desk.paste(_CHART)
    place.clock.run_all()
    assert place.chat.pictures == [_BYTES]
    assert (_result(place).outcome, _result(place).picture) == (Outcome.PASTED, True)
    assert place.platform.clipboard.content.formats == {"UTF8_STRING": b"theirs"}


def test_text_first_then_the_picture_as_the_next_part() -> None:
    place = _place()
    place.desk.paste(_BOTH)
    place.clock.run_all()
    assert (place.chat.received, place.chat.pictures) == (["您看这张表"], [])
    parts = [each.part for each in place.events if isinstance(each, PartPasted)]
    assert [(part.done, part.parts) for part in parts] == [(1, 2)]
    place.desk.open()
    assert place.desk.living.picture(_BOTH) == _PICTURE
    place.desk.paste(_BOTH)
    place.clock.run_all()
    assert place.chat.pictures == [_BYTES]
    place.desk.open()
    assert place.desk.living.picture(_BOTH) is None


def test_a_picture_that_is_not_taken_stays_as_a_copy_and_is_told() -> None:
    place = _place()
    place.chat.takes_pictures = False
    place.desk.paste(_CHART)
    place.clock.run_all()
    assert _result(place).reason is Reason.NOT_READ
    assert _result(place).fate is Fate.REPLACED
    assert "picture" in _told(place)
    assert "text" not in _told(place)
    formats = place.platform.clipboard.content.formats
    assert formats == {"image/png": _BYTES}
    assert place.desk.pastes.bring_back()
    assert place.platform.clipboard.content.formats == {"UTF8_STRING": b"theirs"}


def test_where_no_picture_is_taken_nothing_is_touched_and_the_way_is_told() -> None:
    place = _place()
    place.chat.app = "mousepad"
    place.desk.open()
    place.desk.paste(_CHART)
    place.clock.run_all()
    assert place.platform.keyboard.presses == []
    assert _result(place).fate is Fate.UNTOUCHED
    assert "takes no pictures" in _told(place)
    assert "copy it with Ctrl+C" in _told(place)
    place.desk.copy(_CHART)
    assert place.platform.clipboard.content.formats == {"image/png": _BYTES}


def test_a_picture_that_is_not_at_hand_is_refused_in_words() -> None:
    place = _place()
    place.library.pictures.clear()
    for use in (place.desk.paste, place.desk.copy):
        use(_CHART)
        place.clock.run_all()
        assert _result(place).outcome is Outcome.NOTHING
        assert "not on this computer" in _told(place)
    assert place.platform.clipboard.content.formats == {"UTF8_STRING": b"theirs"}
    assert place.desk.recent() == ()


def test_a_picture_is_no_part_of_a_message_of_several() -> None:
    place = _place()
    for pieces in ((_PLAIN, _CHART), (_CHART, _PLAIN)):
        place.desk.paste_all([Piece(each) for each in pieces])
        place.clock.run_all()
        assert "message of its own" in _told(place)
    assert place.platform.keyboard.presses == []


def test_the_looks_go_beside_the_plain_text() -> None:
    place = _place()
    seen: list[dict[str, bytes]] = []
    content = place.platform.clipboard
    place.platform.keyboard.before_press = lambda: seen.append(content.content.formats)
    place.desk.paste(_RICH)
    place.clock.run_all()
    assert place.chat.received == ["胸围这样量"]
    rich = {"text/html": _RICH.html.encode(), "UTF8_STRING": "胸围这样量".encode()}
    assert seen == [rich]


def test_with_others_only_the_plain_text_goes() -> None:
    place = _place()
    place.desk.copy_all([Piece(_PLAIN), Piece(_RICH)])
    formats = place.platform.clipboard.content.formats
    assert formats == {"UTF8_STRING": "在的，您说\n胸围这样量".encode()}


def test_better_wordings_are_made_in_the_text_and_html_stays_behind() -> None:
    place = _place()
    place.desk.copy_all([Piece(_RICH, worded=Worded(better=True))])
    formats = place.platform.clipboard.content.formats
    assert formats == {"UTF8_STRING": "胸围这样量".encode()}


def test_values_are_words_in_html_and_never_tags() -> None:
    rich = phrase(
        5, texts=("{buyer}，{ask:备注}",), html="<b>{buyer}</b>，{ask:备注}{cursor}"
    )
    living = _place(rich).desk.living
    living.buyer = "小云<img src=x>&amp;"
    answers = {"ask:备注": "一\n<script>"}
    assert living.html(rich, answers) == (
        "<b>小云&lt;img src=x&gt;&amp;amp;</b>，一<br>&lt;script&gt;"
    )


def test_where_a_value_is_not_known_the_plain_text_has_to_do() -> None:
    rich = phrase(5, texts=("{buyer}，您好",), html="<b>{buyer}</b>，您好")
    place = _place(rich)
    assert place.desk.living.html(rich) == ""
    place.desk.paste(rich)
    place.clock.run_all()
    assert place.chat.received == ["您好"]


@pytest.mark.parametrize("html", ["<b>最便宜</b>", "<b>最</b>便宜", "最便&#23452;"])
def test_what_is_not_said_to_buyers_is_not_said_in_html(html: str) -> None:
    rich = phrase(5, texts=("价格实惠",), html=f"{html}的微信号加我")
    plain = phrase(6, texts=("价格实惠",), html="<b>价格实惠</b>")
    place = _place(rich, plain)
    place.desk.paste(plain)
    place.clock.run_all()
    assert _result(place).outcome is Outcome.PASTED
    place.desk.paste(rich)
    place.clock.run_all()
    assert _result(place).reason is Reason.INVALID


def test_nothing_of_a_clip_gets_into_a_log() -> None:
    clip = Clip("胸围这样量", "<b>胸围</b>这样量", b"PNG", 2)
    assert "胸围" not in repr(clip)
    assert "PNG" not in repr(clip)
