"""Which terms of a decomposition the proportionality assumption bounds: those that imported inputs bring in, once they are split."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.leontief import System
from hled.economy.uncertainty.imported import ImportedBounds, imported_bounds
from hled.economy.value_chains import Method, world_of
from hled.economy.value_chains.decomposition import Decomposition
from hled.economy.value_chains.flows import final_exports_to
from hled.economy.value_chains.miroudot_ye import foreign_without_exports
from hled.economy.value_chains.world import World
from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Followed:
    """
    A term as something that imported inputs bring into exports.

    Parameters
    ----------
    weight
        What is followed, by its name in `_WEIGHTS`.
    exports
        ``all``, ``final`` or ``inputs``: which exports hold the term.
    rest
        The term is what exports hold beside it.
    """

    weight: str
    exports: str = "all"
    rest: bool = False


_DOMESTIC = {"DVA": Followed("inputs", rest=True), "DDC": Followed("own")}
_CONTENT = {"DC": Followed("foreign", rest=True), "FC": Followed("foreign")}
_COUNTRY = {**_DOMESTIC, "FVA": Followed("once"), "FDC": Followed("again"), **_CONTENT}
_KINDS = {"FIN": "final", "INT": "inputs"}

BOUNDED: Mapping[Method, Mapping[str, Followed]] = MappingProxyType(
    {
        Method.HIY: {"VS": Followed("inputs"), "DVS": Followed("inputs", rest=True)},
        Method.KWW: {
            **_DOMESTIC,
            "DVA_FIN": Followed("foreign", "final", rest=True),
            "FVA_FIN": Followed("foreign", "final"),
        },
        Method.BM_EXPORTER: {**_COUNTRY, "GVCB": Followed("inputs")},
        Method.BM_EXPORTER_SINK: _COUNTRY,
        Method.BM_WORLD: {**_DOMESTIC, "FVA": Followed("first"), "FDC": Followed("later"), **_CONTENT},
        Method.BM_WORLD_SINK: {**_DOMESTIC, **_CONTENT},
        Method.WWZ: {
            "DVA_FIN": Followed("foreign", "final", rest=True),
            "MVA_FIN": Followed("importer", "final"),
            "OVA_FIN": Followed("others", "final"),
        },
        Method.MY: {
            **_COUNTRY,
            **{
                f"{term}_{kind}": Followed(_COUNTRY[term].weight, exports, _COUNTRY[term].rest)
                for term in ("DVA", "DDC", "FVA", "FDC")
                for kind, exports in _KINDS.items()
            },
        },
    }
)
"""The terms that are content of exports; where a term is not named, it also depends on what importers make of what they buy."""

_ONE_IMPORTER = frozenset({"importer", "others"})
_SUMMED = frozenset({"DVA", "DDC", "FVA", "FDC"})
"""Terms of the sink-based view that are what the source-based one has only when all importers and industries are added up."""

THROUGH_IMPORTERS = Bilingual(
    "Not bounded: it also depends on what importers make of the goods and for whom; the recipes of other countries would have to be split as well. The range leaves this out.",
    "Sin cotas: también depende de qué hacen los importadores con los bienes y para quién; habría que dividir también las recetas de otros países. El intervalo lo deja fuera.",
)
OF_EVERY_IMPORTER = Bilingual(
    "Not bounded for all importers together: each has inputs of its own to follow; ask for one importer. The range leaves this out.",
    "Sin cotas para todos los importadores juntos: cada uno tiene insumos propios que seguir; pida un solo importador. El intervalo lo deja fuera.",
)
WHERE_ADDED = Bilingual(
    "Not bounded by industry: it stands in the industry that adds the value, not in the one that exports. The range leaves this out.",
    "Sin cotas por industria: está en la industria que agrega el valor, no en la que exporta. El intervalo lo deja fuera.",
)


def why_not_bounded(
    method: Method, term: str, importer: int | None, *, by_industry: bool = False
) -> Bilingual | None:
    """Why no bounds can be stated for the exports of all industries together, or for those of each; None where they can."""
    followed = BOUNDED[method].get(term)
    if followed is None:
        return THROUGH_IMPORTERS
    if method is Method.KWW and by_industry:
        return None if term == "FVA_FIN" else WHERE_ADDED
    if method is Method.BM_EXPORTER_SINK and term in _SUMMED and (importer is not None or by_industry):
        return THROUGH_IMPORTERS
    return OF_EVERY_IMPORTER if importer is None and followed.weight in _ONE_IMPORTER else None


def term_bounds(system: System, found: Decomposition, term: str) -> ImportedBounds | None:
    """Bounds of a term in the table's unit; None where none can be stated for all industries together."""
    if why_not_bounded(found.method, term, found.importer) is not None:
        return None
    world, s, followed = world_of(system), found.exporter, BOUNDED[found.method][term]
    final = final_exports_to(world, s, found.importer)
    exports = {"all": found.exports, "final": final, "inputs": found.exports - final}[followed.exports]
    abroad = system.table.region_of != s
    weight = np.maximum(_WEIGHTS[followed.weight](world, s, found.importer)[abroad], 0.0)
    bounds = imported_bounds(system, world, s, exports, weight)
    if not followed.rest:
        return bounds
    total, (low, high) = float(exports.sum()), bounds.total
    return ImportedBounds((total - high, total - low), exports - bounds.high, exports - bounds.low)


def _foreign(world: World, exporter: int) -> Vector:
    return np.asarray(world.content.sum(axis=0) - world.content[exporter])


def _first(world: World) -> Vector:
    """(n,) Own value added of each industry's region in a unit of its output, counted once."""
    home = np.zeros(len(world.x))
    for region, own in enumerate(world.members):
        home[own] = world.home_content(region)
    return home


_WEIGHTS: Mapping[str, Callable[[World, int, int | None], Vector]] = MappingProxyType(
    {
        "inputs": lambda world, s, r: np.ones(len(world.x)),
        "own": lambda world, s, r: world.content[s],
        "foreign": lambda world, s, r: _foreign(world, s),
        "once": lambda world, s, r: foreign_without_exports(world, s),
        "again": lambda world, s, r: _foreign(world, s) - foreign_without_exports(world, s),
        "first": lambda world, s, r: _first(world),
        "later": lambda world, s, r: _foreign(world, s) - _first(world),
        "importer": lambda world, s, r: world.content[r],
        "others": lambda world, s, r: _foreign(world, s) - world.content[r],
    }
)
"""Amount in a unit of each industry's output, (n,), for exporter s and importer r."""
