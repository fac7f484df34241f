"""Whose value stands in exports and in final goods: by region and by industry of origin."""

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.leontief import System
from hled.economy.rules import IO_15
from hled.economy.value_chains.flows import contents, exports_to
from hled.economy.value_chains.miroudot_ye import flow_view
from hled.economy.value_chains.world import require_regions, world_of
from hled.kernel.rule import require


def origins_of_exports(
    system: System, exporter: int, *, importer: int | None = None, sectors: Index | None = None
) -> tuple[Vector, float]:
    """
    (G,) Value added of each region inside the gross exports of one, and those exports; ``V_t B_ts E_s``.

    Parameters
    ----------
    sectors
        Only exports of these sectors; all without it.

    Returns
    -------
    origins : (G,) array
        In the table's unit; they add up to the exports.
    exports : float

    Raises
    ------
    BrokenRuleError
        IO-13 on a position that is no region, IO-15 when nothing is exported, IO-25.
    """
    require_regions(system, exporter, importer)
    world = world_of(system)
    own = world.members[exporter]
    exports = exports_to(world, exporter, importer)
    if sectors is not None:
        exports = np.where(np.isin(system.table.sector_of[own], sectors), exports, 0.0)
    total = float(exports.sum())
    require(IO_15, total > 0, place=f"{system.table.id}: {system.table.regions[exporter].code}", found=total)
    return np.asarray(world.content[:, own] @ exports), total


def origins_by_industry(system: System, exports: Vector) -> Matrix:
    """
    (n, n) Value added of industry i in the exports of industry j, ``diag(v) L diag(e)``.

    Parameters
    ----------
    exports : (n,) array
        Gross exports of each industry, such as ``world_of(system).exports.sum(axis=1)``. Columns add up to them.

    References
    ----------
    Wang, Wei & Zhu (2013), section 2 (the "Leontief decomposition" of program packages).
    """
    return np.asarray(system.v[:, None] * system.L * exports)


def imported_content(system: System) -> Vector:
    """
    (n,) Foreign value added in the exports of each industry, ``Σ_(t≠s) V_t B_ts # e_s``: backward participation, in the unit.

    References
    ----------
    Hummels, Ishii & Yi (2001); "i2e", importing to export, in Baldwin & Lopez-Gonzalez (2015), *World Economy* 38.
    """
    world = world_of(system)
    held = np.zeros(system.table.n)
    for region, own in enumerate(world.members):
        held[own] = contents(world, region)[1]
    return np.asarray(held * world.exports.sum(axis=1))


def re_exported(system: System) -> Vector:
    """
    (n,) Value added of each industry in the exports of other regions, ``v_i Σ_(j abroad) L_ij e_j``: forward participation.

    References
    ----------
    Hummels, Ishii & Yi (2001), VS1; "e2r", exporting to re-export, in Baldwin & Lopez-Gonzalez (2015).
    """
    world = world_of(system)
    exports = np.asarray(world.exports.sum(axis=1))
    called = system.L @ exports
    for region, own in enumerate(world.members):
        called[own] -= world.inverse(region, region) @ exports[own]
    return np.asarray(system.v * called)


def value_added_exports(system: System, exporter: int) -> tuple[Vector, Vector]:
    """
    (G,) each: value added of a region that each other absorbs, and that reaches each in the exports to it.

    The first is VAX, ``V_s Σ_j B_sj Y_jr``, also called VAX-C. The second is VAX-D, what the exporter's economy would lose without
    its exports to r: ``V_s B_ss (I + A_sr B_rs)⁻¹ E_sr``. Both are 0 for the exporter itself.

    References
    ----------
    Johnson & Noguera (2012), *Journal of International Economics* 86; Los & Timmer (2018), NBER Working Paper 24896.
    """
    require_regions(system, exporter)
    world = world_of(system)
    own = world.members[exporter]
    absorbed = system.v[own] @ world.used[own]
    absorbed[exporter] = 0.0
    direct = np.zeros(len(world.members))
    for importer in world.others(exporter).tolist():
        direct[importer] = flow_view(world, exporter, importer)[0]["DVA"].sum()
    return np.asarray(absorbed), direct


def origins_of_final_goods(system: System, industries: Index) -> Matrix:
    """
    (G, k) Value added of each region in the final output of each of k industries, ``V_t B_.j f_j``: its global value chain.

    Columns add up to the final demand that all regions have for the industry's product.

    References
    ----------
    Timmer, Los, Stehrer & de Vries (2013), *Economic Policy* 28; Timmer et al. (2015), *Review of International Economics* 23.
    """
    world = world_of(system)
    return np.asarray(world.content[:, industries] * system.f[industries])
