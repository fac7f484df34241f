"""Very many items as a file that is written while it is sent: CSV, JSON in the usual envelope, or a workbook."""

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from django.http import StreamingHttpResponse

from hled.interfaces.answers import product_version, schema_name
from hled.interfaces.sheets import flat, safe
from hled.kernel.digest import canonical_json

Item = Mapping[str, Any]

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets take UTF-8 for another encoding and break the accents."""
PIECE = 64 * 1024
"""Bytes that are gathered before they are sent."""
LONGEST_CELL = 32_767
MOST_LINES = 1_048_576
"""Lines of a sheet, the heading among them; more items go on in a further sheet."""


def streamed(
    items: Iterable[Item], format: str, *, name: str, heading: Sequence[str], schema: str, params: Item
) -> StreamingHttpResponse:
    """
    A file to be saved, of which never more than a piece is held.

    Parameters
    ----------
    name
        Of the file, without its ending.
    heading
        Columns of a table, in their order; every item has them once it is made flat.
    schema, params
        Name of the published schema and what was asked, for the envelope of JSON.
    """
    pieces: Iterator[bytes]
    match format:
        case "csv":
            pieces = csv_pieces(items, heading)
        case "json":
            pieces = json_pieces(items, schema, params)
        case _:
            pieces = workbook_pieces(items, heading)
    answer = StreamingHttpResponse(gathered(pieces), content_type=TYPES[format])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{format}"'
    return answer


def gathered(pieces: Iterable[bytes], size: int = PIECE) -> Iterator[bytes]:
    """The same bytes in fewer pieces."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= size:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)


def csv_pieces(items: Iterable[Item], heading: Sequence[str]) -> Iterator[bytes]:
    """CSV after RFC 4180; no cell is taken for a formula."""
    line = io.StringIO()
    writer = csv.writer(line)

    def written(row: Sequence[str]) -> bytes:
        line.seek(0)
        line.truncate()
        writer.writerow(row)
        return line.getvalue().encode()

    yield BYTE_ORDER_MARK.encode()
    yield written(heading)
    for item in items:
        yield written(_cells(item, heading))


def _cells(item: Item, heading: Sequence[str]) -> list[str]:
    row = flat(item)
    return [safe(row[name]) for name in heading]


def json_pieces(items: Iterable[Item], schema: str, params: Item) -> Iterator[bytes]:
    """The envelope of an answer; digest and total stand after the items, which are known only then."""
    begins = {"schema": schema_name(schema), "version": product_version(), "params": dict(params)}
    yield json.dumps(begins, ensure_ascii=False)[:-1].encode() + b',"items":['
    digest, total = hashlib.sha256(b"["), 0
    for item in items:
        between = b"," if total else b""
        digest.update(between + canonical_json(item).encode())
        yield between + json.dumps(item, ensure_ascii=False, separators=(",", ":")).encode()
        total += 1
    digest.update(b"]")
    yield f'],"findings":[],"digest":"{digest.hexdigest()}","total":{total}}}'.encode()


_EPOCH = (1980, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class _Sent(io.RawIOBase):
    """A file that keeps what was written until it is taken, and cannot go back."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.held += data
        return len(data)

    def taken(self) -> bytes:
        out = bytes(self.held)
        self.held.clear()
        return out


def workbook_pieces(
    items: Iterable[Item], heading: Sequence[str], *, most_lines: int = MOST_LINES
) -> Iterator[bytes]:
    """
    A workbook (ECMA-376) with every cell as text, one sheet after the other.

    openpyxl writes a whole book before the first byte can be sent; here the archive is written in order, and its parts that name
    the sheets come last.
    """
    sent = _Sent()
    with zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        sheets = 0
        lines = iter(items)
        item = next(lines, None)
        while item is not None or not sheets:
            sheets += 1
            with archive.open(_entry(f"xl/worksheets/sheet{sheets}.xml"), "w", force_zip64=True) as part:
                part.write(f'{_DECLARED}<worksheet xmlns="{_MAIN}"><sheetData>{_line(heading)}'.encode())
                count = 1
                while item is not None and count < most_lines:
                    part.write(_line(_cells(item, heading)).encode())
                    count, item = count + 1, next(lines, None)
                    if len(sent.held) >= PIECE:
                        yield sent.taken()
                part.write(b"</sheetData></worksheet>")
        for path, text in _parts(sheets):
            archive.writestr(_entry(path), text)
    yield sent.taken()


def _entry(path: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(path, date_time=_EPOCH)
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


def _line(cells: Sequence[str]) -> str:
    said = "".join(
        f'<c t="inlineStr"><is><t xml:space="preserve">{_shown(each)}</t></is></c>' for each in cells
    )
    return f"<row>{said}</row>"


def _shown(text: str) -> str:
    clean = _ILLEGAL.sub(" ", text)
    return escape(clean if len(clean) <= LONGEST_CELL else clean[: LONGEST_CELL - 1] + "…")


def _parts(sheets: int) -> Iterator[tuple[str, str]]:
    numbers = range(1, sheets + 1)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
        for n in numbers
    )
    yield (
        "[Content_Types].xml",
        f'{_DECLARED}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{overrides}</Types>',
    )
    yield (
        "_rels/.rels",
        f'{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    )
    named = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    yield (
        "xl/workbook.xml",
        f'{_DECLARED}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>{named}</sheets></workbook>',
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATED}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        f'{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
    )
