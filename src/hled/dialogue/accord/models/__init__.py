"""Tables of the room: the register, what waits for signatures, what is agreed, and joint texts."""

from hled.dialogue.accord.models.agreed import AgreedItem, Credential, PasskeyCount, SilenceTerm
from hled.dialogue.accord.models.offered import OfferedAct, PasskeyHandle, Refusal, Signature
from hled.dialogue.accord.models.register import Checkpoint, Entry, Node
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
    "AgreedItem",
    "Bracket",
    "Certification",
    "Checkpoint",
    "Credential",
    "Edit",
    "Entry",
    "JointText",
    "Node",
    "OfferedAct",
    "Passage",
    "PasskeyCount",
    "PasskeyHandle",
    "Proposal",
    "Refusal",
    "Segment",
    "SegmentSide",
    "Signature",
    "SilenceTerm",
]
