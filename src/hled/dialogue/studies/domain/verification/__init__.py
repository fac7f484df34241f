"""The engine held to published values: references with their sources, measures, and what comes of them."""

from hled.dialogue.studies.domain.verification.checking import Check, verify
from hled.dialogue.studies.domain.verification.references import Group, Reference, references

__all__ = ["Check", "Group", "Reference", "references", "verify"]
