"""
Miroudot and Ye: content and double counting told apart by an economy from which the exports are extracted.

References
----------
Miroudot & Ye (2021), Decomposing value added in gross exports, *Economic Systems Research* 33, 67-87;
Miroudot & Ye (2022), Decomposing value added in gross exports from a country and bilateral perspective, *Economics Letters* 212.
"""

from collections.abc import Mapping

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.value_chains.borin_mancini import by_content
from hled.economy.value_chains.flows import bought_by, contents, exports_to, final_exports_to
from hled.economy.value_chains.world import World

Terms = Mapping[str, Vector]


def country_view(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """
    The exporter's sales of inputs to every other region are extracted; by exporting industry, for final and intermediate goods.

    With ``B°`` the inverse of the economy without them: ``DVA = V_s B°_ss E`` (``B°_ss = L_ss``), ``FVA = Σ_(t≠s) V_t B°_ts E``;
    ``DDC = V_s (B - B°)_ss E`` and ``FDC = Σ_(t≠s) V_t (B - B°)_ts E``. ``B - B°`` is ``B° A^I B`` with ``A^I`` what was extracted.
    One importer has the country's ``B°`` on its part of the exports, so that importers add up.
    """
    domestic, foreign = contents(world, exporter)
    home, outside = world.home_content(exporter), _foreign_in_output(world, exporter)
    final = final_exports_to(world, exporter, importer)
    inputs = exports_to(world, exporter, importer) - final
    terms = {}
    for kind, exports in (("FIN", final), ("INT", inputs)):
        terms[f"DVA_{kind}"] = home * exports
        terms[f"DDC_{kind}"] = (domestic - home) * exports
        terms[f"FVA_{kind}"] = outside * exports
        terms[f"FDC_{kind}"] = (foreign - outside) * exports
    sums = {name: terms[f"{name}_FIN"] + terms[f"{name}_INT"] for name in ("DVA", "DDC", "FVA", "FDC")}
    return terms, {**sums, **by_content(sums)}


def flow_view(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """
    Only the exporter's sales of inputs to one importer are extracted: an item counts twice when it crosses that border twice.

    ``B°_.s = B_.s (I + A_sr B_rs)⁻¹`` without a new inverse of the world; terms as in `country_view`. ``DVA`` is what the exporter's
    economy loses when the flow is extracted, VAX-D of Los & Timmer; importers do not add up to all exports. ``VAX`` of it is absorbed
    outside the exporter and ``REF`` by the exporter.

    References
    ----------
    Los & Timmer (2018), NBER Working Paper 24896; Borin & Mancini (2019), eq. 47-49.
    """
    if importer is None:
        raise ValueError("importer=None: the flow to one importer is extracted")
    domestic, foreign = contents(world, exporter)
    once = _without_flow(world, exporter, importer)
    home, outside = domestic @ once, foreign @ once
    exports = exports_to(world, exporter, importer)
    reflected = home * bought_by(world, exporter, importer, world.used_by(exporter))
    terms = {
        "DVA": home * exports,
        "DDC": (domestic - home) * exports,
        "FVA": outside * exports,
        "FDC": (foreign - outside) * exports,
    }
    return terms, {**by_content(terms), "VAX": terms["DVA"] - reflected, "REF": reflected}


def _without_flow(world: World, exporter: int, importer: int) -> Matrix:
    """(N, N) ``(I + A_sr B_rs)⁻¹``."""
    back = world.coefficients(exporter, importer) @ world.inverse(importer, exporter)
    return np.asarray(np.linalg.inv(np.eye(len(back)) + back))


def foreign_without_exports(world: World, exporter: int) -> Vector:
    """
    (n,) Foreign value added in a unit of each industry abroad when the exporter's sales abroad are extracted; 0 at the exporter.

    From the economy of the others alone, ``Σ V_t (I - A_ff)⁻¹`` with f all other regions. ``(I - A_ff)⁻¹`` is
    ``B_ff - B_fs B_ss⁻¹ B_sf``, so that no new inverse of the world is needed.
    """
    own = world.members[exporter]
    v = world.v.copy()
    v[own] = 0.0
    v[own] = -np.linalg.solve(world.inverse(exporter, exporter).T, v @ world.columns(exporter))
    outside = world.embodied(v)
    outside[own] = 0.0
    return outside


def _foreign_in_output(world: World, exporter: int) -> Vector:
    """
    (N,) The same in a unit of the exporter's output: what it buys abroad, and what those purchases call on there.

    Borin and Mancini's ``Σ V_t B_ts B_ss⁻¹ L_ss`` comes another way to the same.
    """
    outside = foreign_without_exports(world, exporter)
    return np.asarray(outside @ world.inputs(exporter) @ world.alone[exporter])
