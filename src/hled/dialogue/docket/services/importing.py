"""Take in many submissions at once, as a whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import TypeVar

from django.db import transaction
from django.db.models import prefetch_related_objects

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.docket.domain.calls import DK_18
from hled.dialogue.docket.domain.copies.grouping import digest_of
from hled.dialogue.docket.domain.filing import DK_05, erased_on
from hled.dialogue.docket.domain.importing import (
    DK_72,
    DK_74,
    DK_75,
    DK_78,
    DK_79,
    MOST_ROWS_AT_ONCE,
    Entry,
    Passed,
    entry_of,
    received_at,
)
from hled.dialogue.docket.models import Answer, Call, CallEvent, Submission, Submitter, Wording
from hled.dialogue.docket.services.filing import Ready, Said, made_ready
from hled.dialogue.docket.services.tables import Table
from hled.dialogue.meetings.domain.acting import Acting
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.rule import BrokenRuleError, Finding

BATCH = 1_000
MOST_FINDINGS = 200
LONGEST_ID = 120

Each = TypeVar("Each")
Row = tuple[str, Entry | Passed | list[Finding]]
"""Where it stands, and what it files."""


@dataclass(slots=True)
class Imported:
    """
    What became of a table.

    Parameters
    ----------
    filed, known
        Identifier -> public number, of what was taken in now and of what had been before; in their order.
    passed
        Why rows filed nothing -> how many.
    warned
        How many warnings there are; `warnings` holds the first of them.
    """

    rows: int = 0
    filed: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    passed: dict[Passed, int] = field(default_factory=dict)
    warned: int = 0
    warnings: list[Finding] = field(default_factory=list)

    def warn(self, findings: Iterable[Finding]) -> None:
        for each in findings:
            self.warned += 1
            if len(self.warnings) < MOST_FINDINGS:
                self.warnings.append(each)


def import_table(
    *,
    call: Call | None,
    table: Table,
    by: Acting,
    at: datetime,
    language: Language = Language.EN,
    only_check: bool = False,
    told: Callable[[int], None] = lambda _: None,
) -> Imported:
    """
    Take in the rows of a file; a row without an identifier is known by the file and its number.

    Parameters
    ----------
    language
        Of rows that do not say.
    only_check
        Find what is wrong, and write nothing.
    told
        Hears after each batch how many rows were read.

    Raises
    ------
    BrokenRuleError
        DK-05, DK-18, DK-70, DK-71; all of DK-01 to DK-08, DK-11 and DK-71 to DK-74 by row, and DK-78.
    """
    digest = table.digest()

    def rows() -> Iterator[Row]:
        for number, columns, cells in table.read():
            place = f"{table.name}:{number}"
            if isinstance(cells, list):
                yield place, cells
                continue
            entry = entry_of(columns, cells, place=place, language=language)
            if isinstance(entry, Entry) and not entry.id:
                entry = _with_id(entry, f"{digest[:24]}:{number}")
            yield place, entry

    about = {"file": digest}
    return _take_in(call, rows(), by, at, source="table", about=about, only_check=only_check, told=told)


def import_entries(*, call: Call | None, entries: Sequence[Entry], by: Acting, at: datetime) -> Imported:
    """
    Take in what an agency's system sends in one request.

    Raises
    ------
    BrokenRuleError
        DK-79; else as `import_table`.
    """
    if not 0 < len(entries) <= MOST_ROWS_AT_ONCE:
        raise BrokenRuleError([Finding(DK_79, "items", str(len(entries)))])
    rows: Iterator[Row] = ((f"items[{place}]", each) for place, each in enumerate(entries))
    return _take_in(call, rows, by, at, source="api", about={}, only_check=False, told=lambda _: None)


def _with_id(entry: Entry, id: str) -> Entry:
    return Entry(id, entry.received, entry.text, entry.speaker, entry.personal, entry.answers, entry.warnings)


@transaction.atomic
def _take_in(
    call: Call | None,
    rows: Iterator[Row],
    by: Acting,
    at: datetime,
    *,
    source: str,
    about: dict[str, str],
    only_check: bool,
    told: Callable[[int], None],
) -> Imported:
    """Rows are written as they are read until one is found wrong; then the rest is only read, and all is taken back."""
    if call is None:
        raise BrokenRuleError([Finding(DK_05, "call")])
    if not by.party or call.party not in ("", by.party):
        raise BrokenRuleError([Finding(DK_18, "call", call.code)])
    held = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    prefetch_related_objects([held], "questions")
    reading = _Reading(held, by.party, at)
    for batch in _batches(rows):
        ready = list(reading.ready(batch))
        if not (reading.findings or only_check):
            _write(held, ready, reading.out, source)
        told(reading.out.rows)
    if reading.findings:
        raise BrokenRuleError([*reading.findings, reading.summary()])
    if not only_check:
        after = {**about, "filed": len(reading.out.filed), "known": len(reading.out.known)}
        CallEvent.objects.create(
            call=held, act="imported", before={}, after=after, by=by.name, by_party=by.party, at=at
        )
        bump_revision()
    return reading.out


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    place: str
    received: datetime
    ready: Ready


class _Reading:
    """Reads rows, and keeps what was found wrong in them."""

    def __init__(self, call: Call, intake: str, at: datetime) -> None:
        self._call, self._intake, self._at = call, intake, at
        self._places: dict[str, str] = {}
        self.out, self.findings, self._found, self._wrong = Imported(), list[Finding](), 0, 0

    def ready(self, rows: Iterable[Row]) -> Iterator[_Row]:
        for place, entry in rows:
            self.out.rows += 1
            if isinstance(entry, Passed):
                self.out.passed[entry] = self.out.passed.get(entry, 0) + 1
            elif isinstance(entry, list):
                self._refuse(entry)
            elif (row := self._checked(place, entry)) is not None:
                self.out.warn(entry.warnings)
                yield row

    def _checked(self, place: str, entry: Entry) -> _Row | None:
        findings = []
        if not 0 < len(entry.id) <= LONGEST_ID:
            findings.append(Finding(DK_72, f"{place}: id", entry.id[:40]))
        elif entry.id in self._places:
            findings.append(Finding(DK_72, f"{place}: id", f"{entry.id} = {self._places[entry.id]}"))
        self._places.setdefault(entry.id, place)
        received = received_at(entry.received, self._at)
        if received is None:
            findings.append(Finding(DK_74, f"{place}: received_on", entry.received[:40]))
        said = Said(entry.text, entry.speaker, entry.personal, entry.answers, self._intake)
        ready = None
        try:
            ready = made_ready(call=self._call, said=said, at=received or self._at)
        except BrokenRuleError as error:
            findings += [
                Finding(each.rule, f"{place}: {each.place}", each.found, each.remedy)
                for each in error.findings
            ]
        if ready is None or received is None or findings:
            self._refuse(findings)
            return None
        return _Row(entry.id, place, received, ready)

    def _refuse(self, findings: Sequence[Finding]) -> None:
        self._found += len(findings)
        self._wrong += 1
        self.findings += findings[: max(0, MOST_FINDINGS - len(self.findings))]

    def summary(self) -> Finding:
        count, rows = self._found, self._wrong
        return Finding(
            DK_78,
            "table",
            Bilingual(
                f"{count:,} findings in {rows:,} of {self.out.rows:,} rows",
                f"{count:,} hallazgos en {rows:,} de {self.out.rows:,} filas",
            ),
        )


def _batches(rows: Iterator[Each]) -> Iterator[list[Each]]:
    while part := list(islice(rows, BATCH)):
        yield part


def _write(call: Call, rows: Sequence[_Row], out: Imported, source: str) -> None:
    """What is not known yet by its identifier, with a fixed number of queries."""
    kept = {
        each.source_id: each
        for each in Submission.objects.filter(call=call, source_id__in=[each.id for each in rows]).only(
            "source_id", "text"
        )
    }
    for each in rows:
        if known := kept.get(each.id):
            out.known[each.id] = known.code
            if known.text != each.ready.text.text:
                out.warn([Finding(DK_75, each.place, each.id)])
    fresh = [each for each in rows if each.id not in kept]
    wordings = _wordings(call, [each.ready for each in fresh])
    made = Submission.objects.bulk_create(_submission(call, each, wordings, source) for each in fresh)
    out.filed |= {each.id: filed.code for each, filed in zip(fresh, made, strict=True)}
    _keep_answers(call, fresh, made)
    Submitter.objects.bulk_create(
        Submitter(
            submission=filed,
            name=each.ready.person.name,
            organization=each.ready.person.organization,
            email=each.ready.person.email,
            erase_on=erased_on(filed=each.received.date(), closes=call.closes_on, last_reply=None),
        )
        for each, filed in zip(fresh, made, strict=True)
        if each.ready.person
    )


def _submission(call: Call, row: _Row, wordings: dict[str, int], source: str) -> Submission:
    ready = row.ready
    return Submission(
        call=call,
        intake=ready.intake,
        text=ready.text.text,
        folded=ready.folded,
        wording_id=wordings.get(_digest(ready)),
        kind=ready.speaker.kind,
        size=ready.speaker.size,
        place=ready.speaker.place,
        language=ready.speaker.language,
        filed_at=row.received,
        source=source,
        source_id=row.id,
    )


def _keep_answers(call: Call, rows: Sequence[_Row], made: Sequence[Submission]) -> None:
    questions = {each.place: each for each in call.questions.all()}
    Answer.objects.bulk_create(
        Answer(submission=filed, question=questions[place], text=shown.text)
        for row, filed in zip(rows, made, strict=True)
        for place, shown in row.ready.answers.items()
    )


def _digest(ready: Ready) -> str:
    return digest_of(ready.folded.encode()).hex() if ready.folded else ""


def _wordings(call: Call, ready: Sequence[Ready]) -> dict[str, int]:
    """Digest of words -> number of the wording, made where nobody sent these words before."""
    texts: dict[str, str] = {}
    for each in ready:
        if digest := _digest(each):
            texts.setdefault(digest, each.whole)
    rows = Wording.objects.filter(call=call, digest__in=list(texts)).order_by()
    found = dict(rows.values_list("digest", "pk"))
    Wording.objects.bulk_create(
        (
            Wording(call=call, digest=digest, text=text)
            for digest, text in texts.items()
            if digest not in found
        ),
        ignore_conflicts=True,
    )
    return dict(rows.all().values_list("digest", "pk"))
