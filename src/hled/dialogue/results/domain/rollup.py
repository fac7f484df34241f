"""How the statuses are distributed; never an average of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from hled.dialogue.results.domain.assessment import Assessment, Status
from hled.dialogue.results.domain.dates import counted
from hled.dialogue.results.domain.facts import CommitmentFacts
from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Distribution:
    """
    How many commitments of a group have each status.

    Parameters
    ----------
    counts
        Every status, zeros included, in the order of `Status`.
    inferred
        Of the total, how many stand in the group by inference of the editor; for agencies only, else 0.
    """

    key: str
    total: int
    counts: Mapping[Status, int]
    disputed: int
    inferred: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "total": self.total,
            "counts": {status.value: count for status, count in self.counts.items()},
            "disputed": self.disputed,
            "inferred": self.inferred,
        }


_KEYS: Mapping[str, Callable[[CommitmentFacts], Iterable[str]]] = MappingProxyType(
    {
        "pillar": lambda each: (each.pillar,),
        "objective": lambda each: (each.objective or "",),
        "initiative": lambda each: (each.initiative or "",),
        "agency": lambda each: (*each.agencies_us, *each.agencies_mx),
        "sector": lambda each: each.sectors,
        "action_type": lambda each: (each.action_type,),
        "kind": lambda each: (each.kind,),
    }
)

GROUPINGS = tuple(_KEYS)


def status_counts(assessments: Iterable[Assessment]) -> Mapping[Status, int]:
    """Every status with its count, zeros included."""
    found = Counter(each.status for each in assessments)
    return {status: found[status] for status in Status}


def distributions(
    commitments: Iterable[CommitmentFacts], assessments: Mapping[str, Assessment], by: str
) -> tuple[Distribution, ...]:
    """
    One distribution for each group, by key; a commitment stands in each group that it belongs to.

    The empty key holds those without objective or initiative.

    Raises
    ------
    ValueError
        When `by` is none of `GROUPINGS`.
    """
    if by not in _KEYS:
        raise ValueError(f"by={by!r} is none of {', '.join(GROUPINGS)}")
    groups: dict[str, list[CommitmentFacts]] = {}
    for commitment in commitments:
        if commitment.id in assessments:
            for key in dict.fromkeys(_KEYS[by](commitment)):
                groups.setdefault(key, []).append(commitment)
    return tuple(_distribution(key, groups[key], assessments, by) for key in sorted(groups))


def _distribution(
    key: str, group: list[CommitmentFacts], assessments: Mapping[str, Assessment], by: str
) -> Distribution:
    found = [assessments[each.id] for each in group]
    return Distribution(
        key=key,
        total=len(group),
        counts=status_counts(found),
        disputed=sum(each.disputed for each in found),
        inferred=sum(each.agencies_basis != "stated" for each in group) if by == "agency" else 0,
    )


_KINDS = (
    ("commitment", Bilingual("commitment", "compromiso"), Bilingual("commitments", "compromisos")),
    ("deliverable", Bilingual("deliverable", "entregable"), Bilingual("deliverables", "entregables")),
    ("related", Bilingual("related", "relacionado"), Bilingual("related", "relacionados")),
)

_NOTHING_IN_VIEW = Bilingual("Nothing was public by this day.", "Nada era público en esta fecha.")
_ITEMS = (Bilingual("recorded item", "asunto registrado"), Bilingual("recorded items", "asuntos registrados"))
_DONE = (
    Bilingual("is reported done", "se reporta cumplido"),
    Bilingual("are reported done", "se reportan cumplidos"),
)
_NEVER = (
    Bilingual("has had no report since it was made", "no ha tenido ningún informe desde que se asumió"),
    Bilingual(
        "have had no report since they were made", "no han tenido ningún informe desde que se asumieron"
    ),
)


@dataclass(frozen=True, slots=True)
class Headline:
    """
    The scoreboard in one sentence.

    Parameters
    ----------
    never_reported
        Items on which nobody but the editor has reported since they were stated, nor on one through which they are
        carried out.
    """

    total: int
    by_kind: Mapping[str, int]
    done: int
    never_reported: int

    @property
    def sentence(self) -> Bilingual:
        if not self.total:
            return _NOTHING_IN_VIEW
        kinds = [
            counted(self.by_kind[code], one, many) for code, one, many in _KINDS if self.by_kind.get(code)
        ]
        return Bilingual(
            "Of {items} ({kinds}), {done}; {never}.", "De {items} ({kinds}), {done}; {never}."
        ).format(
            items=counted(self.total, *_ITEMS),
            kinds=Bilingual(", ".join(each.en for each in kinds), ", ".join(each.es for each in kinds)),
            done=counted(self.done, *_DONE),
            never=counted(self.never_reported, *_NEVER),
        )

    def as_json(self) -> dict[str, Any]:
        sentence = self.sentence
        return {
            "total": self.total,
            "by_kind": dict(self.by_kind),
            "done": self.done,
            "never_reported": self.never_reported,
            "sentence_en": sentence.en,
            "sentence_es": sentence.es,
        }


def headline(commitments: Iterable[CommitmentFacts], assessments: Mapping[str, Assessment]) -> Headline:
    in_view = [each for each in commitments if each.id in assessments]
    return Headline(
        total=len(in_view),
        by_kind=dict(sorted(Counter(each.kind for each in in_view).items())),
        done=sum(assessments[each.id].status is Status.DONE for each in in_view),
        never_reported=sum(_never_reported(assessments[each.id]) for each in in_view),
    )


def _never_reported(assessment: Assessment) -> bool:
    return not assessment.has_report and not assessment.shows_work
