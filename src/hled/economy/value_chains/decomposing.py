"""Divide the gross exports of a region by one of the methods, and say where their value was added."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from hled.economy.arrays import Index, Vector
from hled.economy.leontief import System
from hled.economy.value_chains.borin_mancini import exporter_view, extraction_view, world_view
from hled.economy.value_chains.decomposition import Decomposition, Method, proven
from hled.economy.value_chains.koopman_wang_wei import exports_of, nine_terms, vertical_specialization
from hled.economy.value_chains.wang_wei_zhu import sixteen_terms
from hled.economy.value_chains.world import World

Terms = Mapping[str, Vector]

WHOLE_ONLY = frozenset({Method.KWW, Method.HIY})
"""Methods that their references define for all exports of a country, not for one partner."""


@lru_cache(maxsize=2)
def world_of(system: System) -> World:
    """The blocks of a system, kept while it is asked about."""
    return World(system)


def decompose(system: System, method: Method, *, exporter: int, importer: int | None = None) -> Decomposition:
    """
    Gross exports of a region, to all others or to one.

    Parameters
    ----------
    exporter, importer
        Positions of regions in the table.

    Raises
    ------
    BrokenRuleError
        IO-20, when the table is not the world in several regions.
    ValueError
        When the importer is the exporter, or the method knows no single importer.
    UnbalancedError
        When the terms do not add up.
    """
    if importer == exporter:
        raise ValueError(f"importer={importer}: is the exporter")
    if importer is not None and method in WHOLE_ONLY:
        raise ValueError(f"importer={importer}: {method} is defined for all exports together")
    own = np.flatnonzero(system.table.region_of == exporter)
    terms, sums = _divided(system, method, exporter, importer)
    return proven(
        method=method,
        balance=system.balance,
        exporter=exporter,
        importer=importer,
        industries=own,
        exports=_exports(system, method, exporter, importer),
        terms=terms,
        sums=sums,
    )


def all_exporters(system: System, method: Method) -> tuple[Decomposition, ...]:
    """Every region's exports to all others, from one inverse."""
    return tuple(decompose(system, method, exporter=region) for region in range(len(system.table.regions)))


def _divided(system: System, method: Method, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    match method:
        case Method.HIY:
            return vertical_specialization(system, exporter)
        case Method.KWW:
            return nine_terms(world_of(system), exporter)
        case Method.BM_EXPORTER:
            return exporter_view(world_of(system), exporter, importer)
        case Method.BM_WORLD:
            return world_view(world_of(system), exporter, importer)
        case Method.MY:
            return extraction_view(world_of(system), exporter, importer)
        case Method.WWZ:
            return _to_each(world_of(system), exporter, importer)


def _to_each(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    partners = world.others(exporter) if importer is None else np.array([importer])
    found = [sixteen_terms(world, exporter, int(partner)) for partner in partners]
    return _added([terms for terms, _ in found]), _added([sums for _, sums in found])


def _added(parts: list[Terms]) -> Terms:
    return {name: np.sum([part[name] for part in parts], axis=0) for name in parts[0]}


def _exports(system: System, method: Method, exporter: int, importer: int | None) -> Vector:
    if method is Method.HIY:
        return exports_of(system, exporter)
    world = world_of(system)
    partners = world.others(exporter) if importer is None else np.array([importer])
    return np.asarray(world.exports[np.ix_(world.members[exporter], partners)].sum(axis=1))


def origins_of_exports(
    system: System, exporter: int, *, importer: int | None = None, sectors: Index | None = None
) -> tuple[Vector, float]:
    """
    (G,) Value added of each region inside the gross exports of one, and those exports; ``V_t B_ts E_s``.

    Parameters
    ----------
    sectors
        Only exports of these sectors; all without it.
    """
    world = world_of(system)
    own = world.members[exporter]
    exports = _exports(system, Method.BM_EXPORTER, exporter, importer)
    if sectors is not None:
        exports = np.where(np.isin(system.table.sector_of[own], sectors), exports, 0.0)
    return np.asarray(world.content[:, own] @ exports), float(exports.sum())
