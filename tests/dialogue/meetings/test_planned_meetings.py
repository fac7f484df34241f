from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.dialogue.meetings.at_the_table import ANA, BEN, PLAN, planned

from hled.dialogue.meetings.domain.editing import MovedOnError
from hled.dialogue.meetings.models import PlannedMeeting
from hled.dialogue.meetings.queries.planned import held_here, meetings_for, planned_view
from hled.dialogue.meetings.services.planning import (
    announce_meeting,
    cancel_meeting,
    change_meeting,
    hold_meeting,
    plan_meeting,
)
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, NotFoundError

AFTER = datetime(2027, 3, 5, tzinfo=UTC)


def codes_of(act):
    with pytest.raises(BrokenRuleError) as refused:
        act()
    return [each.rule.code for each in refused.value.findings]


def test_a_meeting_takes_the_name_of_its_series_and_keeps_who_planned_it(bundled):
    meeting = planned(bundled)

    assert (meeting.title_en, meeting.title_es) == ("Cabinet meeting", "Reunión de gabinete")
    assert [(each.what, each.by, each.by_party) for each in meeting.changes.all()] == [
        ("planned", "Ana Ruiz", "MX")
    ]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"ends": "2027-03-04T08:00"}, ["MT-04"]),
        ({"series": "summit"}, ["MT-07"]),
        ({"place": ("", "")}, ["MT-06"]),
        ({"place": ("Mexico City", "")}, ["MT-06"]),
        ({"title": ("Cabinet", "")}, ["MT-10"]),
        ({"join_url": "javascript:alert(1)"}, ["MT-06"]),
        ({"series": "summit", "ends": "2027-03-04T08:00", "place": ("", "")}, ["MT-04", "MT-07", "MT-06"]),
    ],
)
def test_a_plan_that_does_not_hold_is_refused_with_every_finding(bundled, changes, codes):
    assert codes_of(lambda: planned(bundled, **changes)) == codes
    assert not PlannedMeeting.objects.exists()


def test_the_store_refuses_a_meeting_that_ends_before_it_begins(bundled):
    meeting = planned(bundled)

    with pytest.raises(IntegrityError), transaction.atomic():
        PlannedMeeting.objects.filter(pk=meeting.pk).update(ends_at=meeting.begins_at - timedelta(hours=1))


def test_mt_13_a_plan_that_was_changed_meanwhile_is_not_overwritten(bundled):
    meeting = planned(bundled)
    change_meeting(meeting=meeting, plan=replace(PLAN, ends="2027-03-04T13:00"), read=0, by=BEN, at=bundled)

    with pytest.raises(MovedOnError) as refused:
        change_meeting(meeting=meeting, plan=replace(PLAN, online=True), read=0, by=ANA, at=bundled)

    assert refused.value.standing["ends"] == "2027-03-04T13:00"
    assert planned_view(Party.MX, meeting.code).row.online is False
    assert meeting.changes.last().after == {"ends": "2027-03-04T13:00"}


def test_the_public_sees_a_meeting_once_it_is_announced_and_never_where_to_join(bundled):
    meeting = planned(bundled, online=True, join_url="https://join.example/room")
    assert not meetings_for(None).exists()
    with pytest.raises(NotFoundError):
        planned_view(None, meeting.code)

    announce_meeting(meeting=meeting, by=BEN, at=bundled)

    assert planned_view(None, meeting.code).join_url == ""
    assert planned_view(Party.US, meeting.code).join_url == "https://join.example/room"
    assert planned_view(None, meeting.code).history == ()


def test_mt_09_a_meeting_is_not_held_before_it_begins(bundled):
    meeting = planned(bundled)

    assert codes_of(lambda: hold_meeting(meeting=meeting, by=ANA, at=bundled)) == ["MT-09"]


def test_mt_08_what_was_cancelled_is_neither_held_nor_changed(bundled):
    meeting = planned(bundled)
    assert codes_of(lambda: cancel_meeting(meeting=meeting, reason=("Storm", " "), by=ANA, at=bundled)) == [
        "MT-10"
    ]

    cancel_meeting(meeting=meeting, reason=("Storm", "Tormenta"), by=ANA, at=bundled)

    assert codes_of(lambda: hold_meeting(meeting=meeting, by=ANA, at=AFTER)) == ["MT-08"]
    assert codes_of(lambda: change_meeting(meeting=meeting, plan=PLAN, read=1, by=ANA, at=bundled)) == [
        "MT-08"
    ]
    assert codes_of(lambda: announce_meeting(meeting=meeting, by=ANA, at=bundled)) == ["MT-08"]


def test_a_meeting_that_was_held_and_announced_counts_for_the_rhythm(bundled):
    meeting = planned(bundled)
    hold_meeting(meeting=meeting, by=ANA, at=AFTER)
    assert held_here(AFTER.date()) == []

    announce_meeting(meeting=meeting, by=ANA, at=AFTER)

    assert [(each.id, each.level, each.held_on.isoformat()) for each in held_here(AFTER.date())] == [
        (meeting.code, "cabinet", "2027-03-04")
    ]
    assert held_here(datetime(2027, 3, 3, tzinfo=UTC).date()) == []


def test_mt_07_a_series_that_rests_does_not_meet(bundled):
    from hled.dialogue.meetings.models import MeetingSeries
    from hled.dialogue.meetings.services.series import rest_series
    from hled.kernel.bilingual import Bilingual

    rest_series(
        series=MeetingSeries.objects.get(id="cabinet"),
        on=datetime(2027, 1, 1, tzinfo=UTC).date(),
        reason=Bilingual("Change of government", "Cambio de gobierno"),
        agreed_by="d" * 64,
        at=bundled,
    )

    assert codes_of(lambda: planned(bundled)) == ["MT-07"]
    assert plan_meeting(
        plan=replace(PLAN, begins="2026-12-04T09:00", ends="2026-12-04T10:00"), by=ANA, at=bundled
    )
