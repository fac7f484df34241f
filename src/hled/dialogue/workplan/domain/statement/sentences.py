"""
Sentences of a block, with their places, and the plain wording that the grammar reads.

The place of a sentence is kept in code points of the text as given; its wording is a copy with white space,
markup and abbreviations made plain, so that rules need to know one spelling only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hled.dialogue.workplan.domain.statement.grammar.tables import words

LONGEST_SENTENCE = 6_000
"""A run of text longer than this without an end is not read as a sentence."""

_STOP = re.compile(
    r"[.!?\u2026]+[\"\u201d\u2019\u00bb)*_\]]*(?=\s)|[.!?\u2026]+[\"\u201d\u00bb]+(?=[A-ZÀ-Þ])"
)
_ABBREVIATIONS = words("""
    u.s u.k u.n d.c e.u ee uu ee.uu mr mrs ms dr dra sr sra srta lic ing gral gen col lt sgt prof mtro mtra st sta sto jr no
    nos num núm art arts fig vol ed eds cf vs etc inc ltd co corp dept gov hon rep sen amb sec subsec adm cmdr approx
    ca p.ej p pp e.g i.e a.m p.m av blvd pres cía cia s.a c.v pte depto dir jan feb mar apr jun jul aug sept sep
    oct nov dec ene abr ago dic arch op cit ibid par párr inc n.\u00ba n.\u00b0 d dña mons excmo excma
    """)
_BEFORE_CAPITAL = words("u.s u.k u.n d.c e.u uu ee.uu etc inc ltd co corp a.m p.m c.v s.a jr")
_LAST_WORD = re.compile(r"[\w.\u00ba\u00b0]+$")

_MARKUP = (
    (re.compile(r"<!--.*?-->", re.S), " "),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]{0,200}>"), ""),
    (re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!$~>-])"), r"\1"),
    (re.compile(r"\bU\.\s?S\.(?:A\.)?"), "US"),
    (re.compile(r"\bU\.S\b"), "US"),
    (re.compile(r"\bE\.?E\.?\s?\.?U\.?U\.?(?:\s?A\.?)?(?=\W|$)"), "EEUU"),
    (re.compile(r"\bU\.\s?K\."), "UK"),
    (re.compile(r"\bU\.\s?N\."), "UN"),
    (re.compile(r"\bE\.\s?U\."), "EU"),
    (re.compile(r"\b(Mr|Mrs|Ms|Dr|Dra|Sr|Sra|Lic|Ing|Jr|Gral|Mtro|Mtra)\."), r"\1"),
    (re.compile(r"[\u00a0\u2007\u2009\u202f\s]+"), " "),
    (re.compile(r"[\u200b\u2060\u00ad\ufeff]"), ""),
)


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence in place: code points of the text as given."""

    start: int
    end: int


def spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Sentences between two places of a text, without the white space around them."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        if _is_end(text, first, stop, end):
            yield from _trimmed(text, first, stop.end())
            first = stop.end()
    yield from _trimmed(text, first, end)


def wording(text: str) -> str:
    """The words of a sentence in plain spelling."""
    for pattern, plain in _MARKUP:
        text = pattern.sub(plain, text)
    return text.strip()


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(character.isalnum() for character in text[start : min(end, start + 200)]):
        yield Span(start, end)


def _is_end(text: str, first: int, stop: re.Match[str], end: int) -> bool:
    ahead = _next_visible(text, stop.end(), end)
    if not ahead:
        return True
    if "?" in stop[0] or "!" in stop[0]:
        return not ahead.islower()
    if ahead.islower():
        return False
    if not stop[0].startswith("."):
        return True
    word = _LAST_WORD.search(text, max(first, stop.start() - 24), stop.start())
    before = word[0].lower().lstrip(".") if word else ""
    if len(stop[0]) > 1 and stop[0][1] == ".":
        return True
    if before in _ABBREVIATIONS:
        return before in _BEFORE_CAPITAL and _opens_sentence(text, stop.end(), end)
    is_initial = len(before) == 1 and before.isalpha() and word is not None and word[0][-1:].isupper()
    is_clause_number = stop.start() - len(before) <= first and len(before) <= 4
    return not (is_initial or is_clause_number)


def _next_visible(text: str, position: int, end: int) -> str:
    while position < end and (text[position].isspace() or text[position] in '*_"\u201c\u00ab(['):
        position += 1
    return text[position] if position < end else ""


_OPENING = re.compile(
    r"[\s\"\u201c\u00ab(*_]*(?:The|They|This|These|Both|We|It|In|On|At|As|To|For|Under|Through|Our|Each|During|Together|Moreover"
    r"|Furthermore|Finally|Additionally|Also|Mexico and|El|La|Los|Las|Ambos|Ambas|Se|En|Por|Para|Con|Así|Asimismo"
    r"|Además|También|Esta|Este|Al|A)\b"
)


def _opens_sentence(text: str, position: int, end: int) -> bool:
    return _OPENING.match(text, position, min(end, position + 60)) is not None
