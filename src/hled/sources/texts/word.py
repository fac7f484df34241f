"""Text of a Word document: headings, paragraphs, lists and tables in the order of the page."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.exceptions import InvalidXmlError
from docx.table import Table
from docx.text.paragraph import Paragraph

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.texts.rules import TX_08, TX_09

LARGEST_UNPACKED = 100 * 1000 * 1000
"""Bytes of all parts together, as the archive declares them."""

_BROKEN = (
    zipfile.BadZipFile,
    PackageNotFoundError,
    InvalidXmlError,
    SyntaxError,
    KeyError,
    ValueError,
    NotImplementedError,
    OSError,
    EOFError,
)


def docx_text(content: bytes, place: str) -> tuple[str, str | None]:
    """
    Text and title of a document; headings as ``#`` lines, list items with a dash, table cells apart by " | ".

    Raises
    ------
    BrokenRuleError
        TX-08, when the document is broken; TX-09, when it would grow beyond the limit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise BrokenRuleError([Finding(TX_09, place, f"{unpacked:,} bytes")])
        document = docx.Document(io.BytesIO(content))
        text = "\n\n".join(_blocks(document)) + "\n"
        return text, document.core_properties.title or None
    except _BROKEN as error:
        found = Bilingual(
            "not a Word document that can be opened", "no es un documento de Word que se pueda abrir"
        )
        raise BrokenRuleError([Finding(TX_08, place, found)]) from error


def _blocks(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            line = _line(block)
            if line:
                yield line


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = list(dict.fromkeys(cell.text.strip().replace("\n", " ") for cell in row.cells))
        if any(cells):
            yield " | ".join(cell for cell in cells if cell)


def _line(paragraph: Paragraph) -> str:
    text = paragraph.text.strip()
    if not text:
        return ""
    style = (paragraph.style.name if paragraph.style else "") or ""
    if style == "Title":
        return f"# {text}"
    if style.startswith("Heading"):
        level = style.removeprefix("Heading").strip()
        return f"{'#' * min(6, int(level) if level.isdigit() else 2)} {text}"
    levels = paragraph._p.xpath("./w:pPr/w:numPr/w:ilvl/@w:val")  # not in python-docx's public API
    if levels or style.startswith("List"):
        return f"{'    ' * int(levels[0]) if levels else ''}- {text}"
    return text
