"""Read a folder in the record's format: every file, every finding, in one pass."""

import importlib.resources
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding, Rule, Severity, WorldError
from hled.sources.record import rules
from hled.sources.record.checks import check_entries
from hled.sources.record.forming import Entry, finding_at, form_entries
from hled.sources.record.schema import KINDS, Kind, Record
from hled.sources.record.writing import record_digest

LARGEST_FILE = 60 * 2**20


@dataclass(frozen=True)
class RecordReading:
    """
    What a folder holds, and what is wrong with it.

    `records` has every kind, in the order of `KINDS`; a record that breaks a rule lacks the refused field.
    Use the records only when `is_sound`.
    """

    records: Mapping[str, list[Record]]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.rule.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.rule.severity is Severity.WARNING)

    @property
    def is_sound(self) -> bool:
        return not self.errors

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the normal form."""
        return record_digest(self.records)


def bundled_record() -> Traversable:
    """Folder of the record that ships with hled."""
    return importlib.resources.files("hled.sources") / "bundled" / "hled_record"


def read_record(folder: Path | Traversable) -> RecordReading:
    """
    Read and check a record.

    A folder without `commitments.yaml`, `pillars.yaml`, `objectives.yaml`, `documents.yaml`, `agencies.yaml` or
    `legends.yaml` is refused (RC-01).
    Every other file may be absent; that is an empty list and a warning (RC-02), and for `passages.yaml` no warning.
    """
    if not folder.is_dir():
        return RecordReading({name: [] for name in KINDS}, (_no_folder(folder),))
    findings = list(_folder_findings(folder))
    entries: dict[str, list[Entry]] = {name: [] for name in KINDS}
    unread: set[str] = set()
    for name, kind in KINDS.items():
        content, refusals = _content(folder, kind)
        if content is not None:
            entries[name], refusals = form_entries(kind, content)
        findings += refusals
        if any(_cuts_short(kind, each) for each in refusals):
            unread.add(name)
    findings += check_entries(entries, unread=unread)
    return RecordReading(
        {name: [entry.record for entry in entries[name]] for name in KINDS},
        tuple(sorted(findings, key=_reading_order)),
    )


def _cuts_short(kind: Kind, finding: Finding) -> bool:
    """Whether records of the file may have gone unread, so that references into it cannot be judged."""
    return finding.rule in _CUT_SHORT or finding.data["field"] == kind.key


_CUT_SHORT = frozenset(
    {
        rules.MISSING_FILE,
        rules.FILE_TOO_LARGE,
        rules.WRONG_ENCODING,
        rules.BAD_YAML,
        rules.ANCHOR_OR_TAG,
        rules.TOO_DEEP,
        rules.WRONG_SHAPE,
        rules.TOO_MANY_FINDINGS,
    }
)

_FILE_ORDER = {kind.file: position for position, kind in enumerate(KINDS.values())}


def _reading_order(finding: Finding) -> tuple[int, int, str]:
    return (_FILE_ORDER.get(finding.data["file"], -1), finding.data["line"], finding.rule.code)


def _folder_findings(folder: Path | Traversable) -> Iterator[Finding]:
    known = {kind.file for kind in KINDS.values()}
    for item in sorted(folder.iterdir(), key=lambda each: each.name):
        if item.name.endswith((".yaml", ".yml")) and item.name not in known:
            yield _file_finding(rules.UNKNOWN_FILE, item.name)


def _no_folder(folder: Path | Traversable) -> Finding:
    return _file_finding(rules.MISSING_FILE, str(folder), Bilingual("no such folder", "no existe la carpeta"))


def _file_finding(rule: Rule, name: str, found: str | Bilingual = "") -> Finding:
    return Finding(
        rule, place=name, found=found, data={"file": name, "line": 0, "kind": "", "id": "", "field": ""}
    )


def _content(folder: Path | Traversable, kind: Kind) -> tuple[bytes | None, list[Finding]]:
    """Bytes of the file of a kind, or the reason why there are none."""
    file = folder / kind.file
    if not file.is_file():
        return None, list(_absence(kind))
    content = _bytes(file)
    if len(content) > LARGEST_FILE:
        return None, [_file_finding(rules.FILE_TOO_LARGE, kind.file, f"> {LARGEST_FILE:,} B")]
    refusal = _wrong_encoding(kind, content)
    return (None, [refusal]) if refusal else (content, [])


def _bytes(file: Traversable) -> bytes:
    """
    The file, or one byte more than the largest allowed.

    Raises
    ------
    WorldError
        When the system does not let the file be read.
    """
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as failure:
        says = Bilingual("{file} cannot be read: {reason}", "no se puede leer {file}: {reason}")
        raise WorldError(says.format(file=file.name, reason=failure.strerror), again=False) from failure


def _absence(kind: Kind) -> Iterator[Finding]:
    absent = Bilingual("{file} is absent", "falta {file}").format(file=kind.file)
    if kind.required:
        yield _file_finding(rules.MISSING_FILE, kind.file, absent)
    elif kind.announced:
        yield _file_finding(rules.OPTIONAL_FILE_ABSENT, kind.file, absent)


def _wrong_encoding(kind: Kind, content: bytes) -> Finding | None:
    position = content.find(b"\0")
    if position < 0:
        try:
            content.decode()
        except UnicodeDecodeError as problem:
            position = problem.start
    if position < 0:
        return None
    line = content.count(b"\n", 0, position) + 1
    found = Bilingual("byte {byte} at offset {position}", "byte {byte} en la posición {position}")
    return finding_at(
        rules.WRONG_ENCODING,
        kind,
        line,
        found=found.format(byte=f"0x{content[position]:02X}", position=position),
    )
