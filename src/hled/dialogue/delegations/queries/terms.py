"""Who held which office."""

from dataclasses import dataclass
from datetime import date

from hled.dialogue.delegations.models import TermOfOffice
from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Term:
    """A holder of an office; `successor` is the next holder seen in the same office."""

    party: str
    office: Bilingual
    holder: str
    seen_first: date | None
    seen_last: date | None
    starts_on: date | None
    ends_on: date | None
    basis: str
    successor: str | None


def terms_known(as_of: date) -> list[Term]:
    """Terms of which the holder had been seen, or which had begun, by a day; by Party, office and date."""
    rows = TermOfOffice.objects.select_related("office", "successor").order_by(
        "office__party", "office__title_en", "seen_first", "holder"
    )
    return [
        Term(
            party=row.office.party,
            office=Bilingual(row.office.title_en, row.office.title_es),
            holder=row.holder,
            seen_first=row.seen_first,
            seen_last=min(row.seen_last, as_of) if row.seen_last else None,
            starts_on=row.starts_on,
            ends_on=row.ends_on if row.ends_on and row.ends_on <= as_of else None,
            basis=row.basis,
            successor=_successor(row, as_of),
        )
        for row in rows
        if _begun(row, as_of)
    ]


def _begun(row: TermOfOffice, as_of: date) -> bool:
    day = row.starts_on or row.seen_first
    return day is not None and day <= as_of


def _successor(row: TermOfOffice, as_of: date) -> str | None:
    return row.successor.holder if row.successor and _begun(row.successor, as_of) else None
