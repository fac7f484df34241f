"""The engine as questions use it: everything that they ask of `hled.economy` is asked here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hled.economy.leontief.exposure import Convention, Exposure, exposure
from hled.economy.leontief.extraction import Cut, cut_exports, cut_industries, extract
from hled.economy.uncertainty import (
    Errors,
    LossRanges,
    Ranges,
    content_range,
    exposure_ranges,
    loss_ranges,
    sweep_ranges,
)
from hled.economy.value_chains import origins_of_exports
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.arrays import Index, Vector
    from hled.economy.leontief import System


def shares_of(
    system: "System",
    *,
    buyers: "Index",
    suppliers: Mapping[str, "Index"],
    convention: str,
    inputs: "Index | None" = None,
    corridor: "Index | None" = None,
) -> Exposure:
    return exposure(
        system,
        buyers=buyers,
        suppliers=suppliers,
        convention=Convention(convention),
        inputs=inputs,
        corridor=corridor,
    )


def ranges_of(
    system: "System",
    *,
    buyers: "Index",
    suppliers: Mapping[str, "Index"],
    convention: str,
    inputs: "Index | None" = None,
    corridor: "Index | None" = None,
    draws: int,
    seed: int,
) -> Ranges:
    """(suppliers, buyers + 1) How sure the share is of each buyer, and of all together last, for each group of suppliers."""
    return exposure_ranges(
        system,
        buyers=buyers,
        suppliers=suppliers,
        convention=Convention(convention),
        inputs=inputs,
        corridor=corridor,
        errors=Errors(count=draws, seed=seed),
    )


@dataclass(frozen=True)
class Lost:
    """(n,) Output and value added lost by industry, and the flows that stopped."""

    output: "Vector"
    value_added: "Vector"
    stopped: float


def cut_of(
    system: "System", *, sellers: "Index", buyers: "Index", buyer_regions: "Index", share: float, final: bool
) -> Cut:
    """A share of what sellers send to buyers, and with `final` to final demand of their regions too."""
    table = system.table
    columns = np.flatnonzero(np.isin(table.final_region_of, buyer_regions) & ~table.is_export)
    return Cut(sellers, buyers, columns if final else np.zeros(0, dtype=np.intp), share)


def lost_by(system: "System", cut: Cut) -> Lost:
    return _lost(system, cut)


def lost_ranges(
    system: "System", cut: Cut, groups: Mapping[str, "Index"], *, draws: int, seed: int
) -> LossRanges:
    """(groups,) How sure the output and the value added are that each group of industries loses."""
    return loss_ranges(system, cut, groups, errors=Errors(count=draws, seed=seed))


def swept_ranges(
    system: "System", regions: "Index", *, whole_regions: bool, draws: int, seed: int
) -> LossRanges:
    """(k,) How sure the losses of some regions together are, for everything that a sweep takes out."""
    return sweep_ranges(system, regions, whole_regions=whole_regions, errors=Errors(count=draws, seed=seed))


def lost_without(system: "System", industries: "Index") -> Lost:
    """What is lost when some industries sell nothing any more."""
    return _lost(system, cut_industries(system.table, industries))


def lost_exports(system: "System", region: int) -> Lost:
    """What is lost when a region sells nothing abroad any more."""
    return _lost(system, cut_exports(system.table, region))


def _lost(system: "System", cut: Cut) -> Lost:
    loss = extract(system, cut)
    return Lost(loss.output, loss.value_added, float(sum(loss.stopped)))


def content_of(
    system: "System", *, exporter: int, importer: int | None, sectors: "Index | None"
) -> "tuple[Vector, float]":
    """(G,) value added by origin in the exports, and the exports."""
    return origins_of_exports(system, exporter, importer=importer, sectors=sectors)


@dataclass(frozen=True)
class Part:
    code: str
    name: Bilingual
    low: float
    high: float


@dataclass(frozen=True)
class Content:
    central: float
    low: float
    high: float
    parts: tuple[Part, ...]


def content_range_of(
    system: "System",
    *,
    origin: int,
    exporter: int,
    importer: int | None,
    sectors: "Index | None",
    draws: int,
    seed: int,
) -> Content:
    """Value added of the origin as a share of the exports, how far it may lie from there, and why."""
    found = content_range(
        system.table,
        origin=origin,
        exporter=exporter,
        importer=importer,
        sectors=sectors,
        balance=system.balance,
        errors=Errors(count=draws, seed=seed),
    )
    parts = tuple(Part(each.name, PARTS[each.name], each.low, each.high) for each in found.parts)
    return Content(found.central, found.low, found.high, parts)


PARTS = {
    "rounding": Bilingual("rounding of cells", "redondeo de celdas"),
    "coefficients": Bilingual("errors of rows and columns", "errores de filas y columnas"),
    "balance": Bilingual("balance rule", "regla de balance"),
    "proportionality": Bilingual(
        "which inputs go into exports (proportionality)",
        "qué insumos van a las exportaciones (proporcionalidad)",
    ),
    "same_imports": Bilingual(
        "proportionality, if exports and the rest import equally much per unit; beside the range",
        "proporcionalidad, si exportaciones y resto importan lo mismo por unidad; junto al intervalo",
    ),
}
"""What makes a range, in words; the last stands beside it."""
