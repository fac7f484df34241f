"""The groups of a call stay true while submissions arrive, however they arrive."""

from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.dialogue.docket.campaigns import campaigns, letter
from tests.dialogue.docket.in_the_docket import AT, announced, filed

from hled.dialogue.docket.domain.copies import grouped
from hled.dialogue.docket.domain.words import shown_form
from hled.dialogue.docket.models import Band, Submission, Wording
from hled.dialogue.docket.services import copies
from hled.dialogue.docket.services.copies import group_waiting

pytestmark = pytest.mark.django_db


def partition(call):
    """Texts by the group in which they stand."""
    found = {}
    for submission in Submission.objects.filter(call=call).select_related("wording"):
        found.setdefault(submission.wording.root_id, set()).add(submission.text)
    return {frozenset(each) for each in found.values()}


def expected(texts):
    found = {}
    for text, group in zip(texts, grouped(texts), strict=True):
        found.setdefault(int(group), set()).add(text)
    return {frozenset(each) for each in found.values()}


TEXTS = [shown_form(each.text).text for each in campaigns(21, total=40, sizes=(3, 8))]


class OneByOneAndAtOnce(TestCase):
    @given(st.permutations(range(len(TEXTS))), st.integers(1, 9))
    @settings(max_examples=4, deadline=None, phases=[Phase.generate])
    def test_groups_are_those_of_the_batch(self, order, step):
        call = announced()
        for number, place in enumerate(order):
            filed(call, TEXTS[place])
            if number % step == 0:
                group_waiting(call=call, at=AT)
        group_waiting(call=call, at=AT)

        assert partition(call) == expected(TEXTS)


def test_a_batch_in_the_store_gives_the_same_and_later_ones_join_it(monkeypatch):
    call = announced()
    for text in TEXTS[:30]:
        filed(call, text)
    monkeypatch.setattr(copies, "BATCH", 10)
    group_waiting(call=call, at=AT)
    monkeypatch.setattr(copies, "BATCH", 1000)
    for text in TEXTS[30:]:
        filed(call, text)

    group_waiting(call=call, at=AT)

    assert partition(call) == expected(TEXTS)
    assert Band.objects.count() == 32 * Wording.objects.count()


def test_a_letter_that_links_two_groups_joins_the_younger_to_the_older_and_its_name_leads_there():
    said = letter(Random(1), "en", 8)
    call = announced()
    one = filed(call, " ".join(said[:6])).submission.wording
    other = filed(call, " ".join(said[3:])).submission.wording
    group_waiting(call=call, at=AT)
    one.refresh_from_db()
    other.refresh_from_db()
    apart = one.root_id != other.root_id

    filed(call, " ".join(said))
    group_waiting(call=call, at=AT)

    other.refresh_from_db()
    assert apart
    assert other.code == one.code == f"DG-{one.pk:06d}"


def test_equal_words_are_one_wording_counted_truly():
    call = announced()
    for text in ("Open the second bridge at night, please.", "OPEN THE SECOND BRIDGE AT NIGHT PLEASE"):
        filed(call, text)

    assert Wording.objects.get().submissions.count() == 2


def test_calls_do_not_share_groups():
    text = " ".join(letter(Random(2), "es", 5))
    one, other = announced(), announced()
    for call in (one, other):
        filed(call, text)
        group_waiting(call=call, at=AT)

    assert Wording.objects.values("root").distinct().count() == 2
