"""Who sells some products in a market, at what duty, and how much each adds to concentration."""

from typing import Any

import numpy as np

from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.screening.measures import Measures
from hled.dialogue.studies.domain.screening.rows import area_name
from hled.dialogue.studies.domain.screening.subject import Subject
from hled.economy.arrays import Index
from hled.economy.trade.measured import Measured


def suppliers(subject: Subject, found: Measures, rows: Index) -> list[dict[str, Any]]:
    """
    Suppliers of the products at some rows together, the largest first; who sells nothing is left out.

    `share` is of the market and `hhi_part` its square; `share_of_external` and `hhi_part_of_external` are among external suppliers alone.
    `duty` is observed, `tariff_points` an estimate of the change since, `pays` their sum; None where there is none.
    """
    market = subject.market
    bought = market.values[rows]
    values = bought.sum(axis=0)
    total, outside = float(values.sum()), float(values[subject.external].sum())
    duty = _duty(subject, rows, values)
    change = _change(found, rows, bought)
    order = [int(at) for at in np.argsort(-values, kind="stable") if values[at] > 0]
    return [
        {
            "partner": market.partners[at],
            "partner_en": area_name(market.partners[at]).en,
            "partner_es": area_name(market.partners[at]).es,
            "external": bool(subject.external[at]),
            "value": amount_text(float(values[at])),
            **_parts(float(values[at]) / total),
            **_parts(float(values[at]) / outside if subject.external[at] else None, "_of_external"),
            "duty": _text(duty, at),
            "tariff_points": _text(change, at),
            "pays": share_text(float(duty.values[at] + change.values[at] / 100))
            if duty.known[at] and change.known[at]
            else None,
            "distance_km": _text(subject.distances, at, 0),
        }
        for at in order
    ]


def _duty(subject: Subject, rows: Index, values: Any) -> Measured:
    duties = subject.market.duties
    if duties is None:
        return Measured(np.zeros(len(values)), np.zeros(len(values), dtype=np.bool_))
    return Measured.ratio(duties[rows].sum(axis=0), values)


def _change(found: Measures, rows: Index, bought: Any) -> Measured:
    """(S,) percentage points, over the products whose change is known, by value."""
    weights = bought * found.tariff.known[rows]
    return Measured.ratio((weights * found.tariff.values[rows]).sum(axis=0), weights.sum(axis=0))


def _parts(share: float | None, among: str = "") -> dict[str, str | None]:
    """A share and its square, which adds up to the concentration."""
    names = (f"share{among}", f"hhi_part{among}")
    if share is None:
        return dict.fromkeys(names)
    return dict(zip(names, (share_text(share), share_text(share**2)), strict=True))


def _text(figures: Measured, at: int, decimals: int = 8) -> str | None:
    return share_text(round(float(figures.values[at]), decimals)) if figures.known[at] else None
