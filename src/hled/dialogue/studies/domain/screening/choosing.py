"""Which products of a market a screen orders: all, those of lists, or those under codes; and how they are grouped."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hled.dialogue.studies.domain.names import split
from hled.dialogue.studies.domain.screening.codes import digit_findings, named, older_finding
from hled.dialogue.studies.domain.screening.lists import ListedProduct, ProductList
from hled.dialogue.studies.domain.screening.rules import SC_09, SC_10
from hled.dialogue.studies.domain.screening.screen_rules import SC_31, SC_71
from hled.economy.arrays import Index
from hled.economy.tables.choosing import near_ones
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Rule
from hled.sources.trade.concordances.near import nearest
from hled.sources.trade.concordances.products import EDITION, known, name_of

ALL = "all"
DIGITS = 6
"""Of the codes of a list."""
_CODES = Bilingual("the table has {edition}, {digits} digits", "la tabla tiene {edition}, {digits} dígitos")
_NEAR = Bilingual("{code}; bought nearby: {near}", "{code}; cerca se compran: {near}")
_LENGTHS = {"chapter": 2, "heading": 4}


@dataclass(frozen=True, slots=True)
class ListPart:
    """A list, or a stage or group of it; `part` is empty for the whole list."""

    list: ProductList
    part: str = ""

    @property
    def title(self) -> Bilingual:
        if not self.part:
            return self.list.title
        part = self.list.parts[self.part].title
        return Bilingual(f"{self.list.title.en}: {part.en}", f"{self.list.title.es}: {part.es}")

    @property
    def products(self) -> tuple[ListedProduct, ...]:
        return self.list.part(self.part)


@dataclass(frozen=True, slots=True, eq=False)
class ProductChoice:
    """
    The products chosen.

    Attributes
    ----------
    rows
        Of the market.
    lists
        Lists and parts of lists that were named.
    absent
        Codes that a list has and nobody bought.
    """

    rows: Index
    lists: tuple[ListPart, ...] = ()
    absent: tuple[str, ...] = ()

    def group_of(self, by: str, products: Sequence[str]) -> Callable[[int], str] | None:
        """
        Row -> code of its group; None where products stand alone.

        A product in several lists belongs to the first that was named.

        Raises
        ------
        BrokenRuleError
            SC-31 on stages where a product of no list is among those chosen.
        """
        if by == "product":
            return None
        if by in _LENGTHS:
            length = _LENGTHS[by]
            return lambda row: products[row][:length]
        stages = {
            each.code: f"{named.list.id}:{each.stage}"
            for named in reversed(self.lists)
            for each in named.products
        }
        if any(products[row] not in stages for row in self.rows):
            said = Bilingual("stage, with products of no list", "stage, con productos de ninguna lista")
            raise BrokenRuleError([Finding(SC_31, "by", said)])
        return lambda row: stages[products[row]]

    def group_name(self, code: str) -> Bilingual:
        """A chapter, a heading, or a stage of a list."""
        if ":" not in code:
            return name_of(code) if known(code) else Bilingual(code, code)
        id, _, stage = code.partition(":")
        return ListPart(next(each.list for each in self.lists if each.list.id == id), stage).title


def choose_products(
    spec: str, products: Sequence[str], edition: str, lists: Mapping[str, ProductList]
) -> ProductChoice:
    """
    Rows of a market by lists, parts of lists and codes, such as ``semiconductors,medical-supplies:medical-devices`` or ``8542``.

    Parameters
    ----------
    products, edition
        Codes of the market, and the edition that they are of.

    Raises
    ------
    BrokenRuleError
        SC-09 on an unknown list and SC-10 on an unknown part, SC-71 on a list where the codes are of another edition or length; SC-41 on a
        code of another length, SC-42 on one of a national chapter, SC-43 on one of another edition, SC-31 on one under which nothing is
        bought; all together.
    """
    if spec in {"", ALL}:
        return ProductChoice(np.arange(len(products)))
    words = split(spec)
    if not words:
        raise BrokenRuleError([_near(SC_31, spec, tuple(lists))])
    codes = [word for word in words if word.isascii() and word.isdigit()]
    parts, findings = _parts([word for word in words if word not in codes], lists)
    findings += [each for word in codes for each in _wrong(word, products, edition)]
    if parts and (edition != EDITION or len(products[0]) != DIGITS):
        findings.append(Finding(SC_71, "list", _CODES.format(edition=edition, digits=len(products[0]))))
    if findings:
        raise BrokenRuleError(findings)
    listed = dict.fromkeys(each.code for part in parts for each in part.products)
    bought = set(products)
    rows = [
        at for at, code in enumerate(products) if code in listed or code.startswith(tuple(codes) or ("-",))
    ]
    absent = tuple(code for code in listed if code not in bought)
    return ProductChoice(np.array(rows, dtype=np.intp), tuple(parts), absent)


def _wrong(code: str, products: Sequence[str], edition: str) -> tuple[Finding, ...]:
    """Why nothing of a market stands under a code; nothing where something does."""
    if wrong := digit_findings(code, "list"):
        return wrong
    if any(each.startswith(code) for each in products):
        return ()
    found = _NEAR.format(code=code, near=named(nearest(code, products)))
    return (older_finding(code, edition, products, "list") or Finding(SC_31, "list", found),)


def _parts(words: Sequence[str], lists: Mapping[str, ProductList]) -> tuple[list[ListPart], list[Finding]]:
    parts, findings = [], []
    for word in words:
        name, _, part = (each.strip() for each in word.partition(":"))
        if name not in lists:
            findings.append(_near(SC_09, name, tuple(lists)))
        elif part and part not in lists[name].parts:
            findings.append(_near(SC_10, part, tuple(lists[name].parts)))
        else:
            parts.append(ListPart(lists[name], part))
    return list(dict.fromkeys(parts)), findings


def _near(rule: Rule, word: str, existing: Sequence[str]) -> Finding:
    said = ", ".join(near_ones(word, existing) or existing[:12])
    shown = word[:60] or "-"
    return Finding(rule, "list", Bilingual(f"{shown}; known: {said}", f"{shown}; existen: {said}"))
