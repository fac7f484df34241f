"""Tables of the room: the register, what waits for signatures, and what is agreed."""

from hled.dialogue.accord.models.agreed import AgreedItem, Credential, SilenceTerm
from hled.dialogue.accord.models.offered import OfferedAct, Refusal, Signature
from hled.dialogue.accord.models.register import Checkpoint, Entry, Node

__all__ = [
    "AgreedItem",
    "Checkpoint",
    "Credential",
    "Entry",
    "Node",
    "OfferedAct",
    "Refusal",
    "Signature",
    "SilenceTerm",
]
