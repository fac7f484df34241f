"""
Koopman, Wang and Wei: nine terms of gross exports of a country.

References
----------
Koopman, Wang & Wei (2014), *American Economic Review* 104, 459-494, eq. 36.
"""

from collections.abc import Mapping

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.value_chains.flows import contents, final_exports_to
from hled.economy.value_chains.world import World

Terms = Mapping[str, Vector]


def nine_terms(world: World, exporter: int, importer: int | None = None) -> tuple[Terms, Terms]:
    """
    The nine terms, each by industry of origin (domestic) or exporting industry (foreign).

    For s and all others r, with ``B`` the global and ``L_ss`` the domestic inverse:

    1. DVA_FIN ``V_s Σ_r B_ss Y_sr``; 2. DVA_INT ``V_s Σ_r B_sr Y_rr``; 3. DVA_INTrex ``V_s Σ_r Σ_t B_sr Y_rt``;
    4. RDV_FIN ``V_s Σ_r B_sr Y_rs``; 5. RDV_INT ``V_s Σ_r B_sr A_rs L_ss Y_ss``; 6. DDC ``V_s Σ_r B_sr A_rs L_ss E_s``;
    7. FVA_FIN ``Σ_t V_t B_ts Σ_r Y_sr``; 8. FVA_INT ``Σ_t V_t B_ts Σ_r A_sr L_rr Y_rr``; 9. FDC ``Σ_t V_t B_ts Σ_r A_sr L_rr E_r``.

    The terms add up for the country, not by industry: the domestic ones stand where value is added.

    Sums: VAX (1-3), RDV (4, 5), DVA (1-5), FVA (7, 8) and REST, the part of terms 2, 5 and 8 that stands on output that no row
    explains when output is as supplied (`World.final`). Programs that find term 9 as what is left of exports have it there.
    """
    own, final = world.members[exporter], world.final
    exports = world.exports[own].sum(axis=1)
    at_home = final[np.arange(len(final)), world.system.table.region_of]
    home_only = _on_home_demand(world, exporter, at_home)
    abroad = final.copy()
    abroad[np.arange(len(final)), world.system.table.region_of] = 0.0
    abroad[own] = 0.0
    v = world.v[own]
    _, foreign = contents(world, exporter)
    sent = final_exports_to(world, exporter, None)
    onward, back = abroad.sum(axis=1) - abroad[:, exporter], abroad[:, exporter]
    called = world.called(np.stack([onward, back], axis=1))[own]
    terms = {
        "DVA_FIN": v * (world.inverse(exporter, exporter) @ sent),
        "DVA_INT": home_only["DVA_INT"],
        "DVA_INTrex": v * called[:, 0],
        "RDV_FIN": v * called[:, 1],
        "RDV_INT": home_only["RDV_INT"],
        "DDC": v * (_round_trip(world, exporter) @ exports),
        "FVA_FIN": foreign * sent,
        "FVA_INT": home_only["FVA_INT"],
    }
    terms["FDC"] = foreign * _through_importers(world, exporter, world.exports.sum(axis=1))
    rest = _on_home_demand(world, exporter, world.unexplained)
    return terms, _sums(terms, np.sum([*rest.values()], axis=0))


def _on_home_demand(world: World, exporter: int, demand: Vector) -> dict[str, Vector]:
    """The three terms that some demand (n,) of regions for what they make themselves has: 2, 5 and 8."""
    own = world.members[exporter]
    v = world.v[own]
    others = demand.copy()
    others[own] = 0.0
    _, foreign = contents(world, exporter)
    return {
        "DVA_INT": v * world.called(others)[own],
        "RDV_INT": v * (_round_trip(world, exporter) @ demand[own]),
        "FVA_INT": foreign * _through_importers(world, exporter, demand),
    }


def _round_trip(world: World, exporter: int) -> Matrix:
    """(N, N) Output of the exporter that comes back in its own inputs, ``Σ_r B_sr A_rs L_ss = B_ss - L_ss``."""
    return world.inverse(exporter, exporter) - world.alone[exporter]


def _through_importers(world: World, exporter: int, demand: Vector) -> Vector:
    """(N,) ``Σ_r A_sr L_rr d_r`` for some demand d of regions for what they make themselves."""
    own = world.members[exporter]
    made = np.zeros(len(demand))
    for region in world.others(exporter).tolist():
        made[world.members[region]] = world.alone[region] @ demand[world.members[region]]
    return np.asarray(world.A[own] @ made)


def _sums(terms: Terms, rest: Vector) -> Terms:
    vax = terms["DVA_FIN"] + terms["DVA_INT"] + terms["DVA_INTrex"]
    rdv = terms["RDV_FIN"] + terms["RDV_INT"]
    return {
        "VAX": vax,
        "RDV": rdv,
        "DVA": vax + rdv,
        "FVA": terms["FVA_FIN"] + terms["FVA_INT"],
        "REST": rest,
    }
