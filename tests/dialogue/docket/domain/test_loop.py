"""The figures of the loop, as of any day, hide no silence."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.docket.domain.loop import ThemeFacts, loop
from hled.dialogue.docket.domain.replying import Draft, about_the_draft, due_on
from hled.kernel.party import Party

US, MX = Party.US, Party.MX
DAY = date(2027, 3, 1)


def theme(code, *, us=None, mx=None, owed=(US, MX), **trace):
    replied = {party: DAY + timedelta(days=days) for party, days in ((US, us), (MX, mx)) if days is not None}
    traces = {f"{name}_on": DAY + timedelta(days=days) for name, days in trace.items()}
    return ThemeFacts(code, "DC-0001", DAY, DAY + timedelta(days=60), frozenset(owed), replied, **traces)


THEMES = [
    theme("DT-0001", us=10, mx=40, agenda=20, decided=50, changed=90),
    theme("DT-0002", us=31, agenda=35),
    theme("DT-0003"),
    theme("DT-0004", owed=(MX,), mx=5),
]


def test_rate_median_and_traces_on_a_day():
    found = loop(THEMES, US, DAY + timedelta(days=70))

    assert (found.themes, found.replied, found.waiting, found.overdue) == (3, 2, 1, 1)
    assert (found.reply_rate, found.median_days) == (Fraction(2, 3), Fraction(41, 2))
    assert (found.on_agenda, found.decided, found.changed) == (2, 1, 0)


def test_each_party_has_its_own():
    found = loop(THEMES, MX, DAY + timedelta(days=100))

    assert (found.themes, found.replied, found.change_rate) == (4, 2, Fraction(1, 4))


def test_before_anything_was_asked_there_is_no_rate_and_not_a_zero():
    found = loop(THEMES, US, DAY - timedelta(days=1))

    assert (found.themes, found.reply_rate, found.median_days, found.change_rate) == (0, None, None, None)


@given(st.integers(0, 120))
def test_what_is_learned_later_changes_no_figure_of_a_day(days):
    as_of = DAY + timedelta(days=days)
    later = [theme("DT-0001", us=10 if days >= 10 else None)]

    assert loop([theme("DT-0001", us=10)], US, as_of).replied == loop(later, US, as_of).replied


def test_a_reply_is_due_after_the_close_or_the_first_submission():
    first = date(2027, 1, 5)

    assert due_on(closes=date(2027, 2, 1), first=first, reply_days=30) == date(2027, 3, 3)
    assert due_on(closes=None, first=first, reply_days=30) == date(2027, 2, 4)


@pytest.mark.parametrize(
    ("draft", "places"),
    [
        (Draft("noted", ("Noted.", "Se toma nota.")), []),
        (Draft("noted", ("Noted.", " ")), ["reasons_es"]),
        (Draft("maybe", ("a", "b")), ["answer"]),
        (Draft("taken_up", ("a", "b")), ["link"]),
        (Draft("partly", ("a", "b"), "commitment", "C-1"), []),
        (Draft("declined", ("a", "b"), "commitment", ""), ["link"]),
    ],
)
def test_dk_25_and_dk_26_say_what_a_reply_lacks(draft, places):
    assert [each.place for each in about_the_draft(draft)] == places
