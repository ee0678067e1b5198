"""Parts in their order, whatever an agent does between them."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Target
from qtdesk.core.sequence import MOST_UNDER_WAY, PartGiven, Sequences

THREE = Phrase("b", "three", "ship", "", "三条", ("一", "二", "三"), sequence=True)
TWO = Phrase("b", "two", "ship", "", "两条", ("甲", "乙"), sequence=True)
PLAIN = Phrase("b", "plain", "ship", "", "变体", ("x", "y"))


def chat(number: int, title: str = "") -> Target:
    return Target(number, number, 0, "chat", title or f"买家{'甲乙丙丁'[number % 4]}")


class Conversations(RuleBasedStateMachine):
    """Against a model: by conversation, the phrase under way and its next part."""

    def __init__(self) -> None:
        super().__init__()
        self.sequences = Sequences()
        self.model: dict[int, tuple[str, int]] = {}

    @rule(
        phrase=st.sampled_from([THREE, TWO]),
        window=st.integers(1, 3),
        read=st.booleans(),
    )
    def paste(self, phrase: Phrase, window: int, read: bool) -> None:
        key, part = self.model.get(window, ("", 0))
        part = part if key == phrase.key else 0
        assert self.sequences.part(phrase, chat(window)) == part
        self.sequences.begin(phrase, chat(window))
        told = self.sequences.end(phrase.key, read=read)
        if not read:
            assert told is None
            return
        assert told == PartGiven(phrase.title, part + 1, len(phrase.texts))
        if part + 1 < len(phrase.texts):
            self.model[window] = (phrase.key, part + 1)
        else:
            self.model.pop(window, None)

    @rule(window=st.integers(1, 3), read=st.booleans())
    def paste_another(self, window: int, read: bool) -> None:
        self.sequences.begin(PLAIN, chat(window))
        assert self.sequences.end(PLAIN.key, read=read) is None

    @invariant()
    def each_conversation_has_its_own(self) -> None:
        for window in range(1, 4):
            key, part = self.model.get(window, ("", 0))
            assert self.sequences.due(chat(window)) == key
            for phrase in (THREE, TWO):
                wanted = part if phrase.key == key else 0
                assert self.sequences.part(phrase, chat(window)) == wanted


TestConversations = Conversations.TestCase


def test_without_a_window_nothing_is_under_way() -> None:
    sequences = Sequences()
    unseen = Target(0, 0, 0, "", "")
    for target in (None, unseen):
        sequences.begin(THREE, target)
        sequences.end(THREE.key, read=True)
        assert sequences.due(target) == ""


def test_the_oldest_conversations_are_forgotten() -> None:
    sequences = Sequences()
    for window in range(1, MOST_UNDER_WAY + 3):
        sequences.go_to(THREE, chat(window), 1)
    due = [bool(sequences.due(chat(n))) for n in range(1, MOST_UNDER_WAY + 3)]
    assert due == [False] * 2 + [True] * MOST_UNDER_WAY


@given(st.integers(1, 2))
def test_a_shorter_edition_begins_anew(left: int) -> None:
    sequences = Sequences()
    sequences.go_to(THREE, chat(1), 2)
    shorter = THREE._replace(texts=THREE.texts[:left])
    assert sequences.part(shorter, chat(1)) == 0


def test_no_log_has_a_title() -> None:
    sequences = Sequences()
    sequences.go_to(THREE, chat(1, "云朵8821"), 1)
    assert "云朵" not in repr(sequences._under_way)
    assert "三条" not in repr(PartGiven("三条", 1, 3))
