"""Single figures of a product or a group of products, each with its value in words, or with what it lacks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from hled.dialogue.studies.domain.numbers import share_text
from hled.dialogue.studies.domain.screening.amounts import in_words
from hled.dialogue.studies.domain.screening.lacking import NEEDED, not_computable
from hled.dialogue.studies.domain.screening.measures import Measures
from hled.dialogue.studies.domain.screening.rows import area_name
from hled.dialogue.studies.domain.screening.subject import Subject
from hled.economy.arrays import Index
from hled.economy.trade.flags.verdicts import VERDICTS
from hled.economy.trade.measured import Measured
from hled.kernel.bilingual import Bilingual
from hled.sources.trade.concordances.end_use import Use, to_end_use
from hled.sources.trade.concordances.products import known
from hled.sources.trade.concordances.substitution import Differentiation, substitution
from hled.sources.trade.concordances.technology import FIELDS, NOT_ADVANCED, technology

CLASSES = {
    Differentiation.HOMOGENEOUS: Bilingual(
        "sold on an organized exchange: easy to replace",
        "se vende en una bolsa organizada: fácil de sustituir",
    ),
    Differentiation.REFERENCE_PRICED: Bilingual(
        "has a reference price: fairly easy to replace",
        "tiene precio de referencia: bastante fácil de sustituir",
    ),
    Differentiation.DIFFERENTIATED: Bilingual(
        "differentiated: hard to replace", "diferenciado: difícil de sustituir"
    ),
}
USES = {
    Use.CAPITAL: Bilingual("capital goods", "bienes de capital"),
    Use.INTERMEDIATE: Bilingual("intermediate goods", "bienes intermedios"),
    Use.CONSUMPTION: Bilingual("consumption", "consumo"),
    Use.MIXED: Bilingual("mixed use", "uso mixto"),
}
_WHY = {
    "edition": Bilingual(
        "not in the concordance of this code", "no está en la correspondencia de este código"
    ),
    "sample": Bilingual("outside the sample of capability", "fuera de la muestra de capacidad"),
    "sales": Bilingual("the partner or the others sell nothing", "el socio o los demás no venden nada"),
    "distance": Bilingual("no distance is known", "no se conoce la distancia"),
    "no_estimate": Bilingual(
        "no estimate for this chapter of the partner or of the others",
        "sin estimación para este capítulo del socio o de los demás",
    ),
    "earlier": Bilingual(
        "nothing was bought of it in the earlier year", "nada se compró de él en el año anterior"
    ),
}
"""Why a figure is not known of one product, though it is of others."""

Fact = dict[str, Any]


def product_facts(subject: Subject, found: Measures, at: int) -> list[Fact]:
    """Figures of the product at a row, in the order in which a reader asks for them."""
    dependency, standing = found.dependency, found.standing
    supplier = (
        area_name(subject.market.partners[int(dependency.largest[at])])
        if dependency.largest[at] >= 0
        else None
    )
    share = float(dependency.largest_share.values[at])
    lacking = found.lacking
    return [
        *_sums(subject, np.array([at], dtype=np.intp)),
        *_largest(supplier, share),
        _measured("distance_km", "km", dependency.distance_km, at, lacking.get("distance_km", "distance")),
        fact("flag", float(found.flags.probability[at]), "share"),
        fact("verdict", None, "text", VERDICTS[found.flags.verdicts[at]]),
        _measured("advantage", "factor", found.advantage, at, "sample"),
        _measured("density", "share", _first(found.density), at, "sample"),
        _measured("duty_paid", "share", found.paid, at, lacking.get("duty_paid", "sales")),
        _measured("duty_gap", "points", _hundredfold(found.duty_gap), at, lacking.get("duty_gap", "sales")),
        _measured(
            "tariff_gap",
            "points",
            _hundredfold(found.tariff_gap),
            at,
            lacking.get("tariff_gap", "no_estimate"),
        ),
        *_substitution(subject.market.products[at], lacking),
        *_use(subject.market.products[at]),
        _measured("unit_value", "factor", standing.unit_value, at, _no_unit_value(subject, at)),
        _measured(
            "share_change",
            "points",
            None if standing.change is None else _hundredfold(standing.change),
            at,
            lacking.get("share_change", "earlier"),
        ),
        *_behind(found, np.array([at], dtype=np.intp)),
    ]


def _no_unit_value(subject: Subject, at: int) -> str:
    """Why there would be none: nothing is sold by the partner or by the others, or quantities in one unit are not there."""
    market = subject.market
    own, all_of = float(market.values[at, subject.at]), float(market.values[at].sum())
    return "quantities" if market.quantities is None or 0 < own < all_of else "sales"


def group_facts(subject: Subject, found: Measures, rows: Index) -> list[Fact]:
    """Figures of several products together: sums, and shares of sums."""
    outside = subject.market.values[rows].sum(axis=0) * subject.external
    first = int(outside.argmax())
    total = float(subject.market.values[rows].sum())
    supplier = area_name(subject.market.partners[first]) if outside[first] > 0 else None
    return [
        *_sums(subject, rows),
        *_largest(supplier, float(outside[first]) / total),
        *_behind(found, rows),
    ]


def fact(code: str, value: float | None, unit: str, says: Bilingual | None = None, why: str = "") -> Fact:
    """One figure; where there is none, `why` is one of `_WHY`, or the table of `NEEDED` that would make it computable."""
    computed = not why
    said = says or (_reason(why) if why else in_words(value or 0.0, unit))
    return {
        "code": code,
        "value": None if value is None or not computed else share_text(value),
        "unit": unit,
        "says_en": said.en,
        "says_es": said.es,
        "computed": computed,
        "needs": why if why in NEEDED else None,
    }


def _reason(why: str) -> Bilingual:
    return not_computable(why) if why in NEEDED else _WHY[why]


def _sums(subject: Subject, rows: Index) -> Iterator[Fact]:
    bought = subject.market.values[rows].sum(axis=0)
    total, outside = float(bought.sum()), bought * subject.external
    own = float(bought[subject.at])
    yield fact("imports", total, "usd")
    yield fact("external_imports", float(outside.sum()), "usd")
    yield fact("external_share", float(outside.sum()) / total, "share")
    yield fact("partner_imports", own, "usd")
    yield fact("partner_share", own / total, "share")
    yield from _concentration("hhi", bought)
    yield from _concentration("external_hhi", outside)


def _concentration(code: str, values: Any) -> Iterator[Fact]:
    total = float(values.sum())
    if total <= 0:
        yield fact(code, None, "index", why="sales")
        return
    index = float(((values / total) ** 2).sum())
    yield fact(code, index, "index")
    yield fact(f"{code}_equivalent", 1 / index, "count")


def _largest(supplier: Bilingual | None, share: float) -> Iterator[Fact]:
    if supplier is None:
        yield fact("largest", None, "share", why="sales")
        return
    said = in_words(share, "share")
    yield fact("largest", share, "share", Bilingual(f"{supplier.en}, {said.en}", f"{supplier.es}, {said.es}"))


def _behind(found: Measures, rows: Index) -> Iterator[Fact]:
    yield _sum("output_at_stake", "million", found.output_at_stake, rows, found)
    yield _sum("jobs_at_stake", "jobs", found.jobs_at_stake, rows, found)
    yield _sum("output_without_jobs", "million", found.output_without_jobs, rows, found)
    yield fact("gain", float(found.gain.by_product[rows].sum()), "usd")


def _sum(code: str, unit: str, figures: Measured, rows: Index, found: Measures) -> Fact:
    """Over the products of which it is known."""
    known = figures.known[rows]
    if not known.any():
        return fact(code, None, unit, why=found.lacking.get(code, "edition"))
    return fact(code, float(figures.values[rows][known].sum()), unit)


def _substitution(code: str, lacking: Mapping[str, str]) -> Iterator[Fact]:
    known_code = known(code)
    found = substitution()
    kind = found.class_of(code) if known_code else None
    elasticity = found.elasticity_of(code) if known_code and "elasticity" not in lacking else None
    yield fact("rauch", None, "text", CLASSES[kind]) if kind else fact("rauch", None, "text", why="edition")
    why = "" if elasticity is not None else lacking.get("elasticity", "edition")
    yield fact("elasticity", elasticity, "factor", why=why)


def _use(code: str) -> Iterator[Fact]:
    uses = to_end_use().row(code) if known(code) else {}
    said = [(USES[Use(use)], weight) for use, weight in uses.items()]
    yield (
        fact("end_use", None, "text", _weighed(said))
        if said
        else fact("end_use", None, "text", why="edition")
    )
    share = technology().share_of(code) if known(code) else None
    if share is None:
        yield fact("technology", None, "share", why="edition")
        return
    fields = [FIELDS[each] for each in technology().fields.row(code) if each != NOT_ADVANCED]
    yield fact("technology", share, "share", _with_fields(share, fields))


def _with_fields(share: float, fields: Sequence[Bilingual]) -> Bilingual:
    said = in_words(share, "share")
    if not fields:
        return said
    return Bilingual(
        f"{said.en}: {', '.join(each.en.lower() for each in fields)}",
        f"{said.es}: {', '.join(each.es.lower() for each in fields)}",
    )


def _weighed(said: Sequence[tuple[Bilingual, float]]) -> Bilingual:
    """Uses with their weights; a single one stands alone."""
    if len(said) == 1:
        return said[0][0]
    parts = [(name, in_words(weight, "share")) for name, weight in said]
    return Bilingual(
        ", ".join(f"{name.en} {weight.en}" for name, weight in parts),
        ", ".join(f"{name.es} {weight.es}" for name, weight in parts),
    )


def _measured(code: str, unit: str, figures: Measured | None, at: int, why: str) -> Fact:
    if figures is None or not figures.known[at]:
        return fact(code, None, unit, why=why)
    return fact(code, float(figures.values[at]), unit)


def _first(figures: Measured) -> Measured:
    return Measured(figures.values[0], figures.known[0])


def _hundredfold(figures: Measured) -> Measured:
    return Measured(figures.values * 100, figures.known)
