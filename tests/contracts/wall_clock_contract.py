"""What every clock on the wall must do."""

from datetime import time, timedelta

from qtdesk.core.ports import WallClock


class WallClockContract:
    """Tests that ask a fixture `wall` for one."""

    def test_it_knows_its_distance_from_utc(self, wall: WallClock) -> None:
        assert wall.now().utcoffset() is not None

    def test_it_never_stands_still_for_long(self, wall: WallClock) -> None:
        assert wall.now() <= wall.now()

    def test_a_day_has_its_times_as_they_will_be_shown(self, wall: WallClock) -> None:
        today = wall.now().date()
        for days in range(0, 400, 7):
            moment = wall.on(today + timedelta(days=days), time(10, 30))
            assert moment.utcoffset() is not None
            assert f"{moment:%H:%M}" == "10:30"
            assert moment.date() == today + timedelta(days=days)
