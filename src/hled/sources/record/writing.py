"""Write records in the record's format, and their normal form."""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from hled.kernel.bilingual import Bilingual
from hled.kernel.digest import sha256_of
from hled.kernel.rule import WorldError, declare, require
from hled.sources.record.schema import KINDS, Field, Kind, Record, Type

RW_01 = declare(
    "RW-01",
    en="A record is written into a new or empty folder, or over an earlier record.",
    es="Un registro se escribe en una carpeta nueva o vacía, o sobre un registro anterior.",
    remedy_en="Name another folder, or, where it holds a part of a record, ask for it to be replaced.",
    remedy_es="Indique otra carpeta o, si contiene una parte de un registro, solicite reemplazarla.",
)
RW_02 = declare(
    "RW-02",
    en="Writing a record removes nothing that is not of a record.",
    es="Escribir un registro no elimina nada que no sea de un registro.",
    remedy_en="Name another folder, or move out of it what is no record.",
    remedy_es="Indique otra carpeta o saque de ella lo que no sea de un registro.",
)

_SOFT_WIDTH = 88
_WIDTH = 110

# A text that YAML takes as it stands: no sign that opens something, no ": " and no " #", no space at its ends.
_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`=<~.])(?!.*(?:: | #))[^\s](?:.*[^\s:])?")
_RESOLVED = re.compile(
    r"(?i:null|true|false|yes|no|on|off|y|n)|[-+]?[0-9][0-9_.,:]*(?:e[-+]?[0-9]+)?|0[xob][0-9a-f_]+"
    r"|[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?(?:[Tt ].*)?|[-+]?\.(?:inf|nan|[0-9].*)",
    re.IGNORECASE,
)
_NEEDS_ESCAPES = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def normal_form(records: Mapping[str, Sequence[Record]]) -> dict[str, list[Record]]:
    """
    One form for equal records: kinds by name without empty ones, records by identifier, numbers as text.

    The order of records in a file does not count; the order inside a list of a record does.
    """
    return {
        name: sorted(
            (_normal(kind.fields, record, kind.group) for record in records[name]), key=kind.identity
        )
        for name, kind in sorted(KINDS.items())
        if records.get(name)
    }


def _normal(fields: tuple[Field, ...], record: Record, group: str = "") -> Record:
    normal: Record = {group: record[group]} if group else {}
    for field in fields:
        if field.name in record:
            normal[field.name] = _normal_value(field, record[field.name])
    return normal


def _normal_value(field: Field, value: Any) -> Any:
    if field.type is Type.RECORD:
        return [_normal(field.fields, inner) for inner in value]
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return value
    return _normal_number(value)


def _number(value: int | Decimal) -> str:
    return str(value) if isinstance(value, int) else f"{value:f}"


def _normal_number(value: int | Decimal) -> str:
    """``12.50`` and ``12.5`` are one number, and so are ``3.0`` and ``3``."""
    text = _number(value)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def record_digest(records: Mapping[str, Sequence[Record]]) -> str:
    """SHA-256 of the canonical JSON of the normal form."""
    return sha256_of(normal_form(records))


def write_record(records: Mapping[str, Sequence[Record]], folder: Path, *, replace: bool = False) -> None:
    """
    Write a record as a folder of YAML files, whole or not at all.

    The folder is made beside its place and then renamed. An earlier record in its place is replaced, and with
    `replace` also a part of one; files that are not YAML, such as a README, are carried over from an earlier record.

    Raises
    ------
    BrokenRuleError
        RW-01, when `folder` is neither new nor empty, holds no whole record, and `replace` is not given; RW-02, when
        it holds something else than a record that would be lost.
    ValueError
        When `records` has a kind or a field that the format does not know.
    WorldError
        When the system does not let the folder be written.
    """
    _require_replaceable(folder, part=replace)
    files = dict(_files(records))
    try:
        _write_whole(files, folder.resolve())
    except OSError as failure:
        says = Bilingual("{folder} cannot be written: {reason}", "no se puede escribir {folder}: {reason}")
        raise WorldError(says.format(folder=folder, reason=failure.strerror), again=True) from failure


def _require_replaceable(folder: Path, *, part: bool) -> None:
    """Whether a record, or, where `part` is true, a part of one, is all that goes when `folder` is written anew."""
    if not os.path.lexists(folder):
        return
    require(RW_01, folder.is_dir(), place=str(folder))
    items = sorted(folder.iterdir())
    whole = {kind.file for kind in KINDS.values() if kind.required} <= {item.name for item in items}
    require(RW_01, part or whole or not items, place=str(folder))
    own = {kind.file for kind in KINDS.values()}
    other = [item.name for item in items if item.name not in own and not (whole and _is_carried_over(item))]
    require(RW_02, not other, place=str(folder), found=", ".join(other[:5]))


def _write_whole(files: Mapping[str, str], folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        new = beside / "new"
        new.mkdir()
        for name, text in files.items():
            (new / name).write_text(text, encoding="utf-8", newline="\n")
        if folder.is_dir():
            _carry_over(folder, new)
        _put_in_place(new, folder, beside / "old")
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _put_in_place(new: Path, folder: Path, old: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise


def _carry_over(folder: Path, new: Path) -> None:
    for item in filter(_is_carried_over, folder.iterdir()):
        shutil.copy2(item, new / item.name)


def _is_carried_over(item: Path) -> bool:
    return item.is_file() and item.suffix not in {".yaml", ".yml"}


def _files(records: Mapping[str, Sequence[Record]]) -> Iterator[tuple[str, str]]:
    unknown = records.keys() - KINDS.keys()
    if unknown:
        raise ValueError(f"records={sorted(unknown)}: kinds unknown to the format")
    for name, kind in KINDS.items():
        of_kind = records.get(name, ())
        if of_kind or kind.required:
            yield kind.file, as_yaml(kind, of_kind)


def as_yaml(kind: Kind, records: Sequence[Record]) -> str:
    """Text of the file of a kind."""
    heading = f"# {kind.heading}\n# {kind.remark}\n\n"
    if not records:
        return heading + ("{}\n" if kind.group else "[]\n")
    if kind.group:
        return heading + "".join(_grouped(kind, records))
    blocks = ("\n".join(_item(kind.fields, record, "", kind.group)) for record in records)
    return heading + "\n\n".join(blocks) + "\n"


def _grouped(kind: Kind, records: Sequence[Record]) -> Iterator[str]:
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record[kind.group], []).append(record)
    for name, of_group in groups.items():
        yield f"{_scalar(name, len(name), '  ')}:\n"
        for record in of_group:
            yield "\n".join(_item(kind.fields, record, "  ", kind.group)) + "\n"


def _item(fields: tuple[Field, ...], record: Record, indent: str, group: str = "") -> Iterator[str]:
    """Lines of a record as an entry of a list."""
    unknown = record.keys() - {field.name for field in fields} - {group}
    if unknown:
        raise ValueError(f"record={sorted(unknown)}: fields unknown to the format")
    lead = f"{indent}- "
    for field in fields:
        if field.name in record:
            yield from _field(field, record[field.name], lead, f"{indent}  ")
            lead = f"{indent}  "


def _field(field: Field, value: Any, lead: str, indent: str) -> Iterator[str]:
    opening = f"{lead}{field.name}:"
    if not field.many:
        yield f"{opening} {_value(field, value, len(opening) + 1, indent + '  ')}"
    elif not value:
        yield f"{opening} []"
    else:
        yield opening
        for inner in value:
            yield from _entry(field, inner, indent + "  ")


def _entry(field: Field, value: Any, indent: str) -> Iterator[str]:
    if field.type is Type.RECORD:
        yield from _item(field.fields, value, indent)
    else:
        yield f"{indent}- {_value(field, value, len(indent) + 2, indent + '  ')}"


def _value(field: Field, value: Any, column: int, indent: str) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return _number(value)
    return _scalar(value, column, indent, wrapped=field.type is Type.TEXT)


def _scalar(text: str, column: int, indent: str, *, wrapped: bool = False) -> str:
    if _NEEDS_ESCAPES.search(text):
        quoted = json.dumps(text, ensure_ascii=False)
        return _NEEDS_ESCAPES.sub(lambda found: _escape(found.group()), quoted)
    plain = _PLAIN.fullmatch(text) and not _RESOLVED.fullmatch(text)
    written = text if plain else "'" + text.replace("'", "''") + "'"
    return _wrapped(written, column, indent) if wrapped else written


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _wrapped(text: str, column: int, indent: str) -> str:
    """
    Break at single spaces, which YAML folds back to one space.

    A line ends at the first space past column 88, or earlier where the next word would pass column 110.
    """
    lines = [""]
    for word, gap in _words(text):
        end = column + len(lines[-1])
        if lines[-1] and gap and (end > _SOFT_WIDTH or end + 1 + len(word) > _WIDTH):
            lines.append(word)
            column = len(indent)
        else:
            lines[-1] += (" " if gap else "") + word
    return f"\n{indent}".join(lines)


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Pieces between single spaces; each with whether a space stands before it."""
    pieces = re.split(r"(?<=[^ ]) (?=[^ ])", text)
    return ((piece, position > 0) for position, piece in enumerate(pieces))
