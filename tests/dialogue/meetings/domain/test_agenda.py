import random
from datetime import date

import pytest

from hled.dialogue.meetings.domain.agenda import propose_agenda
from hled.dialogue.results.domain.alerts import AL_01, AL_02, AL_06, AL_11, Alert
from hled.kernel.bilingual import Bilingual

WORDS = {
    "day": Bilingual("1 May 2022", "1 de mayo de 2022"),
    "months": Bilingual("14 months", "14 meses"),
    "finds": Bilingual("Nothing.", "Nada."),
    "ids": "DX-1",
}


def _alert(rule, subject, pillar="P1", weight=None):
    return Alert(
        rule=rule,
        subject=subject,
        pillar=pillar,
        since=date(2022, 5, 1),
        weight=rule.weight if weight is None else weight,
        evidence=("R-01",),
        values=WORDS,
    )


ALERTS = [
    _alert(AL_01, "P1-A"),
    _alert(AL_02, "P1-B"),
    _alert(AL_06, "P1-B"),
    _alert(AL_11, "P1-C"),
    _alert(AL_01, "P4-A", "P4"),
]


def test_items_stand_under_their_pillar_the_heaviest_first():
    found = propose_agenda(ALERTS)

    assert [(each.pillar, [item.subject for item in each.items]) for each in found] == [
        ("P1", ["P1-B", "P1-A"]),
        ("P4", ["P4-A"]),
    ]


def test_each_item_gives_its_reasons_with_rule_and_evidence():
    item = propose_agenda(ALERTS)[0].items[0]

    assert [(each.code, each.weight, each.evidence) for each in item.reasons] == [
        ("AL-02", 90, ("R-01",)),
        ("AL-06", 30, ("R-01",)),
    ]
    assert item.weight == 120
    assert item.reasons[0].ask.es.startswith("Informar")


def test_a_gap_of_the_record_is_no_matter_for_a_meeting():
    assert propose_agenda([_alert(AL_11, "P1-C")]) == ()


def test_the_order_of_the_alerts_does_not_matter():
    shuffled = ALERTS.copy()
    random.Random(7).shuffle(shuffled)

    assert propose_agenda(shuffled) == propose_agenda(ALERTS)


def test_what_is_beyond_the_limit_is_counted():
    section = propose_agenda(ALERTS, per_pillar=1)[0]

    assert ([item.subject for item in section.items], section.left_out) == (["P1-B"], 1)
    assert section.as_json()["items"][0]["reasons"][0]["code"] == "AL-02"


def test_a_limit_below_one_is_refused():
    with pytest.raises(ValueError, match="per_pillar=0"):
        propose_agenda(ALERTS, per_pillar=0)
