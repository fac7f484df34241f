from dataclasses import replace

import pytest
from tests.dialogue.meetings.at_the_table import ANA, BEN, SAID, planned

from hled.dialogue.meetings.domain.editing import MovedOnError
from hled.dialogue.meetings.queries.agenda import agenda, meetings_known, proposed_items
from hled.dialogue.meetings.queries.planned import planned_view
from hled.dialogue.meetings.queries.suggestions import suggestion, suggestions
from hled.dialogue.meetings.services import propose_item
from hled.dialogue.meetings.services.agenda import drop_point, edit_point, move_point, take_up
from hled.dialogue.meetings.services.planning import cancel_meeting
from hled.dialogue.results.queries.standing import standing
from hled.dialogue.workplan.queries.plan import plan
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError


@pytest.fixture
def meeting(bundled):
    return planned(bundled)


def three_points(meeting, at):
    return [
        take_up(meeting=meeting, said=replace(SAID, title=(name, name)), by=ANA, at=at)
        for name in ("One", "Two", "Three")
    ]


def titles(meeting):
    return [each.point.title_en for each in planned_view(Party.US, meeting.code).agenda]


def codes_of(act):
    with pytest.raises(BrokenRuleError) as refused:
        act()
    return [each.rule.code for each in refused.value.findings]


def suggested(meeting, at):
    day = at.date()
    known = meetings_known(day)
    sections = agenda(standing(day, undated=True), known)
    return suggestions(sections, proposed_items(day), plan(), meeting=meeting)


def test_points_follow_each_other_by_their_minutes(bundled, meeting):
    three_points(meeting, bundled)
    view = planned_view(Party.MX, meeting.code)

    assert [f"{each.begins_at:%H:%M}" for each in view.agenda] == ["09:00", "09:20", "09:40"]
    assert (view.minutes_planned, view.minutes_long, view.runs_over) == (60, 180, 0)


def test_a_point_moves_and_the_others_keep_their_order(bundled, meeting):
    _, _, third = three_points(meeting, bundled)
    meeting.refresh_from_db()

    move_point(point=third, to=1, read=meeting.agenda_version, by=BEN, at=bundled)

    assert titles(meeting) == ["Three", "One", "Two"]
    assert meeting.changes.last().before == {"place": 3}


def test_mt_13_of_two_who_move_from_one_order_the_second_is_asked_again(bundled, meeting):
    first, _, third = three_points(meeting, bundled)
    meeting.refresh_from_db()
    read = meeting.agenda_version
    move_point(point=third, to=1, read=read, by=BEN, at=bundled)

    with pytest.raises(MovedOnError):
        move_point(point=first, to=3, read=read, by=ANA, at=bundled)

    assert titles(meeting) == ["Three", "One", "Two"]


def test_mt_13_of_two_who_edit_one_point_neither_loses_words(bundled, meeting):
    point, *_ = three_points(meeting, bundled)
    edit_point(point=point, said=replace(SAID, minutes=45), read=1, by=BEN, at=bundled)

    with pytest.raises(MovedOnError) as refused:
        edit_point(point=point, said=replace(SAID, presenter="Ana"), read=1, by=ANA, at=bundled)

    assert refused.value.now == 2
    assert refused.value.standing["minutes"] == 45
    assert [each.rule.code for each in refused.value.findings] == ["MT-13"]
    point.refresh_from_db()
    assert (point.minutes, point.presenter) == (45, "")


def test_what_was_said_before_stays_in_the_history(bundled, meeting):
    point, *_ = three_points(meeting, bundled)

    edit_point(point=point, said=replace(SAID, minutes=45), read=1, by=BEN, at=bundled)
    drop_point(point=point, read=2, by=ANA, at=bundled)

    newest, edited = planned_view(Party.US, meeting.code).history[:2]
    assert (edited.what, edited.by, edited.before, edited.after) == (
        "point_edited",
        "Ben Hall",
        {"title_en": "One", "title_es": "One", "minutes": 20},
        {"title_en": "Semiconductors", "title_es": "Semiconductores", "minutes": 45},
    )
    assert (newest.what, newest.by_party, newest.before["minutes"]) == ("point_dropped", "MX", 45)
    assert titles(meeting) == ["Two", "Three"]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"minutes": 0}, ["MT-14"]),
        ({"minutes": 481}, ["MT-14"]),
        ({"title": ("Semiconductors", "  ")}, ["MT-17"]),
        ({"reason": ("", "")}, ["MT-17", "MT-17"]),
        ({"reason": ("x" * 4001, "x")}, ["MT-17"]),
        ({"pillar": "P9"}, ["MT-02"]),
        ({"presenter_party": "CA"}, ["MT-17"]),
    ],
)
def test_a_point_that_does_not_hold_is_refused(bundled, meeting, changes, codes):
    assert (
        codes_of(lambda: take_up(meeting=meeting, said=replace(SAID, **changes), by=ANA, at=bundled)) == codes
    )
    assert titles(meeting) == []


def test_mt_15_the_agenda_of_a_cancelled_meeting_is_closed(bundled, meeting):
    point, *_ = three_points(meeting, bundled)
    cancel_meeting(meeting=meeting, reason=("Storm", "Tormenta"), by=BEN, at=bundled)

    assert codes_of(lambda: take_up(meeting=meeting, said=SAID, by=ANA, at=bundled)) == ["MT-15"]
    assert codes_of(lambda: edit_point(point=point, said=SAID, read=1, by=ANA, at=bundled)) == ["MT-15"]
    assert codes_of(lambda: drop_point(point=point, read=1, by=ANA, at=bundled)) == ["MT-15"]


def test_the_agenda_proposes_itself_from_alerts_with_reason_and_minutes(bundled, meeting):
    found = suggested(meeting, bundled)

    overdue = suggestion(found, "cabinet")
    assert (overdue.kind, overdue.minutes, overdue.origin_page) == ("alert", 15, "meetings/series/cabinet/")
    assert "25 months overdue" in overdue.reason.en
    assert "25 meses de atraso" in overdue.reason.es
    assert [each.weight for each in found] == sorted((each.weight for each in found), reverse=True)
    assert all(each.minutes > 0 for each in found)


def test_mt_18_what_was_taken_up_is_marked_and_not_taken_twice(bundled, meeting):
    found = suggestion(suggested(meeting, bundled), "cabinet")
    said = replace(SAID, title=(found.title.en, found.title.es), pillar=found.pillar)
    point = take_up(meeting=meeting, said=said, by=ANA, at=bundled, kind="alert", origin=found.origin)

    assert suggestion(suggested(meeting, bundled), "cabinet").taken == point.code
    assert codes_of(
        lambda: take_up(meeting=meeting, said=said, by=BEN, at=bundled, kind="alert", origin="cabinet")
    ) == ["MT-18"]

    drop_point(point=point, read=1, by=BEN, at=bundled)
    assert suggestion(suggested(meeting, bundled), "cabinet").taken == ""


def test_a_finding_of_a_study_stands_before_what_rules_found(bundled, meeting):
    propose_item(
        title=Bilingual("Gallium from one supplier", "Galio de un solo proveedor"),
        reason=Bilingual("91 % of imports.", "91 % de las importaciones."),
        pillar="P1",
        origin="ST-0001",
        origin_page="studies/ST-0001/",
        by="Analyst",
        at=bundled,
        minutes=25,
    )

    first = suggested(meeting, bundled)[0]

    assert (first.kind, first.origin, first.minutes) == ("finding", "ST-0001", 25)


def test_a_working_group_is_asked_about_its_own_plan_of_action(bundled):
    group = planned(bundled, series="supply_chain")

    found = {each.origin for each in suggested(group, bundled) if each.kind == "alert"}

    assert found
    assert found <= {"P1-SC-04", "P1-SC-05", "P1-SC-08", "supply_chain"}
