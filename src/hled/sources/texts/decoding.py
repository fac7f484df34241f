"""Bytes to letters without guessing."""

import codecs

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.texts.rules import TX_04, TX_05

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SIGNATURES = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP",
    b"\xd0\xcf\x11\xe0": "DOC",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "GZIP",
    b"\x7fELF": "ELF",
    b"{\\rtf": "RTF",
}
_ALLOWED_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b\x08")
SAMPLE = 65_536


def decoded(content: bytes, place: str) -> str:
    """
    Text of bytes in UTF-8, or UTF-16 with its mark; line ends are kept, the mark is not.

    Raises
    ------
    BrokenRuleError
        TX-04, when the bytes are those of a binary file; TX-05, when they are in another encoding.
    """
    if content.startswith(_UTF_16_MARKS):
        return _decode(content, "utf-16", place)
    found = next((kind for mark, kind in _SIGNATURES.items() if content.startswith(mark)), None)
    if found or _looks_binary(content[:SAMPLE]) or b"\0" in content:
        raise BrokenRuleError(
            [Finding(TX_04, place, found or Bilingual("binary content", "contenido binario"))]
        )
    return _decode(content, "utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "utf-8", place)


def _decode(content: bytes, encoding: str, place: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        found = Bilingual(
            f"byte {content[error.start]:#04x} at position {error.start}",
            f"byte {content[error.start]:#04x} en la posición {error.start}",
        )
        raise BrokenRuleError([Finding(TX_05, place, found)]) from error


def _looks_binary(sample: bytes) -> bool:
    controls = sum(byte < 32 and byte not in _ALLOWED_CONTROLS for byte in sample)
    return controls > 0.01 * len(sample) + 1
