"""Exact counts of few are always fresh; those of very many are kept for a minute."""

import pytest
from django.core.cache import cache
from tests.dialogue.docket.in_the_docket import announced, filed

from hled.dialogue.docket.models import Submission
from hled.dialogue.docket.queries import counts
from hled.dialogue.docket.queries.counts import counted_once

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("large", "then"), [(10, 3), (1, 2)])
def test_a_count_is_kept_only_where_there_are_very_many(monkeypatch, large, then):
    monkeypatch.setattr(counts, "LARGE", large)
    call = announced()
    rows = Submission.objects.filter(call=call)

    def count():
        return counted_once(f"call {call.pk}", rows, rows.count)

    filed(call)
    filed(call)
    assert count() == 2
    filed(call)

    assert count() == then
    cache.clear()
    assert count() == 3
