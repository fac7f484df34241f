"""Load a record into the store, whole or not at all, and write it out again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.resources.abc import Traversable
from pathlib import Path

from django.db import transaction

from hled.dialogue.accord.services.appending import append_import
from hled.dialogue.briefing.queries.agreed import with_agreed
from hled.dialogue.briefing.queries.record import SHELVES, last_load, said_record
from hled.dialogue.chronicle.models import Entry
from hled.dialogue.chronicle.services import Change, bump_revision, open_entry, put
from hled.dialogue.delegations.services import record_terms
from hled.dialogue.meetings.queries.attendance import holders_seen
from hled.dialogue.meetings.services.series import found_series
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.record import RecordReading, read_record, write_record

Told = Callable[[str], None]


@dataclass(frozen=True)
class Load:
    """What a load did. `entry` is None where the store already said all of it."""

    entry: Entry | None
    changes: tuple[Change, ...]
    warnings: tuple[Finding, ...]

    @property
    def any(self) -> bool:
        return any(change.any for change in self.changes)


def load_record(
    folder: Path | Traversable, *, at: datetime, source: str = "", told: Told = lambda step: None
) -> Load:
    """
    Make the store say what a folder in the record's format says.

    Loading the same record again changes nothing. What a corrected record says differently replaces the former
    wording, which is kept; what it no longer has is retired.

    Raises
    ------
    BrokenRuleError
        With all findings, errors and warnings, when one of them is an error; nothing is loaded then.
    """
    told("reading")
    reading = read_record(folder)
    if not reading.is_sound:
        raise BrokenRuleError(reading.findings)
    return take_in(reading, at=at, source=source or str(folder), told=told)


@transaction.atomic
def take_in(reading: RecordReading, *, at: datetime, source: str, told: Told = lambda step: None) -> Load:
    """
    Load a sound reading in one transaction.

    What both Parties have agreed since keeps the agreed wording, and so does what it names; the load says so. The
    register has an entry for each record that came in, signed by nobody.

    Raises
    ------
    BrokenRuleError
        When the reading cannot stand beside what both Parties have agreed: a rule of the record's format, as RC-44.
    """
    former = last_load()
    records, kept = with_agreed(
        {
            kind: {shelf.format.identity(record): record for record in reading.records[kind]}
            for kind, shelf in SHELVES.items()
        }
    )
    entry = open_entry(kind=Entry.Kind.RECORD_LOAD, at=at, source=source, digest=reading.digest)
    changes = []
    for kind, shelf in SHELVES.items():
        told(kind)
        changes.append(put(shelf, records[kind], entry=entry))
    found_series(at=at)
    warnings = (*reading.warnings, *kept)
    findings = [finding.as_json() | {"data": finding.data} for finding in warnings]
    if not any(change.any for change in changes) and former is not None and former.findings == findings:
        entry.delete()
        return Load(None, tuple(changes), warnings)
    entry.findings = findings
    entry.counts = {change.kind: [change.added, change.changed, change.retired] for change in changes}
    entry.save()
    record_terms(holders_seen())
    append_import(digest=reading.digest, source=source, at=at)
    bump_revision()
    return Load(entry, tuple(changes), warnings)


def export_record(folder: Path, *, replace: bool = False, told: Told = lambda kind: None) -> int:
    """
    Write the record of the store in the same format; returns how many records were written.

    Raises
    ------
    BrokenRuleError
        When the folder holds something else than a record, or a part of one and `replace` is not given.
    """
    records = said_record(told=told)
    write_record(records, folder, replace=replace)
    return sum(len(each) for each in records.values())
