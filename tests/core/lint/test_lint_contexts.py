"""How far the words reach that make a sentence a warning."""

import pytest

from qtdesk.core.lint import Contexts
from qtdesk.core.lint.views import plain

CONTEXTS = Contexts(
    warning=("谨防", "beware"),
    denying=("不会", "never"),
    touching=("不",),
    behind=("骗子",),
    turning=("就",),
    only_alike=("会不会",),
)


def excused(text: str, word: str = "加微", last: str = "") -> bool:
    """Whether `word`, up to and with `last`, may stand in `text`."""
    start = text.index(word)
    head = start + len(word)
    inner = (head, text.index(last, head) if last else head)
    end = inner[1] + len(last)
    return CONTEXTS.excuse(plain(text), start, end, inner)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("谨防有人，冒名，叫您加微", True),
        ("谨防有人。叫您加微", False),
        ("谨防" + "一" * 78 + "加微", True),
        ("谨防" + "一" * 79 + "加微", False),
        ("谨防有人，不行就加微", False),
        ("不会让您加微", True),
        ("不会，您加微", False),
        ("不会" + "一" * 12 + "加微", True),
        ("不会" + "一" * 13 + "加微", False),
        ("不会的就加微", False),
        ("就不会让您加微", True),
        ("会不会要您加微", False),
        ("请不加微", True),
        ("请不要加微", False),
        ("加微的，都是骗子", True),
        ("加微。骗子才不加", False),
        ("骗子，您加微", False),
        ("加微", False),
        ("beware of 加微", True),
        ("bewared of 加微", False),
        ("nevermore 加微", False),
    ],
)
def test_reach(text: str, *, expected: bool) -> None:
    assert excused(text) is expected


def test_a_denial_between_first_and_last_word() -> None:
    assert excused("加微这事不会有好评", last="好评")
    assert not excused("加微这事会有不会吧", last="不会")


def test_without_words_nothing_is_excused() -> None:
    assert not Contexts().excuse(plain("谨防不加微，骗子"), 3, 5, (5, 5))


def test_words_of_two_languages_count_together() -> None:
    both = Contexts(denying=("不会",)).with_words_of(Contexts(denying=("never",)))
    for text in ("不会加微", "never加微"):
        start = text.index("加")
        assert both.excuse(plain(text), start, start + 2, (start + 2, start + 2))
