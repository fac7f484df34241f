"""
Koopman, Wang and Wei: nine terms of gross exports of a country.

References
----------
Koopman, Wang & Wei (2014), *American Economic Review* 104, 459-494, eq. 36.
"""

from collections.abc import Mapping

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.value_chains.flows import bought_by, contents, final_exports_to
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
    abroad = final.copy()
    abroad[np.arange(len(final)), world.system.table.region_of] = 0.0
    abroad[own] = 0.0
    v = world.v[own]
    _, foreign = contents(world, exporter)
    sent = final_exports_to(world, exporter, None)
    onward, back = abroad.sum(axis=1) - abroad[:, exporter], abroad[:, exporter]
    demands = (
        onward,
        back,
        _of_others(world, exporter, at_home),
        _of_others(world, exporter, world.unexplained),
    )
    called = v[:, None] * world.called(np.stack(demands, axis=1))[own]
    home_only = _on_home_demand(world, exporter, at_home)
    terms = {
        "DVA_FIN": v * (world.inverse(exporter, exporter) @ sent),
        "DVA_INT": called[:, 2],
        "DVA_INTrex": called[:, 0],
        "RDV_FIN": called[:, 1],
        "RDV_INT": home_only["RDV_INT"],
        "DDC": v * (_round_trip(world, exporter) @ exports),
        "FVA_FIN": foreign * sent,
        "FVA_INT": home_only["FVA_INT"],
    }
    terms["FDC"] = foreign * _through_importers(world, exporter, world.exports.sum(axis=1))
    rest = _on_home_demand(world, exporter, world.unexplained)
    return terms, _sums(terms, called[:, 3] + rest["RDV_INT"] + rest["FVA_INT"])


def _of_others(world: World, exporter: int, demand: Vector) -> Vector:
    """(n,) Some demand without that for the exporter's products."""
    return np.where(world.system.table.region_of == exporter, 0.0, demand)


def _on_home_demand(world: World, exporter: int, demand: Vector) -> dict[str, Vector]:
    """Two of the three terms that some demand (n,) of regions for what they make themselves has: 5 and 8; 2 is called on abroad."""
    own = world.members[exporter]
    _, foreign = contents(world, exporter)
    return {
        "RDV_INT": world.v[own] * (_round_trip(world, exporter) @ demand[own]),
        "FVA_INT": foreign * _through_importers(world, exporter, demand),
    }


def _round_trip(world: World, exporter: int) -> Matrix:
    """(N, N) Output of the exporter that comes back in its own inputs, ``Σ_r B_sr A_rs L_ss = B_ss - L_ss``."""
    return world.inverse(exporter, exporter) - world.alone[exporter]


def _through_importers(world: World, exporter: int, demand: Vector) -> Vector:
    """(N,) ``Σ_r A_sr L_rr d_r`` for some demand d of regions for what they make themselves."""
    made = np.zeros(len(demand))
    for region in world.others(exporter).tolist():
        made[world.members[region]] = world.alone[region] @ demand[world.members[region]]
    return bought_by(world, exporter, None, made)


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
