"""From plain YAML to records: each value takes the type of its field, and every refusal is a finding."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlsplit

from hled.kernel.bilingual import Bilingual
from hled.kernel.period import PartialDate
from hled.kernel.rule import Finding, Rule, Severity
from hled.sources.record import rules, tree
from hled.sources.record.describing import type_phrase
from hled.sources.record.schema import Field, Kind, Record, Type

MOST_ERRORS = 2_000

_NULL = frozenset({"null", "Null", "NULL", "~", ""})
_BOOLEANS = {"true": True, "false": False}
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,30})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,30})\.[0-9]{1,30}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"\s")


@dataclass(slots=True)
class Entry:
    """
    One record and where its values stand.

    `lines` leads from a path inside the record (``due``, ``children[1]``, ``quantities[0].unit``) to a line of the
    file; a path that is not there stands where the record begins.
    """

    kind: Kind
    record: Record
    line: int
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        return self.kind.identity(self.record)

    def finding(self, rule: Rule, path: str = "", found: str | Bilingual = "") -> Finding:
        return finding_at(
            rule, self.kind, self.lines.get(path, self.line), self.identity, path=path, found=found
        )


def finding_at(
    rule: Rule, kind: Kind, line: int, identity: str = "", *, path: str = "", found: str | Bilingual = ""
) -> Finding:
    """A finding whose place reads ``commitments.yaml:123 P1-SC-01.due``, and the same as data."""
    name = ".".join(part for part in (identity, path) if part)
    return Finding(
        rule,
        place=f"{kind.file}:{line} {name}".rstrip(),
        found=found,
        data={"file": kind.file, "line": line, "kind": kind.name, "id": identity, "field": path},
    )


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Why a value does not fit its field."""

    rule: Rule
    found: str | Bilingual


@dataclass(slots=True)
class _Former:
    """Forms the record of one entry and collects what it refuses."""

    entry: Entry
    findings: list[Finding]

    def refuse(self, rule: Rule, path: str, line: int, found: str | Bilingual) -> None:
        identity = self.entry.identity
        self.findings.append(finding_at(rule, self.entry.kind, line, identity, path=path, found=found))


def form_entries(kind: Kind, content: bytes) -> tuple[list[Entry], list[Finding]]:
    """Read one file of a kind; a file that cannot be read further keeps what was read before."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    try:
        for heading, node in tree.top_nodes(content):
            _refuse_wrong_heading(kind, heading, node)
            entry = _form_entry(kind, heading, node, findings)
            if entry is not None:
                entries.append(entry)
            if len(findings) > MOST_ERRORS and _errors(findings) > MOST_ERRORS:
                findings.append(finding_at(rules.TOO_MANY_FINDINGS, kind, node.line))
                break
    except tree.UnreadableError as stop:
        findings.append(finding_at(stop.rule, kind, stop.line, found=stop.found))
    return entries, findings


def _errors(findings: list[Finding]) -> int:
    return sum(finding.rule.severity is Severity.ERROR for finding in findings)


def _refuse_wrong_heading(kind: Kind, heading: tree.Scalar | None, node: tree.Node) -> None:
    if bool(kind.group) != (heading is not None):
        raise tree.UnreadableError(rules.WRONG_SHAPE, node.line, heading.text if heading else "-")


def _form_entry(
    kind: Kind, heading: tree.Scalar | None, node: tree.Node, findings: list[Finding]
) -> Entry | None:
    if not isinstance(node, tree.Mapping):
        findings.append(finding_at(rules.WRONG_SHAPE, kind, node.line, found=_shown(node)))
        return None
    entry = Entry(kind, {}, node.line)
    if heading is not None:
        entry.record[kind.group] = heading.text
    former = _Former(entry, findings)
    if heading is not None and not _IDENTIFIER.fullmatch(heading.text):
        former.refuse(rules.WRONG_IDENTIFIER, kind.group, heading.line, heading.text)
    _form_fields(former, kind.fields, node, entry.record, "")
    return entry


def form_node(kind: Kind, node: tree.Mapping, findings: list[Finding]) -> Entry:
    """Form one record without a heading; what is refused is left out and added to `findings`."""
    entry = Entry(kind, {}, node.line)
    _form_fields(_Former(entry, findings), kind.fields, node, entry.record, "")
    return entry


def _form_fields(
    former: _Former, fields: tuple[Field, ...], node: tree.Mapping, record: Record, prefix: str
) -> None:
    for name, value in node.values.items():
        former.entry.lines[prefix + name] = value.line
    for each in fields:
        inner = node.values.get(each.name)
        if inner is not None:
            _form_value(former, each, inner, record, prefix + each.name)
    for name in node.values.keys() - _names(fields):
        former.refuse(rules.UNKNOWN_FIELD, prefix + name, node.values[name].line, name)
    for name, line in node.repeated:
        former.refuse(rules.DUPLICATE_KEY, prefix + name, line, name)
    _check_presence(former, fields, node, record, prefix)


@cache
def _names(fields: tuple[Field, ...]) -> frozenset[str]:
    return frozenset(each.name for each in fields)


def _form_value(former: _Former, each: Field, node: tree.Node, record: Record, path: str) -> None:
    """Set the value of a field, or refuse it and leave the field out."""
    if type(node) is tree.Scalar and node.plain and node.text in _NULL:
        if each.nullable:
            record[each.name] = None
        elif each.twin:
            former.refuse(rules.MISSING_LANGUAGE, path, node.line, "null")
        else:
            former.refuse(rules.WRONG_TYPE, path, node.line, _expected(each, node))
    elif each.many:
        _form_list(former, each, node, record, path)
    else:
        value = _form_scalar(each, node)
        if type(value) is _Refusal:
            former.refuse(value.rule, path, node.line, value.found)
        else:
            record[each.name] = value


def _form_list(former: _Former, each: Field, node: tree.Node, record: Record, path: str) -> None:
    if not isinstance(node, tree.Items):
        former.refuse(rules.WRONG_TYPE, path, node.line, _expected(each, node))
        return
    if not node.values and not each.required:
        former.refuse(rules.EMPTY_OPTIONAL_LIST, path, node.line, "[]")
        return
    if len(node.values) < each.at_least or 0 < each.at_most < len(node.values):
        former.refuse(rules.WRONG_LENGTH, path, node.line, str(len(node.values)))
    record[each.name] = list(_list_values(former, each, node, path))


def _list_values(former: _Former, each: Field, node: tree.Items, path: str) -> Iterator[Any]:
    seen = set()
    for position, inner in enumerate(node.values):
        place = f"{path}[{position}]"
        former.entry.lines[place] = inner.line
        value = _form_inner(former, each, inner, place)
        if type(value) is _Refusal:
            former.refuse(value.rule, place, inner.line, value.found)
        elif type(value) is str and value in seen:
            former.refuse(rules.REPEATED_ENTRY, place, inner.line, value)
        else:
            if type(value) is str:
                seen.add(value)
            yield value


def _form_inner(former: _Former, each: Field, node: tree.Node, path: str) -> Any:
    if each.type is not Type.RECORD:
        return _form_scalar(each, node)
    if not isinstance(node, tree.Mapping):
        return _Refusal(rules.WRONG_TYPE, _expected(each, node))
    record: Record = {}
    _form_fields(former, each.fields, node, record, f"{path}.")
    return record


def _form_scalar(each: Field, node: tree.Node) -> Any:
    if type(node) is not tree.Scalar:
        return _Refusal(rules.WRONG_TYPE, _expected(each, node))
    return _FORMS[each.type](each, node)


def _text(each: Field, node: tree.Scalar) -> Any:
    if not node.text.strip():
        rule = rules.MISSING_LANGUAGE if each.twin else rules.WRONG_TYPE
        return _Refusal(rule, repr(node.text))
    found = _CONTROL.search(node.text)
    if found is not None:
        return _Refusal(rules.CONTROL_CHARACTER, f"U+{ord(found.group()):04X}")
    return node.text


def _identifier(each: Field, node: tree.Scalar) -> Any:
    return node.text if _IDENTIFIER.fullmatch(node.text) else _Refusal(rules.WRONG_IDENTIFIER, _shown(node))


def _date(each: Field, node: tree.Scalar) -> Any:
    try:
        found = partial_date(node.text)
    except ValueError:
        return _Refusal(rules.WRONG_DATE, _shown(node))
    return node.text if found.day or not each.day_known else _Refusal(rules.WRONG_DATE, node.text)


@lru_cache(maxsize=8192)
def partial_date(text: str) -> PartialDate:
    if not text.isascii():
        raise ValueError(f"{text!r} is not written in ASCII digits")
    return PartialDate.parse(text)


def _number(each: Field, node: tree.Scalar) -> Any:
    whole = _INTEGER.fullmatch(node.text)
    exact = each.type is Type.NUMBER and _DECIMAL.fullmatch(node.text)
    if not node.plain or not (whole or exact):
        return _Refusal(rules.WRONG_NUMBER, _shown(node))
    value = int(node.text) if whole else Decimal(node.text)
    if each.type is Type.INTEGER and not each.at_least <= value < 2**63:
        return _Refusal(rules.WRONG_NUMBER, _shown(node))
    return value


def _boolean(each: Field, node: tree.Scalar) -> Any:
    value = _BOOLEANS.get(node.text) if node.plain else None
    return _Refusal(rules.WRONG_TYPE, _expected(each, node)) if value is None else value


def _url(each: Field, node: tree.Scalar) -> Any:
    return node.text if _is_url(node.text) else _Refusal(rules.WRONG_URL, _shown(node))


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    plain = not _SPACE.search(text) and not _CONTROL.search(text) and len(text) <= 2_000
    return plain and parts.scheme in {"http", "https"} and bool(host) and "." in str(host)


def _digest(each: Field, node: tree.Scalar) -> Any:
    return node.text if _DIGEST.fullmatch(node.text) else _Refusal(rules.WRONG_DIGEST, _shown(node))


_FORMS: Mapping[Type, Callable[[Field, tree.Scalar], Any]] = {
    Type.IDENTIFIER: _identifier,
    Type.TEXT: _text,
    Type.DATE: _date,
    Type.CODE: _identifier,
    Type.REFERENCE: _identifier,
    Type.INTEGER: _number,
    Type.NUMBER: _number,
    Type.BOOLEAN: _boolean,
    Type.URL: _url,
    Type.DIGEST: _digest,
}


def _check_presence(
    former: _Former, fields: tuple[Field, ...], node: tree.Mapping, record: Record, prefix: str
) -> None:
    """Required fields, the two languages of a text, and fields that explain others."""
    there = node.values
    for each in fields:
        path = prefix + each.name
        if each.present_with:
            explained = record.get(each.present_with) is not None
            refused = each.present_with in there and each.present_with not in record
            if not refused and explained != (each.name in there):
                former.refuse(rules.WRONG_COMPANION, path, node.line, each.present_with)
        elif each.name in there:
            _check_precision(former, each, record, prefix)
        elif each.twin and each.twin in there:
            former.refuse(rules.MISSING_LANGUAGE, path, there[each.twin].line, each.name)
        elif each.required and not (each.twin and each.name.endswith("_es")):
            former.refuse(rules.MISSING_FIELD, path, node.line, each.name)


def _check_precision(former: _Former, each: Field, record: Record, prefix: str) -> None:
    if not each.precision or each.precision not in record or each.name not in record:
        return
    date = record[each.name]
    known = "unknown" if date is None else str(partial_date(date).precision)
    said = record[each.precision]
    if said != known:
        path = prefix + each.precision
        line = former.entry.lines.get(path, former.entry.line)
        former.refuse(rules.WRONG_PRECISION, path, line, f"{said}: {date or 'null'}")


def _expected(each: Field, node: tree.Node) -> Bilingual:
    return Bilingual("{found}; expected: {phrase}", "{found}; se esperaba: {phrase}").format(
        found=_shown(node), phrase=type_phrase(each)
    )


def _shown(node: tree.Node) -> str:
    """The value as it may be shown in a message, short."""
    if isinstance(node, tree.Scalar):
        text = node.text if len(node.text) <= 80 else f"{node.text[:77]}..."
        return text if node.plain else repr(text)
    return "[...]" if isinstance(node, tree.Items) else "{...}"
