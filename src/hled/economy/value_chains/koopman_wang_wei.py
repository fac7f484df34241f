"""
Koopman, Wang and Wei: nine terms of gross exports of a country; Hummels, Ishii and Yi before them.

References
----------
Koopman, Wang & Wei (2014), *American Economic Review* 104, 459-494, eq. 36.
Hummels, Ishii & Yi (2001), *Journal of International Economics* 54, 75-96.
"""

from collections.abc import Mapping

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.leontief import System
from hled.economy.value_chains.borin_mancini import world_view
from hled.economy.value_chains.world import World

Terms = Mapping[str, Vector]


def nine_terms(world: World, exporter: int) -> tuple[Terms, Terms]:
    """
    The nine terms, each by industry of origin (domestic) or exporting industry (foreign).

    For s and all others r, with ``B`` the global and ``L_ss`` the domestic inverse:

    1. DVA_FIN ``V_s Σ_r B_ss Y_sr``; 2. DVA_INT ``V_s Σ_r B_sr Y_rr``; 3. DVA_INTrex ``V_s Σ_r Σ_t B_sr Y_rt``;
    4. RDV_FIN ``V_s Σ_r B_sr Y_rs``; 5. RDV_INT ``V_s Σ_r B_sr A_rs L_ss Y_ss``; 6. DDC ``V_s Σ_r B_sr A_rs L_ss E_s``;
    7. FVA_FIN ``Σ_t V_t B_ts Σ_r Y_sr``; 8. FVA_INT ``Σ_t V_t B_ts Σ_r A_sr L_rr Y_rr``; 9. FDC ``Σ_t V_t B_ts Σ_r A_sr L_rr E_r``.

    The terms add up for the country, not by industry: the domestic ones stand where value is added.
    """
    own, final = world.members[exporter], world.final
    v, L = world.system.v[own][:, None], world.system.L[own]
    others = np.concatenate([world.members[region] for region in world.others(exporter)])
    abroad = final[others]
    home_of = world.system.table.region_of[others]
    to_itself = abroad[np.arange(len(others)), home_of]
    to_exporter = abroad[:, exporter]
    sent = L[:, own] @ (final[own].sum(axis=1) - final[own, exporter])
    back = world.system.A[np.ix_(others, own)] @ world.alone[exporter]
    exports = world.exports[own].sum(axis=1)
    away = L[:, others]
    columns = {
        "DVA_FIN": sent,
        "DVA_INT": away @ to_itself,
        "DVA_INTrex": away @ (abroad.sum(axis=1) - to_itself - to_exporter),
        "RDV_FIN": away @ to_exporter,
        "RDV_INT": away @ (back @ final[own, exporter]),
        "DDC": away @ (back @ exports),
    }
    terms = {name: v[:, 0] * column for name, column in columns.items()}
    foreign, _ = world_view(world, exporter, None)
    content = _foreign_content(world, exporter)
    terms["FVA_FIN"] = content * (final[own].sum(axis=1) - final[own, exporter])
    terms["FVA_INT"] = foreign["FVA"] - terms["FVA_FIN"]
    terms["FDC"] = foreign["FDC"]
    return terms, _sums(terms)


def _sums(terms: Terms) -> Terms:
    return {
        "VAX": terms["DVA_FIN"] + terms["DVA_INT"] + terms["DVA_INTrex"],
        "RDV": terms["RDV_FIN"] + terms["RDV_INT"],
        "FVA": terms["FVA_FIN"] + terms["FVA_INT"],
    }


def _foreign_content(world: World, exporter: int) -> Vector:
    own = world.members[exporter]
    domestic = world.system.v[own] @ world.inverse(exporter, exporter)
    return np.asarray(world.content.sum(axis=0)[own] - domestic)


def vertical_specialization(system: System, exporter: int) -> tuple[Terms, Terms]:
    """
    Imported inputs in exports, ``VS = u A_M (I - A_D)⁻¹ e``, by exporting industry, and the rest of exports.

    Works on a table of one country too, where imports are an account and exports a category of final demand.
    """
    table = system.table
    own = np.flatnonzero(table.region_of == exporter)
    abroad = np.flatnonzero(table.region_of != exporter)
    A = system.A
    imported = A[np.ix_(abroad, own)].sum(axis=0)
    if table.imports is not None:
        imported = imported + table.imports[own] * np.divide(
            1.0, system.x[own], out=np.zeros(len(own)), where=system.x[own] > 0
        )
    content = np.linalg.solve((np.eye(len(own)) - A[np.ix_(own, own)]).T, imported)
    exports = exports_of(system, exporter)
    return {"VS": content * exports, "DVS": (1 - content) * exports}, {}


def exports_of(system: System, exporter: int) -> Vector:
    """(N,) Gross exports of a region by industry, to the other regions and to the outside of the table."""
    table = system.table
    own = np.flatnonzero(table.region_of == exporter)
    abroad = table.region_of != exporter
    final = (table.final_region_of != exporter) | table.is_export
    sold = table.Z[np.ix_(own, np.flatnonzero(abroad))].sum(axis=1)
    return np.asarray(sold + table.Y[np.ix_(own, np.flatnonzero(final))].sum(axis=1))
