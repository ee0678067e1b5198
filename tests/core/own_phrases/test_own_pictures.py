"""What becomes of a picture and of HTML when an agent writes over their phrase."""

from datetime import datetime

import pytest

from qtdesk.core.errors import PhraseError
from qtdesk.core.own_phrases.draft import Draft
from qtdesk.core.own_phrases.merging import Kept, standing
from qtdesk.core.own_phrases.writing_down import read_back, written_down
from qtdesk.core.phrases import Phrase, Picture

NOW = datetime(2026, 11, 22, 14, 5)  # noqa: DTZ001 - the agent's own
OLD, NEW = Picture("pictures/a.png", "0a"), Picture("pictures/a.png", "1b")
CHART = Phrase(
    *("shop", "a", "ask", "", "尺码表", ("您看这张表", "")), sequence=True, picture=OLD
)
ALONE = Phrase("shop", "b", "ask", "", "尺码图", ("",), picture=OLD)
RICH = Phrase("shop", "c", "ask", "", "量法", ("这样量",), html="<b>这样</b>量")


@pytest.mark.parametrize("phrase", [CHART, ALONE, RICH])
def test_a_draft_without_a_change_is_that_phrase(phrase: Phrase) -> None:
    assert Draft.of(phrase).finished(phrase) == phrase


def test_an_editor_shows_texts_and_keeps_the_picture_behind_them() -> None:
    draft = Draft.of(CHART)
    assert draft.texts == ("您看这张表",)
    written = draft._replace(texts=("看表", "再看图")).finished(CHART)
    assert (written.texts, written.sequence) == (("看表", "再看图", ""), True)
    assert written.picture == OLD
    alone = draft._replace(texts=("",)).finished(CHART)
    assert (alone.texts, alone.sequence) == (("",), False)


def test_html_that_no_longer_says_the_same_goes() -> None:
    assert Draft.of(RICH)._replace(title="新").finished(RICH).html == RICH.html
    assert Draft.of(RICH)._replace(texts=("那样量",)).finished(RICH).html == ""


def test_without_a_picture_a_text_is_asked_for() -> None:
    with pytest.raises(PhraseError):
        Draft.of(RICH)._replace(texts=("",)).finished(RICH)


def test_a_new_picture_comes_to_the_agents_own_words() -> None:
    mine = CHART._replace(texts=("看表", ""))
    found = standing(Kept(mine, CHART), CHART._replace(picture=NEW), NOW)
    assert found.phrase.texts == ("看表", "")
    assert found.phrase.picture == NEW


def test_a_picture_comes_and_goes_with_the_words_it_belongs_to() -> None:
    bare = CHART._replace(texts=("您看",), sequence=False, picture=None)
    titled = CHART._replace(title="表")
    assert standing(Kept(titled, CHART), bare, NOW).phrase.picture is None
    assert standing(Kept(titled, CHART), bare, NOW).phrase.texts == ("您看",)
    worded = CHART._replace(texts=("看表", ""))
    kept = standing(Kept(worded, CHART), bare, NOW).phrase
    assert (kept.texts, kept.picture) == (("看表", ""), OLD)
    mine = bare._replace(texts=("看",))
    found = standing(Kept(mine, bare), CHART, NOW).phrase
    assert (found.texts, found.picture) == (("看",), None)


@pytest.mark.parametrize("phrase", [CHART, ALONE, RICH])
def test_what_is_kept_is_read_back(phrase: Phrase) -> None:
    kept = Kept(phrase._replace(title="新"), phrase, "2026-11-22T14:05")
    assert read_back(written_down(kept)) == kept
