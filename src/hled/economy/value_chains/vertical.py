"""
Hummels, Ishii and Yi: imported inputs in exports, from the table of one country or of many.

References
----------
Hummels, Ishii & Yi (2001), *Journal of International Economics* 54, 75-96, eq. 3.
"""

from collections.abc import Mapping

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.leontief import System, reciprocal
from hled.economy.value_chains.flows import exports_to
from hled.economy.value_chains.world import World

Terms = Mapping[str, Vector]


def vertical_specialization(
    system: System, exporter: int, importer: int | None = None
) -> tuple[Terms, Terms]:
    """
    Imported inputs in exports, ``VS = u A_M (I - A_D)⁻¹ e``, by exporting industry, and the rest of exports, ``DVS``.

    Works on a table of one country too, where imports are an account and exports a category of final demand. In a table of the
    world VS is exports less domestic value added, so that it holds domestic value that came back.
    """
    table, A = system.table, system.A
    own = np.flatnonzero(table.region_of == exporter)
    imported = A[:, own].sum(axis=0) - A[np.ix_(own, own)].sum(axis=0)
    if table.imports is not None:
        imported = imported + table.imports[own] * reciprocal(system.x[own])
    content = np.linalg.solve((np.eye(len(own)) - A[np.ix_(own, own)]).T, imported)
    return _by_content(content, exports_of(system, exporter, importer))


def imported_inputs(world: World, exporter: int, importer: int | None) -> tuple[Terms, Terms]:
    """The same in a world of several regions."""
    imported = world.inputs(exporter).sum(axis=0) - world.coefficients(exporter, exporter).sum(axis=0)
    return _by_content(imported @ world.alone[exporter], exports_to(world, exporter, importer))


def _by_content(content: Vector, exports: Vector) -> tuple[Terms, Terms]:
    return {"VS": content * exports, "DVS": (1 - content) * exports}, {}


def exports_of(system: System, exporter: int, importer: int | None = None) -> Vector:
    """(N,) Gross exports of a region by industry, to the other regions and to the outside of the table, or to one region."""
    table = system.table
    own = np.flatnonzero(table.region_of == exporter)
    if importer is None:
        buyers, final = table.region_of != exporter, (table.final_region_of != exporter) | table.is_export
    else:
        buyers = table.region_of == importer
        final = (table.final_region_of == importer) & ~table.is_export
    sold = table.Z[np.ix_(own, np.flatnonzero(buyers))].sum(axis=1)
    return np.asarray(sold + table.Y[np.ix_(own, np.flatnonzero(final))].sum(axis=1))
