"""
The written rules that give each commitment its status, by version.

`assess` reads the facts public on a day and returns one assessment for each commitment in view.
"""

from hled.dialogue.results.domain.rulebook.assess import assess, assess_known
from hled.dialogue.results.domain.rulebook.current import CURRENT, RULEBOOKS, Rulebook, rulebook_as_json
from hled.dialogue.results.domain.rulebook.status import Case, Ruling, StatusRule, Thresholds

__all__ = [
    "CURRENT",
    "RULEBOOKS",
    "Case",
    "Rulebook",
    "Ruling",
    "StatusRule",
    "Thresholds",
    "assess",
    "assess_known",
    "rulebook_as_json",
]
