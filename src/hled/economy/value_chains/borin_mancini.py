"""
Borin and Mancini: value added in exports from the exporter's and from the world's point of view.

References
----------
Borin & Mancini (2019), World Bank Policy Research Working Paper 8804; (2023), *Economic Systems Research* 35, 586-613.
"""

from collections.abc import Mapping

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.value_chains.flows import bought_by, contents, exports_to, final_exports_to, importers_of
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
    exports = exports_to(world, exporter, importer)
    home = world.home_content(exporter)
    domestic, foreign = contents(world, exporter)
    once = np.linalg.solve(world.inverse(exporter, exporter).T, foreign) @ world.alone[exporter]
    terms = {
        "DVA": home * exports,
        "DDC": (domestic - home) * exports,
        "FVA": once * exports,
        "FDC": (foreign - once) * exports,
    }
    reflected = home * bought_by(world, exporter, importer, world.used_by(exporter))
    direct = home * _absorbed_directly(world, exporter, importer)
    sums = {
        **by_content(terms),
        "VAX": terms["DVA"] - reflected,
        "REF": reflected,
        "DAVAX": direct,
        "GVCB": terms["DDC"] + terms["FVA"] + terms["FDC"],
        "GVCF": terms["DVA"] - direct,
    }
    return terms, {**sums, "GVC": sums["GVCB"] + sums["GVCF"]}


def exporter_sink_view(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """
    Sink-based division from the exporter's view: an item counts once, when it leaves the exporter for the last time.

    With ``w = B_.s B_ss⁻¹ L_ss E_s``, the output called on by one round of exports, ``A_sr w_r`` is what r buys and sends back into
    new exports of s: ``DVA = V_s B_ss (E_sr - A_sr w_r)``, ``DDC = V_s B_ss A_sr w_r``, ``FVA = Σ_t V_t B_ts (E_sr - A_sr w_r)``,
    ``FDC = Σ_t V_t B_ts A_sr w_r``. ``REF`` is the part of DVA that the exporter absorbs, ``VAX`` the rest. Summed over importers
    and industries the terms are those of `exporter_view`; by importer and industry they are not.

    References
    ----------
    Borin & Mancini (2019), eq. 33-39; ``A_sr w_r`` is ``A_sr L_rr Σ_(j≠r) A_rj B^(/s)_js E_s`` there.
    """
    own = world.members[exporter]
    domestic, foreign = contents(world, exporter)
    exports = exports_to(world, exporter, importer)
    once = _once(world, exporter)
    again = bought_by(world, exporter, importer, once @ world.exports[own].sum(axis=1))
    L_Y = world.used_by(exporter)
    sold = bought_by(world, exporter, None, L_Y)
    reflected = domestic * bought_by(world, exporter, importer, L_Y - once @ sold)
    terms = {
        "DVA": domestic * (exports - again),
        "DDC": domestic * again,
        "FVA": foreign * (exports - again),
        "FDC": foreign * again,
    }
    return terms, {**by_content(terms), "VAX": terms["DVA"] - reflected, "REF": reflected}


def world_view(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """
    Source-based division from the world's view: foreign value counts once in all exports of the world.

    ``FVA = Σ_(t≠s) V_t L_tt A_ts L_ss E_s`` is the value that s is the first to export again; ``FDC`` is the rest of foreign
    content. Domestic terms are those of `exporter_view`.

    References
    ----------
    Borin & Mancini (2019), eq. 52.
    """
    terms, sums = exporter_view(world, exporter, importer)
    own, others = world.members[exporter], world.others(exporter)
    bought = world.inputs(exporter) @ world.alone[exporter]
    first = sum(
        (world.home_content(int(t)) @ bought[world.members[t]] for t in others), start=np.zeros(len(own))
    )
    return _foreign_of_the_world(terms, sums, first * exports_to(world, exporter, importer))


def world_sink_view(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """
    Sink-based division from the world's view: foreign value counts once, in the last exports that hold it as foreign.

    ``FVA = Σ_(t≠s) V_t B_ts Σ_r (Y_sr + A_sr L_rr Y_rr) + Σ_(r≠s) V_r B_rs A_sr L_rr Σ_(k≠r) (Y_rk + A_rk L_kk Y_kk)``: what the
    importer absorbs, and the importer's own value that it exports to where it is absorbed. Over all exporters it adds up to the
    source-based figure.

    References
    ----------
    Borin & Mancini (2019), eq. 54.
    """
    terms, sums = exporter_view(world, exporter, importer)
    held = world.held(exporter)
    _, foreign = contents(world, exporter)
    last = foreign * _absorbed_directly(world, exporter, importer)
    for r in importers_of(world, exporter, importer).tolist():
        onward = world.alone[r] @ world.absorbed_directly[world.members[r]]
        last = last + held[r] * (world.coefficients(exporter, r) @ onward)
    return _foreign_of_the_world(terms, sums, last)


def _foreign_of_the_world(terms: Terms, sums: Terms, value: Vector) -> tuple[Terms, Terms]:
    made = {**terms, "FVA": value, "FDC": sums["FC"] - value}
    return made, {**by_content(made), "VAX": sums["VAX"], "REF": sums["REF"]}


def by_content(terms: Terms) -> dict[str, Vector]:
    return {"DC": terms["DVA"] + terms["DDC"], "FC": terms["FVA"] + terms["FDC"]}


def _once(world: World, exporter: int) -> Matrix:
    """(n, N) Output called on by a unit of exports that never comes back for new exports, ``B_.s B_ss⁻¹ L_ss``."""
    return np.asarray(
        world.columns(exporter) @ np.linalg.solve(world.inverse(exporter, exporter), world.alone[exporter])
    )


def _absorbed_directly(world: World, exporter: int, importer: int | None) -> Vector:
    """(N,) Exports that the direct importer absorbs without sending anything on: ``Y_sr + A_sr L_rr Y_rr``."""
    if importer is None:
        return world.absorbed_directly[world.members[exporter]]
    return final_exports_to(world, exporter, importer) + bought_by(
        world, exporter, importer, world.made_for_home
    )
