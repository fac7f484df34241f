"""Text of a PDF that carries text."""

import io
import logging
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.texts.rules import TX_04, TX_06, TX_07

_BROKEN = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    RecursionError,
    NotImplementedError,
)
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-záéíóúñü])")
MOST_PAGES = 2_000
FEWEST_LETTERS_PER_PAGE = 8


def pdf_text(content: bytes, place: str) -> tuple[str, str | None]:
    """
    Text and title of a PDF; words divided at the end of a line are joined, pages are apart by a blank line.

    Raises
    ------
    BrokenRuleError
        TX-04, when the file is no PDF; TX-06, when its pages hold no text; TX-07, when it is locked or broken.
    """
    if b"%PDF-" not in content[:1024]:
        found = Bilingual("no PDF signature", "sin firma de PDF")
        raise BrokenRuleError([Finding(TX_04, place, found)])
    pages, title = _pages(content, place)
    letters = sum(character.isalpha() for page in pages for character in page)
    if letters < FEWEST_LETTERS_PER_PAGE:
        found = Bilingual(f"{len(pages)} pages, {letters} letters", f"{len(pages)} páginas, {letters} letras")
        raise BrokenRuleError([Finding(TX_06, place, found)])
    return "\n\n".join(_HYPHEN.sub("", page).strip() for page in pages) + "\n", title


def _pages(content: bytes, place: str) -> tuple[list[str], str | None]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BrokenRuleError([Finding(TX_07, place, Bilingual("encrypted", "cifrado"))])
        pages = [page.extract_text() for page in reader.pages[:MOST_PAGES]]
        title = reader.metadata.title if reader.metadata else None
    except _BROKEN as error:
        found = Bilingual("cannot be opened", "no se puede abrir")
        raise BrokenRuleError([Finding(TX_07, place, found)]) from error
    return pages, title or None
