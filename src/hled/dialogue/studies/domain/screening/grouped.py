"""The products of a group, each with where it stands in the whole screen."""

from typing import Any

from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.screening.coded import Called
from hled.dialogue.studies.domain.screening.rows import Seen, area_name, product_rows
from hled.economy.arrays import Index

_PLACED = ("rank", "median", "low", "high", "top20", "top50", "area", "area_en", "area_es")


def group_products(seen: Seen, rows: Index, called: Called) -> list[dict[str, Any]]:
    """Those in the order by rank, then the others by value; what is not in the order has no rank and no area."""
    ordered = {each["code"]: each for each in product_rows(seen, set(rows.tolist()))}
    found = [_product(seen, at, ordered, called) for at in rows.tolist()]
    return sorted(found, key=lambda each: (each["rank"] is None, each["rank"] or -float(each["imports"])))


def _product(seen: Seen, at: int, ordered: dict[str, dict[str, Any]], called: Called) -> dict[str, Any]:
    market, dependency = seen.subject.market, seen.measures.dependency
    code = market.products[at]
    largest, imports = int(dependency.largest[at]), float(dependency.imports[at])
    supplier = area_name(market.partners[largest]) if largest >= 0 else None
    placed = ordered.get(code, {})
    return {
        "code": code,
        "name_en": called(code).en,
        "name_es": called(code).es,
        "imports": amount_text(imports),
        "external_share": share_text(float(dependency.external_share.values[at])),
        "supplier": market.partners[largest] if largest >= 0 else None,
        "supplier_en": supplier.en if supplier else None,
        "supplier_es": supplier.es if supplier else None,
        "supplier_share": share_text(float(dependency.largest_share.values[at])) if supplier else None,
        "partner_share": share_text(float(market.values[at, seen.subject.at]) / imports),
        **{name: placed.get(name) for name in _PLACED},
    }
