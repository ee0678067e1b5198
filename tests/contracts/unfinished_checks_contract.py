"""What everything that keeps checks under way must do."""

from qtdesk.core.ports.checks import UnfinishedChecks


class UnfinishedChecksContract:
    """Tests that ask a fixture `unfinished` for an empty one."""

    def test_nothing_is_there_at_first(self, unfinished: UnfinishedChecks) -> None:
        assert unfinished.all() == ()
        unfinished.drop("nobody")
        assert unfinished.all() == ()

    def test_the_latest_of_each_is_kept_whole(
        self, unfinished: UnfinishedChecks
    ) -> None:
        unfinished.keep("a", {"v": 1, "values": {"V04": "1", "V05": "2"}})
        unfinished.keep("b", {"v": 1, "values": {}})
        unfinished.keep("a", {"v": 1, "values": {"V05": None}})
        assert unfinished.all() == (
            {"v": 1, "values": {"V05": None}},
            {"v": 1, "values": {}},
        )

    def test_what_is_dropped_is_gone(self, unfinished: UnfinishedChecks) -> None:
        for uid in "abc":
            unfinished.keep(uid, {"uid": uid})
        unfinished.drop("b")
        assert unfinished.all() == ({"uid": "a"}, {"uid": "c"})
