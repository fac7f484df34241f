"""Which rows of a market a code stands for: a product, a heading, a chapter, or a list of products or a part of one."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from hled.dialogue.studies.domain.screening.choosing import ProductChoice, choose_products
from hled.dialogue.studies.domain.screening.codes import LEVELS, digit_findings, named, older_finding, titled
from hled.dialogue.studies.domain.screening.finding import find_products, listed_names
from hled.dialogue.studies.domain.screening.lists import ProductList
from hled.dialogue.studies.domain.screening.product_rules import SC_41, SC_44
from hled.dialogue.studies.domain.screening.rows import product_name
from hled.economy.arrays import Index
from hled.economy.tables.choosing import near_ones
from hled.economy.trade import Market
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.concordances.near import nearest
from hled.sources.trade.concordances.products import EDITION, dotted, known
from hled.sources.trade.concordances.rules import TR_51

Called: TypeAlias = Callable[[str], Bilingual]
_SIGNS = re.compile(r"[\d.\s]+", re.ASCII)
_NEAR = Bilingual("“{code}”; near: {near}", "«{code}»; cercanos: {near}")
_NOTHING_NEAR = Bilingual("“{code}”; nothing is called nearly so", "«{code}»; nada se llama de modo parecido")
_UNBOUGHT = Bilingual(
    "{code} in {importer}, {year}; bought nearby: {near}",
    "{code} en {importer}, {year}; cerca se compran: {near}",
)


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """
    What a code stands for.

    Attributes
    ----------
    level
        ``product``, ``heading``, ``chapter`` or ``list``.
    name
        The short one that a list gives a product, where one does: its Spanish says more than the text of the heading.
    rows
        Of the market.
    choice
        Of a list; None for a code.
    """

    code: str
    level: str
    name: Bilingual
    rows: Index
    choice: ProductChoice | None = None


def as_code(text: str) -> str:
    """Digits without the dots and blanks that customs papers print; anything else as it stands."""
    said = text.strip()
    return re.sub(r"\D", "", said) if _SIGNS.fullmatch(said) else said


def called_in(lists: Mapping[str, ProductList]) -> Called:
    """What gives a code the name that a list gives it, else the one of the edition; the first list counts."""
    named: dict[str, Bilingual] = {}
    for code, name in listed_names(lists):
        named.setdefault(code, name)
    return lambda code: named.get(code) or product_name(code)


def short_name(code: str, lists: Mapping[str, ProductList]) -> Bilingual:
    """The name that a list gives a code, with the code; its full name where no list has it."""
    named = next((name for each, name in listed_names(lists) if each == code), None)
    return (
        titled(code)
        if named is None
        else Bilingual(*(f"{each} ({dotted(code)})" for each in (named.en, named.es)))
    )


def form_findings(code: str, lists: Mapping[str, ProductList]) -> tuple[Finding, ...]:
    """What is wrong with a code, whatever the market: its form, a national chapter, a list that there is not."""
    if not code.isdigit():
        id, _, part = code.partition(":")
        if id in lists and (not part or part in lists[id].parts):
            return ()
        return (Finding(SC_41, "code", _meant(code, lists)),)
    return digit_findings(code, "code")


def select(code: str, market: Market, lists: Mapping[str, ProductList]) -> Selection:
    """
    Rows of a market that a sound code stands for.

    Raises
    ------
    BrokenRuleError
        SC-43 on a code of another edition, TR-51 on a code of none, SC-44 where nobody sells it; SC-41 and SC-42 as `form_findings`.
    """
    if wrong := form_findings(code, lists):
        raise BrokenRuleError(wrong)
    if not code.isdigit():
        return _of_list(code, market, lists)
    bought = market.values.sum(axis=1) > 0
    rows = np.array(
        [at for at, each in enumerate(market.products) if each.startswith(code) and bought[at]], dtype=np.intp
    )
    if not rows.size:
        raise BrokenRuleError([_absent(code, market)])
    return Selection(code, LEVELS[len(code)], short_name(code, lists), rows)


def _of_list(code: str, market: Market, lists: Mapping[str, ProductList]) -> Selection:
    choice = choose_products(code, market.products, market.edition, lists)
    rows = choice.rows[market.values[choice.rows].sum(axis=1) > 0]
    if not rows.size:
        raise BrokenRuleError([_unbought(code, market, ())])
    return Selection(code, "list", choice.lists[0].title, rows, choice)


def _absent(code: str, market: Market) -> Finding:
    """Why a market has no row of a code: another edition, no edition, or nobody sells it."""
    bought = tuple(dict.fromkeys(each[: len(code)] for each in market.products))
    if known(code) and market.edition == EDITION:
        return _unbought(code, market, nearest(code, bought))
    older = older_finding(code, market.edition, bought, "code")
    return older or Finding(TR_51, "code", _NEAR.format(code=code, near=named(nearest(code, bought))))


def _unbought(code: str, market: Market, near: Sequence[str]) -> Finding:
    found = _UNBOUGHT.format(code=code, importer=market.importer, year=market.year, near=named(near))
    return Finding(SC_44, "code", found, data={"near": tuple(near)})


def _meant(text: str, lists: Mapping[str, ProductList]) -> Bilingual:
    said = text[:60] or "-"
    parts = [f"{each.id}:{part}" for each in lists.values() for part in each.parts]
    close = [each for each in near_ones(text, [*lists, *parts]) if each][:3]
    if close:
        return _NEAR.format(code=said, near=", ".join(close))
    found = find_products(text, lists, 5)
    return _NEAR.format(code=said, near=named(found)) if found else _NOTHING_NEAR.format(code=said)
