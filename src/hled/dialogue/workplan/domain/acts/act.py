"""What both Parties agreed about one subject of the work plan, and the record that it meets."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hled.sources.record.schema import Record

Records = Mapping[str, Mapping[str, Record]]
"""Kind -> identifier -> record; a legend's identifier is ``legend.code``."""


@dataclass(frozen=True, slots=True)
class PlanAct:
    """
    An act on the work plan, as agreed.

    Parameters
    ----------
    type
        One of `ACT_KINDS`.
    english, spanish
        Name of a segment -> its text; both have the same names.
    fields
        Structured fields as JSON: a number is text with all its digits.
    on
        Day from which the act counts.
    digest
        That of the signed act, in hexadecimal.
    """

    type: str
    subject: str
    english: Mapping[str, str]
    spanish: Mapping[str, str]
    fields: Mapping[str, Any]
    on: date
    digest: str


@dataclass(frozen=True, slots=True)
class Known:
    """
    The record as an act meets it.

    Parameters
    ----------
    used
        Kind -> identifiers that something has now or had before it was retired.
    since
        Subject -> the day from which the last act on it counts.
    """

    records: Records
    used: Mapping[str, Collection[str]] = field(default_factory=dict)
    since: Mapping[str, date] = field(default_factory=dict)

    def find(self, kind: str, id: object) -> Record | None:
        return self.records.get(kind, {}).get(id) if isinstance(id, str) else None

    def was_used(self, kind: str) -> Collection[str]:
        return self.used.get(kind, self.records.get(kind, {}).keys())
