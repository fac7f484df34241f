"""How much an importer or a bloc draws from external suppliers, from how few, how far away, and what could replace them."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Mask, Vector
from hled.economy.trade.checking import require_market, require_values
from hled.economy.trade.concentration import concentration
from hled.economy.trade.groups import group_of
from hled.economy.trade.markets import Market, WorldExports
from hled.economy.trade.measured import Measured
from hled.economy.trade.rules import TD_03, TD_05, TD_07
from hled.kernel.rule import require

NO_EXPORTS = 9999.0
"""Imports over exports where exports are nil, by the convention of CEPII's GeoDep."""
RAUCH = ("w", "r", "n")
"""Rauch (1999): sold on an organized exchange, reference priced, differentiated; the last are the hardest to replace."""


@dataclass(frozen=True, slots=True, eq=False)
class Substitutes:
    """
    What is known of how each product can be replaced; each part may be missing.

    Attributes
    ----------
    exports : (P,) array or None
        Exports of the importer or bloc, U.S. dollars.
    elasticity : (P,) figures or None
        Elasticity of substitution between suppliers; the lower, the harder to replace.
    rauch : (P,) or None
        Codes of `RAUCH`, or an empty text where a product is not classified.
    """

    exports: Vector | None = None
    elasticity: Measured | None = None
    rauch: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Dependency:
    """
    Dependency of an importer on external suppliers, a product to an entry.

    Attributes
    ----------
    traded : (P,) mask
        Products that are bought from anyone.
    imports, external_imports : (P,) arrays
        U.S. dollars.
    external_share : (P,) figures
        External imports over all imports.
    hhi, equivalent_suppliers : (P,) figures
        Of the external suppliers among themselves.
    largest : (P,) index
        Column of the largest external supplier; -1 where there is none.
    largest_share : (P,) figures
        Its share in all imports.
    distance_km : (P,) figures or None
        Distance of external suppliers weighted by value, over those whose distance is known.
    distance_covers : (P,) figures or None
        Share of external imports whose distance is known.
    imports_over_exports : (P,) figures or None
        External imports over exports; `NO_EXPORTS` where exports are nil and something is imported.
    substitutes
        Elasticity and Rauch class as given.
    """

    traded: Mask
    imports: Vector
    external_imports: Vector
    external_share: Measured
    hhi: Measured
    equivalent_suppliers: Measured
    largest: Index
    largest_share: Measured
    distance_km: Measured | None
    distance_covers: Measured | None
    imports_over_exports: Measured | None
    substitutes: Substitutes


def dependency(
    market: Market,
    external: Mask,
    *,
    distances: Measured | None = None,
    substitutes: Substitutes | None = None,
) -> Dependency:
    """
    Measures of dependency on the partners in a mask.

    Parameters
    ----------
    external : (S,) mask
        From `hled.economy.trade.external.external_mask`.
    distances : (S,) figures
        Kilometers from each partner to the importer.

    Raises
    ------
    BrokenRuleError
        TD-03 on shapes and on a Rauch class that is none, TD-07 on an empty mask, TD-01 and TD-02 on what is given, and the rules of
        `require_market`.
    """
    require_market(market)
    require_mask(market, external)
    given = substitutes or Substitutes()
    _require_substitutes(market, given)
    outside = market.values[:, external]
    imports, bought = market.values.sum(axis=1), outside.sum(axis=1)
    found, some = concentration(outside), bought > 0
    columns = np.flatnonzero(external)
    share = Measured.ratio(bought, imports)
    near = covers = None
    if distances is not None:
        near, covers = _distance(market, external, distances)
    return Dependency(
        traded=imports > 0,
        imports=imports,
        external_imports=bought,
        external_share=share,
        hhi=Measured(found.hhi, some),
        equivalent_suppliers=Measured(found.equivalent_suppliers, some),
        largest=np.where(some, columns[found.largest], -1),
        largest_share=Measured(found.top_share * share.values, share.known),
        distance_km=near,
        distance_covers=covers,
        imports_over_exports=None if given.exports is None else imports_over_exports(bought, given.exports),
        substitutes=given,
    )


def imports_over_exports(imports: Vector, exports: Vector) -> Measured:
    """
    (P,) Imports over exports; `NO_EXPORTS` where exports are nil; nothing where nothing is imported or exported.

    Raises
    ------
    BrokenRuleError
        TD-01, TD-02 or TD-03 on exports.
    """
    require_values("exports", exports, imports.shape)
    ratio = Measured.ratio(imports, exports)
    nil = (exports == 0) & (imports > 0)
    return Measured(np.where(nil, NO_EXPORTS, ratio.values), ratio.known | nil)


def exports_of(world: WorldExports, importer: str) -> Vector:
    """
    (P,) What an importer or all countries of a bloc export, each other's purchases included.

    Raises
    ------
    BrokenRuleError
        TD-05 when none of its countries is among the exporters.
    """
    own = [at for at, each in enumerate(world.exporters) if set(group_of(each)) <= set(group_of(importer))]
    require(TD_05, bool(own), place=f"{world.source} exporters", found=importer)
    return np.asarray(world.values[own].sum(axis=0))


def require_mask(market: Market, mask: Mask) -> None:
    """
    Refuse a mask that is not one over partners, or chooses none.

    Raises
    ------
    BrokenRuleError
        TD-03, TD-07.
    """
    sound = mask.shape == (len(market.partners),) and mask.dtype == np.bool_
    require(TD_03, sound, place="external", found=f"{mask.dtype} {mask.shape} / {len(market.partners)}")
    require(TD_07, bool(mask.any()), place="external", found="0")


def _distance(market: Market, external: Mask, distances: Measured) -> tuple[Measured, Measured]:
    require_values("distances", distances.values, (len(market.partners),))
    outside = market.values * external
    weights = outside * distances.known
    return (
        Measured.ratio(weights @ distances.values, weights.sum(axis=1)),
        Measured.ratio(weights.sum(axis=1), outside.sum(axis=1)),
    )


def _require_substitutes(market: Market, given: Substitutes) -> None:
    shape = (len(market.products),)
    if given.elasticity is not None:
        require(
            TD_03,
            given.elasticity.values.shape == shape,
            place="elasticity",
            found=given.elasticity.values.shape,
        )
    if given.rauch is not None:
        classes = set(given.rauch) - {*RAUCH, ""}
        require(TD_03, len(given.rauch) == len(market.products), place="rauch", found=len(given.rauch))
        require(TD_05, not classes, place="rauch", found=", ".join(sorted(classes)))
