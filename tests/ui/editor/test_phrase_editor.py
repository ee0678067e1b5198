"""Phrases written by hand: with keys, over a desk of fakes."""

from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.own_phrases import News
from qtdesk.core.phrases import OWN, Validity
from qtdesk.formats import read_book
from qtdesk.ui.editor.insert_menu import InsertMenu
from tests.core.dock.dock_desk import phrase_of
from tests.fake_books import Later
from tests.ui.editor.editor_room import EditorRoom, button, write

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def open_panel(room: EditorRoom, query: str, qtbot: QtBot) -> QWidget:
    with qtbot.waitSignal(room.panel.opened_focused, timeout=5000):
        room.desk.want_panel(query=query)
    field: QWidget = room.panel._body.field
    return field


def key(window: QWidget, wanted: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    target = window.focusWidget() or window
    QTest.keyClick(target, wanted, held)


# --- from the panel, and back -------------------------------------------------------


def test_what_was_typed_becomes_the_title_of_a_new_phrase(
    room: EditorRoom, qtbot: QtBot
) -> None:
    field = open_panel(room, "退运费", qtbot)
    QTest.keyClick(field, Key.Key_N, CTRL)
    editor = room.editor
    qtbot.waitUntil(editor.isActiveWindow)
    assert not room.panel.isVisible()
    assert editor.fields.title.text() == "退运费"
    write(editor, "马上退")
    key(editor, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not room.editing.editors)
    assert room.found("tuiyunfei") == ["马上退"]
    room.place.clock.run_all()
    assert room.place.platform.windows.front_window is room.place.chat


@pytest.mark.parametrize(("wanted", "held"), [(Key.Key_F2, NONE), (Key.Key_E, CTRL)])
def test_the_current_phrase_is_changed_by_a_key(
    room: EditorRoom, qtbot: QtBot, wanted: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    field = open_panel(room, "发货时间", qtbot)
    QTest.keyClick(field, wanted, held)
    assert room.editor.phrase.key == phrase_of(4).key
    assert room.editor.fields.shown_text == phrase_of(4).text


def test_the_panel_says_whose_a_phrase_is(room: EditorRoom, qtbot: QtBot) -> None:
    room.desk.writing.own.save(phrase_of(4)._replace(texts=("今天就发",)))
    open_panel(room, "今天就发", qtbot)
    whose = room.panel._body.quote.notes.whose
    assert (whose.isVisible(), whose.text()) == (True, "Yours")
    room.edition(phrase_of(4)._replace(texts=("明天发",)))
    room.panel.refresh()
    assert whose.text() == "Yours; theirs is newer"
    whose.click()
    assert "明天发" in room.editor.news.said.text()


def test_a_second_wish_finds_the_same_window(room: EditorRoom) -> None:
    first = room.edit(phrase_of(4))
    write(first, "！")
    assert room.edit(phrase_of(4)) is first
    assert first.fields.shown_text.endswith("！")


# --- writing ------------------------------------------------------------------------


def test_several_texts_take_turns_or_are_parts(room: EditorRoom) -> None:
    editor = room.edit(None, "问好")
    write(editor, "在的")
    key(editor, Key.Key_T, CTRL)
    write(editor, "您说")
    assert editor.draft.texts == ("在的", "您说")
    key(editor, Key.Key_PageUp, CTRL)
    assert editor.fields.shown_text == "在的"
    editor.fields.texts.kind.setCurrentIndex(1)
    editor.save()
    (made,) = room.desk.writing.own.all()
    assert (made.texts, made.sequence) == (("在的", "您说"), True)


def test_a_text_is_taken_away_and_one_is_always_left(room: EditorRoom) -> None:
    editor = room.edit(None, "问好")
    texts = editor.fields.texts
    for text in ("一", "二", "三"):
        write(editor, text)
        texts.more.click()
    assert list(texts.texts) == ["一", "二", "三", ""]
    texts.turn_to(0)
    texts.less.click()
    assert list(texts.texts) == ["二", "三", ""]
    assert editor.fields.shown_text == "二"
    for _ in range(5):
        texts.less.click()
    assert len(texts.texts) == 1
    assert not texts.less.isVisible()


def test_the_preview_reads_as_the_buyer_will_read_it(room: EditorRoom) -> None:
    editor = room.edit(None, "单号")
    write(editor, "{买家}，单号 {快递单号}，{ask:哪天}到")
    read = editor.side.preview.toPlainText()
    assert read == "单号 75000123456789，哪天到"
    write(editor, "{nobodys}")
    assert "{nobodys}" in editor.side.preview.toPlainText()


def test_placeholders_are_put_in_by_either_name(room: EditorRoom) -> None:
    editor = room.edit(None, "单号")
    put: list[str] = []
    menu = InsertMenu(editor, put.append, chinese=True)
    texts = [
        action.text()
        for group in menu.actions()
        for action in group.menu().actions()  # type: ignore[attr-defined]  # every one is a group
    ]
    assert "{买家}\t{buyer}" in texts
    assert "{快递单号}\t{tracking}" in texts
    assert len(texts) > 40
    menu.actions()[0].menu().actions()[0].trigger()  # type: ignore[attr-defined]  # as above
    assert put == ["{买家}"]
    menu.deleteLater()


def test_an_input_method_is_left_alone(room: EditorRoom) -> None:
    editor = room.edit(None, "")
    edit = editor.fields.texts.edit
    QCoreApplication.sendEvent(edit, QInputMethodEvent("tui'yun", []))
    assert editor.draft.texts == ("",)
    done = QInputMethodEvent()
    done.setCommitString("退运")
    QCoreApplication.sendEvent(edit, done)
    assert editor.draft.texts == ("退运",)


def test_enter_goes_from_the_title_to_the_text_and_tab_goes_on(
    room: EditorRoom,
) -> None:
    editor = room.edit(None, "")
    assert editor.fields.title.hasFocus()
    key(editor, Key.Key_Return)
    assert editor.fields.texts.edit.hasFocus()
    key(editor, Key.Key_Return)
    assert editor.draft.texts == ("\n",)
    key(editor, Key.Key_Tab)
    assert editor.fields.details.code.hasFocus()
    assert room.editing.editors


# --- what is said of it -------------------------------------------------------------


def test_a_better_wording_is_taken_by_one_key_and_undone_by_another(
    room: EditorRoom, qtbot: QtBot
) -> None:
    editor = room.edit(None, "价格")
    write(editor, "全网最低价，放心拍")
    remarks = editor.side.remarks
    qtbot.waitUntil(lambda: bool(remarks.remarks))
    (remark, *_) = remarks.remarks
    assert (remark.word, remark.grave) == ("全网最低价", True)
    assert editor.fields.texts.edit.extraSelections()
    key(editor, Key.Key_1, ALT)
    assert editor.draft.texts == (f"{remark.better}，放心拍",)
    qtbot.waitUntil(lambda: not remarks.remarks)
    editor.fields.texts.edit.setFocus()
    key(editor, Key.Key_Z, CTRL)
    assert editor.draft.texts == ("全网最低价，放心拍",)


def test_a_code_and_a_text_that_are_there_already_are_told_and_opened(
    room: EditorRoom, qtbot: QtBot
) -> None:
    editor = room.edit(None, "又一条")
    write(editor, phrase_of(4).text)
    editor.fields.details.code.setText(phrase_of(5).code.upper())
    qtbot.waitUntil(lambda: bool(editor.side.remarks.remarks))
    others = [one.other.key for one in editor.side.remarks.remarks if one.other]
    assert others == [phrase_of(5).key, phrase_of(4).key]
    button(editor, "Open it").click()
    assert set(room.editing.editors) == {editor.phrase.key, phrase_of(5).key}


def test_only_the_latest_look_is_shown(room: EditorRoom) -> None:
    later = Later()
    room.desk.writing.review._background = later
    editor = room.edit(None, "价格")
    write(editor, "全网最低价，放心拍")
    editor._look()
    editor.fields.texts.edit.setPlainText("这个价格是活动价，放心拍")
    editor._look()
    later.work()
    assert editor.side.remarks.remarks == ()


# --- kept, refused, deleted ---------------------------------------------------------


def test_what_is_missing_is_told_and_nothing_is_kept(room: EditorRoom) -> None:
    editor = room.edit(None, "退运费")
    button(editor, "Save").click()
    assert "no text yet" in editor.refusal.text()
    assert room.editing.editors
    assert not room.desk.writing.own.kept


def test_escape_drops_what_is_not_saved_at_the_second_time_only(
    room: EditorRoom, qtbot: QtBot
) -> None:
    editor = room.edit(None, "退运费")
    write(editor, "马上退")
    key(editor, Key.Key_Escape)
    assert room.editing.editors
    assert "not saved" in editor.news.said.text()
    write(editor, "！")
    key(editor, Key.Key_Escape)
    assert room.editing.editors
    key(editor, Key.Key_Escape)
    qtbot.waitUntil(lambda: not room.editing.editors)
    assert not room.desk.writing.own.kept


def test_without_a_change_escape_is_enough(room: EditorRoom, qtbot: QtBot) -> None:
    editor = room.edit(phrase_of(1))
    key(editor, Key.Key_Escape)
    qtbot.waitUntil(lambda: not room.editing.editors)


def test_news_are_answered(room: EditorRoom) -> None:
    shared = phrase_of(4)
    room.desk.writing.own.save(shared._replace(texts=("今天就发",)))
    room.edition(shared._replace(validity=Validity(revoked="搬仓")))
    phrase = room.desk.books.shelf.phrase(shared.key)
    editor = room.edit(phrase)
    assert "搬仓" in editor.news.said.text()
    button(editor, "Keep mine").click()
    standing = room.desk.writing.own.standing(shared.key)
    assert standing is not None
    assert (standing.news, editor.news.isVisible()) == (News.NONE, False)


def test_a_deletion_is_undone_in_the_same_window(room: EditorRoom) -> None:
    editor = room.edit(None, "退运费")
    write(editor, "马上退")
    editor.save()
    (made,) = room.desk.writing.own.all()
    editor = room.edit(made)
    button(editor, "Delete").click()
    assert room.found("tuiyunfei") == []
    button(editor, "Undo").click()
    assert room.found("tuiyunfei") == ["马上退"]


def test_what_was_deleted_can_be_brought_back_later(room: EditorRoom) -> None:
    editor = room.edit(None, "退运费")
    write(editor, "马上退")
    editor.save()
    (made,) = room.desk.writing.own.all()
    room.desk.writing.own.delete(made.key)
    editor = room.edit(None, "另一条")
    write(editor, "写到一半")
    button(editor, "Bring back “退运费”").click()
    assert room.found("tuiyunfei") == ["马上退"]
    assert list(room.editing.editors) == [editor.phrase.key, made.key]
    assert editor.draft.texts == ("写到一半",)
    assert not editor.bring_back.isVisible()


def test_the_phrasebooks_own_comes_back(room: EditorRoom) -> None:
    shared = phrase_of(4)
    room.desk.writing.own.save(shared._replace(texts=("今天就发",)))
    editor = room.edit(room.desk.books.shelf.phrase(shared.key))
    button(editor, "As the phrasebook has it").click()
    assert editor.fields.shown_text == shared.text
    assert room.desk.writing.own.standing(shared.key) is None
    button(editor, "Undo").click()
    assert editor.fields.shown_text == "今天就发"


def test_an_editor_changes_what_was_changed_and_no_more(room: EditorRoom) -> None:
    odd = phrase_of(4)._replace(title="两  天", texts=("一\u00a0二 \t三", "四"))
    room.edition(odd)
    editor = room.edit(room.desk.books.shelf.phrase(odd.key))
    editor.fields.details.code.setText("my")
    room.edition(odd._replace(texts=("明天发",)))
    editor.save()
    standing = room.desk.writing.own.standing(odd.key)
    assert standing is not None
    assert standing.phrase == odd._replace(code="my", texts=("明天发",))
    assert standing.news is News.NONE


def test_a_language_of_now_keeps_what_was_written(room: EditorRoom) -> None:
    editor = room.edit(None, "退运费")
    write(editor, "马上退")
    editor.rebuild()
    assert editor.draft.texts == ("马上退",)
    assert editor.draft.title == "退运费"


def test_the_lead_gets_it_as_it_goes_into_a_book(
    room: EditorRoom, tmp_path: Path
) -> None:
    editor = room.edit(None, "退运费")
    write(editor, "{买家}，马上退: “好” #1")
    button(editor, "Copy for the lead").click()
    text = QGuiApplication.clipboard().text()
    path = tmp_path / "book.yaml"
    head = "id: shop\ntitle: 店\nlocale: zh-CN\nstages:\n"
    path.write_text(head + text, encoding="utf-8")
    (made,) = read_book(path).phrases
    before = editor.draft.finished(editor.phrase)
    # A book asks for the title of a situation; the stage's stands in for it.
    assert made == before._replace(book="shop", situation="解答")
    assert before.book == OWN
    assert yaml.safe_load(text)[0]["key"] == "answer"
