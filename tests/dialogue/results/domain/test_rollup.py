from datetime import date

import pytest

from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.domain.facts import RecordFacts
from hled.dialogue.results.domain.rollup import distributions, headline, status_counts
from hled.dialogue.results.domain.rulebook import assess

LATER = date(2026, 11, 23)


@pytest.fixture
def record(a_commitment, a_report, a_search):
    return RecordFacts(
        commitments=(
            a_commitment(
                "C-01", agencies_us=("DOC",), agencies_basis="inferred", sectors=("border", "water")
            ),
            a_commitment("C-02", kind="deliverable", agencies_us=("DOC",), agencies_basis="stated"),
            a_commitment("C-03", kind="related", pillar="P2", children=("C-02",)),
        ),
        reports=(
            a_report("completed", commitment="C-02"),
            a_search(date(2026, 11, 1), commitment="C-01"),
        ),
    )


def test_counts_name_every_status_zeros_included(record):
    counts = status_counts(assess(record, LATER, undated=False).values())

    assert {status.value: count for status, count in counts.items() if count} == {
        "under_way": 1,
        "done": 1,
        "silent": 1,
    }
    assert set(counts) == set(Status)


def test_a_distribution_says_how_many_stand_where_and_never_an_average(record):
    found = distributions(record.commitments, assess(record, LATER, undated=False), "pillar")

    assert [(each.key, each.total) for each in found] == [("P1", 2), ("P2", 1)]
    assert found[0].counts[Status.DONE] == 1
    assert set(found[0].as_json()) == {"key", "total", "counts", "disputed", "inferred"}


def test_a_commitment_stands_in_each_of_its_sectors(record):
    found = distributions(record.commitments, assess(record, LATER, undated=False), "sector")

    assert [each.key for each in found] == ["border", "water"]


def test_inferred_agencies_are_counted_as_inferred(record):
    found = distributions(record.commitments, assess(record, LATER, undated=False), "agency")

    assert [(each.key, each.total, each.inferred) for each in found] == [("DOC", 2, 1)]


def test_an_unknown_grouping_is_refused(record):
    with pytest.raises(ValueError, match="by='color'"):
        distributions(record.commitments, {}, "color")


def test_the_headline_is_one_sentence_of_plain_words(record):
    found = headline(record.commitments, assess(record, LATER, undated=False))

    assert found.sentence.en == (
        "Of 3 recorded items (1 commitment, 1 deliverable, 1 related), 1 is reported done; 1 has had no report "
        "since it was made."
    )
    assert found.sentence.es == (
        "De 3 asuntos registrados (1 compromiso, 1 entregable, 1 relacionado), 1 se reporta cumplido; 1 no ha "
        "tenido ningún informe desde que se asumió."
    )


def test_before_the_first_document_the_headline_says_that_nothing_was_public(record):
    day = date(1900, 1, 1)

    found = headline(record.commitments, assess(record, day, undated=False))

    assert found.sentence.en == "Nothing was public by this day."
    assert found.as_json()["total"] == 0
