"""What a reading gives: candidates, and every other sentence with the reason it was left out."""

from dataclasses import dataclass
from typing import Any

from hled.dialogue.workplan.domain.statement.details.actors import Actor
from hled.dialogue.workplan.domain.statement.rules import (
    Label,
)
from hled.kernel.bilingual import Language
from hled.kernel.rule import Finding


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A sentence that commits. ``start`` and ``end`` are code points of the text as given.

    ``verb`` and ``what`` are a person's first draft, not the text of the commitment, which is ``text``.
    """

    start: int
    end: int
    text: str
    actor: Actor
    strength: int
    undertakings: int
    rules: tuple[str, ...]
    verb: str
    what: str
    heading: str | None
    pillar: str | None
    dates: tuple[str, ...]
    quantities: tuple[str, ...]
    action_type: str
    language: Language

    def as_json(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "actor": str(self.actor),
            "strength": self.strength,
            "undertakings": self.undertakings,
            "rules": list(self.rules),
            "verb": self.verb,
            "what": self.what,
            "heading": self.heading,
            "pillar": self.pillar,
            "dates": list(self.dates),
            "quantities": list(self.quantities),
            "action_type": self.action_type,
            "language": str(self.language),
        }


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sentence that was not taken, with its label and the rules that say why."""

    start: int
    end: int
    text: str
    label: Label
    rules: tuple[str, ...]
    heading: str | None

    def as_json(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "label": str(self.label),
            "rules": list(self.rules),
            "heading": self.heading,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """All sentences of a statement, each once: taken as a candidate, or left out."""

    language: Language
    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "language": str(self.language),
            "candidates": [candidate.as_json() for candidate in self.candidates],
            "left_out": [sentence.as_json() for sentence in self.left_out],
            "findings": [finding.as_json() for finding in self.findings],
        }
