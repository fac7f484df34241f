"""
The acts by which both Parties change the work plan: commitments, milestones, joint statements.

Pure. `ACT_KINDS` says as data what each kind asks for; `after` gives the record that an act leads to, or all the
reasons why there is none; `folded` the record after many. Nothing is deleted: what goes out of force says by which
paper, and each act in force is a paper of the record.
"""

from hled.dialogue.workplan.domain.acts.act import Known, PlanAct, Records
from hled.dialogue.workplan.domain.acts.after import Outcome, after, weigh
from hled.dialogue.workplan.domain.acts.fold import folded, with_outcome
from hled.dialogue.workplan.domain.acts.identifiers import next_identifier, paper_identifier
from hled.dialogue.workplan.domain.acts.kinds import ACT_KINDS, ActKind, Asks, Segment

__all__ = [
    "ACT_KINDS",
    "ActKind",
    "Asks",
    "Known",
    "Outcome",
    "PlanAct",
    "Records",
    "Segment",
    "after",
    "folded",
    "next_identifier",
    "paper_identifier",
    "weigh",
    "with_outcome",
]
