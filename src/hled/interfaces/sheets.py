"""Items as rows: for CSV and spreadsheets, safe to open in either."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

BETWEEN = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_NAMES = ("id", "code", "subject", "document", "text")


def safe(text: str) -> str:
    """
    The text, with an apostrophe in front where a spreadsheet would take it for a formula (OWASP, *CSV injection*).

    Numbers and dates are no formulas and stay as they are.
    """
    if not text.startswith(_FORMULA) or _is_number(text):
        return text
    return f"'{text}"


def _is_number(text: str) -> bool:
    body = text[1:] if text[:1] in {"+", "-"} else text
    return body.replace(".", "", 1).isdigit() and body.isascii()


def flat(item: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """One row: inner objects become dotted columns, lists are joined, null is an empty cell."""
    row: dict[str, str] = {}
    for name, value in item.items():
        if isinstance(value, Mapping):
            row |= flat(value, f"{prefix}{name}.")
        else:
            row[f"{prefix}{name}"] = _cell(value)
    return row


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return BETWEEN.join(_part(each) for each in value)
        case _:
            return str(value)


def _part(value: Any) -> str:
    """An entry of a list in one cell: its name where it has one."""
    if not isinstance(value, Mapping):
        return _cell(value)
    named = next((str(value[name]) for name in _NAMES if value.get(name)), None)
    return named or ", ".join(f"{name}={_cell(inner)}" for name, inner in value.items() if inner is not None)


def rows(items: Iterable[Mapping[str, Any]]) -> tuple[list[str], list[list[str]]]:
    """Heading and rows; every column that any item has, in order of first appearance."""
    flattened = [flat(item) for item in items]
    heading = list(dict.fromkeys(name for row in flattened for name in row))
    return heading, [[safe(row.get(name, "")) for name in heading] for row in flattened]


def csv_text(items: Iterable[Mapping[str, Any]], heading: Sequence[str] = ()) -> str:
    """CSV after RFC 4180, lines ended by CRLF; `heading` stands where there is no item."""
    found, lines = rows(items)
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(found or heading)
    writer.writerows(lines)
    return written.getvalue()
