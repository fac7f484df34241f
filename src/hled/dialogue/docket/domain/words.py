"""What somebody wrote, made safe to keep and to show, and in the form in which two texts are compared."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Severity, declare

LONGEST_TEXT = 100_000
"""Characters of one submission, about 40 printed pages; what is longer comes as a file."""
FEWEST_LETTERS = 3
"""Letters or digits without which nothing has been said."""
MOST_MARKS = 4
"""Combining marks on one letter; more than any language writes would cover the lines above."""

DK_01 = declare(
    "DK-01",
    en="A submission says something.",
    es="Una aportación dice algo.",
    remedy_en="Write at least one word, or add a file with text.",
    remedy_es="Escriba al menos una palabra, o agregue un archivo con texto.",
)
DK_02 = declare(
    "DK-02",
    en="The text of a submission has at most 100,000 characters.",
    es="El texto de una aportación tiene a lo más 100,000 caracteres.",
    remedy_en="Shorten it, or send the long version as a file.",
    remedy_es="Acórtelo, o envíe la versión larga como archivo.",
)
DK_03 = declare(
    "DK-03",
    en="A submission is text, not the bytes of a file.",
    es="Una aportación es texto, no los bytes de un archivo.",
    remedy_en="Add the file as an attachment, or paste its text.",
    remedy_es="Agregue el archivo como anexo, o pegue su texto.",
)
DK_04 = declare(
    "DK-04",
    en="Signs that cannot be seen are not kept: controls, overrides of direction, marks without width.",
    es="No se conservan los signos que no se ven: controles, cambios de dirección, marcas sin ancho.",
    remedy_en="Nothing to do: every letter was kept. Read the text as it will be shown.",
    remedy_es="No hay nada que hacer: se conservó cada letra. Lea el texto como se mostrará.",
    severity=Severity.WARNING,
)

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ue000-\uf8ff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PILES = re.compile(f"([{_MARKS}]{{{MOST_MARKS}}})[{_MARKS}]+")
_BLANKS = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_REPLACED = "\ufffd"
MOST_OF_FILES = 50_000
"""Characters of the words of files that are searched with a submission."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is kept and shown, with the number of unseen signs that were taken out of it."""

    text: str
    taken_out: int


def shown_form(text: str) -> Shown:
    """
    A text in composed form, with plain line ends and single blanks, without what cannot be seen.

    Letters of every script are kept. Markup is text like any other; pages escape it.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    seen, taken = _UNSEEN.subn("", lines)
    composed = unicodedata.normalize("NFC", seen)
    trimmed = _PILES.sub(r"\1", composed)
    taken += len(composed) - len(trimmed)
    tidy = "\n".join(_BLANKS.sub(" ", line).strip() for line in trimmed.split("\n"))
    return Shown(_EMPTY_LINES.sub("\n\n", tidy).strip("\n"), taken)


def read_text(text: str, *, place: str = "text", may_be_empty: bool = False) -> Shown:
    """
    The text of a submission as it is kept.

    Raises
    ------
    BrokenRuleError
        DK-01 nothing said, DK-02 too long, DK-03 bytes of a file.
    """
    if len(text) > LONGEST_TEXT:
        raise BrokenRuleError([Finding(DK_02, place, _counted(len(text)))])
    if _is_binary(text):
        raise BrokenRuleError([Finding(DK_03, place, Bilingual("binary content", "contenido binario"))])
    shown = shown_form(text)
    if not may_be_empty and not says_something([shown.text]):
        raise BrokenRuleError([Finding(DK_01, place, shown.text[:80])])
    return shown


def says_something(texts: Iterable[str]) -> bool:
    """Whether there are letters or digits enough, all texts together."""
    letters = (True for text in texts for sign in text if sign.isalnum())
    return sum(islice(letters, FEWEST_LETTERS)) == FEWEST_LETTERS


def _counted(count: int) -> Bilingual:
    return Bilingual(f"{count:,} characters", f"{count:,} caracteres")


def _is_binary(text: str) -> bool:
    """Zero bytes, or many letters that no encoding could read."""
    lost = text.count(_REPLACED)
    return "\x00" in text or lost > max(8, len(text) // 50)


_ASCII = bytes(
    (code + 32 if 65 <= code <= 90 else code) if chr(code).isalnum() and code < 128 else 32
    for code in range(256)
)
_BEYOND = re.compile(
    "[^\x00-\x7f\u0300-\u036f\u2010-\u2027\u2030-\u205e\u00a0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u20a0-\u20bf]"
)
_SPACED = re.compile(
    "[\u2010-\u2027\u2030-\u205e\u00a0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u20a0-\u20bf]+"
)
_NO_WORD = re.compile(r"[\W_]+")


def compared_form(text: str) -> bytes:
    """
    The words of a text for comparison: small letters, no accents, no punctuation, one blank between words.

    Letters of other scripts than Latin are kept as they are, in UTF-8.
    """
    if text.isascii():
        return _words(text.encode("ascii").translate(_ASCII))
    try:
        letters = _TYPESET.sub(" ", text).encode("latin-1")
    except UnicodeEncodeError:
        return _of_any_letters(text)
    if len(letters.translate(None, _LATIN_ODD)) < len(letters):
        return _of_any_letters(text)
    return _words(letters.translate(_LATIN))


def _words(letters: bytes) -> bytes:
    return b" ".join(letters.split())


def _of_any_letters(text: str) -> bytes:
    text = unicodedata.normalize("NFKD", text.replace("ı", "i"))
    if _BEYOND.search(text):
        return _of_any_script(text)
    return _words(_SPACED.sub(" ", text).encode("ascii", "ignore").translate(_ASCII))


def _of_any_script(decomposed: str) -> bytes:
    bare = "".join(each for each in decomposed if not unicodedata.combining(each))
    return " ".join(_NO_WORD.sub(" ", bare.casefold()).split()).encode()


def with_words_of(compared: str, texts: Iterable[str]) -> str:
    """The words of a text in its compared form, with those that only its files have, each once, as far as there is room."""
    known = set(compared.split())
    room, fresh = MOST_OF_FILES, []
    for text in texts:
        for word in compared_form(text).decode().split():
            if word not in known and len(word) < room:
                known.add(word)
                fresh.append(word)
                room -= len(word) + 1
    return " ".join([compared, *fresh] if compared else fresh)


def _of_latin() -> tuple[bytes, bytes]:
    """For each sign of Latin-1 the small letter without accent, or a blank; and the signs that are more than one letter."""
    table, odd = bytearray(_ASCII), bytearray()
    for code in range(128, 256):
        between = _of_any_letters(f"x{chr(code)}x")[1:-1]
        if len(between) == 1:
            table[code] = between[0]
        else:
            odd.append(code)
    return bytes(table), bytes(odd)


_TYPESET = re.compile("[\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]")
_LATIN, _LATIN_ODD = _of_latin()
"""Nearly all texts in English and Spanish are read by a table, which says what `_of_any_letters` says."""
