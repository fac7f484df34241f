"""
Borin and Mancini: value added in exports from the exporter's and from the world's point of view; Miroudot and Ye.

References
----------
Borin & Mancini (2019), World Bank Policy Research Working Paper 8804; (2023), *Economic Systems Research* 35.
Miroudot & Ye (2021), *Economic Systems Research* 33.
"""

from collections.abc import Mapping

import numpy as np

from hled.economy.arrays import Index, Vector
from hled.economy.value_chains.world import World

Terms = Mapping[str, Vector]


def exporter_view(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """
    Source-based division of exports, where an item counts once when it first leaves the exporter.

    Terms, for exports E of s: ``DVA = V_s L_ss E``, ``DDC = V_s (B_ss - L_ss) E``, ``FVA = Σ_t V_t B_ts B_ss⁻¹ L_ss E``
    and ``FDC = Σ_t V_t B_ts E - FVA``. Here ``L_ss = (I - A_ss)⁻¹``, and ``B_ts B_ss⁻¹ L_ss`` is what an inverse without the
    exporter's sales abroad would hold.

    Sums: ``DC = DVA + DDC``, ``FC = FVA + FDC``; ``VAX`` is absorbed abroad and ``REF`` at home (``DVA = VAX + REF``);
    ``DAVAX = V_s L_ss (Y_sr + A_sr L_rr Y_rr)`` is absorbed by the direct importer; participation ``GVCB = DDC + FC``
    (backward), ``GVCF = DVA - DAVAX`` (forward), ``GVC`` both.
    """
    system, own = world.system, world.members[exporter]
    exports = _exports(world, exporter, importer)
    home = world.home_content(exporter)
    block = world.inverse(exporter, exporter)
    domestic = system.v[own] @ block
    foreign = world.content.sum(axis=0)[own] - domestic
    once = np.linalg.solve(block.T, foreign) @ world.alone[exporter]
    terms = {
        "DVA": home * exports,
        "DDC": (domestic - home) * exports,
        "FVA": once * exports,
        "FDC": (foreign - once) * exports,
    }
    reflected = home * _bought(world, exporter, importer, world.used[:, exporter])
    direct = home * _absorbed_directly(world, exporter, importer)
    sums = {
        "DC": terms["DVA"] + terms["DDC"],
        "FC": terms["FVA"] + terms["FDC"],
        "VAX": terms["DVA"] - reflected,
        "REF": reflected,
        "DAVAX": direct,
        "GVCB": terms["DDC"] + terms["FVA"] + terms["FDC"],
        "GVCF": terms["DVA"] - direct,
    }
    return terms, {**sums, "GVC": sums["GVCB"] + sums["GVCF"]}


def world_view(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """
    Sink-based division of exports, where an item counts once in the world, when it last crosses a border.

    What r takes from s as ``Y_sr + A_sr L_rr Y_rr`` crosses no border again: ``DVA`` is ``V_s B_ss`` of it and ``FVA`` is
    ``Σ_t V_t B_ts`` of it. ``DDC`` and ``FDC`` are the same coefficients on ``A_sr L_rr E_r``, which r exports again.
    Over all exporters ``DVA + FVA`` is the value added that crosses any border, counted once.
    """
    own = world.members[exporter]
    domestic = world.system.v[own] @ world.inverse(exporter, exporter)
    foreign = world.content.sum(axis=0)[own] - domestic
    last = _absorbed_directly(world, exporter, importer)
    again = _exports(world, exporter, importer) - last
    terms = {
        "DVA": domestic * last,
        "DDC": domestic * again,
        "FVA": foreign * last,
        "FDC": foreign * again,
    }
    return terms, {"DC": terms["DVA"] + terms["DDC"], "FC": terms["FVA"] + terms["FDC"]}


def extraction_view(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """
    Miroudot and Ye: content and double counting told apart by an economy from which the exports are extracted.

    ``DVA`` and ``FVA`` are what the world with the exporter's sales abroad extracted still calls on, ``DDC`` and ``FDC`` the
    rest; by exporting industry and for final and intermediate goods. At the level of a whole country the four equal those of
    Borin and Mancini for the exporter, which the tests hold.
    """
    own = world.members[exporter]
    block = world.inverse(exporter, exporter)
    domestic = world.system.v[own] @ block
    foreign = world.content.sum(axis=0)[own] - domestic
    home = world.home_content(exporter)
    outside = _foreign_without_exports(world, exporter)
    final = _final_exports(world, exporter, importer)
    inputs = _exports(world, exporter, importer) - final
    terms = {}
    for kind, exports in (("FIN", final), ("INT", inputs)):
        terms[f"DVA_{kind}"] = home * exports
        terms[f"DDC_{kind}"] = (domestic - home) * exports
        terms[f"FVA_{kind}"] = outside * exports
        terms[f"FDC_{kind}"] = (foreign - outside) * exports
    sums = {name: terms[f"{name}_FIN"] + terms[f"{name}_INT"] for name in ("DVA", "DDC", "FVA", "FDC")}
    return terms, {**sums, "DC": sums["DVA"] + sums["DDC"], "FC": sums["FVA"] + sums["FDC"]}


def _foreign_without_exports(world: World, exporter: int) -> Vector:
    """
    (N,) Foreign value added in a unit of the exporter's output when its sales abroad are extracted.

    From the economy of the others alone: what the exporter buys abroad and what those purchases call on there,
    ``Σ V_t (I - A_ff)⁻¹ A_fs L_ss`` with f all other regions. ``(I - A_ff)⁻¹`` is ``B_ff - B_fs B_ss⁻¹ B_sf``, so that no new
    inverse of the world is needed.
    """
    own = world.members[exporter]
    others = np.concatenate([world.members[region] for region in world.others(exporter)])
    L, v = world.system.L, world.system.v
    called = v[others] @ L[np.ix_(others, others)]
    through = np.linalg.solve(world.inverse(exporter, exporter).T, v[others] @ L[np.ix_(others, own)])
    outside = called - through @ L[np.ix_(own, others)]
    return np.asarray(outside @ world.system.A[np.ix_(others, own)] @ world.alone[exporter])


def _importers(world: World, exporter: int, importer: int | None) -> Index:
    return world.others(exporter) if importer is None else np.array([importer])


def _exports(world: World, exporter: int, importer: int | None) -> Vector:
    partners = _importers(world, exporter, importer)
    return np.asarray(world.exports[np.ix_(world.members[exporter], partners)].sum(axis=1))


def _final_exports(world: World, exporter: int, importer: int | None) -> Vector:
    partners = _importers(world, exporter, importer)
    return np.asarray(world.final[np.ix_(world.members[exporter], partners)].sum(axis=1))


def _bought(world: World, exporter: int, importer: int | None, output: Vector) -> Vector:
    """(N,) What importers buy from the exporter for some output of theirs, ``Σ_r A_sr z_r``."""
    own = world.members[exporter]
    buyers = np.concatenate([world.members[region] for region in _importers(world, exporter, importer)])
    return np.asarray(world.system.A[np.ix_(own, buyers)] @ output[buyers])


def _absorbed_directly(world: World, exporter: int, importer: int | None) -> Vector:
    """(N,) Exports that the direct importer absorbs without sending anything on: ``Y_sr + A_sr L_rr Y_rr``."""
    at_home = np.zeros(world.system.solver.n)
    for region in _importers(world, exporter, importer):
        own = world.members[region]
        at_home[own] = world.alone[region] @ world.final[own, region]
    return _final_exports(world, exporter, importer) + _bought(world, exporter, importer, at_home)
