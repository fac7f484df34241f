"""Read the register: entries, hashes, proofs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from hled.dialogue.accord.domain.entries import Envelope, read_envelope
from hled.dialogue.accord.domain.merkle import (
    Frontier,
    Place,
    consistency_proof,
    includes,
    inclusion_proof,
    places_of,
    root_at,
)
from hled.dialogue.accord.domain.rules import AC_45
from hled.dialogue.accord.models import Checkpoint, Entry, Node
from hled.kernel.rule import Finding, NotFoundError

LEVEL = 48


def place_number(place: Place) -> int:
    return (place[0] << LEVEL) + place[1]


def last_entry() -> tuple[int, bytes, datetime] | None:
    """Number, hash and moment of the last entry."""
    rows = Entry.objects.order_by("-sequence").values_list("sequence", "leaf", "at")[:1]
    return next(((sequence, bytes(leaf), at) for sequence, leaf, at in rows), None)


def size() -> int:
    """How many entries there are."""
    last = last_entry()
    return last[0] + 1 if last else 0


def size_by(moment: datetime) -> int:
    """How many entries there were at a moment; they stand in the order of their moments."""
    low, high = 0, size()
    while low < high:
        middle = (low + high) // 2
        at = Entry.objects.values_list("at", flat=True).get(sequence=middle)
        low, high = (middle + 1, high) if at <= moment else (low, middle)
    return low


def read_places(places: Sequence[Place]) -> Mapping[Place, bytes]:
    """The kept hashes of complete subtrees, in two questions whatever their number."""
    leaves = [index for level, index in places if level == 0]
    above = {place_number(place): place for place in places if place[0]}
    found: dict[Place, bytes] = {}
    if leaves:
        rows = Entry.objects.filter(sequence__in=leaves).values_list("sequence", "leaf")
        found |= {(0, sequence): bytes(leaf) for sequence, leaf in rows}
    if above:
        kept = Node.objects.filter(place__in=above).values_list("place", "hash")
        found |= {above[place]: bytes(hash) for place, hash in kept}
    return found


def frontier(size: int, last: bytes) -> Frontier:
    """The tree of that size, ready to grow; `last` is the hash of its last leaf."""
    places = places_of(0, size)
    found = {(0, size - 1): last, **read_places([place for place in places if place[0]])}
    return Frontier(size, [found[place] for place in places])


def root(size: int) -> bytes:
    return root_at(size, read_places)


def entry(sequence: int) -> Entry:
    """
    Raises
    ------
    NotFoundError
        AC-45, when there is no such entry.
    """
    found = Entry.objects.filter(sequence=sequence).first()
    if found is None:
        raise NotFoundError([Finding(AC_45, "sequence", str(sequence))])
    return found


def envelope_of(row: Entry) -> Envelope:
    return read_envelope(bytes(row.envelope))


def entry_json(row: Entry) -> dict[str, Any]:
    """An entry as it stands, with its leaf hash."""
    said: dict[str, Any] = json.loads(bytes(row.envelope))
    return {"digest": row.act, "leaf": bytes(row.leaf).hex(), **said}


def proof(sequence: int, of_size: int | None = None) -> dict[str, Any]:
    """
    Inclusion proof of an entry in the register of a size, the present one where None.

    Raises
    ------
    NotFoundError
        AC-45, when the entry is not in a register of that size, or there is none of that size.
    """
    row = entry(sequence)
    whole = size() if of_size is None else of_size
    if not sequence < whole <= size():
        raise NotFoundError([Finding(AC_45, "size", str(whole))])
    path = inclusion_proof(sequence, whole, read_places)
    top, leaf = root(whole), bytes(row.leaf)
    return {
        "sequence": sequence,
        "size": whole,
        "leaf": leaf.hex(),
        "path": [step.hex() for step in path],
        "root": top.hex(),
        "holds": includes(leaf, sequence, whole, path, top),
        "envelope": bytes(row.envelope).decode(),
    }


def consistency(earlier: int, later: int | None = None) -> dict[str, Any]:
    """
    Proof that the register of an earlier size is the beginning of that of a later one.

    Raises
    ------
    NotFoundError
        AC-45, when there is no register of one of these sizes.
    """
    whole = size() if later is None else later
    if not 0 < earlier <= whole <= size():
        raise NotFoundError([Finding(AC_45, "size", f"{earlier}, {whole}")])
    path = consistency_proof(earlier, whole, read_places)
    return {
        "earlier": earlier,
        "later": whole,
        "earlier_root": root(earlier).hex(),
        "later_root": root(whole).hex(),
        "path": [step.hex() for step in path],
    }


@dataclass(frozen=True, slots=True)
class Sought:
    """Which of the first `size` entries are asked for; an empty text asks for all."""

    size: int
    subject: str = ""
    type: str = ""
    kind: str = ""

    def rows(self) -> QuerySet[Entry]:
        rows = Entry.objects.filter(sequence__lt=self.size).defer("envelope").order_by("-sequence")
        if self.subject:
            rows = rows.filter(subject__startswith=self.subject)
        if self.type:
            rows = rows.filter(type=self.type)
        return rows.filter(kind=self.kind) if self.kind else rows


def found_below(sought: Sought, below: int, limit: int) -> list[Entry]:
    """Entries that fit, the latest first, with numbers below one."""
    return list(sought.rows().filter(sequence__lt=below)[:limit])


def found_from(sought: Sought, first: int, limit: int) -> list[Entry]:
    """The next page towards the latest: entries that fit, from a number on, the latest first."""
    return list(sought.rows().filter(sequence__gte=first).order_by("sequence")[:limit])[::-1]


def types() -> list[str]:
    """Types of acts that the register holds, found one after the other by the index."""
    found: list[str] = []
    while following := _type_after(found[-1] if found else ""):
        found.append(following)
    return found


def _type_after(type: str) -> str:
    rows = Entry.objects.filter(type__gt=type).order_by("type").values_list("type", flat=True)
    return rows.first() or ""


def last_checkpoint(by_size: int | None = None) -> Checkpoint | None:
    """The last signed note, or the last on a register of at most a size."""
    rows = Checkpoint.objects.order_by("-size")
    return (rows if by_size is None else rows.filter(size__lte=by_size)).first()


def checkpoint_of(size: int) -> Checkpoint:
    """
    Raises
    ------
    NotFoundError
        AC-45, when no note was signed on that size.
    """
    found = Checkpoint.objects.filter(size=size).first()
    if found is None:
        raise NotFoundError([Finding(AC_45, "size", str(size))])
    return found
