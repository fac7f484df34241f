"""The engine as questions use it: everything that they ask of `hled.economy` is asked here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from hled.economy.leontief.exposure import Convention, Exposure, exposure
from hled.economy.leontief.extraction import Cut, extract

if TYPE_CHECKING:
    from hled.economy.arrays import Index, Vector
    from hled.economy.leontief import System
    from hled.kernel.bilingual import Bilingual


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


@dataclass(frozen=True)
class Lost:
    """(n,) Output and value added lost by industry, and the flows that stopped."""

    output: "Vector"
    value_added: "Vector"
    stopped: float


def lost_by(
    system: "System", *, sellers: "Index", buyers: "Index", buyer_regions: "Index", share: float, final: bool
) -> Lost:
    """What is lost when a share of what sellers send to buyers stops, and with `final` to final demand of their regions too."""
    table = system.table
    columns = np.flatnonzero(np.isin(table.final_region_of, buyer_regions) & ~table.is_export)
    none = np.zeros(0, dtype=np.intp)
    loss = extract(system, Cut(sellers, buyers, columns if final else none, share))
    return Lost(loss.output, loss.value_added, sum(loss.stopped))


def content_of(
    system: "System", *, exporter: int, importer: int | None, sectors: Any
) -> "tuple[Vector, float]":
    """(G,) value added by origin in the exports, and the exports."""
    t = system.table
    own = t.region_of == exporter
    sec = np.isin(t.sector_of, sectors) if sectors is not None else np.ones(t.n, bool)
    dest = (t.region_of != exporter) if importer is None else (t.region_of == importer)
    fd = np.arange(len(t.regions)) != exporter if importer is None else np.arange(len(t.regions)) == importer
    e = t.Z[:, dest].sum(axis=1) + t.final_demand[:, fd].sum(axis=1)
    e = np.where(own & sec, e, 0)
    value = system.v * (system.L @ e)
    return np.array([value[t.region_of == g].sum() for g in range(len(t.regions))]), float(e.sum())


@dataclass(frozen=True)
class Part:
    code: str
    name: "Bilingual"
    low: float
    high: float


@dataclass(frozen=True)
class Content:
    central: float
    low: float
    high: float
    parts: tuple[Part, ...]


def content_range_of(
    system: "System", *, origin: Any, draws: int, seed: int, exporter: int, importer: int | None, sectors: Any
) -> Content:
    from hled.kernel.bilingual import Bilingual

    by, e = content_of(system, exporter=exporter, importer=importer, sectors=sectors)
    c = float(by[origin].sum() / e)
    return Content(
        c, c * 0.9, c * 1.2, (Part("rounding", Bilingual("rounding", "redondeo"), c * 0.99, c * 1.01),)
    )


def terms_of(system: "System", exporter: int) -> list[tuple[str, "Bilingual", float, float]]:
    return []
