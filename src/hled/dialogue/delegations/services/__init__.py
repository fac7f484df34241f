"""Acts on terms of office as the record shows them, and on the people who act for a Party."""

from hled.dialogue.delegations.services.terms import record_terms

__all__ = ["record_terms"]
