"""
Themes proposed by a method that can be run again: terms weighted by TF-IDF, wordings clustered on the sphere from a seed.

A proposal is a draft for people, who merge, split, rename and move from then on.
"""

from hled.dialogue.docket.domain.themes.proposing import METHOD, Proposal, ProposedTheme, propose

__all__ = ["METHOD", "Proposal", "ProposedTheme", "propose"]
