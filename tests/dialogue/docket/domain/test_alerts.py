from datetime import date

from hled.dialogue.docket.domain.alerts import Owed, overdue
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

BRIDGE = Owed(
    code="DT-0007",
    title=Bilingual("New bridge", "Puente nuevo"),
    pillar="",
    due_on=date(2026, 5, 19),
    by=frozenset({Party.MX}),
    submissions=12,
)


def test_al_21_a_reply_is_overdue_from_the_day_after_it_was_due():
    assert list(overdue([BRIDGE], date(2026, 5, 19))) == []

    (alert,) = overdue([BRIDGE], date(2026, 5, 20))

    assert (alert.subject, alert.since, alert.pillar, alert.weight) == (
        "DT-0007",
        date(2026, 5, 20),
        "X",
        70,
    )
    assert alert.page == "docket/themes/DT-0007/"
    assert alert.sentence.en.startswith("No reply by Mexico; it was due by 19 May 2026.")
    assert alert.sentence.es.endswith("Aportaciones que la esperan: 12.")


def test_al_21_weighs_more_with_each_month_and_names_both_parties():
    both = Owed(**{name: getattr(BRIDGE, name) for name in BRIDGE.__slots__} | {"by": frozenset(Party)})

    (alert,) = overdue([both], date(2026, 11, 23))

    assert alert.weight == 76
    assert "Estados Unidos y México" in alert.sentence.es


def test_al_21_is_silent_where_every_party_has_replied():
    given = Owed(**{name: getattr(BRIDGE, name) for name in BRIDGE.__slots__} | {"by": frozenset()})

    assert list(overdue([given], date(2027, 1, 1))) == []
