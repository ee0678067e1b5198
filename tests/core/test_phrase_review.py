"""What is said of a draft, at the desk."""

from qtdesk.core.own_phrases.draft import Draft
from qtdesk.core.phrase_review import Remark
from qtdesk.core.phrases import Phrase
from qtdesk.core.settings import Settings
from tests.core.dock.dock_desk import DockDesk, phrase_of


def look(place: DockDesk, phrase: Phrase, platform: str = "other") -> list[Remark]:
    said: list[Remark] = []
    settings = Settings().with_changes({"platform": platform})
    place.desk.writing.review.look(phrase, settings, said.extend)
    return said


def draft(place: DockDesk, *texts: str, code: str = "") -> Phrase:
    return Draft("题", texts, code=code).finished(place.desk.writing.own.new())


def test_a_sound_phrase_is_let_be() -> None:
    place = DockDesk()
    text = "{买家}，运费险会赔，您先把单号 {快递单号} 填上，我跟进到账。"
    assert look(place, draft(place, text)) == []


def test_words_come_with_their_place_and_a_better_one() -> None:
    place = DockDesk()
    (first, *_) = look(
        place, draft(place, "好的，请稍等一下哦。", "这是全网最低价，放心拍。")
    )
    assert (first.text, first.word, first.grave) == (1, "全网最低价", True)
    text = "这是全网最低价，放心拍。"
    assert text[first.start : first.start + len(first.word)] == first.word
    assert first.better


def test_faults_of_placeholders_are_grave() -> None:
    place = DockDesk()
    said = look(
        place, draft(place, "{buyr} 您的货今天发出，{phrase:p1}，{phrase:gone}")
    )
    faults = [str(one.what) for one in said if one.grave]
    assert any("{buyr}" in one for one in faults)
    assert any("gone" in one for one in faults)
    # Phrases of an own book name those of others as book/id.
    assert len([one for one in faults if "p1" in one]) == 1
    again = look(place, draft(place, "您的货今天发出，{phrase:book/p1}"))
    assert not [one for one in again if one.grave]


def test_a_code_that_another_has_is_told_but_not_its_own() -> None:
    place = DockDesk()
    shared = phrase_of(4)
    (same,) = [
        one
        for one in look(place, draft(place, "另外一句话，完全不同", code="C4"))
        if one.other
    ]
    assert same.other == shared
    changed = shared._replace(texts=("今天十八点以前一定给您安排",))
    assert not [one for one in look(place, changed) if one.other]
    place.desk.writing.own.save(changed)
    assert not [one for one in look(place, changed) if one.other]


def test_a_phrase_that_reads_nearly_the_same_is_told() -> None:
    place = DockDesk()
    text = "亲，运费险会赔给您，您先把快递单号填上，我跟进到账"
    first = draft(place, text)
    place.desk.writing.own.save(first)
    second = draft(place, f"{text}。")
    (twin,) = [one for one in look(place, second) if one.other]
    assert twin.other is not None
    assert twin.other.key == first.key
    assert not [one for one in look(place, first) if one.other]


def test_a_version_is_no_twin_of_what_it_stands_in_for() -> None:
    place = DockDesk()
    shared = phrase_of(4)._replace(texts=("亲，您的订单会在两天内发出，请放心等待哦",))
    book = place.desk.books.shelf.shared[0]
    place.desk.books.shelf.place("shop", book._replace(phrases=(shared,)))
    mine = shared._replace(texts=("亲，您的订单会在三天内发出，请放心等待哦",))
    assert not [one for one in look(place, mine) if one.other]
    place.desk.writing.own.save(mine)
    assert not [one for one in look(place, mine) if one.other]
    (twin,) = [one for one in look(place, draft(place, mine.text)) if one.other]
    assert twin.other == mine


def test_nothing_of_it_is_in_a_line_of_a_log() -> None:
    place = DockDesk()
    said = look(place, draft(place, "这是全网最低价，放心拍。"))
    assert said
    assert "最低" not in repr(said)
