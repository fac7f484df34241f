"""
Accuracy of a reading against the labels of a person.

A prediction meets a labeled sentence when they overlap by half of the shorter of the two; one prediction counts for
one commitment at most. `weak`, `aim` and `quotation` are wrong in strict precision and half wrong in lenient.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from hled.dialogue.workplan.domain.statement.reading import Candidate
from hled.dialogue.workplan.domain.statement.rules import Label

HALF_WRONG = frozenset({Label.WEAK, Label.AIM, Label.QUOTATION})


@dataclass(frozen=True, slots=True)
class LabeledSentence:
    """A sentence as a person labeled it; the last three are known for commitments only."""

    start: int
    end: int
    label: Label
    actor: str | None = None
    strength: int | None = None
    undertakings: int | None = None

    @classmethod
    def from_json(cls, entry: dict[str, Any]) -> "LabeledSentence":
        return cls(
            entry["start"],
            entry["end"],
            Label(entry["label"]),
            entry.get("actor"),
            entry.get("strength"),
            entry.get("undertakings"),
        )


@dataclass(frozen=True, slots=True)
class Score:
    """Counts that add up over texts; the shares are computed from them."""

    labeled: int = 0
    found: int = 0
    predicted: int = 0
    half_wrong: int = 0
    actor_agrees: int = 0
    strength_agrees: int = 0
    undertakings_agree: int = 0
    missed: tuple[LabeledSentence, ...] = field(default=(), compare=False)
    wrong: tuple[Candidate, ...] = field(default=(), compare=False)

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(Score)))

    @property
    def recall(self) -> float | None:
        """Share of the labeled commitments that were found; None when there is none."""
        return _share(self.found, self.labeled)

    @property
    def strict_precision(self) -> float | None:
        """Share of the predictions that are commitments; None when nothing was predicted."""
        return _share(self.found, self.predicted)

    @property
    def lenient_precision(self) -> float | None:
        return _share(self.found + self.half_wrong / 2, self.predicted)

    @property
    def actor_agreement(self) -> float | None:
        return _share(self.actor_agrees, self.found)

    @property
    def strength_agreement(self) -> float | None:
        return _share(self.strength_agrees, self.found)

    @property
    def undertakings_agreement(self) -> float | None:
        return _share(self.undertakings_agree, self.found)


def score(candidates: Sequence[Candidate], labels: Sequence[LabeledSentence]) -> Score:
    """
    Score the candidates of one text against its labels.

    Pairs are taken by largest overlap first, a commitment before another label, so that the order of the input does
    not matter.
    """
    pairs = sorted(
        _pairs(candidates, labels),
        key=lambda pair: (pair[3] is not Label.COMMITMENT, -pair[2], pair[0], pair[1]),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    half_wrong = 0
    for prediction, sentence, _, label in pairs:
        if prediction in partner or (label is Label.COMMITMENT and sentence in taken):
            continue
        partner[prediction] = sentence
        taken.add(sentence)
        half_wrong += label in HALF_WRONG
    met = {p: labels[s] for p, s in partner.items() if labels[s].label is Label.COMMITMENT}
    return Score(
        labeled=sum(each.label is Label.COMMITMENT for each in labels),
        found=len(met),
        predicted=len(candidates),
        half_wrong=half_wrong,
        actor_agrees=sum(_same_actor(candidates[p].actor, each.actor) for p, each in met.items()),
        strength_agrees=sum(candidates[p].strength == each.strength for p, each in met.items()),
        undertakings_agree=sum(candidates[p].undertakings == each.undertakings for p, each in met.items()),
        missed=tuple(
            each
            for index, each in enumerate(labels)
            if each.label is Label.COMMITMENT and index not in {partner[p] for p in met}
        ),
        wrong=tuple(candidate for index, candidate in enumerate(candidates) if index not in met),
    )


def total(scores: Iterable[Score]) -> Score:
    """Sum over texts: figures of a group weigh every sentence alike, not every text."""
    result = Score()
    for each in scores:
        result += each
    return result


def _pairs(
    candidates: Sequence[Candidate], labels: Sequence[LabeledSentence]
) -> Iterable[tuple[int, int, int, Label]]:
    for position, candidate in enumerate(candidates):
        for index, sentence in enumerate(labels):
            overlap = min(candidate.end, sentence.end) - max(candidate.start, sentence.start)
            shorter = min(candidate.end - candidate.start, sentence.end - sentence.start)
            if overlap > 0 and 2 * overlap >= shorter:
                yield position, index, overlap, sentence.label


def _same_actor(read: str, labeled: str | None) -> bool:
    """Labels may know only ``other_party`` for every single Party but the United States."""
    return labeled == read or (labeled in {"other_party", "other"} and read in {"mx", "other"})


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None
