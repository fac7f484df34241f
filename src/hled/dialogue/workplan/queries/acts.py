"""The record as an act meets it, and the acts that made a part of the plan say what it says."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from hled.dialogue.chronicle.queries import Shelf, acts_on
from hled.dialogue.workplan.domain.acts import ACT_KINDS, Known, PlanAct
from hled.dialogue.workplan.models import Milestone
from hled.dialogue.workplan.queries import shelves
from hled.dialogue.workplan.queries.plan import Plan
from hled.sources.record.schema import Record

SHELVES: Mapping[str, Shelf] = MappingProxyType(
    {
        "documents": shelves.DOCUMENTS,
        "commitments": shelves.COMMITMENTS,
        "milestones": shelves.MILESTONES,
    }
)
"""The kinds of the record that acts of both Parties change."""

_READ: Mapping[str, Callable[[Plan], Mapping[str, Record]]] = {
    "agencies": lambda plan: plan.agencies,
    "pillars": lambda plan: plan.pillars,
    "objectives": lambda plan: plan.objectives,
    "initiatives": lambda plan: plan.initiatives,
    "documents": lambda plan: plan.documents,
    "commitments": lambda plan: plan.commitments,
    "milestones": lambda plan: plan.milestones,
    "legends": lambda plan: {f"{each['legend']}.{each['code']}": each for each in plan.legends},
}


class _Kinds(Mapping[str, Mapping[str, Record]]):
    """The kinds that a plan names, each read when it is first asked for."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._read: dict[str, Mapping[str, Record]] = {}

    def __getitem__(self, kind: str) -> Mapping[str, Record]:
        if kind not in self._read:
            self._read[kind] = _READ[kind](self._plan)
        return self._read[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(_READ)

    def __len__(self) -> int:
        return len(_READ)


def known_to(act: PlanAct) -> Known:
    """
    The record as an act on one subject meets it.

    Read from the tables and not from what is kept of them: an act is carried out in a transaction, which may be
    undone.
    """
    kind = ACT_KINDS.get(act.type)
    used, since = {}, {}
    if kind is not None:
        ids = SHELVES[kind.kind].model._default_manager.filter(id=act.subject).values_list("id", flat=True)
        used = {kind.kind: set(ids)}
        before = acts_on(kind.kind, act.subject)
        since = {act.subject: before[-1].effective} if before and before[-1].effective else {}
    return Known(_Kinds(Plan(None)), used, since)


def commitment_of_milestone(id: str) -> str:
    """Identifier of the commitment that a milestone belongs to; empty for an unknown one."""
    return Milestone.objects.filter(id=id).values_list("commitment_id", flat=True).first() or ""


def used_identifiers(kind: str) -> set[str]:
    """Every identifier of a kind, those of retired facts among them."""
    return set(SHELVES[kind].model._default_manager.values_list("id", flat=True))
