"""Check the whole register: hashes, order, signatures, and the fold against the stored state."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import connection, transaction

from hled.dialogue.accord.domain.acts import quick_canonical, read_moment
from hled.dialogue.accord.domain.batches import Verifier
from hled.dialogue.accord.domain.entries import Envelope, read_envelope, read_members
from hled.dialogue.accord.domain.fold import Item, State, advance, step
from hled.dialogue.accord.domain.merkle import Frontier, leaf_hash
from hled.dialogue.accord.domain.notes import open_note, read_checkpoint, read_verifier_key
from hled.dialogue.accord.domain.rules import AC_40, AC_41, AC_42, AC_43, AC_44, AC_46
from hled.dialogue.accord.models import (
    AgreedItem,
    Checkpoint,
    Entry,
    Node,
    PasskeyCount,
    SilenceTerm,
    triggers,
)
from hled.dialogue.accord.queries.register import LEVEL, place_number
from hled.dialogue.accord.queries.state import credentials
from hled.kernel.rule import BrokenRuleError, Finding, require

CHUNK = 2000
EVERY = 5000
Told = Callable[[int, int], None]
"""Hears how many entries are done, of how many."""

Row = tuple[int, str, str, datetime, str, str, str, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Checked:
    """
    What a check found.

    Parameters
    ----------
    first_bad
        Number of the first entry that is not sound; None where all are.
    findings
        What is wrong with it, and with whatever stands beside the entries.
    signatures
        How many signatures were verified; None where that was not asked for.
    """

    size: int
    root: str
    checkpoints: int
    signatures: int | None
    items: int | None
    first_bad: int | None
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        return not self.findings


@dataclass
class _Check:
    """The work of one check; everything that was found so far."""

    deep: bool
    told: Told
    verifier: Verifier
    state: State = field(default_factory=State)
    tree: Frontier = field(default_factory=Frontier)
    nodes: list[bytearray] = field(default_factory=list)
    checkpoints: dict[int, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    bad: int | None = None
    confirmed: int = 0
    """The largest signed size whose root is ours: what forked from a signed history did so after it."""

    def run(self, rows: Iterable[Row], total: int) -> None:
        """Take entries until one is not sound."""
        for row in rows:
            try:
                self._take(row)
            except BrokenRuleError as error:
                self._blame(self.tree.size, error.findings)
                return
            if self.tree.size % EVERY == 0:
                self.told(self.tree.size, total)
                if self.verifier.bad:
                    return

    def _take(self, row: Row) -> None:
        sequence, content, leaf = row[0], bytes(row[7]), bytes(row[8])
        require(
            AC_41, sequence == self.tree.size, place="sequence", found=f"{sequence}, not {self.tree.size}"
        )
        hashed = leaf_hash(content)
        require(AC_42, leaf == hashed, place="leaf", found=f"{leaf.hex()[:16]}, not {hashed.hex()[:16]}")
        if self.deep:
            self.verifier.sequence = sequence
            entry = read_envelope(content)
            _require_columns(row, entry)
            step(self.state, entry, verify=self.verifier)
            advance(self.state, entry, hashed)
        else:
            self._take_order(content, hashed)
        self._grow(hashed)

    def _take_order(self, content: bytes, hashed: bytes) -> None:
        """Number, predecessor and moment of an entry, without reading the rest of it."""
        said = read_members(content)
        require(AC_41, said["sequence"] == self.tree.size, place="sequence", found=said["sequence"])
        require(
            AC_41, said["previous"] == self.state.leaf, place="previous", found=str(said["previous"])[:16]
        )
        try:
            at = read_moment(said["at"])
        except (ValueError, TypeError) as error:
            raise BrokenRuleError([Finding(AC_40, "at", str(error))]) from None
        require(AC_46, self.state.at is None or at >= self.state.at, place="at", found=said["at"])
        self.state.leaf, self.state.at = hashed.hex(), at

    def _grow(self, hashed: bytes) -> None:
        for (level, _), hash in self.tree.push(hashed):
            if len(self.nodes) < level:
                self.nodes.append(bytearray())
            self.nodes[level - 1] += hash
        signed = self.checkpoints.get(self.tree.size)
        if signed == self.tree.root:
            self.confirmed = self.tree.size
        elif signed is not None:
            place = f"checkpoint {self.tree.size}, entries {self.confirmed} to {self.tree.size - 1}"
            self.findings.append(Finding(AC_43, place, signed.hex()[:16]))

    def _blame(self, sequence: int, findings: Iterable[Finding]) -> None:
        self.bad = sequence
        named = [Finding(each.rule, f"entry {sequence}, {each.place}", each.found) for each in findings]
        self.findings = [*named, *self.findings]

    def finish_signatures(self) -> None:
        self.verifier.finish()
        if self.verifier.bad and (self.bad is None or self.verifier.bad[0] <= self.bad):
            if self.bad is not None:
                self.findings = [each for each in self.findings if not each.place.startswith("entry ")]
            self._blame(*self.verifier.bad)


def check(
    *, signatures: bool = True, told: Told = lambda done, total: None, processes: int | None = None
) -> Checked:
    """
    Check every entry of the register and what stands beside it.

    Reading stops at the first entry that is not sound; nothing after it can be relied on.

    Parameters
    ----------
    signatures
        Whether to verify signatures and consent, and to compare the fold with the stored state; without it, hashes and
        order alone.
    processes
        How many verify signatures; one for each core where None.
    """
    with Verifier(processes or os.cpu_count() or 1) as verifier:
        work = _Check(signatures, told, verifier)
        work.checkpoints = _checkpoints(work.findings)
        work.run(_rows(0), Entry.objects.count())
        # Whatever was appended meanwhile is taken in while no other process writes; then the state can be compared.
        with transaction.atomic():
            if work.bad is None and not verifier.bad:
                work.run(_rows(work.tree.size), work.tree.size)
            work.finish_signatures()
            if work.bad is None:
                work.findings += _beside(work)
        return Checked(
            work.tree.size,
            work.tree.root.hex(),
            len(work.checkpoints),
            verifier.count if signatures else None,
            len(work.state.items) if signatures else None,
            work.bad,
            tuple(work.findings),
        )


def _rows(begin: int) -> Iterator[Row]:
    rows = Entry.objects.filter(sequence__gte=begin).order_by("sequence")
    names = ("sequence", "kind", "party", "at", "type", "subject", "act", "envelope", "leaf")
    return rows.values_list(*names).iterator(chunk_size=CHUNK)


def _require_columns(row: Row, entry: Envelope) -> None:
    """The columns by which entries are found say what the envelope says."""
    act = entry.act
    said = (entry.sequence, entry.kind, entry.party or "", entry.at, act.type, act.subject, act.digest)
    require(
        AC_42, tuple(row[:7]) == said, place="columns", found=", ".join(str(each) for each in row[1:7])[:200]
    )


def _checkpoints(findings: list[Finding]) -> dict[int, bytes]:
    """The roots that were signed, by size; a note that does not open is a finding."""
    found = {}
    for row in Checkpoint.objects.all():
        try:
            name, key = read_verifier_key(row.key)
            signed = read_checkpoint(open_note(row.note, name, key))
            sound = (signed.origin, signed.size, signed.root) == (name, row.size, bytes(row.root))
            require(AC_43, sound, place="note", found=signed.text)
            found[row.size] = signed.root
        except BrokenRuleError as error:
            findings += [Finding(each.rule, f"checkpoint {row.size}", each.found) for each in error.findings]
    return found


def _beside(work: _Check) -> list[Finding]:
    """Nodes, checkpoints of a larger register, triggers, and the stored state."""
    ahead = sorted(size for size in work.checkpoints if size > work.tree.size)
    findings = [Finding(AC_41, f"entry {work.tree.size}", f"checkpoint {size}") for size in ahead[:1]]
    if ahead:
        work.bad = work.tree.size
    findings += _node_findings(work)
    findings += [Finding(AC_42, "trigger", name) for name in triggers.missing(connection)]
    return findings + (_state_findings(work.state) if work.deep else [])


def _node_findings(work: _Check) -> list[Finding]:
    expected = (
        (place_number((level, index)), bytes(hashes[index * 32 : index * 32 + 32]))
        for level, hashes in enumerate(work.nodes, start=1)
        for index in range(len(hashes) // 32)
    )
    kept = Node.objects.order_by("place").values_list("place", "hash").iterator(chunk_size=CHUNK)
    for wanted in expected:
        found = next(kept, None)
        if found is None or (found[0], bytes(found[1])) != wanted:
            return [
                Finding(
                    AC_42,
                    f"node {wanted[0] >> LEVEL}/{wanted[0] & (1 << LEVEL) - 1}",
                    str(found and found[0]),
                )
            ]
    surplus = next(kept, None)
    return [Finding(AC_42, "node", str(surplus[0]))] if surplus else []


def _state_findings(state: State) -> list[Finding]:
    return [
        *_different("agreed", {item.subject: _said(item) for item in state.items.values()}, _stored_items()),
        *_different("credential", state.credentials, credentials()),
        *_different(
            "silence",
            {each.act: (each.item.sequence, each.until, each.state) for each in state.silences.values()},
            {row.act: (row.sequence, row.until, row.state) for row in SilenceTerm.objects.all()},
        ),
        *_different(
            "counter",
            {f"{credential} {counter}": True for credential, counter in state.counters},
            {
                f"{row.credential} {row.counter}": True
                for row in PasskeyCount.objects.iterator(chunk_size=CHUNK)
            },
        ),
    ]


def _different(what: str, folded: dict[str, Any], stored: dict[str, Any]) -> list[Finding]:
    return [
        Finding(AC_44, f"{what} {key}", _word(key, folded, stored))
        for key in sorted(folded.keys() | stored.keys())
        if folded.get(key) != stored.get(key)
    ][:100]


def _word(key: str, folded: dict[str, Any], stored: dict[str, Any]) -> str:
    if key not in stored:
        return "not stored"
    return "not agreed" if key not in folded else "differs"


def _said(item: Item) -> tuple[Any, ...]:
    return (item.owner, item.type, item.act, item.sequence, *item.digests, item.effective)


def _stored_items() -> dict[str, tuple[Any, ...]]:
    return {
        row.subject: (
            row.owner,
            row.type,
            row.act,
            row.sequence,
            sha256(row.english.encode()).hexdigest(),
            sha256(row.spanish.encode()).hexdigest(),
            _fields_digest(row.fields),
            row.effective.isoformat(),
        )
        for row in AgreedItem.objects.iterator(chunk_size=CHUNK)
    }


def _fields_digest(fields: Any) -> str:
    try:
        return sha256(quick_canonical(fields)).hexdigest()
    except ValueError:
        return "not canonical"
