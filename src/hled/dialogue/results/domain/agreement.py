"""
Computed statuses beside those that an editor set by hand.

The editor's judgment never enters a rule; here it is compared with what the rules found.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from hled.dialogue.results.domain.assessment import Assessment, Status
from hled.dialogue.results.domain.facts import EDITOR, RecordFacts, as_known
from hled.kernel.bilingual import Bilingual

EDITOR_STATUS_OF: Mapping[Status, str | None] = MappingProxyType(
    {
        Status.DONE: "reported_done",
        Status.PARTLY_DONE: "reported_partly_done",
        Status.RECURRENCE_OVERDUE: "reported_partly_done",
        Status.UNDER_WAY: "reported_under_way",
        Status.RESTATED: "restated_without_result",
        Status.ANNOUNCED: "announced_only",
        Status.SILENT: "no_later_report_found",
        Status.LATE: "no_later_report_found",
        Status.NO_INFORMATION: "no_later_report_found",
        Status.SUPERSEDED: None,
        Status.WITHDRAWN: None,
    }
)
"""Which status of the editor each computed one stands for; None where the editor has none for it."""

REASONS: Mapping[Status, Bilingual] = MappingProxyType(
    {
        Status.DONE: Bilingual("The same judgment.", "El mismo juicio."),
        Status.PARTLY_DONE: Bilingual("The same judgment.", "El mismo juicio."),
        Status.RECURRENCE_OVERDUE: Bilingual(
            "Rounds were held and then none: part of a recurring duty is done.",
            "Hubo rondas y después ninguna: se cumplió una parte de la obligación periódica.",
        ),
        Status.UNDER_WAY: Bilingual("The same judgment.", "El mismo juicio."),
        Status.RESTATED: Bilingual("The same judgment.", "El mismo juicio."),
        Status.ANNOUNCED: Bilingual(
            "The announcement itself is what is reported.", "Lo reportado es el propio anuncio."
        ),
        Status.SILENT: Bilingual("The same judgment.", "El mismo juicio."),
        Status.LATE: Bilingual(
            "The editor has no word for late; of what passed its date, mostly nothing later was found.",
            "El editor no tiene término para lo atrasado; de lo vencido, casi siempre no se halló nada posterior.",
        ),
        Status.NO_INFORMATION: Bilingual(
            "Nothing reports on it, and no date tells since when.",
            "Nada informa sobre él y ninguna fecha indica desde cuándo.",
        ),
        Status.SUPERSEDED: Bilingual("The editor set none.", "El editor no asignó ninguno."),
        Status.WITHDRAWN: Bilingual("The editor set none.", "El editor no asignó ninguno."),
    }
)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`computed` is None where the commitment is not in view."""

    commitment: str
    computed: Status | None
    rule: str | None
    editor: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """
    Parameters
    ----------
    confusion
        How often each pair of computed status and editor's status occurs; None for what is not in view.
    """

    total: int
    agreed: int
    confusion: Mapping[tuple[Status | None, str], int]
    disagreements: tuple[Disagreement, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "total": self.total,
            "agreed": self.agreed,
            "confusion": [
                {"computed": computed.value if computed else None, "editor": editor, "count": count}
                for (computed, editor), count in self.confusion.items()
            ],
            "disagreements": [
                {
                    "commitment": each.commitment,
                    "computed": each.computed.value if each.computed else None,
                    "rule": each.rule,
                    "editor": each.editor,
                }
                for each in self.disagreements
            ],
        }


def compare(
    computed: Mapping[str, Assessment] | Mapping[str, Status], editor: Mapping[str, str]
) -> Agreement:
    """
    Compare by `EDITOR_STATUS_OF`; a commitment that is not in view disagrees.

    Raises
    ------
    ValueError
        When a status of the editor is unknown.
    """
    known = set(EDITOR_STATUS_OF.values())
    confusion: Counter[tuple[Status | None, str]] = Counter()
    disagreements = []
    for identifier, judged in sorted(editor.items()):
        if judged not in known:
            raise ValueError(f"editor_status={judged!r} of {identifier} is unknown")
        found = computed.get(identifier)
        status = found.status if isinstance(found, Assessment) else found
        confusion[status, judged] += 1
        if status is None or EDITOR_STATUS_OF[status] != judged:
            rule = found.rule if isinstance(found, Assessment) else None
            disagreements.append(Disagreement(identifier, status, rule, judged))
    ordered = sorted(confusion.items(), key=lambda pair: (pair[0][0] or "", pair[0][1]))
    return Agreement(len(editor), len(editor) - len(disagreements), dict(ordered), tuple(disagreements))


_HIGHEST = (
    ("completed", Status.DONE),
    ("partly_completed", Status.PARTLY_DONE),
    ("activity", Status.UNDER_WAY),
    ("effect", Status.UNDER_WAY),
    ("restated", Status.RESTATED),
)


def highest_shows(
    facts: RecordFacts, as_of: date, *, undated: bool, read_children: bool = True
) -> Mapping[str, Status]:
    """
    The trivial rule to measure the rulebook against: the highest `shows` of a commitment's reports.

    Where nothing of its own shows anything, a commitment with a child that is not silent is under way; without
    `read_children` it stays silent.
    """
    known = as_known(facts, as_of, undated=undated)
    shown: dict[str, set[str]] = {each.id: set() for each in known.commitments}
    for report in known.reports:
        if report.by != EDITOR:
            shown[report.commitment].add(report.shows)
    own = {
        identifier: next((status for shows, status in _HIGHEST if shows in found), Status.SILENT)
        for identifier, found in shown.items()
    }
    if not read_children:
        return own
    parents = {
        each.id
        for each in known.commitments
        if own[each.id] is Status.SILENT and any(own[child] is not Status.SILENT for child in each.children)
    }
    return {identifier: Status.UNDER_WAY if identifier in parents else own[identifier] for identifier in own}
