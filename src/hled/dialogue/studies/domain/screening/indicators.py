"""From measures to the indicators that the document of weights names, under each choice of thresholds and data treatment."""

from collections.abc import Mapping

import numpy as np

from hled.dialogue.studies.domain.screening.measures import THRESHOLDS, Measures, Thresholds
from hled.dialogue.studies.domain.screening.weights import WeightDocument
from hled.economy.arrays import Mask, Matrix
from hled.economy.ranking import Indicators
from hled.economy.trade.measured import Measured


def indicators_of(found: Measures, document: WeightDocument) -> Indicators:
    """
    Indicators in the order of the document; what cannot be computed is known of no product, and nothing of one that nobody buys.

    Amounts are decimal logarithms, so that the largest product does not stand alone at the top of the scale.
    """
    names = tuple(each.code for each in document.criteria)
    plain = _plain(found)
    bought = found.dependency.imports > 0
    products = len(bought)
    values = np.zeros((len(THRESHOLDS), len(found.treatments), products, len(names)))
    known = np.zeros((products, len(names)), dtype=np.bool_)
    for k, name in enumerate(names):
        if name in _VARIED:
            cube, here = _VARIED[name](found)
        elif name in plain:
            cube, here = plain[name].values[None, None], plain[name].known
        else:
            continue
        here = here & bought
        values[..., k], known[:, k] = np.where(here, cube, 0.0), here
    pillars = tuple(pillar.code for pillar in document.pillars for _ in pillar.criteria)
    return Indicators(
        names,
        pillars,
        tuple(each.code for each in THRESHOLDS),
        tuple(each.code for each in found.treatments),
        values,
        known,
    )


def _plain(found: Measures) -> Mapping[str, Measured]:
    """Indicators that no threshold and no treatment touches."""
    dependency = found.dependency
    some = dependency.external_imports > 0
    plain = {
        "external_share": dependency.external_share,
        "advantage": Measured(np.log1p(found.advantage.values), found.advantage.known),
        "size": _logarithm(dependency.external_imports, some),
        "duty_gap": found.duty_gap,
        "tariff_change_gap": found.tariff_gap,
        "output_at_stake": _amount(found.output_at_stake),
        "jobs_at_stake": _amount(found.jobs_at_stake),
        "states": found.states,
        "growth": found.growth,
    }
    if dependency.distance_km is not None:
        plain["distance"] = dependency.distance_km
    return plain


def _amount(figures: Measured) -> Measured:
    return _logarithm(figures.values, figures.known & (figures.values > 0))


def _logarithm(values: Matrix, known: Mask) -> Measured:
    return Measured(np.log10(np.where(known, values, 1.0)), known)


def _concentration(found: Measures) -> tuple[Matrix, Mask]:
    """(1, D, P) HHI under each treatment."""
    figures = [each for case in found.cases if (each := case.items[0].figures) is not None]
    return np.stack([each.values for each in figures])[None], figures[0].known


def _met(found: Measures) -> tuple[Matrix, Mask]:
    """(T, D, P) Share of the computed criteria that hold."""
    computed = [at for at, each in enumerate(found.cases[0].items) if each.figures is not None]
    cube = np.array(
        [
            [
                np.mean([case.items[at].holds(_threshold(each, at)) for at in computed], axis=0)
                for case in found.cases
            ]
            for each in THRESHOLDS
        ]
    )
    return cube, found.cases[0].traded


def _threshold(choice: Thresholds, at: int) -> float | None:
    """The choice for concentration and external share; the published one for what follows."""
    return (choice.concentration, choice.external_share)[at] if at < 2 else None


def _near(found: Measures) -> tuple[Matrix, Mask]:
    """(T, 1, P) Density; known where it is under every threshold."""
    return found.density.values[:, None], np.asarray(found.density.known.all(axis=0))


_VARIED = {"concentration": _concentration, "criteria_met": _met, "density": _near}
"""Indicators that thresholds or treatments move."""
