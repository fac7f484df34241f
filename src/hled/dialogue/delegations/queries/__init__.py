"""Questions about agencies, offices and terms of office."""

from hled.dialogue.delegations.queries.shelves import AGENCIES

__all__ = ["AGENCIES"]
