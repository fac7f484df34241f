"""What a list that has the right form may still get wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hled.dialogue.studies.domain.screening.lists.product_list import FEWEST, STAGES, ProductList
from hled.dialogue.studies.domain.screening.rules import SC_04, SC_05, SC_06, SC_07, SC_08, SC_12
from hled.economy.tables.choosing import near_ones
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding, Rule
from hled.sources.trade.concordances import products as harmonized


def findings_of(listed: ProductList, found: Mapping[str, Any], place: str) -> Iterator[Finding]:
    """
    Everything that breaks a rule.

    Parameters
    ----------
    found
        The content of the file, in which a citation still names its document.
    """
    yield from _edition(listed, place)
    yield from _codes(listed, place)
    yield from _repeated(listed, place)
    yield from _size(listed, place)
    yield from _stages(listed, place)
    yield from _references(listed, found, place)


def _edition(listed: ProductList, place: str) -> Iterator[Finding]:
    if listed.edition != harmonized.EDITION:
        yield Finding(SC_12, f"{place}: edition", listed.edition)


def _codes(listed: ProductList, place: str) -> Iterator[Finding]:
    for at, each in enumerate(listed.products, 1):
        if len(each.code) != 6 or not harmonized.known(each.code):
            yield _unknown(SC_04, f"{place}: products[{at}]", each.code, harmonized.near(each.code, 3))


def _unknown(rule: Rule, place: str, name: str, near: Iterable[str]) -> Finding:
    said = ", ".join(near)
    shown = name[:60]
    found = Bilingual(f"{shown}; near: {said}", f"{shown}; parecidos: {said}") if said else shown
    return Finding(rule, place, found)


def _repeated(listed: ProductList, place: str) -> Iterator[Finding]:
    kinds = {
        "products": listed.codes,
        "stages, groups": (*(each.id for each in listed.stages), *(each.id for each in listed.groups)),
        "documents": tuple(each.id for each in listed.documents),
    }
    for kind, names in kinds.items():
        for name, times in Counter(names).items():
            if times > 1:
                yield Finding(
                    SC_05, f"{place}: {kind}", Bilingual(f"{name}: {times} times", f"{name}: {times} veces")
                )


def _size(listed: ProductList, place: str) -> Iterator[Finding]:
    if len(listed.products) < FEWEST and listed.fewer is None:
        yield Finding(SC_06, f"{place}: products", str(len(listed.products)))


def _stages(listed: ProductList, place: str) -> Iterator[Finding]:
    for each in listed.stages:
        if each.id not in STAGES:
            yield _unknown(SC_07, f"{place}: stages", each.id, STAGES)
    used = sorted({each.stage for each in listed.products} & set(STAGES))
    if len(used) < 2:
        yield Finding(SC_07, f"{place}: products", ", ".join(used))


def _references(listed: ProductList, found: Mapping[str, Any], place: str) -> Iterator[Finding]:
    stages, groups = ([each.id for each in named] for named in (listed.stages, listed.groups))
    documents = [each.id for each in listed.documents]
    for at, entry in enumerate(found["products"], 1):
        here = f"{place}: products[{at}] {entry['code'][:20]}"
        if entry["stage"] not in stages:
            yield _unknown(SC_08, f"{here}: stage", entry["stage"], near_ones(entry["stage"], stages))
        group = entry.get("group", "")
        if group not in groups and (group or groups):
            yield _unknown(SC_08, f"{here}: group", group, near_ones(group, groups))
        cited = entry.get("cites", {}).get("document", "")
        if cited and cited not in documents:
            yield _unknown(SC_08, f"{here}: cites", cited, near_ones(cited, documents))
