"""The desk at ten thousand submissions: a fixed number of questions to the store, and a page without a wait."""

from datetime import timedelta
from time import perf_counter

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.dialogue.docket.in_the_docket import ANA, PLAN
from tests.dialogue.docket.test_desk import browser

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.docket.domain.copies.grouping import digest_of
from hled.dialogue.docket.domain.words import compared_form
from hled.dialogue.docket.models import Placement, Submission, Wording
from hled.dialogue.docket.queries.asking import Filters
from hled.dialogue.docket.queries.desk import UNSORTED, After, desk_page, roots_fitting
from hled.dialogue.docket.services.calls import announce_call

MANY, GROUPS = 10_000, 2_000
MOST_SECONDS = 2.0
"""On two busy processors; an idle one needs a tenth."""
MOST_QUERIES = 25


def filled(call, at, *, submissions, groups):
    """Submissions in groups of uneven sizes, without the work of comparing them."""
    wordings = Wording.objects.bulk_create(
        Wording(
            call=call,
            digest=digest_of(f"letter {call.pk} {number}".encode()).hex(),
            text=f"Letter {number} about the bridge, the water and the corn. " * 12,
            grouped_at=at,
        )
        for number in range(groups)
    )
    Wording.objects.filter(call=call).update(root_id=F("pk"))
    places = [min(groups - 1, int((number / submissions) ** 3 * groups)) for number in range(submissions)]
    Submission.objects.bulk_create(
        (
            Submission(
                call=call,
                intake="MX" if place % 2 else "US",
                text=wordings[place].text,
                folded=compared_form(wordings[place].text).decode(),
                wording=wordings[place],
                kind="person",
                size="unsaid",
                place="unsaid",
                language="es" if place % 3 else "en",
                filed_at=at,
                source="table",
            )
            for place in places
        ),
        batch_size=2000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the store does by itself, which cannot see what is not committed


def call_of(at, submissions, groups):
    day = at.date()
    plan = type(PLAN)(
        title=PLAN.title,
        about=PLAN.about,
        opens_on=day - timedelta(days=30),
        closes_on=day + timedelta(days=3),
    )
    made = announce_call(plan=plan, by=ANA, at=at)
    filled(made, at, submissions=submissions, groups=groups)
    return made


def asked_of(visitor, where):
    with CaptureQueriesContext(connection) as asked:
        began = perf_counter()
        answer = visitor.get(where)
        took = perf_counter() - began
    assert answer.status_code == 200
    return len(asked), took


@pytest.fixture
def many(bundled):
    return call_of(bundled, MANY, GROUPS)


def test_the_desk_asks_as_much_of_ten_thousand_as_of_ten_and_answers_at_once(bundled, many):
    few = call_of(bundled, 120, 60)
    visitor = browser("MX", Role.COORDINATOR)
    visitor.get(reverse("docket-triage", args=[few.code]))

    of_few, _ = asked_of(visitor, reverse("docket-triage", args=[few.code]))
    of_many, took = asked_of(visitor, reverse("docket-triage", args=[many.code]))
    of_words, words_took = asked_of(visitor, reverse("docket-triage", args=[many.code]) + "?words=bridge")

    assert of_few == of_many <= MOST_QUERIES
    assert of_words <= MOST_QUERIES
    assert max(took, words_took) < MOST_SECONDS


def test_pages_walk_through_every_group_once_the_largest_first(many):
    seen, sizes, after = [], [], None
    for _ in range(GROUPS):
        page = desk_page(many, Filters(theme=UNSORTED), after)
        seen += [each.root for each in page.rows]
        sizes += [each.submissions for each in page.rows]
        after = page.after
        if after is None:
            break

    assert (len(seen), len(set(seen)), sum(sizes)) == (page.groups, page.groups, MANY)
    assert sizes == sorted(sizes, reverse=True)
    assert After.read("120-x") is After.read("") is None


def test_two_thousand_groups_go_into_one_theme_in_one_post(bundled, many):
    visitor = browser("MX", Role.COORDINATOR)
    said = {"everything": "1", "title_en": "All", "title_es": "Todo"}
    groups = len(roots_fitting(many, Filters(theme=UNSORTED)))

    began = perf_counter()
    answer = visitor.post(reverse("docket-sort", args=[many.code]), said)
    took = perf_counter() - began

    assert answer.status_code == 302
    assert Placement.objects.count() == groups > 1000
    assert took < 5
