"""Proposing a change of the plan from its pages, as officers do it in a browser without script."""

import re
from decimal import Decimal

import pytest
from tests.dialogue.accord.services.texts.at_the_table import MX, US, Table
from tests.dialogue.accord.web.test_pages import at, page_of
from tests.dialogue.workplan.decided import a_decision

from hled.dialogue.accord.models import Proposal
from hled.dialogue.accord.queries.texts.reading import words_of
from hled.dialogue.chronicle.queries import said
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.results.domain.indicators import INDICATORS, Direction
from hled.dialogue.results.domain.rulebook.agreeing import rulebook_digest
from hled.dialogue.results.models import Observation
from hled.dialogue.workplan.queries.shelves import COMMITMENTS
from hled.kernel.rule import BrokenRuleError

ADD = {
    "type": "commitment.add",
    "subject": "P1-99",
    "field-pillar": "P1",
    "effective": "2026-12-01",
    "occasion": "",
}


@pytest.fixture
def table(bundled) -> Table:
    return Table().enroll()


def proposals() -> list[tuple[str, str, str]]:
    return [(each.text.subject, each.verb, each.occasion or "") for each in Proposal.objects.order_by("id")]


def terms_of(client, made, **changes) -> dict[str, str]:
    page = page_of(client, f"/en/accord/proposals/{made.pk}/")
    form = page[page.index(f"/accord/proposals/{made.pk}/terms/") :]
    boxes = dict(re.findall(r'name="(read|effective|field-[a-z_]+)"[^>]* value="([^"]*)"', form))
    return boxes | changes


def test_the_page_of_a_commitment_offers_each_act_to_an_officer_and_none_to_the_public(client, table):
    officers = page_of(at(table, US), "/en/commitments/P1-SC-02/")
    public = page_of(client, "/en/commitments/P1-SC-02/")
    silent = page_of(at(table, US, Role.OBSERVER), "/en/commitments/P1-SC-02/")

    for verb in ("amend", "merge", "supersede", "withdraw", "complete"):
        link = f"?type=commitment.{verb}&amp;subject=P1-SC-02"
        assert (link in officers, link in public, link in silent) == (True, False, False)
    assert "?type=milestone.add&amp;commitment=P1-SC-02" in officers


@pytest.mark.parametrize(
    ("language", "says"), [("en", "Amend a commitment"), ("es", "Enmendar un compromiso")]
)
def test_an_amendment_is_begun_from_the_page_under_a_decision_and_leads_to_the_editor(table, language, says):
    ours, decision = at(table, US), a_decision(table.at)
    address = f"/{language}/plan/propose/?type=commitment.amend&subject=P1-SC-02"

    asked = page_of(ours, address)
    begun = ours.post(
        f"/{language}/plan/propose/",
        {"type": "commitment.amend", "subject": "P1-SC-02", "effective": "2026-12-01", "occasion": decision},
    )

    assert says in asked
    assert decision in asked
    made = Proposal.objects.get()
    assert begun["Location"] == f"/{language}/accord/proposals/{made.pk}/"
    assert proposals() == [("P1-SC-02", "amend", decision)]
    assert [each.name for each in words_of(made).segments] == ["title", "summary"]


def test_a_new_commitment_comes_with_its_pillar_and_the_next_identifier(table):
    ours = at(table, US)

    suggested = page_of(ours, "/en/plan/propose/?type=milestone.add&commitment=P1-SC-02")
    ours.post("/en/plan/propose/", ADD)

    assert re.search(r'name="subject"[^>]* value="MS-[0-9]+"', suggested)
    assert '<option value="P1-SC-02" selected>' in suggested
    assert Proposal.objects.get().fields == {"pillar": "P1"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"type": "commitment.forget"}, "WP-01"),
        ({"subject": "P1-SC-02"}, "WP-02"),
        ({"type": "commitment.amend", "subject": "P1-SC-9999"}, "WP-05"),
        ({"effective": "tomorrow"}, "AS-01"),
        ({"occasion": "PM-9999/D1"}, "AC-62"),
        ({"field-pillar": "<b>P1</b>"}, "AC-62"),
    ],
)
def test_what_cannot_be_proposed_is_refused_by_its_rule_and_nothing_is_begun(table, changes, code):
    answer = at(table, US).post("/en/plan/propose/", ADD | changes)

    assert answer.status_code == 400
    assert code in answer.content.decode()
    assert proposals() == []


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTY_ADMINISTRATOR, Role.SIGNING_OFFICER])
def test_roles_that_draft_nothing_find_no_page_to_propose(table, role):
    theirs = at(table, MX, role)

    assert theirs.get("/en/plan/propose/").status_code == 403
    assert theirs.post("/en/plan/propose/", ADD).status_code == 403
    assert proposals() == []


def test_the_editor_shows_the_fields_of_the_act_alone_and_keeps_lists(table):
    ours = at(table, US)
    ours.post("/en/plan/propose/", ADD | {"type": "commitment.amend", "subject": "P1-SC-02"})
    made = Proposal.objects.get()

    typed = terms_of(ours, made, **{"field-agencies_us": "US-COMMERCE US-STATE", "field-due": "2027-06"})
    saved = ours.post(f"/en/accord/proposals/{made.pk}/terms/", typed)

    assert "field-into" not in typed
    assert "field-pillar" not in typed
    assert saved.status_code == 302
    made.refresh_from_db()
    assert made.fields == {"agencies_us": ["US-COMMERCE", "US-STATE"], "due": "2027-06"}
    assert terms_of(ours, made)["field-agencies_us"] == "US-COMMERCE US-STATE"


def amendment(table, subject="P1-SC-02") -> tuple:
    """A draft that amends a commitment under a decision, and the browser of who drafts it."""
    ours, decision = at(table, US), a_decision(table.at)
    begun = {"type": "commitment.amend", "subject": subject, "effective": "2026-11-23", "occasion": decision}
    ours.post("/en/plan/propose/", begun)
    return ours, Proposal.objects.get()


def put_in_force(table, made) -> None:
    table.table(made)
    table.certify_both(made)
    table.sign_both(table.digest(made))


QUANTITIES = {
    "lines-quantities": "2",
    "field-quantities-0-what_en": "Lanes opened",
    "field-quantities-0-what_es": "Carriles abiertos",
    "field-quantities-0-value": "2.5",
    "field-quantities-0-unit": "percent",
}
PARTNERS = {
    "lines-partners": "2",
    "field-partners-1-name_en": "Chamber of Trade",
    "field-partners-1-name_es": "Cámara de Comercio",
}


def test_partners_and_quantities_are_written_line_by_line_and_come_into_the_plan(table, client):
    ours, made = amendment(table)

    ours.post(f"/en/accord/proposals/{made.pk}/terms/", terms_of(ours, made, **QUANTITIES, **PARTNERS))
    put_in_force(table, made)

    said_now = said(COMMITMENTS)["P1-SC-02"]
    assert [(each["name_en"], each["name_es"]) for each in said_now["partners"]] == [
        ("Chamber of Trade", "Cámara de Comercio")
    ]
    assert [(each["what_es"], each["value"], each["unit"]) for each in said_now["quantities"]] == [
        ("Carriles abiertos", Decimal("2.5"), "percent")
    ]
    assert "Lanes opened" in page_of(client, "/en/commitments/P1-SC-02/")
    again = page_of(ours, "/en/plan/propose/?type=commitment.amend&subject=P1-SC-02")
    assert 'name="field-quantities-0-what_en" value="Lanes opened"' in again


def test_a_wrong_line_is_refused_beside_its_field_and_what_was_typed_stays(table):
    ours, made = amendment(table)

    typed = terms_of(ours, made, **QUANTITIES | {"field-quantities-0-value": "many"})
    answer = ours.post(f"/en/accord/proposals/{made.pk}/terms/", typed)

    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="many"' in page
    beside = page[page.index('id="against-quantities"') :]
    assert "AC-62" in beside[: beside.index("</ul>")]


def test_a_field_is_taken_away_and_what_is_left_empty_stays(table):
    standing = said(COMMITMENTS)
    subject = next(id for id, each in standing.items() if each["due"] and each["agencies_us"])
    ours, made = amendment(table, subject)

    ours.post(f"/en/accord/proposals/{made.pk}/terms/", terms_of(ours, made, **{"none-due": "on"}))
    made.refresh_from_db()
    assert made.fields == {"due": None}
    assert "Due: day, month or year" in page_of(ours, f"/en/accord/proposals/{made.pk}/difference/")
    put_in_force(table, made)

    after = said(COMMITMENTS)[subject]
    assert after["due"] is None
    assert after["agencies_us"] == standing[subject]["agencies_us"]


def test_ac_62_a_field_does_not_say_something_and_none_at_once(table):
    ours, made = amendment(table)

    typed = terms_of(ours, made, **{"none-due": "on", "field-due": "2027"})
    answer = ours.post(f"/en/accord/proposals/{made.pk}/terms/", typed)

    assert (answer.status_code, "AC-62" in answer.content.decode()) == (400, True)
    made.refresh_from_db()
    assert made.fields == {}


def test_what_the_plan_would_refuse_stands_beside_the_field_before_anybody_certifies(table):
    ours, made = amendment(table)
    typed = terms_of(ours, made, **{"field-agencies_us": "US-NOBODY"})

    ours.post(f"/en/accord/proposals/{made.pk}/terms/", typed)

    page = page_of(ours, f"/en/accord/proposals/{made.pk}/")
    beside = page[page.index('id="against-agencies_us"') :]
    assert "US-NOBODY" in beside[: beside.index("</ul>")]
    table.table(made)
    with pytest.raises(BrokenRuleError, match="US-NOBODY"):
        table.certify(made, US)


def test_a_paragraph_that_an_amendment_has_no_place_for_is_said_on_the_page(table):
    ours, made = amendment(table)

    table.add(made, "A further paragraph.", "Otro párrafo.")

    assert "WP-07" in page_of(ours, f"/en/accord/proposals/{made.pk}/")


@pytest.mark.parametrize(("language", "said"), [("en", "Supply chains"), ("es", "Cadenas de suministro")])
def test_what_stands_is_said_with_what_its_code_names(table, language, said):
    ours, made = amendment(table)

    page = page_of(ours, f"/{language}/accord/proposals/{made.pk}/")

    stands = [page[each.end() :].partition("</p>")[0] for each in re.finditer('<p class="small soft">', page)]
    assert any(f"supply_chains · {said}; investment · " in each for each in stands), stands


def test_terms_with_one_bad_field_are_not_saved_at_all_and_what_was_typed_stays_in_the_boxes(table):
    ours = at(table, US)
    ours.post("/en/plan/propose/", ADD | {"type": "commitment.amend", "subject": "P1-SC-02"})
    made = Proposal.objects.get()

    typed = terms_of(
        ours, made, **{"effective": "2027-02-03", "field-due": "next spring", "field-kind": "other"}
    )
    answer = ours.post(f"/en/accord/proposals/{made.pk}/terms/", typed)

    assert answer.status_code == 400
    page = answer.content.decode()
    assert "AC-62" in page
    assert 'value="next spring"' in page
    assert 'value="2027-02-03"' in page
    made.refresh_from_db()
    assert (made.fields, made.effective.isoformat(), made.terms_version) == ({}, "2026-12-01", 1)


def test_mt_28_a_change_of_the_plan_without_a_decision_is_not_tabled(table):
    ours = at(table, US)
    ours.post("/en/plan/propose/", ADD | {"type": "commitment.amend", "subject": "P1-SC-02"})
    made = Proposal.objects.get()

    refused = ours.post(f"/en/accord/proposals/{made.pk}/table/")
    decision = a_decision(table.at)
    ours.post(f"/en/accord/proposals/{made.pk}/terms/", terms_of(ours, made, occasion=decision))
    tabled = ours.post(f"/en/accord/proposals/{made.pk}/table/")

    assert (refused.status_code, "MT-28" in refused.content.decode()) == (400, True)
    assert tabled.status_code == 302
    made.refresh_from_db()
    assert (made.state, made.occasion) == ("tabled", decision)


def test_a_target_is_proposed_from_its_indicator_and_comes_into_force(table):
    ours, decision = at(table, US), a_decision(table.at)
    asked = {"value": "70", "due_on": "2028-12-31", "effective": "2026-11-23", "occasion": decision}

    offered = "/en/plan/propose/target/IN-01/" in page_of(ours, "/en/indicators/IN-01/")
    ours.post("/en/plan/propose/target/IN-01/", asked)
    made = Proposal.objects.get()
    table.write(made, words_of(made).segments[0].id, english="As agreed.", spanish="Según lo acordado.")
    table.table(made)
    table.certify_both(made)
    table.sign_both(table.digest(made))

    assert offered
    page = page_of(ours, "/en/indicators/IN-01/")
    assert "/en/texts/target:IN-01/" in page
    assert f"/en/texts/{decision}/" in page


def test_a_target_for_a_place_names_its_act_and_its_decision_on_the_page_of_its_indicator(table):
    ours, decision = at(table, US), a_decision(table.at)
    code, place = next(
        (each.series.indicator, each.place)
        for each in Observation.objects.exclude(place="").select_related("series")
        if INDICATORS[each.series.indicator].direction in {Direction.UP, Direction.DOWN}
    )
    asked = {"value": "70", "due_on": "2028-12-31", "effective": "2026-11-23", "occasion": decision}

    ours.post(f"/en/plan/propose/target/{code}/", asked | {"place": place})
    made = Proposal.objects.get()
    table.write(made, words_of(made).segments[0].id, english="As agreed.", spanish="Según lo acordado.")
    put_in_force(table, made)

    page = page_of(ours, f"/en/indicators/{code}/")
    assert f"/en/texts/target:{code}:{place}/" in page
    assert f"/en/texts/{decision}/" in page


@pytest.mark.parametrize(
    ("code", "changes", "rule"),
    [
        ("IN-01", {"value": "many"}, "AC-62"),
        ("IN-01", {"value": "1E+99"}, "AC-62"),
        ("IN-01", {"due_on": "2020-01-01"}, "TG-03"),
        ("IN-01", {"place": "XX-99"}, "TG-05"),
    ],
)
def test_a_target_that_could_never_come_into_force_is_not_drafted(table, code, changes, rule):
    asked = {"value": "70", "due_on": "2028-12-31", "effective": "2026-11-23", "occasion": ""} | changes

    answer = at(table, US).post(f"/en/plan/propose/target/{code}/", asked)

    assert (answer.status_code, rule in answer.content.decode()) == (400, True)
    assert proposals() == []


def test_a_version_of_the_rules_is_proposed_with_the_digest_of_this_installation(table):
    ours = at(table, US)

    ours.post("/en/plan/propose/rulebook/", {"version": "2026.2", "effective": "2026-12-01"})
    refused = ours.post("/en/plan/propose/rulebook/", {"version": "1999.1", "effective": "2026-12-01"})

    assert Proposal.objects.get().fields == {"version": "2026.2", "digest": rulebook_digest("2026.2")}
    assert (refused.status_code, "RB-01" in refused.content.decode()) == (400, True)


def test_a_changed_commitment_names_the_decision_and_the_act_that_changed_it(client, table):
    decision = a_decision(table.at)
    ours = at(table, US)
    ours.post(
        "/en/plan/propose/",
        {"type": "commitment.amend", "subject": "P1-SC-02", "effective": "2026-11-23", "occasion": decision},
    )
    made = Proposal.objects.get()
    table.write(made, words_of(made).segments[0].id, english="Agreed title", spanish="Título acordado")
    table.table(made)
    table.certify_both(made)
    digest = table.digest(made)
    table.sign_both(digest)

    page = page_of(client, "/en/commitments/P1-SC-02/")

    assert f'<a href="/en/texts/{decision}/">{decision}</a>' in page
    assert f"/en/texts/P1-SC-02/?act={digest}" in page
