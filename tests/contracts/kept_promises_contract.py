"""What everything that keeps promises must do."""

from qtdesk.core.ports.promises import KeptPromises


class KeptPromisesContract:
    """Tests that ask a fixture `kept` for an empty one."""

    def test_nothing_is_there_at_first(self, kept: KeptPromises) -> None:
        assert kept.all() == ()
        kept.drop("nobody")
        assert kept.all() == ()

    def test_the_latest_of_each_is_kept_whole(self, kept: KeptPromises) -> None:
        kept.keep("a", {"v": 1, "matter": "一", "told": "x"})
        kept.keep("b", {"v": 1})
        kept.keep("a", {"v": 1, "matter": "二"})
        assert kept.all() == ({"v": 1, "matter": "二"}, {"v": 1})

    def test_what_is_dropped_is_gone_and_may_come_again(
        self, kept: KeptPromises
    ) -> None:
        for uid in "abc":
            kept.keep(uid, {"uid": uid})
        kept.drop("b")
        assert kept.all() == ({"uid": "a"}, {"uid": "c"})
        kept.keep("b", {"uid": "b"})
        assert kept.all() == ({"uid": "a"}, {"uid": "c"}, {"uid": "b"})

    def test_none_goes_because_there_are_many(self, kept: KeptPromises) -> None:
        for number in range(500):
            kept.keep(str(number), {"n": number})
        assert [each["n"] for each in kept.all()] == list(range(500))
