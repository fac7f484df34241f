"""Scoring follows the definition: overlap by half of the shorter, one prediction for one commitment."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hled.dialogue.workplan.domain.statement import read_statement
from hled.dialogue.workplan.domain.statement.accuracy import LabeledSentence, Score, score, total
from hled.dialogue.workplan.domain.statement.reading import Candidate
from hled.dialogue.workplan.domain.statement.rules import Label

SPECIMENS = Path(__file__).parents[4] / "specimens" / "statements"
(ONE,) = read_statement("The Parties will repair the weir by May 2027.", language="en").candidates


def at(start: int, end: int) -> Candidate:
    return replace(ONE, start=start, end=end)


def test_a_prediction_meets_a_sentence_when_half_of_the_shorter_overlaps() -> None:
    labels = [LabeledSentence(0, 100, Label.COMMITMENT, "joint", 3, 1)]

    assert score([at(90, 110)], labels).found == 1
    assert score([at(91, 111)], labels).found == 0


def test_one_prediction_counts_for_one_commitment_at_most() -> None:
    labels = [LabeledSentence(0, 10, Label.COMMITMENT), LabeledSentence(10, 20, Label.COMMITMENT)]

    result = score([at(0, 20)], labels)

    assert (result.found, result.labeled, result.recall) == (1, 2, 0.5)


def test_two_predictions_for_one_commitment_leave_one_wrong() -> None:
    result = score([at(0, 10), at(10, 20)], [LabeledSentence(0, 20, Label.COMMITMENT)])

    assert (result.found, result.strict_precision) == (1, 0.5)


@pytest.mark.parametrize(
    ("label", "lenient"), [("weak", 0.5), ("aim", 0.5), ("quotation", 0.5), ("report", 0.0), ("other", 0.0)]
)
def test_lenient_precision_forgives_half_of_the_near_misses(label: str, lenient: float) -> None:
    result = score([at(0, 10)], [LabeledSentence(0, 10, Label(label))])

    assert (result.strict_precision, result.lenient_precision) == (0.0, lenient)


def test_agreement_is_over_what_was_found_and_mexico_may_be_the_other_party() -> None:
    mexican = replace(ONE, start=0, end=10, actor="mx", strength=2, undertakings=1)

    result = score([mexican], [LabeledSentence(0, 10, Label.COMMITMENT, "other_party", 3, 1)])

    assert (result.actor_agreement, result.strength_agreement, result.undertakings_agreement) == (
        1.0,
        0.0,
        1.0,
    )


def test_shares_of_nothing_are_missing_and_not_zero() -> None:
    assert Score().recall is None
    assert Score().strict_precision is None


def _read(split: str, language: str) -> Score:
    scores = []
    for path in sorted(SPECIMENS.glob(f"{language}-*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["split"] == split:
            file = next(each for each in path.parent.glob(f"{path.stem}.*") if each.suffix != ".json")
            text = file.read_bytes().decode("utf-8")
            labels = [LabeledSentence.from_json(entry) for entry in document["labels"]]
            scores.append(score(read_statement(text).candidates, labels))
    return total(scores)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_reader_keeps_its_goal_on_the_statements_it_was_written_with(language: str) -> None:
    result = _read("development", language)

    assert result.recall is not None
    assert result.strict_precision is not None
    assert result.recall >= 0.90
    assert result.strict_precision >= 0.85
