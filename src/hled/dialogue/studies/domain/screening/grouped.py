"""The products of a group, each with where it stands in the whole screen."""

from typing import Any

from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.screening.coded import Called
from hled.dialogue.studies.domain.screening.measures import Measures
from hled.dialogue.studies.domain.screening.rows import Seen, area_name, product_rows
from hled.dialogue.studies.domain.screening.subject import Subject
from hled.economy.arrays import Index
from hled.economy.trade.dependency import Dependency

_PLACED = ("rank", "median", "low", "high", "top20", "top50", "area", "area_en", "area_es")


def group_products(
    subject: Subject, found: Measures, rows: Index, seen: Seen | None, called: Called
) -> list[dict[str, Any]]:
    """Those in the order by rank, then the others by value; what is not in the order has no rank and no area."""
    placed = [] if seen is None else product_rows(seen, set(rows.tolist()))
    ordered = {each["code"]: each for each in placed}
    members = [_product(subject, found.dependency, at, ordered, called) for at in rows.tolist()]
    return sorted(members, key=lambda each: (each["rank"] is None, each["rank"] or -float(each["imports"])))


def _product(
    subject: Subject, dependency: Dependency, at: int, ordered: dict[str, dict[str, Any]], called: Called
) -> dict[str, Any]:
    market = subject.market
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
        "partner_share": share_text(float(market.values[at, subject.at]) / imports),
        **{name: placed.get(name) for name in _PLACED},
    }
