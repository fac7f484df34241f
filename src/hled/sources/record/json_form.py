"""Records as JSON without floats, every field present, and the JSON Schema of that form, from the format's own table."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hled.sources.record.schema import KINDS, Field, Record, Type

_DATE = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_SCHEMAS: Mapping[Type, dict[str, Any]] = {
    Type.DATE: _DATE,
    Type.INTEGER: {"type": "integer"},
    Type.NUMBER: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    Type.BOOLEAN: {"type": "boolean"},
    Type.URL: {"type": "string"},
    Type.DIGEST: {"type": "string", "pattern": "^[0-9a-f]{64}$"},
}


def record_as_json(kind: str, record: Record) -> dict[str, Any]:
    """A record with all fields of its kind; what it lacks is null, a number is text with all its digits."""
    described = KINDS[kind]
    headed = {described.group: record[described.group]} if described.group else {}
    return headed | _as_json(described.fields, record)


def _as_json(fields: tuple[Field, ...], record: Mapping[str, Any]) -> dict[str, Any]:
    return {field.name: _value(field, record.get(field.name)) for field in fields}


def _value(field: Field, value: Any) -> Any:
    if value is None:
        return None
    if field.type is Type.RECORD:
        return [_as_json(field.fields, inner) for inner in value]
    if field.type is Type.NUMBER:
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    return value


def record_schema(kind: str) -> dict[str, Any]:
    """JSON Schema of `record_as_json` for a kind."""
    described = KINDS[kind]
    headed = {described.group: {"type": "string"}} if described.group else {}
    return _object(headed | {field.name: _schema(field) for field in described.fields})


def fields_schema(kind: str, name: str) -> dict[str, Any]:
    """JSON Schema of one field of a kind."""
    return _schema(next(field for field in KINDS[kind].fields if field.name == name))


def _object(members: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def _schema(field: Field) -> dict[str, Any]:
    if field.type is Type.RECORD:
        one = _object({inner.name: _schema(inner) for inner in field.fields})
    else:
        one = _SCHEMAS.get(field.type, {"type": "string"})
    value = {"type": "array", "items": one} if field.many else one
    return value if field.required and not field.nullable else {"anyOf": [value, {"type": "null"}]}
