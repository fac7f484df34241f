"""Tables of the room: joint texts."""

from hled.dialogue.accord.models.texts import (
    Bracket,
    Certification,
    Edit,
    JointText,
    Passage,
    Proposal,
    Segment,
    SegmentSide,
)

__all__ = [
    "Bracket",
    "Certification",
    "Edit",
    "JointText",
    "Passage",
    "Proposal",
    "Segment",
    "SegmentSide",
]
