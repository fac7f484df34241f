"""From a path or bytes to text; refuses before it reads too much."""

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import NoReturn

from hled.kernel.digest import sha256_of_bytes
from hled.kernel.rule import BrokenRuleError, Finding, Rule
from hled.sources.texts.decoding import decoded
from hled.sources.texts.extracted import ExtractedText, TextFormat
from hled.sources.texts.hypertext import html_text
from hled.sources.texts.portable import pdf_text
from hled.sources.texts.rules import TX_01, TX_02, TX_03, TX_10, TX_11
from hled.sources.texts.word import docx_text

LARGEST_FILE = 20 * 1000 * 1000
"""Bytes."""

_FORMATS = {
    ".txt": TextFormat.TXT,
    ".text": TextFormat.TXT,
    ".md": TextFormat.MARKDOWN,
    ".markdown": TextFormat.MARKDOWN,
    ".html": TextFormat.HTML,
    ".htm": TextFormat.HTML,
    ".xhtml": TextFormat.HTML,
    ".docx": TextFormat.DOCX,
    ".pdf": TextFormat.PDF,
}

_Reader = Callable[[bytes, str], tuple[str, str | None]]
_READERS: dict[TextFormat, _Reader] = {
    TextFormat.TXT: lambda content, place: (decoded(content, place), None),
    TextFormat.MARKDOWN: lambda content, place: (decoded(content, place), None),
    TextFormat.HTML: html_text,
    TextFormat.DOCX: docx_text,
    TextFormat.PDF: pdf_text,
}


def extract_text(path: str | Path) -> ExtractedText:
    """
    Text of a file.

    The size is asked before anything is read, so that a file too large costs nothing.

    Raises
    ------
    BrokenRuleError
        TX-01 missing or unreadable, TX-02 too large, TX-03 empty, TX-04 binary, TX-05 encoding, TX-06 and TX-07 PDF,
        TX-08 and TX-09 Word, TX-10 extension, TX-11 no word.
    """
    path = Path(path)
    _format_of(path.name)
    try:
        size = path.stat().st_size
        if not path.is_file():
            _refuse(TX_01, path.name, "not a file")
        if size > LARGEST_FILE:
            _refuse(TX_02, path.name, f"{size:,} bytes")
        content = path.read_bytes()
    except OSError as error:
        _refuse(TX_01, path.name, type(error).__name__)
    return extract_text_from_bytes(content, name=path.name)


def extract_text_from_bytes(content: bytes, *, name: str) -> ExtractedText:
    """
    Text of a file's bytes; ``name`` gives the format by its extension.

    Raises
    ------
    BrokenRuleError
        As `extract_text`.
    """
    kind = _format_of(name)
    if len(content) > LARGEST_FILE:
        _refuse(TX_02, name, f"{len(content):,} bytes")
    if not content:
        _refuse(TX_03, name, "0 bytes")
    text, title = _READERS[kind](content, name)
    if not any(map(str.isalnum, text)):
        _refuse(TX_11, name, f"{len(text)} characters")
    return ExtractedText(text, kind, sha256_of_bytes(content), title)


def _format_of(name: str) -> TextFormat:
    suffix = PurePath(name).suffix.lower()
    if suffix not in _FORMATS:
        _refuse(TX_10, name, suffix or "no extension")
    return _FORMATS[suffix]


def _refuse(rule: Rule, place: str, found: str) -> NoReturn:
    raise BrokenRuleError([Finding(rule, place, found)])
