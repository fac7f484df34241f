from datetime import date

import pytest

from hled.dialogue.results.domain.alerts import ALERT_RULES, Urgency, alerts_of
from hled.dialogue.results.domain.facts import DiscrepancyFacts, RecordFacts, ReportFacts, as_known
from hled.dialogue.results.domain.rulebook import assess

LATER = date(2026, 11, 23)
OWNED = {
    "agencies_us": ("DOC",),
    "agencies_mx": ("SE",),
    "agencies_basis": "stated",
    "has_passage": True,
    "due": date(2030, 1, 1),
}


@pytest.fixture
def alerts_on():
    def make(commitment, *others, as_of=LATER, undated=False):
        facts = RecordFacts(
            commitments=(commitment,),
            reports=tuple(each for each in others if isinstance(each, ReportFacts)),
            discrepancies=tuple(each for each in others if isinstance(each, DiscrepancyFacts)),
        )
        known = as_known(facts, as_of, undated=undated)
        return alerts_of(known, assess(facts, as_of, undated=undated), as_of)

    return make


def _codes(alerts):
    return [each.code for each in alerts]


def test_al_01_an_open_commitment_without_report_for_a_year_is_silent(a_commitment, a_report, alerts_on):
    found = alerts_on(a_commitment(**OWNED), a_report(), as_of=date(2023, 4, 18))

    assert _codes(found) == ["AL-01"]
    assert found[0].since == date(2022, 4, 18)
    assert found[0].sentence.es == "Sin informes desde el 18 de abril de 2022 (12 meses)."
    assert found[0].evidence == ("R-01",)


def test_al_01_what_is_done_may_be_quiet(a_commitment, a_report, alerts_on):
    assert alerts_on(a_commitment(**OWNED), a_report("completed")) == ()


def test_al_01_a_search_by_the_editor_breaks_no_silence(a_commitment, a_search, alerts_on):
    found = alerts_on(a_commitment(**OWNED), a_search(date(2026, 11, 1)))

    assert _codes(found) == ["AL-01"]
    assert found[0].since == date(2022, 1, 10)


def test_al_01_weighs_more_the_longer_the_silence_up_to_five_years(a_commitment, a_report, alerts_on):
    weights = [
        alerts_on(a_commitment(**OWNED), a_report(), as_of=day)[0].weight
        for day in (date(2023, 5, 1), date(2024, 5, 1), date(2027, 5, 1), date(2029, 5, 1))
    ]

    assert weights == [32, 44, 80, 80]


def test_al_02_a_late_commitment_is_urgent(a_commitment, alerts_on):
    found = alerts_on(a_commitment(**OWNED | {"due": date(2022, 6, 30)}), as_of=date(2022, 8, 1))

    assert [(each.code, each.urgency, each.since) for each in found] == [
        ("AL-02", Urgency.HIGH, date(2022, 7, 1))
    ]
    assert found[0].sentence.en == "Late since 1 July 2022. Due by 30 June 2022; nothing has been reported."


def test_al_03_an_overdue_round_is_urgent(a_commitment, a_report, alerts_on):
    found = alerts_on(
        a_commitment(**OWNED | {"recurrence": "quarterly"}),
        a_report("partly_completed"),
        as_of=date(2022, 9, 1),
    )

    assert _codes(found) == ["AL-03"]


@pytest.mark.parametrize(("side", "code"), [("agencies_us", "AL-04"), ("agencies_mx", "AL-05")])
def test_al_04_and_al_05_a_side_without_named_agency_has_no_owner(
    a_commitment, a_report, alerts_on, side, code
):
    found = alerts_on(a_commitment(**OWNED | {side: ()}), a_report(), as_of=date(2022, 5, 1))

    assert _codes(found) == [code]


def test_al_04_and_al_05_inferred_agencies_are_no_owners(a_commitment, a_report, alerts_on):
    found = alerts_on(
        a_commitment(**OWNED | {"agencies_basis": "inferred"}), a_report(), as_of=date(2022, 5, 1)
    )

    assert _codes(found) == ["AL-04", "AL-05"]
    assert "base: deducida" in found[0].sentence.es


def test_al_06_figures_that_differ_name_what_differs(a_commitment, a_report, alerts_on):
    found = alerts_on(
        a_commitment(**OWNED),
        a_report("completed"),
        DiscrepancyFacts("DX-1", "C-01", date(2022, 4, 18)),
        as_of=date(2022, 5, 1),
    )

    assert [(each.code, each.evidence) for each in found] == [("AL-06", ("DX-1",))]


def test_al_07_an_undated_statement_is_marked(a_commitment, a_report, alerts_on):
    found = alerts_on(a_commitment(stated_on=None, **OWNED), a_report(), as_of=date(2022, 5, 1), undated=True)

    assert _codes(found) == ["AL-07"]


def test_al_08_a_report_older_than_the_promise_is_shown(a_commitment, a_report, alerts_on):
    found = alerts_on(
        a_commitment(**OWNED), a_report("completed", reported_on=date(2021, 6, 1)), as_of=date(2022, 5, 1)
    )

    assert _codes(found) == ["AL-08"]
    assert found[0].sentence.en == (
        "R-01 reports on 1 June 2021, before the commitment was stated on 10 January 2022."
    )


def test_al_09_an_open_commitment_without_date_is_shown(a_commitment, a_report, alerts_on):
    found = alerts_on(a_commitment(**OWNED | {"due": None}), a_report(), as_of=date(2022, 5, 1))

    assert _codes(found) == ["AL-09"]


def test_al_10_late_delivery_is_slippage(a_commitment, a_report, alerts_on):
    found = alerts_on(a_commitment(**OWNED), a_report("completed", late=True), as_of=date(2022, 5, 1))

    assert [(each.code, each.since) for each in found] == [("AL-10", date(2022, 4, 18))]


def test_al_11_a_missing_passage_is_a_shown_gap(a_commitment, a_report, alerts_on):
    found = alerts_on(a_commitment(**OWNED | {"has_passage": False}), a_report(), as_of=date(2022, 5, 1))

    assert _codes(found) == ["AL-11"]


def test_al_12_a_promise_repeated_without_result_asks_for_a_decision(a_commitment, a_report, alerts_on):
    found = alerts_on(a_commitment(**OWNED), a_report("restated", kind="restated"), as_of=date(2022, 5, 1))

    assert _codes(found) == ["AL-12"]


def test_al_13_partly_named_agencies_are_to_be_confirmed(a_commitment, a_report, alerts_on):
    found = alerts_on(
        a_commitment(**OWNED | {"agencies_basis": "partly_stated"}), a_report(), as_of=date(2022, 5, 1)
    )

    assert _codes(found) == ["AL-13"]


def test_alerts_come_heaviest_first_and_as_plain_json(a_commitment, alerts_on):
    found = alerts_on(a_commitment(due=date(2022, 6, 30)))

    assert _codes(found)[:2] == ["AL-02", "AL-01"]
    assert found[0].as_json() == {
        "code": "AL-02",
        "subject": "C-01",
        "pillar": "P1",
        "since": "2022-07-01",
        "urgency": "high",
        "weight": 90,
        "sentence_en": "Late since 1 July 2022. Due by 30 June 2022; nothing has been reported.",
        "sentence_es": (
            "Atrasado desde el 1 de julio de 2022. Debía cumplirse a más tardar el 30 de junio de 2022; no se ha "
            "reportado nada."
        ),
        "remedy_en": "Report the delivery with its document, or agree a new date.",
        "remedy_es": "Informar del cumplimiento con su documento, o acordar una nueva fecha.",
        "evidence": ["D-01"],
    }


def test_each_alert_rule_says_in_both_languages_what_to_do():
    assert len({each.code for each in ALERT_RULES}) == len(ALERT_RULES)
    assert all(each.remedy.en != each.remedy.es and each.urgency.label.es for each in ALERT_RULES)
