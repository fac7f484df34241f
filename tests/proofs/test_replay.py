"""The record replayed day by day: what was known on a day does not depend on what came later."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hled.dialogue.results.domain.facts import RecordFacts, as_known
from hled.dialogue.results.domain.rulebook import assess
from hled.dialogue.results.queries.facts import record_facts

pytestmark = pytest.mark.proof

FIRST, LAST = date(2021, 6, 1), date(2026, 11, 23)


def days() -> Iterator[date]:
    day = FIRST
    while day <= LAST:
        yield day
        day += timedelta(days=1)


def only_public(facts: RecordFacts, on: date) -> RecordFacts:
    """A record that ends on a day, as it would have been written then."""
    return replace(as_known(facts, on, undated=False), meetings=())


def test_every_day_of_the_record_is_the_same_with_and_without_what_came_later(bundled):
    facts = record_facts()

    for day in days():
        assert assess(facts, day, undated=False) == assess(only_public(facts, day), day, undated=False), day


def test_every_page_answers_in_both_languages_on_many_days(bundled, client):
    paths = ("", "alerts/", "agenda/", "meetings/", "documents/", "agencies/")

    for number, day in enumerate(days()):
        if number % 60 == 0:
            for language in ("en", "es"):
                for path in paths:
                    answer = client.get(f"/{language}/{path}?as_of={day}")
                    assert answer.status_code == 200, (language, path, day)
