"""The agreed state as a fold: the record after one act after another."""

from collections.abc import Iterable

from hled.dialogue.workplan.domain.acts.act import Known, PlanAct
from hled.dialogue.workplan.domain.acts.after import Outcome, after


def folded(known: Known, acts: Iterable[PlanAct]) -> Known:
    """
    The record after acts in their order; `known` itself stays as it is.

    Raises
    ------
    BrokenRuleError
        When an act breaks a rule on the record that those before it have left.
    """
    for act in acts:
        known = with_outcome(known, act, after(act, known))
    return known


def with_outcome(known: Known, act: PlanAct, outcome: Outcome) -> Known:
    records = dict(known.records)
    used = {kind: set(each) for kind, each in known.used.items()}
    for kind, id, record in outcome.records:
        records[kind] = {**records.get(kind, {}), id: record}
        used.setdefault(kind, set(known.was_used(kind))).add(id)
    return Known(records, used, {**known.since, act.subject: act.on})
