"""
Products of the Harmonized System, edition 2022: six-digit codes with their headings, chapters and sections, in two languages.

English texts are those of UN Comtrade. Spanish texts of sections, chapters and headings were written for this project and are
not official; no Spanish text of the 5,612 subheadings that may be redistributed was found, so a subheading carries in Spanish
the text of its heading with its own code, and `Product.spanish_of` says so. The collective code 999999 is left out.

References
----------
World Customs Organization, Harmonized System 2022; GitHub ``datasets/harmonized-system`` (ODC-PDDL).
"""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np

from hled.kernel.bilingual import Bilingual
from hled.sources.trade.concordances.maps import WeightedMap, from_pairs, refuse_unknown
from hled.sources.trade.concordances.near import nearest
from hled.sources.trade.concordances.reading import UNSPECIFIED, Texts, named_rows, text_columns

EDITION = "HS2022"


class Level(StrEnum):
    """Levels of the Harmonized System."""

    SECTION = "section"
    CHAPTER = "chapter"
    HEADING = "heading"
    SUBHEADING = "subheading"


_LEVELS = {2: Level.CHAPTER, 4: Level.HEADING, 6: Level.SUBHEADING}


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its Roman number, its first and last chapter, and its name."""

    code: str
    first: str
    last: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Product:
    """
    A code of the Harmonized System.

    Attributes
    ----------
    code
        2, 4 or 6 digits.
    name
        In both languages; where the Spanish text is that of the heading, it ends with the code of the subheading.
    level, spanish_of
        Level of the code, and the level that the Spanish text describes.
    section
        Roman number.
    """

    code: str
    name: Bilingual
    level: Level
    spanish_of: Level
    section: str

    @property
    def chapter(self) -> str:
        return self.code[:2]

    @property
    def heading(self) -> str:
        return self.code[:4]


@cache
def sections() -> tuple[Section, ...]:
    """The 21 sections in their order."""
    return tuple(
        Section(
            row["section"],
            row["chapters"][:2],
            row["chapters"][3:],
            Bilingual(row["name_en"], row["name_es"]),
        )
        for row in named_rows("sections.csv")
    )


@cache
def chapters() -> dict[str, Bilingual]:
    """Short names of the chapters; chapter 77 is reserved and 98 and 99 are national."""
    return {row["chapter"]: Bilingual(row["name_en"], row["name_es"]) for row in named_rows("chapters.csv")}


@cache
def subheadings() -> tuple[str, ...]:
    """The six-digit codes of the edition, sorted."""
    return tuple(code for code in _texts() if len(code) == 6)


@cache
def headings() -> tuple[str, ...]:
    """The four-digit codes of the edition, sorted."""
    return tuple(code for code in _texts() if len(code) == 4)


def known(code: str) -> bool:
    """Whether a code of 2, 4 or 6 digits is in the edition 2022."""
    return code in _texts()


def product(code: str) -> Product:
    """
    A chapter, heading or subheading by its code.

    Raises
    ------
    BrokenRuleError
        TR-51, with the nearest codes.
    """
    if code not in _texts():
        refuse_unknown([code], _codes_of(len(code.replace(".", ""))), EDITION)
    spanish, of = _spanish(code)
    english = chapters()[code].en if len(code) == 2 else _texts()[code]
    return Product(code, Bilingual(english, spanish), _LEVELS[len(code)], of, section_of(code).code)


def name_of(code: str) -> Bilingual:
    """The name of a chapter, heading or subheading; see `product` for refusals."""
    return product(code).name


def near(code: str, count: int = 5) -> tuple[str, ...]:
    """Codes that somebody may have meant, of the same length where there are such."""
    return nearest(code, _codes_of(len(code.replace(".", ""))), count)


def section_of(code: str) -> Section:
    """
    The section of a code by its chapter.

    Raises
    ------
    BrokenRuleError
        TR-51, when the code begins with no chapter of the edition.
    """
    chapter = code[:2]
    if chapter not in chapters():
        refuse_unknown([code], tuple(chapters()), EDITION)
    firsts = [each.first for each in sections()]
    at = bisect_left(firsts, chapter)
    return sections()[at if at < len(firsts) and firsts[at] == chapter else at - 1]


def map_of(name: str, products: Texts, targets: Texts) -> WeightedMap:
    """A map of products with equal weights to a product's targets; products without one stay in it, unmapped."""
    specified = ~np.char.startswith(products, UNSPECIFIED)
    return from_pairs(name, products[specified], targets[specified], rows=subheadings())


def _spanish(code: str) -> tuple[str, Level]:
    if len(code) == 2:
        return chapters()[code].es, Level.CHAPTER
    heading = _headings().get(code[:4])
    text, level = (heading, Level.HEADING) if heading else (chapters()[code[:2]].es, Level.CHAPTER)
    own = level is _LEVELS[len(code)]
    return (text if own else f"{text} ({dotted(code)})"), level


def dotted(code: str) -> str:
    """A code as customs papers print it: ``8542.31``, ``85.42``."""
    return {6: f"{code[:4]}.{code[4:]}", 4: f"{code[:2]}.{code[2:]}"}.get(len(code), code)


@cache
def _texts() -> dict[str, str]:
    codes, names = text_columns("classifications", "hs2022.parquet", "code", "name_en")
    pairs = zip(codes.tolist(), names.tolist(), strict=True)
    return {code: name for code, name in pairs if not code.startswith(UNSPECIFIED)}


@cache
def _headings() -> dict[str, str]:
    return {row["heading"]: row["name_es"] for row in named_rows("headings.csv")}


@cache
def _codes_of(length: int) -> tuple[str, ...]:
    wanted = length if length in _LEVELS else 6
    return tuple(code for code in _texts() if len(code) == wanted)
