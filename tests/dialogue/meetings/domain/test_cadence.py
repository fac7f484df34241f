from datetime import date

import pytest

from hled.dialogue.meetings.domain.cadence import cadence_alerts, cadences
from hled.dialogue.results.domain.facts import MeetingFacts

HELD = (
    MeetingFacts("M-2016-02-25", date(2016, 2, 25), "cabinet", "first"),
    MeetingFacts("M-2021-09-09", date(2021, 9, 9), "cabinet"),
    MeetingFacts("M-2021-12-13", date(2021, 12, 13), "publication"),
    MeetingFacts("M-2022-04-18", date(2022, 4, 18), "sub_cabinet"),
    MeetingFacts("M-2022-09-12", date(2022, 9, 12), "cabinet"),
    MeetingFacts("M-2023-04-18", date(2023, 4, 18), "sub_cabinet"),
    MeetingFacts("M-2023-09-29", date(2023, 9, 29), "cabinet"),
    MeetingFacts("M-2024-04-19", date(2024, 4, 19), "sub_cabinet"),
)


def _standing(as_of):
    return {
        each.series.code: (
            each.last and each.last.id,
            each.next_due,
            each.months_overdue,
            each.held,
            each.expected,
        )
        for each in cadences(HELD, as_of)
    }


def test_the_next_meeting_is_due_one_period_after_the_last():
    assert _standing(date(2026, 11, 23)) == {
        "cabinet": ("M-2023-09-29", date(2024, 9, 29), 25, 2, 5),
        "sub_cabinet": ("M-2024-04-19", date(2024, 10, 19), 25, 3, 10),
    }


def test_later_meetings_are_not_seen_on_an_earlier_day():
    assert _standing(date(2022, 5, 1)) == {
        "cabinet": ("M-2021-09-09", date(2022, 9, 9), 0, 0, 0),
        "sub_cabinet": ("M-2022-04-18", date(2022, 10, 18), 0, 1, 1),
    }


def test_a_publication_is_no_meeting():
    assert _standing(date(2021, 12, 31))["sub_cabinet"] == (None, date(2022, 3, 9), 0, 0, 0)


def test_before_the_promise_no_series_is_in_force():
    assert cadences(HELD, date(2021, 9, 8)) == ()


@pytest.mark.parametrize(("day", "codes"), [(9, []), (10, ["cabinet"])])
def test_al_20_an_overdue_meeting_is_an_alert_from_the_day_after(day, codes):
    meetings = [each for each in HELD if each.held_on < date(2022, 9, 12)]

    found = cadence_alerts(cadences(meetings, date(2022, 9, day)))

    assert [each.subject for each in found] == codes


def test_al_20_says_when_it_was_last_held_and_how_far_behind_it_is():
    found = cadence_alerts(cadences(HELD, date(2026, 11, 23)))[0]

    assert (found.code, found.pillar, found.since) == ("AL-20", "X", date(2024, 9, 30))
    assert found.sentence.en == (
        "Cabinet meeting: last held on 29 September 2023. The next was due by 29 September 2024 and is 25 months "
        "overdue; 2 held of 5 due since the promise."
    )
    assert found.evidence == ("D-2021-09-09-JS", "M-2023-09-29")


def test_al_20_says_so_where_none_was_ever_held():
    found = cadence_alerts(cadences((), date(2022, 4, 9)))

    assert [each.subject for each in found] == ["sub_cabinet"]
    assert "ninguna se ha celebrado desde el compromiso" in found[0].sentence.es


def test_a_cadence_is_plain_json():
    said = cadences(HELD, date(2022, 5, 1))[0].as_json()

    assert said["sentence_en"] == "the cabinet meeting is due by 9 September 2022"
    assert (said["overdue"], said["next_due"], said["last"]) == (False, "2022-09-09", "M-2021-09-09")
