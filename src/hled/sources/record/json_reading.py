"""Records from JSON, by the rules that read them from YAML."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hled.kernel.rule import Finding
from hled.sources.record import tree
from hled.sources.record.forming import Entry, form_node
from hled.sources.record.schema import Field, Kind, Record, Type

_NUMBERS = frozenset({Type.INTEGER, Type.NUMBER})


def form_json(kind: Kind, members: Mapping[str, Any]) -> tuple[Entry, list[Finding]]:
    """
    Form one record from its members; what does not fit a field is left out, with a finding.

    A number is text with all its digits, or an integer.
    """
    findings: list[Finding] = []
    entry = form_node(kind, _mapping(kind.fields, members), findings)
    return entry, findings


def json_members(kind: Kind, record: Record) -> dict[str, Any]:
    """A record as the members that `form_json` reads: what does not apply is absent."""
    return {field.name: _plain(record[field.name]) for field in kind.fields if field.name in record}


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return f"{value:f}"
        case list():
            return [_plain(each) for each in value]
        case dict():
            return {name: _plain(each) for name, each in value.items()}
        case _:
            return value


def _mapping(fields: tuple[Field, ...], members: Mapping[str, Any]) -> tree.Mapping:
    known = {field.name: field for field in fields}
    return tree.Mapping(0, {name: _node(known.get(name), value) for name, value in members.items()}, [])


def _node(field: Field | None, value: Any) -> tree.Node:
    match value:
        case None:
            return tree.Scalar(0, "null", plain=True)
        case dict():
            return _mapping(field.fields if field else (), value)
        case list() | tuple():
            return tree.Items(0, [_node(field, each) for each in value])
        case str():
            return tree.Scalar(0, value, plain=field is not None and field.type is Type.NUMBER)
        case bool() if field is None or field.type is Type.BOOLEAN:
            return tree.Scalar(0, "true" if value else "false", plain=True)
        case int() if not isinstance(value, bool) and (field is None or field.type in _NUMBERS):
            return tree.Scalar(0, str(value), plain=True)
        case _:
            return tree.Items(0, [tree.Scalar(0, repr(value)[:80], plain=False)])
