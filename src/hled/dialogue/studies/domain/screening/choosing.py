"""Which products of a market a screen orders: all, those of lists, or those under codes; and how they are grouped."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np

from hled.dialogue.studies.domain.names import split
from hled.dialogue.studies.domain.screening.lists import ProductList, product_list, product_lists
from hled.dialogue.studies.domain.screening.screen_rules import SC_31
from hled.economy.arrays import Index
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.concordances.products import name_of

ALL = "all"
_LENGTHS = {"chapter": 2, "heading": 4}


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """
    The products chosen.

    Attributes
    ----------
    rows
        Of the market.
    lists
        Product lists that were named.
    absent
        Codes that a list has and nobody bought.
    """

    rows: Index
    lists: tuple[ProductList, ...]
    absent: tuple[str, ...]

    def group_of(self, by: str, products: Sequence[str]) -> Callable[[int], str] | None:
        """Row -> code of its group; None where products stand alone."""
        if by == "product":
            return None
        if by == "stage":
            stages = {
                code: f"{each.id}.{stage}" for each in reversed(self.lists) for code, stage in _stages(each)
            }
            return lambda row: stages[products[row]]
        length = _LENGTHS[by]
        return lambda row: products[row][:length]

    def group_name(self, code: str) -> Bilingual:
        """A chapter, a heading, or a stage of a list."""
        if code.isdigit():
            return name_of(code)
        list_id, _, stage = code.partition(".")
        found = next(each for each in self.lists if each.id == list_id)
        title = next(each.title for each in found.stages if each.code == stage)
        return Bilingual(f"{found.title.en}: {title.en}", f"{found.title.es}: {title.es}")


def choose_products(spec: str, by: str, products: Sequence[str]) -> Choice:
    """
    Rows of a market by lists and codes, such as ``semiconductors,medical-supplies`` or ``8542,3004``.

    Raises
    ------
    BrokenRuleError
        SC-31 on what is neither a list nor a code that something is bought under, and on stages without a list.
    """
    everything = spec in {"", ALL}
    chosen = Choice(np.arange(len(products)), (), ()) if everything else _chosen(spec, products)
    if by == "stage" and not chosen.lists:
        raise BrokenRuleError(
            [
                Finding(
                    SC_31,
                    "by",
                    Bilingual("stage, and no list is named", "stage, y no se nombra ninguna lista"),
                )
            ]
        )
    return chosen


def _chosen(spec: str, products: Sequence[str]) -> Choice:
    rows: set[int] = set()
    lists, absent, findings = [], [], []
    place = {code: at for at, code in enumerate(products)}
    for word in split(spec):
        if word.isascii() and word.isdigit():
            under = [at for code, at in place.items() if code.startswith(word)]
            rows.update(under)
            findings += [] if under else [_unknown(word, products)]
        elif word in product_lists():
            found = product_list(word)
            lists.append(found)
            codes = [code for code, _ in _stages(found)]
            rows.update(place[code] for code in codes if code in place)
            absent += [code for code in codes if code not in place]
        else:
            findings.append(_unknown(word, list(product_lists())))
    if findings:
        raise BrokenRuleError(findings)
    return Choice(np.array(sorted(rows), dtype=np.intp), tuple(lists), tuple(absent))


def _stages(found: ProductList) -> Iterator[tuple[str, str]]:
    return ((each.code, each.stage) for each in found.products)


def _unknown(word: str, known: Sequence[str]) -> Finding:
    near = ", ".join(get_close_matches(word, known, 5, 0.5)) or ", ".join(known[:12])
    return Finding(SC_31, "list", Bilingual(f"{word[:40]}; near: {near}", f"{word[:40]}; parecidos: {near}"))
