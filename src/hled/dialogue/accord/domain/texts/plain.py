"""Plain text of one paragraph, in which everything that counts can be seen."""

import re
import unicodedata
from collections.abc import Iterator
from html.entities import html5

from hled.dialogue.accord.domain.texts.rules import AC_51, AC_52, AC_53, AC_54, AC_56, AC_57
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding

MOST_CHARACTERS = 10_000
"""Characters in one language of a segment."""

_TAG = re.compile(r"<[/!?]?[A-Za-z\-\[][^<>]*>?")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
_WORD = re.compile(r"[^\W\d_]+")
_LINE_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_ALPHABETS = ("LATIN", "CYRILLIC", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL")
_GREEK_THAT_LOOKS_LATIN = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανικορυχ")
_SHOWN = 60


def findings_of_words(text: str, place: str) -> Iterator[Finding]:
    """
    All that keeps a text from being a side of a segment: AC-51 to AC-54, AC-56, AC-57.

    A text over the limit is not looked into further.
    """
    if len(text) > MOST_CHARACTERS:
        yield Finding(AC_54, place, _count(len(text)))
        return
    if breaks := sum(each in _LINE_BREAKS for each in text):
        yield Finding(AC_53, place, _count(breaks))
    if unseen := sorted({each for each in text if _is_unseen(each)}):
        yield Finding(AC_52, place, ", ".join(_named(each) for each in unseen[:5]))
    if markup := _markup(text):
        yield Finding(AC_51, place, markup[:_SHOWN])
    if text != tidied(text) and not breaks:
        yield Finding(AC_56, place, _first_difference(text, tidied(text)))
    if mixed := [word for word in _WORD.findall(text) if len(_alphabets(word)) > 1]:
        yield Finding(AC_57, place, mixed[0][:_SHOWN])


def tidied(text: str) -> str:
    """
    The text with composed letters, plain single spaces, and none at either end.

    For the edge, where people paste; nothing inside the room calls it in silence.
    """
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if unicodedata.category(each) == "Zs" else each for each in composed)
    return re.sub(" {2,}", " ", spaced).strip(" ")


def _is_unseen(character: str) -> bool:
    return character not in _LINE_BREAKS and unicodedata.category(character) in _UNSEEN


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def _markup(text: str) -> str:
    if found := _TAG.search(text):
        return found.group()
    named = (each.group() for each in _ENTITY.finditer(text))
    return next((each for each in named if each.startswith("&#") or each[1:] in html5), "")


def _alphabets(word: str) -> set[str]:
    """Alphabets of which a word has letters; Greek ones count when they pass for Latin, so that *Δx* is one word."""
    names = {unicodedata.name(each, "").partition(" ")[0] for each in word}
    return names.intersection(_ALPHABETS) | ({"GREEK"} if _GREEK_THAT_LOOKS_LATIN & set(word) else set())


def _first_difference(text: str, better: str) -> str:
    at = next(
        (number for number, (one, two) in enumerate(zip(text, better, strict=False)) if one != two),
        min(len(text), len(better)),
    )
    return f"{at + 1}: {_named(text[at])}" if at < len(text) else "-"


def _count(number: int) -> Bilingual:
    return Bilingual(f"{number:,}", f"{number:,}")
