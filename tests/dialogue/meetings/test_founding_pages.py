"""Rest and restart of a series, and a working group, proposed on pages and agreed by both Parties."""

from datetime import date

import pytest
from tests.dialogue.accord.services.texts.at_the_table import US, Table
from tests.dialogue.accord.web.test_pages import at, page_of
from tests.dialogue.workplan.decided import a_decision

from hled.dialogue.accord.models import Proposal
from hled.dialogue.accord.queries.texts.reading import words_of
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.meetings.models import MeetingSeries, Pause

GROUP = {
    "id": "critical_minerals",
    "title_en": "Critical minerals",
    "title_es": "Minerales críticos",
    "mandate_en": "Map what both countries can supply.",
    "mandate_es": "Trazar lo que ambos países pueden suministrar.",
    "members": ["DOC", "SE"],
    "leading": ["SE"],
    "tasks": "P1-SC-04 P1-SC-05",
    "period_months": "3",
    "effective": "2026-11-23",
}


@pytest.fixture
def table(bundled) -> Table:
    return Table().enroll()


def agreed(table: Table, made: Proposal) -> None:
    table.table(made)
    table.certify_both(made)
    table.sign_both(table.digest(made))


def test_a_working_group_is_founded_on_a_page_and_stands_when_both_signed(client, table):
    ours, decision = at(table, US), a_decision(table.at)

    begun = ours.post("/en/meetings/groups/found/", GROUP | {"occasion": decision})
    made = Proposal.objects.get()
    before = MeetingSeries.objects.filter(pk="critical_minerals").exists()
    agreed(table, made)

    assert begun["Location"] == f"/en/accord/proposals/{made.pk}/"
    assert not before
    group = MeetingSeries.objects.get(pk="critical_minerals")
    assert (group.title_es, group.period_months, group.since) == ("Minerales críticos", 3, date(2026, 11, 23))
    assert [(each.agency_id, each.leads) for each in group.members.order_by("agency_id")] == [
        ("DOC", False),
        ("SE", True),
    ]
    assert [each.commitment_id for each in group.tasks.all()] == ["P1-SC-04", "P1-SC-05"]
    assert "Minerales críticos" in page_of(client, "/es/meetings/series/critical_minerals/")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"members": ["DOC"], "leading": []}, "MT-11"),
        ({"leading": ["STATE"]}, "MT-11"),
        ({"mandate_es": " "}, "MT-11"),
        ({"title_en": ""}, "MT-10"),
        ({"tasks": "P9-NONE-01"}, "MT-11"),
        ({"id": "two words"}, "MT-11"),
        ({"id": "cabinet"}, "MT-11"),
        ({"period_months": "often"}, "AC-62"),
        ({"effective": "31/12/2026"}, "AS-01"),
    ],
)
def test_a_group_that_could_not_stand_is_refused_and_what_was_typed_is_shown_again(table, changes, code):
    answer = at(table, US).post("/en/meetings/groups/found/", GROUP | changes)

    page = answer.content.decode()
    assert (answer.status_code, code in page) == (400, True)
    assert "Map what both countries can supply." in page
    assert not Proposal.objects.exists()


def test_the_first_working_group_is_changed_from_its_own_page(table):
    ours = at(table, US)

    page = page_of(ours, "/en/meetings/series/supply_chain/")
    form = page_of(ours, "/en/meetings/groups/found/?group=supply_chain")

    assert "/en/meetings/groups/found/?group=supply_chain" in page
    assert 'value="P1-SC-04 P1-SC-05 P1-SC-08"' in form
    assert 'value="Bilateral Supply Chain Working Group"' in form


def test_a_series_rests_and_meets_again_by_two_acts(table):
    ours, decision = at(table, US), a_decision(table.at)
    asked = {"effective": "2026-11-23", "occasion": decision}

    offered = "Propose that it rests" in page_of(ours, "/en/meetings/series/cabinet/")
    ours.post("/en/meetings/series/cabinet/rest/", asked)
    rest = Proposal.objects.get()
    reason = next(each.id for each in words_of(rest).segments if each.name == "reason")
    table.write(rest, reason, english="Elections.", spanish="Elecciones.")
    agreed(table, rest)
    ours.post("/en/meetings/series/cabinet/rest/", asked | {"effective": "2026-11-30"})
    restart = Proposal.objects.latest("id")
    reason = next(each.id for each in words_of(restart).segments if each.name == "reason")
    table.write(restart, reason, english="They are over.", spanish="Ya pasaron.")
    agreed(table, restart)

    assert offered
    assert (rest.verb, restart.verb) == ("rest", "restart")
    pause = Pause.objects.get()
    assert (pause.paused_on, pause.resumed_on) == (date(2026, 11, 23), date(2026, 11, 30))


def test_mt_30_two_acts_on_one_body_are_not_begun_at_once(table):
    ours, decision = at(table, US), a_decision(table.at)
    asked = {"effective": "2026-11-23", "occasion": decision}

    ours.post("/en/meetings/series/cabinet/rest/", asked)
    refused = ours.post("/en/meetings/series/cabinet/rest/", asked)

    assert (refused.status_code, "MT-30" in refused.content.decode()) == (400, True)
    assert Proposal.objects.count() == 1


def test_mt_28_a_rest_without_a_decision_is_not_begun(table):
    refused = at(table, US).post("/en/meetings/series/cabinet/rest/", {"effective": "2026-11-23"})

    assert (refused.status_code, "MT-28" in refused.content.decode()) == (400, True)
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTY_ADMINISTRATOR, Role.SIGNING_OFFICER])
def test_others_neither_found_a_group_nor_let_a_series_rest(table, role):
    theirs = at(table, US, role)

    assert theirs.get("/en/meetings/groups/found/").status_code == 403
    assert theirs.post("/en/meetings/series/cabinet/rest/", {}).status_code == 403
    assert "Propose that it rests" not in page_of(theirs, "/en/meetings/series/cabinet/")
