"""Progress reports in the record's form, by commitment and by document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from hled.dialogue.chronicle.queries import said
from hled.dialogue.results.queries.shelves import REPORTS
from hled.dialogue.workplan.queries.plan import kept
from hled.kernel.period import last_day
from hled.sources.record.schema import Record


@dataclass(frozen=True)
class Reports:
    """Every report the store knew at a moment; what was public on a day is for the caller to choose."""

    by_id: Mapping[str, Record]
    by_commitment: Mapping[str, tuple[str, ...]]
    by_document: Mapping[str, tuple[str, ...]]

    def public(self, id: str, as_of: date, *, undated: bool) -> bool:
        day = last_day(self.by_id[id]["reported_on"])
        return undated if day is None else day <= as_of


def reports(recorded_by: datetime | None = None) -> Reports:
    """Reports, read once for a state of the store."""
    return kept("reports", recorded_by, lambda: _read(recorded_by))


def _read(recorded_by: datetime | None) -> Reports:
    found = said(REPORTS, recorded_by=recorded_by)
    by_commitment: dict[str, list[str]] = {}
    by_document: dict[str, list[str]] = {}
    for id, each in found.items():
        by_commitment.setdefault(each["commitment"], []).append(id)
        if each["document"]:
            by_document.setdefault(each["document"], []).append(id)
    return Reports(
        by_id=found,
        by_commitment={id: tuple(each) for id, each in by_commitment.items()},
        by_document={id: tuple(each) for id, each in by_document.items()},
    )
