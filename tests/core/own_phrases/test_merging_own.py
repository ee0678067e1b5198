"""An agent's version over a shared phrase that moves: what stays, what is told."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.own_phrases.merging import (
    MINUTE,
    Kept,
    News,
    is_the_same,
    kept_on,
    rewritten,
    standing,
)
from qtdesk.core.own_phrases.writing_down import read_back, written_down
from qtdesk.core.phrases import ALWAYS, Phrase, Validity
from qtdesk.core.phrases.validity import stricter

NOW = datetime(2026, 11, 22, 14, 5)  # noqa: DTZ001 - the agent's own clock
SHARED = Phrase(
    *("shop", "a", "ship", "催发货", "两天内发"), ("48 小时内发出",), code="cfh"
)
LOOKED = NOW.strftime(MINUTE)

few = st.sampled_from
days = few(["", "2026-11-01", "2026-11-21", "2026-11-22T14:00", "2026-12-01"])
validities = st.builds(
    Validity, days, days, few([None, "", "换成新话术"]), st.booleans()
)
phrases = st.builds(
    SHARED._replace,
    title=few(["两天内发", "今天发", "改"]),
    texts=few([("48 小时内发出",), ("今天",), ("一", "二")]),
    sequence=st.booleans(),
    code=few(["cfh", "x", ""]),
    keywords=few([(), ("催",)]),
    stage=few(["ship", "after"]),
    validity=validities,
)
moments = st.integers(-30, 30).map(lambda later: NOW + timedelta(days=later))


def usable(phrase: Phrase, moment: datetime) -> bool:
    return not phrase.validity.refusal(moment, promotion=True)


def test_what_the_agent_changed_stays_and_all_else_goes_along() -> None:
    kept = Kept(SHARED._replace(code="my"), SHARED, LOOKED)
    theirs = SHARED._replace(texts=("今天发出",), title="今天发")
    found = standing(kept, theirs, NOW)
    assert found.phrase == theirs._replace(code="my")
    assert found.news is News.NONE


def test_where_both_changed_the_agents_stays_and_is_told() -> None:
    mine = SHARED._replace(texts=("一定 48 小时",))
    theirs = SHARED._replace(texts=("72 小时内发出",))
    found = standing(Kept(mine, SHARED, LOOKED), theirs, NOW)
    assert (found.phrase.text, found.news) == ("一定 48 小时", News.NEWER)
    kept = kept_on(found, NOW)
    assert standing(kept, theirs, NOW).news is News.NONE
    again = theirs._replace(texts=("96 小时内发出",))
    assert standing(kept, again, NOW).news is News.NEWER


def test_a_promise_that_was_taken_back_lives_on_in_no_version() -> None:
    mine = SHARED._replace(texts=("一定 48 小时",))
    theirs = SHARED._replace(validity=Validity(revoked="仓库搬迁"))
    kept = Kept(mine, SHARED, LOOKED)
    found = standing(kept, theirs, NOW)
    assert found.news is News.OVER
    assert "仓库搬迁" in str(found.phrase.validity.refusal(NOW, promotion=True))
    # Writing on is no answer to that.
    other = rewritten(found, kept, mine._replace(texts=("两天",)), theirs, NOW)
    assert standing(other, theirs, NOW).news is News.OVER
    seen = standing(kept_on(found, NOW), theirs, NOW)
    assert (usable(seen.phrase, NOW), seen.news) == (True, News.NONE)
    # Taken back for another reason later, it is looked at again.
    later = theirs._replace(validity=Validity(revoked="法务"))
    assert standing(kept_on(found, NOW), later, NOW).news is News.OVER


def test_a_version_with_longer_days_ends_with_the_shared_one() -> None:
    short = SHARED._replace(validity=Validity(ends="2026-11-21"))
    mine = SHARED._replace(validity=Validity(ends="2026-12-31"))
    before = NOW - timedelta(days=5)
    kept = Kept(mine, short, before.strftime(MINUTE))
    assert usable(standing(kept, short, before).phrase, before)
    found = standing(kept, short, NOW)
    assert (found.news, usable(found.phrase, NOW)) == (News.OVER, False)
    assert found.written.validity.ends == "2026-12-31"
    assert usable(standing(kept_on(found, NOW), short, NOW).phrase, NOW)


def test_one_that_its_book_gave_up_is_not_used_before_a_look() -> None:
    kept = Kept(SHARED._replace(code="my"), SHARED, LOOKED)
    found = standing(kept, None, NOW)
    assert (found.news, usable(found.phrase, NOW)) == (News.GONE, False)
    on = standing(kept_on(found, NOW), None, NOW)
    assert (on.news, usable(on.phrase, NOW)) == (News.NONE, True)


def test_only_the_promotion_of_a_shared_phrase_binds_for_ever() -> None:
    sale = SHARED._replace(validity=Validity(promotion=True))
    mine = SHARED._replace(validity=ALWAYS)
    found = standing(
        kept_on(standing(Kept(mine, sale, LOOKED), sale, NOW), NOW), sale, NOW
    )
    assert found.phrase.validity.refusal(NOW, promotion=False)


@given(phrases, phrases, phrases, moments, moments)
def test_merging_holds_its_promises(
    mine: Phrase, base: Phrase, theirs: Phrase, looked: datetime, now: datetime
) -> None:
    kept = Kept(mine, base, looked.strftime(MINUTE))
    found = standing(kept, theirs, now)
    for name in Phrase._fields:
        values = [getattr(one, name) for one in (mine, base, theirs, found.written)]
        own, old, new, got = values
        if name in ("texts", "sequence"):
            assert got in (own, new)
        else:
            assert got == (new if own == old else own)
    both = (found.written.texts, found.written.sequence)
    assert both in [(one.texts, one.sequence) for one in (mine, theirs)]
    # What is over is used again only by who has seen just that.
    seen = base.validity == theirs.validity and not usable(theirs, looked)
    if not usable(theirs, now) and not seen:
        assert not usable(found.phrase, now)
        assert found.news is News.OVER
    if theirs.validity.promotion:
        assert found.phrase.validity.promotion
    # Whoever has looked is told no more, and again by the next change only.
    on = standing(kept_on(found, now), theirs, now)
    assert on.news is News.NONE
    assert is_the_same(on) == (on.written == theirs)
    assert standing(kept_on(on, now), theirs, now) == on


@given(phrases, phrases, moments)
def test_without_a_change_of_their_own_it_is_the_shared_one(
    base: Phrase, theirs: Phrase, now: datetime
) -> None:
    found = standing(Kept(base, base, LOOKED), theirs, now)
    assert found.written == theirs
    assert is_the_same(found)
    assert found.news in (News.NONE, News.OVER)


@given(validities, validities, moments, st.booleans())
def test_the_stricter_holds_just_while_both_do(
    one: Validity, other: Validity, moment: datetime, promotion: bool
) -> None:
    refused = [bool(each.refusal(moment, promotion=promotion)) for each in (one, other)]
    both = stricter(one, other)
    assert bool(both.refusal(moment, promotion=promotion)) == any(refused)


@given(phrases, st.none() | phrases, st.booleans())
def test_what_is_written_down_is_read_back(
    mine: Phrase, base: Phrase | None, gone: bool
) -> None:
    kept = Kept(mine, base, LOOKED, gone)
    assert read_back(written_down(kept)) == kept


def test_what_no_phrase_can_be_made_of_is_passed_over() -> None:
    good = written_down(Kept(SHARED))
    for bad in (
        {},
        {**good, "mine": {}},
        {**good, "mine": {**good["mine"], "texts": []}},
        {**good, "mine": {**good["mine"], "title": "a\x1fb"}},
        {**good, "mine": {**good["mine"], "title": 7}},
        {**good, "mine": {**good["mine"], "validity": {"odd": 1}}},
        {**good, "base": 3},
    ):
        assert read_back(bad) is None
    later = {**good, "mine": {**good["mine"], "of_a_later_release": 1}}
    assert read_back(later) == Kept(SHARED)
