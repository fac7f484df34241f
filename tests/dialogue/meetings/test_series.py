from datetime import date

import pytest
from tests.dialogue.meetings.at_the_table import ANA, planned

from hled.dialogue.meetings.models import MeetingSeries
from hled.dialogue.meetings.queries.agenda import facts_of_every, meetings_known, outlook
from hled.dialogue.meetings.queries.series import one_series, promised_series, series_seen
from hled.dialogue.meetings.services.planning import announce_meeting, hold_meeting
from hled.dialogue.meetings.services.series import Group, found_series, put_group, rest_series, restart_series
from hled.dialogue.results.queries.standing import standing
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError

DAY = date(2026, 11, 23)
WHY = Bilingual("Change of government", "Cambio de gobierno")
GROUP = Group(
    id="border",
    title=("Border working group", "Grupo de trabajo fronterizo"),
    mandate=("Keep crossings moving.", "Mantener ágiles los cruces."),
    members=("DOC", "SE"),
    leading=("SE",),
    since=date(2026, 1, 1),
    period_months=2,
    tasks=("P1-SC-05",),
)


def alerts(day):
    known = meetings_known(day)
    return [
        each.subject for each in outlook(standing(day, undated=True), known).alerts if each.code == "AL-20"
    ]


def codes_of(act):
    with pytest.raises(BrokenRuleError) as refused:
        act()
    return [each.rule.code for each in refused.value.findings]


def test_the_record_founds_two_levels_and_the_supply_chain_group_with_its_source(bundled):
    seen = series_seen(DAY, [])
    group = one_series("supply_chain", DAY, [])

    assert [each.id for each in seen] == ["cabinet", "sub_cabinet", "supply_chain"]
    assert {each.row.document_id for each in seen} == {"D-2021-09-09-JS"}
    assert [(each.party, each.agency, each.leads) for each in group.members] == [
        ("MX", "SE", True),
        ("US", "DOC", True),
    ]
    assert (group.tasks, group.interval_from) == (("P1-SC-04", "P1-SC-05", "P1-SC-08"), "P1-SC-04")
    assert group.cadence is None


def test_founding_again_changes_nothing(bundled):
    assert found_series(at=bundled) == []


def test_a_record_without_the_founding_document_founds_nothing(empty_store):
    assert found_series(at=empty_store) == []
    assert promised_series(DAY) == ()


def test_before_the_promise_there_is_no_series(bundled):
    assert series_seen(date(2021, 9, 8), []) == ()


def test_a_group_is_late_only_after_a_meeting_of_it_is_known(bundled):
    assert alerts(DAY) == ["cabinet", "sub_cabinet"]
    meeting = planned(bundled, series="supply_chain", begins="2026-09-01T09:00", ends="2026-09-01T10:00")
    hold_meeting(meeting=meeting, by=ANA, at=bundled)
    announce_meeting(meeting=meeting, by=ANA, at=bundled)

    assert alerts(DAY) == ["cabinet", "sub_cabinet", "supply_chain"]
    cadence = one_series("supply_chain", DAY, facts_of_every(meetings_known(DAY), DAY)).cadence
    assert (cadence.last.id, cadence.next_due, cadence.months_overdue, cadence.held, cadence.expected) == (
        meeting.code,
        date(2026, 10, 1),
        1,
        0,
        2,
    )


def test_a_meeting_that_record_and_store_know_counts_once(bundled):
    meeting = planned(bundled, begins="2023-09-29T09:00", ends="2023-09-29T12:00")
    hold_meeting(meeting=meeting, by=ANA, at=bundled)
    announce_meeting(meeting=meeting, by=ANA, at=bundled)

    facts = facts_of_every(meetings_known(DAY), DAY)

    assert [each.id for each in facts if each.held_on == date(2023, 9, 29)] == ["M-2023-09-29"]


def test_a_series_that_rests_is_not_overdue_and_is_due_one_interval_after_it_meets_again(bundled):
    cabinet = MeetingSeries.objects.get(id="cabinet")
    rest_series(series=cabinet, on=date(2025, 1, 20), reason=WHY, agreed_by="a" * 64, at=bundled)

    assert alerts(DAY) == ["sub_cabinet"]
    resting = outlook(standing(DAY, undated=True), meetings_known(DAY)).cadences[0]
    assert (resting.next_due, resting.rests_since, resting.expected) == (None, date(2025, 1, 20), 3)
    assert (
        resting.sentence.es == "la reunión de gabinete está en pausa por acuerdo desde el 20 de enero de 2025"
    )

    restart_series(series=cabinet, on=date(2026, 6, 1), agreed_by="b" * 64)

    again = outlook(standing(DAY, undated=True), meetings_known(DAY)).cadences[0]
    assert (again.next_due, again.rests_since, again.expected) == (date(2027, 6, 1), None, 3)
    assert alerts(date(2024, 12, 31)) == ["cabinet", "sub_cabinet"]


def test_mt_12_a_series_rests_once_at_a_time_and_forward(bundled):
    cabinet = MeetingSeries.objects.get(id="cabinet")

    def rest(day):
        return rest_series(series=cabinet, on=day, reason=WHY, agreed_by="a" * 64, at=bundled)

    def restart(day):
        return restart_series(series=cabinet, on=day, agreed_by="b" * 64)

    assert codes_of(lambda: restart(DAY)) == ["MT-12"]
    assert codes_of(lambda: rest(date(2020, 1, 1))) == ["MT-12"]
    rest(date(2025, 1, 20))
    assert codes_of(lambda: rest(DAY)) == ["MT-12"]
    assert codes_of(lambda: restart(date(2025, 1, 20))) == ["MT-12"]
    restart(date(2025, 6, 1))
    assert codes_of(lambda: rest(date(2025, 5, 31))) == ["MT-12"]


def test_a_group_has_members_of_both_parties_and_a_plan_of_action(bundled):
    put_group(group=GROUP, at=bundled)

    seen = one_series("border", DAY, [])

    assert [(each.agency, each.leads) for each in seen.members] == [("SE", True), ("DOC", False)]
    assert (seen.tasks, seen.mandate) == (("P1-SC-05",), Bilingual(*GROUP.mandate))


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"members": ("DOC",), "leading": ()}, ["MT-11"]),
        ({"members": ("DOC", "XX"), "leading": ()}, ["MT-11", "MT-11"]),
        ({"mandate": ("Keep crossings moving.", "")}, ["MT-11"]),
        ({"title": ("", "")}, ["MT-10", "MT-10"]),
        ({"period_months": 0}, ["MT-11"]),
        ({"leading": ("SRE",)}, ["MT-11"]),
        ({"tasks": ("P1-SC-99",)}, ["MT-11"]),
        ({"id": "../x"}, ["MT-11"]),
        ({"id": "cabinet"}, ["MT-11"]),
    ],
)
def test_mt_11_a_group_that_is_not_whole_is_refused(bundled, changes, codes):
    from dataclasses import replace

    assert codes_of(lambda: put_group(group=replace(GROUP, **changes), at=bundled)) == codes
    assert not MeetingSeries.objects.filter(id="border").exists()
