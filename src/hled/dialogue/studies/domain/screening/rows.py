"""Rows of a screen: one for each product or group, with its rank, its range, its numbers and its diagnosis."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from hled.dialogue.studies.domain.names import region_in_sentence
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.screening.action_areas import Profile, diagnose
from hled.dialogue.studies.domain.screening.choosing import ProductChoice
from hled.dialogue.studies.domain.screening.measures import Measures
from hled.dialogue.studies.domain.screening.ranked import Ranked
from hled.dialogue.studies.domain.screening.subject import Subject
from hled.economy.arrays import Mask, Vector
from hled.economy.ranking import Place
from hled.economy.trade.flags import VERDICTS
from hled.economy.trade.measured import Measured
from hled.kernel.bilingual import Bilingual
from hled.sources.trade.areas import areas
from hled.sources.trade.concordances.products import known, name_of

Item = Mapping[str, Any]
DISTANT_KM = 5000.0
"""From this distance of the largest supplier on, it counts as distant: farther than any place in North America."""
CLOSE = 2 / 3
"""Place by density from which the partner sells something close."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Everything that a row is read from."""

    subject: Subject
    measures: Measures
    ranked: Ranked
    choice: ProductChoice

    @property
    def nearness(self) -> Vector:
        """(P,) Place of every product by density among those of which it is known."""
        near = self.measures.density
        values, known = near.values[0], near.known[0]
        ordered = np.sort(values[known])
        below: Vector = np.searchsorted(ordered, values, side="right") / max(len(ordered), 1)
        return np.where(known, below, 0.0)

    def one_distant(self) -> Mask:
        """(P,) Bought mostly from one distant supplier, while the partner sells it with advantage or something close to it."""
        found, subject = self.measures, self.subject
        largest = found.dependency.largest
        far = subject.distances.values >= DISTANT_KM
        close = (found.advantage.values >= 1) | (self.nearness >= CLOSE)
        return np.asarray(
            (found.dependency.largest_share.values >= 0.5) & far[largest] & (largest >= 0) & close
        )


def product_rows(seen: Seen, only: Container[int] | None = None) -> list[dict[str, Any]]:
    """In the order of the market, all or those at some rows of it; `rank` says where each stands."""
    one_distant, nearness, density = seen.one_distant(), seen.nearness, _density(seen)
    return [
        _row(seen, place, int(at), bool(one_distant[at]), float(nearness[at]), density)
        for place, at in enumerate(seen.ranked.chosen)
        if only is None or int(at) in only
    ]


def _density(seen: Seen) -> Measured:
    """(products,) Of the exporter that is asked about."""
    density = seen.measures.density
    return Measured(density.values[0], density.known[0])


def _row(
    seen: Seen, place: int, at: int, one_distant: bool, nearness: float, density: Measured
) -> dict[str, Any]:
    found, ranked, market = seen.measures, seen.ranked, seen.subject.market
    dependency = found.dependency
    shares = (
        float(dependency.external_share.values[at]),
        float(found.standing.share.values[at]),
        float(dependency.largest_share.values[at]),
    )
    supplier = market.partners[int(dependency.largest[at])]
    profile = _profile(
        seen,
        at,
        shares,
        supplier,
        nearness=nearness,
        duty=_known(found.paid, at),
        advantage=float(found.advantage.values[at]),
    )
    area, says = diagnose(profile)
    return {
        "level": "product",
        "code": market.products[at],
        **_both("name", product_name(market.products[at])),
        "products": 1,
        **_placed(ranked.order.products, place),
        "coverage": share_text(float(ranked.order.coverage[place])),
        **{code: _text(place, at) for code, place in ranked.places.items()},
        "imports": amount_text(float(dependency.imports[at])),
        "external_imports": amount_text(float(dependency.external_imports[at])),
        "external_share": share_text(shares[0]),
        "hhi": share_text(float(dependency.hhi.values[at])),
        "supplier": supplier,
        **_both("supplier", area_name(supplier)),
        "supplier_share": share_text(shares[2]),
        "partner_share": share_text(shares[1]),
        "advantage": _text(found.advantage, at),
        "density": _text(density, at),
        "distance_km": None if dependency.distance_km is None else _text(dependency.distance_km, at, 0),
        "duty_paid": _text(found.paid, at),
        "duty_gap": _text(found.duty_gap, at),
        "tariff_gap": _text(found.tariff_gap, at),
        "output_at_stake": _amount(found.output_at_stake, at),
        "jobs_at_stake": _amount(found.jobs_at_stake, at),
        "states": _text(found.states, at, 1),
        "gain": amount_text(float(found.gain.by_product[at])),
        "flag": share_text(float(found.flags.probability[at])),
        "verdict": str(found.flags.verdicts[at]),
        **_both("verdict", VERDICTS[found.flags.verdicts[at]]),
        "one_distant_supplier": one_distant,
        "area": area.code,
        **_both("area", area.title),
        **_both("says", says),
    }


def group_rows(seen: Seen, only: str = "") -> Iterator[dict[str, Any]]:
    """A row for each group or for one, its numbers summed or averaged by external imports."""
    groups = seen.ranked.groups
    if groups is None:
        return
    for at, code in enumerate(groups.codes):
        if only not in {"", code}:
            continue
        yield _group(seen, at, code, groups.member_of == at, groups.shares[at])


def _group(seen: Seen, at: int, code: str, members: Mask, shares: Vector) -> dict[str, Any]:
    found, ranked, market = seen.measures, seen.ranked, seen.subject.market
    rows, weights = ranked.chosen[members], shares[members]
    dependency, order = found.dependency, ranked.order
    bought = market.values[rows].sum(axis=0)
    total, outside = float(bought.sum()), bought * seen.subject.external
    supplier = int(outside.argmax())
    own = float(bought[seen.subject.at])
    parts = (float(outside.sum()) / total, own / total, float(outside[supplier]) / total)
    duty = _weighed(found.paid, rows, market.values[rows, seen.subject.at])
    advantage = _weighed(found.advantage, rows, weights)
    profile = _profile(
        seen,
        rows,
        parts,
        market.partners[supplier],
        nearness=float(weights @ seen.nearness[rows]),
        duty=duty,
        advantage=advantage or 0.0,
        weights=weights,
    )
    area, says = diagnose(profile)
    assert order.groups is not None
    hhi = float(((outside / outside.sum()) ** 2).sum())
    return {
        "level": "group",
        "code": code,
        **_both("name", seen.choice.group_name(code)),
        "products": int(members.sum()),
        **_placed(order.groups, at),
        "coverage": share_text(float(weights @ order.coverage[members])),
        **{code: _weighed_text(place, rows, weights) for code, place in ranked.places.items()},
        "imports": amount_text(total),
        "external_imports": amount_text(float(outside.sum())),
        "external_share": share_text(parts[0]),
        "hhi": share_text(hhi),
        "supplier": market.partners[supplier],
        **_both("supplier", area_name(market.partners[supplier])),
        "supplier_share": share_text(parts[2]),
        "partner_share": share_text(parts[1]),
        "advantage": None if advantage is None else share_text(advantage),
        "density": _weighed_text(_density(seen), rows, weights),
        "distance_km": None
        if dependency.distance_km is None
        else _weighed_text(dependency.distance_km, rows, weights),
        "duty_paid": None if duty is None else share_text(duty),
        "duty_gap": _weighed_text(found.duty_gap, rows, weights),
        "tariff_gap": _weighed_text(found.tariff_gap, rows, weights),
        "output_at_stake": _sum(found.output_at_stake, rows),
        "jobs_at_stake": _sum(found.jobs_at_stake, rows),
        "states": _weighed_text(found.states, rows, weights),
        "gain": amount_text(float(found.gain.by_product[rows].sum())),
        "flag": share_text(float(weights @ found.flags.probability[rows])),
        **dict.fromkeys(("verdict", "verdict_en", "verdict_es")),
        "one_distant_supplier": False,
        "area": area.code,
        **_both("area", area.title),
        **_both("says", says),
    }


def area_name(code: str) -> Bilingual:
    area = areas().get(code)
    return area.name if area else Bilingual(code, code)


def area_in_sentence(code: str) -> Bilingual:
    """The same inside a sentence, with its article where it has one."""
    found = region_in_sentence(None, {"EU": "EU27"}.get(code, code))
    return area_name(code) if found.en == code else found


def product_name(code: str) -> Bilingual:
    return name_of(code) if known(code) else Bilingual(code, code)


def _profile(
    seen: Seen,
    rows: Any,
    shares: tuple[float, float, float],
    supplier: str,
    *,
    nearness: float,
    duty: float | None,
    advantage: float,
    weights: Vector | None = None,
) -> Profile:
    need = seen.ranked.places["need"].values[rows]
    return Profile(
        need=float(need if weights is None else weights @ need),
        nearness=nearness,
        external_share=shares[0],
        partner_share=shares[1],
        foremost_share=shares[2],
        foremost=area_in_sentence(supplier),
        partner=area_name(seen.subject.partner),
        advantage=advantage,
        duty_paid=duty,
    )


def _placed(place: Place, at: int) -> dict[str, Any]:
    return {
        "rank": int(place.rank[at]),
        "median": int(place.median[at]),
        "low": int(place.low[at]),
        "high": int(place.high[at]),
        "top20": share_text(float(place.top20[at])),
        "top50": share_text(float(place.top50[at])),
        "score": share_text(float(place.score[at])),
    }


def _both(name: str, text: Bilingual) -> dict[str, str]:
    return {f"{name}_en": text.en, f"{name}_es": text.es}


def _known(figures: Measured, at: int) -> float | None:
    return float(figures.values[at]) if figures.known[at] else None


def _text(figures: Measured, at: int, decimals: int | None = None) -> str | None:
    value = _known(figures, at)
    if value is None:
        return None
    return share_text(value) if decimals is None else share_text(round(value, decimals))


def _amount(figures: Measured, at: int) -> str | None:
    value = _known(figures, at)
    return None if value is None else amount_text(value)


def _sum(figures: Measured, rows: Any) -> str | None:
    """Over what is known; None where nothing is."""
    known = figures.known[rows]
    return amount_text(float(figures.values[rows][known].sum())) if known.any() else None


def _weighed(figures: Measured, rows: Any, weights: Vector) -> float | None:
    """Mean over what is known; None where nothing is."""
    counted = weights * figures.known[rows]
    return float(counted @ figures.values[rows] / counted.sum()) if counted.sum() > 0 else None


def _weighed_text(figures: Measured, rows: Any, weights: Vector) -> str | None:
    mean = _weighed(figures, rows, weights)
    return None if mean is None else share_text(mean)
