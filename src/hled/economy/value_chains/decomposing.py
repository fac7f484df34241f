"""Divide the gross exports of a region by one of the methods."""

from collections.abc import Callable, Mapping

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.leontief import System
from hled.economy.rules import IO_26
from hled.economy.value_chains.borin_mancini import (
    exporter_sink_view,
    exporter_view,
    world_sink_view,
    world_view,
)
from hled.economy.value_chains.decomposition import (
    EXACT,
    Decomposition,
    Method,
    UnbalancedError,
    proven,
)
from hled.economy.value_chains.flows import exports_to
from hled.economy.value_chains.koopman_wang_wei import nine_terms
from hled.economy.value_chains.miroudot_ye import country_view, flow_view
from hled.economy.value_chains.vertical import exports_of, imported_inputs, vertical_specialization
from hled.economy.value_chains.wang_wei_zhu import terms_to
from hled.economy.value_chains.world import World, require_regions, world_of
from hled.kernel.rule import require

Terms = Mapping[str, Vector]

WHOLE_ONLY = frozenset({Method.KWW, Method.BM_WORLD, Method.BM_WORLD_SINK})
"""Methods that their references define for all exports of a country, not for one partner."""

_VIEWS: Mapping[Method, Callable[[World, int, int | None], tuple[Terms, Terms]]] = {
    Method.HIY: imported_inputs,
    Method.KWW: nine_terms,
    Method.BM_EXPORTER: exporter_view,
    Method.BM_EXPORTER_SINK: exporter_sink_view,
    Method.BM_WORLD: world_view,
    Method.BM_WORLD_SINK: world_sink_view,
    Method.WWZ: terms_to,
    Method.MY: country_view,
    Method.MY_FLOW: flow_view,
}

_ABSORBED_ABROAD: Mapping[Method, str] = {
    Method.KWW: "VAX",
    Method.BM_EXPORTER: "VAX",
    Method.BM_EXPORTER_SINK: "VAX",
    Method.BM_WORLD: "VAX",
    Method.BM_WORLD_SINK: "VAX",
    Method.WWZ: "DVA",
}
"""What each method calls the exporter's value added that others absorb: the same figure in all, and proven to be."""


def decompose(system: System, method: Method, *, exporter: int, importer: int | None = None) -> Decomposition:
    """
    Gross exports of a region, to all others or to one, by exporting industry.

    Parameters
    ----------
    exporter, importer
        Positions of regions in the table; without importer, exports to all others.

    Raises
    ------
    BrokenRuleError
        IO-13 on a position that is no region, IO-25 when the table is not the world in several regions (`Method.HIY` needs none),
        IO-26 when the method is not defined for one importer, or for nothing else.
    UnbalancedError
        When the terms do not add up, or value added absorbed abroad is not that of final demand, ``V_s Σ_(r≠s) (L Y)_sr``.
    """
    require_regions(system, exporter, importer)
    _require_defined(method, exporter, importer)
    if method is Method.HIY:
        terms, sums = vertical_specialization(system, exporter, importer)
        exports = exports_of(system, exporter, importer)
        return _proven(system, method, exporter, importer, exports, terms, sums)
    found = divided(world_of(system), method, exporter=exporter, importer=importer)
    if importer is None and method in _ABSORBED_ABROAD:
        _prove_absorbed(world_of(system), found)
    return found


def divided(world: World, method: Method, *, exporter: int, importer: int | None = None) -> Decomposition:
    """
    The same in a world at hand, drawn or not; nothing is asked of a system but its labels.

    Raises
    ------
    UnbalancedError
        When the terms do not add up.
    """
    terms, sums = _VIEWS[method](world, exporter, importer)
    exports = exports_to(world, exporter, importer)
    return _proven(world.system, method, exporter, importer, exports, terms, sums)


def _proven(
    system: System,
    method: Method,
    exporter: int,
    importer: int | None,
    exports: Vector,
    terms: Terms,
    sums: Terms,
) -> Decomposition:
    return proven(
        method=method,
        balance=system.balance,
        exporter=exporter,
        importer=importer,
        industries=np.flatnonzero(system.table.region_of == exporter),
        exports=exports,
        terms=terms,
        sums=sums,
    )


def _prove_absorbed(world: World, found: Decomposition) -> None:
    own, others = world.members[found.exporter], world.others(found.exporter)
    absorbed = float(world.system.v[own] @ world.used[np.ix_(own, others)].sum(axis=1))
    gap = abs(found.total(_ABSORBED_ABROAD[found.method]) - absorbed)
    scale = abs(found.total("EXGR")) or 1.0
    if not gap <= EXACT * scale:
        raise UnbalancedError(
            f"{found.method}: value added absorbed abroad misses that of final demand by {gap / scale:.1e}, tolerance {EXACT:.0e}"
        )


def all_exporters(system: System, method: Method) -> tuple[Decomposition, ...]:
    """Every region's exports to all others, from one inverse."""
    return tuple(decompose(system, method, exporter=region) for region in range(len(system.table.regions)))


def _require_defined(method: Method, exporter: int, importer: int | None) -> None:
    place = str(method)
    require(IO_26, importer != exporter, place=place, found=f"{exporter} = {importer}")
    require(IO_26, importer is None or method not in WHOLE_ONLY, place=place, found=importer)
    require(IO_26, importer is not None or method is not Method.MY_FLOW, place=place, found="-")
