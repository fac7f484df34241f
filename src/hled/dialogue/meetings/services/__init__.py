"""Acts on meetings: propose an item, plan, cancel and hold a meeting, edit its agenda, seat delegations, file papers."""

from hled.dialogue.meetings.services.proposing import propose_item

__all__ = ["propose_item"]
