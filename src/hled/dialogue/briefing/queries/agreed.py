"""A record beside what both Parties have agreed since: the agreed wording stands, and the load says where."""

from collections.abc import Iterator, Mapping
from typing import Any

from hled.dialogue.briefing.queries.record import SHELVES
from hled.dialogue.chronicle.queries import agreed_facts, said
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Rule, Severity, declare
from hled.sources.record.checks import check_entries
from hled.sources.record.forming import Entry
from hled.sources.record.schema import BUILT_IN_LEGENDS, KINDS, Field, Record, Type

RL_01 = declare(
    "RL-01",
    en="What both Parties have agreed is not said otherwise by a record that is loaded.",
    es="Lo que ambas Partes acordaron no lo dice de otro modo un registro que se carga.",
    remedy_en="The agreed wording stands. Correct the record, or let both Parties agree to an amendment.",
    remedy_es="Rige el texto acordado. Corrija el registro o que ambas Partes acuerden una enmienda.",
    severity=Severity.WARNING,
)
RL_02 = declare(
    "RL-02",
    en="What both Parties have agreed is in a record that is loaded.",
    es="Lo que ambas Partes acordaron consta en un registro que se carga.",
    remedy_en="It was kept. Load a record exported after the act, or leave it as it is.",
    remedy_es="Se conservó. Cargue un registro exportado después del acto o déjelo como está.",
    severity=Severity.WARNING,
)
RL_03 = declare(
    "RL-03",
    en="A record that is loaded has what an agreed text names.",
    es="Un registro que se carga contiene lo que un texto acordado nombra.",
    remedy_en="It was kept, because what both Parties agreed rests on it. Add it to the record again.",
    remedy_es="Se conservó porque en ello descansa lo acordado por ambas Partes. Agréguelo de nuevo al registro.",
    severity=Severity.WARNING,
)

Records = dict[str, dict[str, Record]]


def with_agreed(records: Records) -> tuple[Records, tuple[Finding, ...]]:
    """
    The record to load, with what both Parties have agreed as they agreed it, and a warning for each.

    Raises
    ------
    BrokenRuleError
        When the record cannot stand beside what was agreed, with the rules of the format that it breaks.
    """
    agreed = {kind: ids for kind in SHELVES if (ids := agreed_facts(kind))}
    if not agreed:
        return records, ()
    standing = {kind: said(shelf) for kind, shelf in SHELVES.items()}
    loaded = {kind: dict(of_kind) for kind, of_kind in records.items()}
    findings = [
        *_keep_agreed(agreed, standing, loaded),
        *_keep_named(agreed, standing, loaded),
    ]
    _refuse_unsound(loaded)
    return loaded, tuple(findings)


def _keep_agreed(agreed: Mapping[str, set[str]], standing: Records, loaded: Records) -> Iterator[Finding]:
    for kind, ids in agreed.items():
        for id in (each for each in standing[kind] if each in ids):
            own, other = standing[kind][id], loaded[kind].get(id)
            if other is None:
                yield _finding(RL_02, kind, id, Bilingual("not in the record", "no consta en el registro"))
            elif other != own:
                yield _finding(RL_01, kind, id, ", ".join(_differing(own, other)))
            loaded[kind][id] = own


def _differing(own: Record, other: Record) -> list[str]:
    return sorted(name for name in own.keys() | other.keys() if own.get(name) != other.get(name))


def _keep_named(agreed: Mapping[str, set[str]], standing: Records, loaded: Records) -> Iterator[Finding]:
    """What agreed facts name, and what that names in turn, stays too where the record dropped it."""
    pending = [(kind, id) for kind, ids in agreed.items() for id in sorted(ids) if id in standing[kind]]
    while pending:
        kind, id = pending.pop()
        for named_kind, named in _named_in(KINDS[kind].fields, loaded[kind][id]):
            if named not in loaded[named_kind] and named in standing[named_kind]:
                loaded[named_kind][named] = standing[named_kind][named]
                pending.append((named_kind, named))
                yield _finding(RL_03, named_kind, named, f"{kind} {id}")


def _named_in(fields: tuple[Field, ...], record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in fields:
        value = record.get(field.name)
        for each in value if isinstance(value, list) else [value] if value is not None else []:
            if field.type is Type.REFERENCE:
                yield field.of, each
            elif field.type is Type.CODE:
                yield "legends", f"{field.of}.{each}"
            elif field.type is Type.RECORD:
                yield from _named_in(field.fields, each)


def _finding(rule: Rule, kind: str, id: str, found: str | Bilingual) -> Finding:
    data = {"file": KINDS[kind].file, "line": 0, "kind": kind, "id": id, "field": ""}
    return Finding(rule, f"{KINDS[kind].file} {id}", found, data=data)


def _refuse_unsound(loaded: Records) -> None:
    built_in = {(each["legend"], each["code"]) for each in BUILT_IN_LEGENDS}
    entries = {
        kind: [
            Entry(KINDS[kind], record, 0, dict.fromkeys(record, 0))
            for record in of_kind.values()
            if kind != "legends" or (record["legend"], record["code"]) not in built_in
        ]
        for kind, of_kind in loaded.items()
    }
    errors = [each for each in check_entries(entries) if each.rule.severity is Severity.ERROR]
    if errors:
        raise BrokenRuleError(errors)
