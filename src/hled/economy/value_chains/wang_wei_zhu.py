"""
Wang, Wei and Zhu: sixteen terms of bilateral exports by industry.

References
----------
Wang, Wei & Zhu (2013, revised 2018), NBER Working Paper 19677, eq. 37.
"""

from collections.abc import Mapping

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.value_chains.flows import contents, importers_of
from hled.economy.value_chains.world import World

Terms = Mapping[str, Vector]


def terms_to(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """The sixteen terms of exports to one importer, or added over all."""
    partners = importers_of(world, exporter, importer).tolist()
    found = [sixteen_terms(world, exporter, partner) for partner in partners]
    return _added([terms for terms, _ in found]), _added([sums for _, sums in found])


def _added(parts: list[Terms]) -> Terms:
    return {name: np.sum([part[name] for part in parts], axis=0) for name in parts[0]}


def sixteen_terms(world: World, exporter: int, importer: int) -> tuple[Terms, Terms]:
    """
    The terms of exports of s to r by exporting industry; ``#`` multiplies industry by industry.

    Domestic: ``V_s B_ss # Y_sr``, then ``V_s L_ss # A_sr z`` for output z of r that serves, in turn, r's own final demand by
    what r makes (DVA_INT), by what others make of it (DVA_INTrexI1), r's sales of final goods to others (DVA_INTrexF), those
    of others to others (DVA_INTrexI2), and the exporter's final demand (RDV_FIN, RDV_FIN2, RDV_INT); ``DDC_FIN`` on the
    exporter's own final exports and ``DDC_INT = V_s (B_ss - L_ss) # A_sr x_r`` count twice.
    Foreign: of r (MVA, MDC) and of others (OVA, ODC) on ``Y_sr``, ``A_sr L_rr Y_rr`` and ``A_sr L_rr E_r``.
    """
    s, r = exporter, importer
    own, theirs = world.members[s], world.members[r]
    A = world.coefficients(s, r)
    home = world.home_content(s)
    domestic, foreign = contents(world, s)
    final = world.final[own, r]
    outputs = _outputs_of_importer(world, s, r)
    terms = {"DVA_FIN": domestic * final}
    terms |= {name: home * (A @ output) for name, output in outputs.items()}
    terms["DDC_INT"] = (domestic - home) * (A @ world.system.x[theirs])
    at_home = A @ (world.alone[r] @ world.final[theirs, r])
    sent_on = A @ (world.alone[r] @ world.exports[theirs].sum(axis=1))
    of_importer = world.content[r, own]
    of_others = foreign - of_importer
    for letter, content in (("M", of_importer), ("O", of_others)):
        terms[f"{letter}VA_FIN"] = content * final
        terms[f"{letter}VA_INT"] = content * at_home
        terms[f"{letter}DC"] = content * sent_on
    return terms, _sums(terms)


def _outputs_of_importer(world: World, s: int, r: int) -> dict[str, Vector]:
    """(N,) Output of r that each term is a part of; together they are the output of r."""
    y, third = world.final, world.others(s, r)
    theirs = world.members[r]
    rows = world.system.L[theirs]
    region_of = world.system.table.region_of
    at_home = y[np.arange(len(y)), region_of]
    in_third, of_r, of_s = np.isin(region_of, third), region_of == r, region_of == s
    abroad = y.sum(axis=1) - at_home - y[:, s]
    demands = {
        "DVA_INT": np.where(of_r, at_home, 0.0),
        "DVA_INTrexI1": np.where(in_third, at_home, 0.0),
        "DVA_INTrexF": np.where(of_r, abroad, 0.0),
        "DVA_INTrexI2": np.where(in_third, abroad, 0.0),
        "RDV_FIN": np.where(of_r, y[:, s], 0.0),
        "RDV_FIN2": np.where(in_third, y[:, s], 0.0),
        "RDV_INT": np.where(of_s, at_home, 0.0),
        "DDC_FIN": np.where(of_s, y.sum(axis=1) - at_home, 0.0),
    }
    return {name: rows @ demand for name, demand in demands.items()}


def _sums(terms: Terms) -> Terms:
    return {
        "DVA": terms["DVA_FIN"]
        + terms["DVA_INT"]
        + terms["DVA_INTrexI1"]
        + terms["DVA_INTrexF"]
        + terms["DVA_INTrexI2"],
        "RDV": terms["RDV_FIN"] + terms["RDV_FIN2"] + terms["RDV_INT"],
        "FVA": terms["MVA_FIN"] + terms["MVA_INT"] + terms["OVA_FIN"] + terms["OVA_INT"],
        "PDC": terms["DDC_FIN"] + terms["DDC_INT"] + terms["MDC"] + terms["ODC"],
    }
