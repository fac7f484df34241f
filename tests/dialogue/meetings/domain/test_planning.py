from datetime import UTC, datetime

import pytest

from hled.dialogue.meetings.domain.planning import Hours, State, may_become, read_hours


def test_hours_are_read_on_the_clocks_of_their_zone():
    found = read_hours("2027-03-04T09:00", "2027-03-04T12:30", "America/Mexico_City")

    assert found == Hours(
        datetime(2027, 3, 4, 15, tzinfo=UTC), datetime(2027, 3, 4, 18, 30, tzinfo=UTC), "America/Mexico_City"
    )


@pytest.mark.parametrize(
    ("begins", "ends", "zone", "codes"),
    [
        ("2027-03-04T09:00", "2027-03-04T08:00", "America/Mexico_City", ["MT-04"]),
        ("2027-03-04T09:00", "2027-03-04T09:00", "America/Mexico_City", ["MT-04"]),
        ("2027-03-04T09:00", "2027-03-19T09:00", "America/Mexico_City", ["MT-04"]),
        ("2027-03-04T09:00", "2027-03-04T12:00", "Mexico/Somewhere", ["MT-05"]),
        ("4 March", "", "America/New_York", ["MT-05", "MT-05"]),
        ("2027-03-04T09:00Z", "2027-03-04T12:00", "America/New_York", ["MT-05"]),
        ("2027-03-14T02:30", "2027-03-14T05:00", "America/New_York", ["MT-05"]),
        ("2027-11-07T01:30", "2027-11-07T05:00", "America/New_York", ["MT-05"]),
    ],
    ids=["backward", "no length", "two weeks and a day", "zone", "words", "offset", "skipped", "repeated"],
)
def test_hours_that_do_not_hold_are_found(begins, ends, zone, codes):
    found = read_hours(begins, ends, zone)

    assert not isinstance(found, Hours)
    assert [each.rule.code for each in found] == codes


def test_a_meeting_goes_forward_through_its_states():
    ways = {(a, b) for a in State for b in State if may_become(a, b)}

    assert ways == {
        (State.PLANNED, State.HELD),
        (State.PLANNED, State.CANCELLED),
        (State.HELD, State.MINUTES_AGREED),
    }
