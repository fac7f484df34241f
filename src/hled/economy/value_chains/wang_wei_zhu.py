"""
Wang, Wei and Zhu: sixteen terms of bilateral exports by industry.

References
----------
Wang, Wei & Zhu (2013, revised 2018), NBER Working Paper 19677, eq. 37.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.value_chains.flows import contents, importers_of
from hled.economy.value_chains.world import World

Terms = Mapping[str, Vector]


def terms_to(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """The sixteen terms of exports to one importer, or added over all."""
    partners = importers_of(world, exporter, importer).tolist()
    outputs = _outputs_of_importers(world, exporter, partners)
    found = [
        sixteen_terms(world, exporter, partner, output)
        for partner, output in zip(partners, outputs, strict=True)
    ]
    terms = {name: np.sum([part[name] for part in found], axis=0) for name in found[0]}
    return terms, _sums(terms)


def sixteen_terms(world: World, exporter: int, importer: int, outputs: Mapping[str, Vector]) -> Terms:
    """
    The terms of exports of s to r by exporting industry; ``#`` multiplies industry by industry.

    Domestic: ``V_s B_ss # Y_sr``, then ``V_s L_ss # A_sr z`` for output z of r that serves, in turn, r's own final demand by
    what r makes (DVA_INT), by what others make of it (DVA_INTrexI1), r's sales of final goods to others (DVA_INTrexF), those
    of others to others (DVA_INTrexI2), and the exporter's final demand (RDV_FIN, RDV_FIN2, RDV_INT); ``DDC_FIN`` on the
    exporter's own final exports and ``DDC_INT = V_s (B_ss - L_ss) # A_sr x_r`` count twice.
    Foreign: of r (MVA, MDC) and of others (OVA, ODC) on ``Y_sr``, ``A_sr L_rr Y_rr`` and ``A_sr L_rr E_r``.

    Parameters
    ----------
    outputs : name -> (N,) array
        ``z``, whose sum is the output of r.
    """
    s, r = exporter, importer
    own, theirs = world.members[s], world.members[r]
    A = world.coefficients(s, r)
    home, held = world.home_content(s), world.held(s)
    domestic, foreign = contents(world, s)
    final = world.final[own, r]
    terms = {"DVA_FIN": domestic * final}
    terms |= {name: home * (A @ output) for name, output in outputs.items()}
    terms["DDC_INT"] = (domestic - home) * (A @ world.x[theirs])
    at_home = A @ world.made_for_home[theirs]
    sent_on = A @ (world.alone[r] @ world.exports[theirs].sum(axis=1))
    for letter, content in (("M", held[r]), ("O", foreign - held[r])):
        terms[f"{letter}VA_FIN"] = content * final
        terms[f"{letter}VA_INT"] = content * at_home
        terms[f"{letter}DC"] = content * sent_on
    return terms


def _outputs_of_importers(world: World, exporter: int, partners: Sequence[int]) -> list[dict[str, Vector]]:
    """
    (N,) each: output of every partner that each term is a part of; together they are the output of the partner.

    Every kind of demand is asked for once: that for the products of all but the exporter, and that for each partner's own, so
    that what is left of the first is for the products of third countries.
    """
    y, region_of = world.final, world.system.table.region_of
    at_home = y[np.arange(len(y)), region_of]
    of_s = region_of == exporter
    kinds = (at_home, y.sum(axis=1) - at_home - y[:, exporter], y[:, exporter])
    demands = [np.where(of_s, each, 0.0) for each in (at_home, y.sum(axis=1) - at_home)]
    for demand in kinds:
        demands.append(np.where(of_s, 0.0, demand))
        demands += [np.where(region_of == r, demand, 0.0) for r in partners]
    called = world.called(np.stack(demands, axis=1))
    return [_of_importer(called[world.members[r]], at, len(partners)) for at, r in enumerate(partners)]


def _of_importer(called: Matrix, at: int, count: int) -> dict[str, Vector]:
    """Columns of one partner: two of the exporter's products, then three times all others and each partner's own."""
    everyone = [called[:, 2 + kind * (count + 1)] for kind in range(3)]
    theirs = [called[:, 3 + kind * (count + 1) + at] for kind in range(3)]
    third = [whole - part for whole, part in zip(everyone, theirs, strict=True)]
    return {
        "DVA_INT": theirs[0],
        "DVA_INTrexI1": third[0],
        "DVA_INTrexF": theirs[1],
        "DVA_INTrexI2": third[1],
        "RDV_FIN": theirs[2],
        "RDV_FIN2": third[2],
        "RDV_INT": called[:, 0],
        "DDC_FIN": called[:, 1],
    }


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
