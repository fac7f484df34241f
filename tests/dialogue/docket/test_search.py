"""Search by words and filters, from an index that follows what is filed, corrected, taken back and rejected."""

from datetime import UTC, datetime
from random import Random

import pytest
from django.db import connection
from tests.dialogue.docket.in_the_docket import LATER, announced, filed

from hled.dialogue.docket.domain.filing import Speaker
from hled.dialogue.docket.models import Submission, search
from hled.dialogue.docket.queries import looking_up, searching
from hled.dialogue.docket.queries.asking import Filters
from hled.dialogue.docket.queries.searching import matching
from hled.dialogue.docket.services.filing import correct, withdraw
from hled.interfaces.asked import ask
from hled.kernel.rule import BrokenRuleError

pytestmark = pytest.mark.django_db

UNION = Speaker(kind="union", size="more", place="US-TX", language="en")


@pytest.fixture
def call():
    return announced()


@pytest.fixture
def three(call):
    return [
        filed(call, "La aduana de Nogales tarda; el camión espera.").submission,
        filed(call, "Los puentes y las aduanas necesitan más carriles.").submission,
        filed(call, "Bridges need more lanes and customs officers.", speaker=UNION).submission,
    ]


def found(page):
    return [each.pk for each in page.rows]


def looked(before="", most=50, as_of=None, **asked):
    return searching.search(Filters(**asked), ask(as_of), before=before, most=most)


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ({"words": "ADUANA"}, [1, 0]),
        ({"words": "camion"}, [0]),
        ({"words": "camión tarda"}, [0]),
        ({"words": "puent"}, [1]),
        ({"words": "brid"}, [2]),
        ({"words": "bri"}, []),
        ({"words": "duana"}, []),
        ({"words": "el"}, [0]),
        ({"words": "customs", "kind": "union"}, [2]),
        ({"words": "customs", "kind": "firm"}, []),
        ({"kind": "union", "size": "more", "place": "US-TX", "language": "en", "intake": "MX"}, [2]),
        ({"language": "es"}, [1, 0]),
        ({"words": "\"' OR 1=1 -- \\ :* & | !"}, []),
        ({"words": "=kind:union"}, []),
        ({"words": "…"}, [2, 1, 0]),
        ({}, [2, 1, 0]),
    ],
)
def test_a_search_finds_all_its_words_by_their_beginnings_within_its_filters(three, asked, places):
    page = looked(**asked)

    assert found(page) == [three[place].pk for place in places]
    assert (page.count, page.more, page.before) == (len(places), False, "")


def test_what_is_corrected_withdrawn_or_filed_later_is_found_as_it_stands(call, three):
    correct(submission=three[0], text="El ferrocarril no llega al puerto.", answers={}, at=LATER)
    withdraw(submission=three[1], at=LATER)
    late = filed(call, "Otra aduana.", at=LATER).submission

    assert found(looked(words="aduana")) == [late.pk]
    assert found(looked(words="ferrocarril")) == [three[0].pk]
    assert found(looked(kind="firm")) == [late.pk, three[0].pk]


def test_a_page_goes_on_where_the_last_one_ended(call, three):
    first = looked(most=2, call=call.code)
    second = looked(most=2, call=call.code, before=first.before)

    assert found(first) == [three[2].pk, three[1].pk]
    assert (found(second), second.before, second.count) == ([three[0].pk], "", 3)


def test_counting_stops_where_it_would_be_slow_and_the_page_is_still_the_newest(monkeypatch, call, three):
    monkeypatch.setattr(searching, "MOST_COUNTED", 1)

    page = looked(most=1, call=call.code)
    rest = looked(most=2, call=call.code, before=page.before)

    assert (page.count, page.more) == (1, True)
    assert found(page) + found(rest) == [each.pk for each in reversed(three)]


@pytest.fixture
def many(call, monkeypatch):
    """Words of every frequency, the frequent ones rare among the newest; and every way of looking them up is taken."""
    for name, value in {"NEWEST": 16, "REACH": 40, "BROAD": 20, "NARROW": 30}.items():
        monkeypatch.setattr(looking_up, name, value)
    rng, said = Random(6), {}
    for number in range(120):
        words = {f"word{rng.randint(0, 2 ** rng.randint(0, 9))}" for _ in range(4)} | {"puente"}
        words |= {"camino"} if number < 100 else {"camion"} if number % 3 else set()
        said[filed(call, " ".join(sorted(words))).submission.pk] = words
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # statistics of beginnings need a hundred words and more
    return said


@pytest.mark.parametrize("enough", [5, 30, 1000])
def test_whatever_way_words_are_looked_up_page_and_count_are_right(many, enough):
    rng = Random(7)
    searches = [
        ("cami",),
        ("camion",),
        ("camino", "word0"),
        ("puente", "cami"),
        ("nowhere",),
        ("puente", "word13"),
    ]
    searches += [tuple(rng.sample(sorted(many[pk]), 2)) for pk in rng.sample(sorted(many), 20)]
    ids = sorted(many, reverse=True)

    for words in searches:
        fit = [pk for pk in ids if all(any(said.startswith(each) for said in many[pk]) for each in words)]
        for below in (None, ids[0], ids[30], ids[-1]):
            page, count = looking_up.look_up(Filters(words=" ".join(words)), below, 4, enough)
            assert page == [pk for pk in fit if below is None or pk < below][:4], (words, below)
            assert count == min(len(fit), enough + 1), words


def test_a_search_as_of_a_day_knows_what_had_been_filed_by_then(call, three):
    filed(call, "Otra aduana.", at=datetime(2027, 2, 1, tzinfo=UTC))

    assert looked(as_of="2027-01-31", words="aduana").count == 2
    assert looked(as_of="2027-02-01", words="aduana").count == 3


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "press"},
        {"size": "huge"},
        {"place": "Tapachula"},
        {"language": "fr"},
        {"intake": "CA"},
        {"call": "7"},
        {"theme": "DT-x"},
        {"group": "x"},
        {"before": "x"},
    ],
)
def test_dk_50_a_filter_that_is_in_no_list_is_refused(call, asked):
    with pytest.raises(BrokenRuleError) as refused:
        looked(**asked)

    assert {each.rule.code for each in refused.value.findings} == {"DK-50"}


def test_a_long_text_with_very_many_words_is_kept_and_found(call):
    text = " ".join(f"palabra{number}x" for number in range(7_000))

    made = filed(call, text).submission

    assert found(looked(words="palabra6999x")) == [made.pk]


def test_the_index_is_made_anew_where_its_triggers_were_lost(three):
    search.remove(connection)
    assert not search.is_kept(connection)

    search.install(connection)

    assert search.is_kept(connection)
    assert found(looked(words="aduana")) == [three[1].pk, three[0].pk]
    Submission.objects.filter(pk=three[1].pk).update(rejected_for="threat")
    assert found(looked(words="aduana", intake="MX")) == [three[0].pk]
    assert [each.pk for each in matching(Filters(words="aduana"), ask())] == [three[0].pk]
