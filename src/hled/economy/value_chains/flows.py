"""Exports of one region to all others or to one, and what a unit of them holds."""

import numpy as np

from hled.economy.arrays import Index, Vector
from hled.economy.value_chains.world import World


def importers_of(world: World, exporter: int, importer: int | None) -> Index:
    """The importer alone, or every other region."""
    return world.others(exporter) if importer is None else np.array([importer])


def exports_to(world: World, exporter: int, importer: int | None) -> Vector:
    """(N,) Gross exports by exporting industry, intermediate and final."""
    partners = importers_of(world, exporter, importer)
    return np.asarray(world.exports[np.ix_(world.members[exporter], partners)].sum(axis=1))


def final_exports_to(world: World, exporter: int, importer: int | None) -> Vector:
    """(N,) Exports to final demand, ``Y_sr``."""
    partners = importers_of(world, exporter, importer)
    return np.asarray(world.final[np.ix_(world.members[exporter], partners)].sum(axis=1))


def bought_by(world: World, exporter: int, importer: int | None, output: Vector) -> Vector:
    """
    (N,) What importers buy from the exporter for some output of theirs, ``Σ_r A_sr z_r``.

    Parameters
    ----------
    output : (n,) array
        ``z``, of every industry; only that of importers counts.
    """
    own = world.members[exporter]
    buyers = np.concatenate([world.members[region] for region in importers_of(world, exporter, importer)])
    return np.asarray(world.block(own, buyers) @ output[buyers])


def contents(world: World, exporter: int) -> tuple[Vector, Vector]:
    """(N,) each: domestic and foreign content of a unit of output, ``V_s B_ss`` and ``Σ_(t≠s) V_t B_ts``."""
    held = world.held(exporter)
    return held[exporter], np.asarray(held.sum(axis=0) - held[exporter])
