"""
Groups of near-copies: which texts are the same letter, sent by many.

Two texts are near-copies when they have the same words, or when more than half of all their pairs of neighboring words
stand in both (Jaccard index above 1/2) and at least `FEWEST_SHARED` of them do. A group is a connected component of that relation, among pairs that share a band of their
MinHash sketches. The relation looks at two texts only, so neither the order of arrival nor the batch in which they came changes a group.
"""

from hled.dialogue.docket.domain.copies.grouping import grouped
from hled.dialogue.docket.domain.copies.relation import FEWEST_SHARED, are_linked, are_near_copies
from hled.dialogue.docket.domain.copies.sketches import Sketch, sketch, sketches

__all__ = ["FEWEST_SHARED", "Sketch", "are_linked", "are_near_copies", "grouped", "sketch", "sketches"]
