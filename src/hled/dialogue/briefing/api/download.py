"""The whole record as one file: a zip of CSV files, or a workbook with a sheet for each kind."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.http import HttpResponse

from hled.interfaces.answers import Answer
from hled.interfaces.sheets import csv_text, rows
from hled.sources.record.schema import KINDS

CSV_TYPE = "application/zip"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Time of every file in the zip, so that equal records give equal bytes."""

LONGEST_SHEET_NAME = 31
LONGEST_CELL = 32_767
BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets take UTF-8 for another encoding and break the accents."""


def record_file(answer: Answer, format: str) -> HttpResponse:
    """The file with its name and an ETag that changes only with the record."""
    record: Mapping[str, list[dict[str, Any]]] = answer.extras["record"]
    content, kind, name = (
        (_zip_of_csv(record), CSV_TYPE, "hled-record-csv.zip")
        if format == "csv"
        else (_workbook(record), XLSX_TYPE, "hled-record.xlsx")
    )
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["ETag"] = f'"{format}-{answer.extras["record_digest"]}"'
    return response


def _headings(kind: str) -> list[str]:
    described = KINDS[kind]
    return [*([described.group] if described.group else []), *(field.name for field in described.fields)]


def _zip_of_csv(record: Mapping[str, Iterable[Mapping[str, Any]]]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind, items in record.items():
            entry = zipfile.ZipInfo(f"{kind}.csv", date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, BYTE_ORDER_MARK + csv_text(items, _headings(kind)))
    return written.getvalue()


def _workbook(record: Mapping[str, Iterable[Mapping[str, Any]]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = datetime(*_EPOCH)  # noqa: DTZ001 - the format has no zone
    for kind, items in record.items():
        sheet = book.create_sheet(kind[:LONGEST_SHEET_NAME])
        heading, lines = rows(items)
        sheet.append(heading or _headings(kind))
        for line in lines:
            sheet.append([_cell(text) for text in line])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(text: str) -> str:
    """A text that a workbook can hold: no control characters, and no longer than a cell."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    clean: str = ILLEGAL_CHARACTERS_RE.sub(" ", text)
    return clean if len(clean) <= LONGEST_CELL else clean[: LONGEST_CELL - 1] + "…"
