"""What follows what: learned in one conversation, forgotten with time."""

import json

from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.phrases import CANONICAL_STAGES
from qtdesk.core.ports import Target
from qtdesk.core.usually_next import (
    HALF_LIFE_S,
    MOST_FIRST,
    MOST_NEXT,
    PATH,
    WITHIN_S,
    UsuallyNext,
)

NOW = 1_800_000_000.0
CHAT = Target(1, 1, 1, "chat", "云朵")
OTHER = Target(1, 1, 1, "chat", "阿May")


class Agent:
    """Pastes phrases at a pace, into a chat."""

    def __init__(self, kept: str = "", now: float = NOW) -> None:
        self.now = now
        self.next = UsuallyNext(kept, now)

    def pastes(
        self,
        *keys: str,
        target: Target | None = CHAT,
        buyer: str = "",
        every: float = 20,
    ) -> None:
        for key in keys:
            self.now += every
            self.next.used(key, "answer", buyer, target, self.now)

    def expects(self, target: Target | None = CHAT, buyer: str = "") -> list[str]:
        return self.next.learned(buyer, target, self.now)


def test_what_followed_most_often_comes_first() -> None:
    agent = Agent()
    agent.pastes("a", "b", "a", "b", "a", "c", "a")
    assert agent.expects() == ["b", "c"]


def test_another_conversation_in_the_same_window_is_another_matter() -> None:
    agent = Agent()
    agent.pastes("a")
    agent.pastes("x", target=OTHER)
    agent.pastes("b", "a")
    assert agent.expects() == ["b"]
    assert agent.expects(OTHER) == []


def test_a_count_of_unread_messages_makes_no_other_conversation() -> None:
    agent = Agent()
    agent.pastes("a")
    agent.pastes("b", target=CHAT._replace(title="(3) 云朵"))
    agent.pastes("a")
    assert agent.expects() == ["b"]


def test_a_buyer_who_was_named_is_known_in_any_window() -> None:
    agent = Agent()
    agent.pastes("a", buyer="云朵")
    agent.pastes("x", buyer="阿May")
    agent.pastes("b", buyer="云朵", target=OTHER)
    agent.pastes("a", buyer="云朵")
    assert agent.expects(buyer="云朵") == ["b"]
    assert agent.expects(buyer="") == []


def test_what_comes_much_later_or_twice_follows_nothing() -> None:
    agent = Agent()
    agent.pastes("a")
    agent.pastes("b", every=WITHIN_S + 1)
    agent.pastes("a", "a")
    assert agent.expects() == []
    agent.now += WITHIN_S + 1
    assert agent.next.stage("", CHAT, agent.now) is None


def test_the_next_run_knows_it_and_forgets_it_in_time() -> None:
    first = Agent()
    first.pastes("a", "b")
    kept = first.next.as_text()
    second = Agent(kept, first.now)
    second.pastes("a")
    assert second.expects() == ["b"]
    late = Agent(kept, first.now + 3 * HALF_LIFE_S)
    late.pastes("a")
    assert late.expects() == []


def test_what_was_learned_while_the_clock_was_wrong_counts_for_nothing() -> None:
    ahead = Agent(now=NOW + 400 * HALF_LIFE_S)
    ahead.pastes("a", "b")
    agent = Agent(ahead.next.as_text())
    agent.pastes("a")
    assert agent.expects() == []


def test_it_stays_small() -> None:
    agent = Agent()
    for number in range(MOST_FIRST + 50):
        agent.pastes(f"p{number}")
    for number in range(MOST_NEXT + 5):
        agent.pastes("a", f"n{number}")
    agent.pastes("a")
    levels = json.loads(agent.next.as_text())
    assert len(levels) == MOST_FIRST
    assert len(agent.expects()) == MOST_NEXT
    assert f"n{MOST_NEXT + 4}" in agent.expects()
    assert len(agent.next.as_text()) < 64 * 1024


def test_no_title_and_no_buyer_is_kept_or_told() -> None:
    agent = Agent()
    agent.pastes("a", "b", buyer="云朵8821")
    agent.pastes("c", "d")
    assert "云朵" not in agent.next.as_text()
    assert "云朵" not in repr(list(agent.next._conversations))


@given(
    st.one_of(
        st.text(),
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.floats(), st.text()),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ).map(json.dumps),
    )
)
def test_any_note_is_read(note: str) -> None:
    agent = Agent(note)
    agent.pastes("a", "b", "a")
    assert agent.expects()[:1] == ["b"] or len(agent.expects()) > 1


def test_the_path_names_stages_of_the_trade_only() -> None:
    assert set(PATH) == set(CANONICAL_STAGES)
    for stage, following in PATH.items():
        assert set(following) <= set(CANONICAL_STAGES) - {stage}
