"""Rows of the answer: countries by their complexity, products by theirs with what the partner shows in them."""

from typing import Any

import numpy as np

from hled.dialogue.studies.domain.capability.shown import Shown
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.screening.rows import area_name, product_name
from hled.economy.arrays import Index, Vector
from hled.kernel.bilingual import Bilingual

Row = dict[str, Any]


def country_rows(shown: Shown) -> list[Row]:
    """Every exporter of the sample, the most complex first."""
    found = shown.found
    places = {
        "rank": ranks(found.eci),
        "fitness_rank": ranks(found.fitness.exporters),
        "coi_rank": ranks(found.outlook_index),
    }
    order = np.lexsort((np.arange(len(found.exporters)), places["rank"]))
    return [
        {
            "level": "country",
            "code": found.exporters[at],
            **both("name", area_name(found.exporters[at])),
            **{name: int(place[at]) for name, place in places.items()},
            "eci": share_text(float(found.eci[at])),
            "diversity": int(found.diversity[at]),
            "fitness": share_text(float(found.fitness.exporters[at])),
            "coi": share_text(float(found.outlook_index[at])),
            "exports": amount_text(float(shown.exports[at])),
            "partner": bool(at == shown.at),
        }
        for at in map(int, order)
    ]


def product_rows(shown: Shown) -> list[Row]:
    """The products that were asked for, the most complex first; ranks are among all products of the sample."""
    place = ranks(shown.found.pci)
    order = sorted(map(int, shown.rows), key=lambda at: (place[at], at))
    return [product_row(shown, at, int(place[at])) for at in order]


def product_row(shown: Shown, at: int, rank: int) -> Row:
    found = shown.found
    code = found.products[at]
    return {
        "level": "product",
        "code": code,
        **both("name", product_name(code)),
        "rank": rank,
        "pci": share_text(float(found.pci[at])),
        "ubiquity": int(found.ubiquity[at]),
        "q": share_text(float(found.fitness.products[at])),
        "rca": share_text(float(found.rca[shown.at, at])),
        "has": bool(found.M[shown.at, at]),
        "density": share_text(float(found.density[shown.at, at])),
        "cog": share_text(float(found.outlook_gain[shown.at, at])),
        "trade": amount_text(float(shown.trade[at])),
        "partner_exports": amount_text(float(shown.values[at])),
    }


def ranks(values: Vector) -> Index:
    """(n,) Place of each, 1 for the highest; equal ones share the better place."""
    ordered = np.sort(-values)
    return np.asarray(np.searchsorted(ordered, -values, side="left") + 1, dtype=np.intp)


def both(name: str, text: Bilingual) -> dict[str, str]:
    return {f"{name}_en": text.en, f"{name}_es": text.es}
