"""All of it for one matrix: who can do what, how complex that is, and what lies near."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Mask, Matrix, Vector
from hled.economy.complexity.checking import refuse_small, refuse_unsound
from hled.economy.complexity.conventions import ATLAS, Convention, Outlook
from hled.economy.complexity.fitness import Fitness, fitness
from hled.economy.complexity.indices import Indices, eci_pci
from hled.economy.complexity.presence import diversity, presence, rca, ubiquity
from hled.economy.complexity.proximity import BUDGET, Proximity, nearest, proximity
from hled.economy.complexity.relatedness import density, outlook_gain, outlook_index
from hled.economy.complexity.rules import CX_11, CX_14, CX_15
from hled.economy.complexity.sample import (
    EVERYONE,
    REASONS,
    Chosen,
    Dropped,
    Kind,
    Reason,
    Sample,
    choose,
    trim,
)
from hled.economy.trade.markets import Market, WorldExports
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

_MOST_NAMED = 10
_GOES_WITH_DIVERSITY = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Capability:
    """
    Capability, complexity and relatedness of one matrix, with the sample and the convention that they were found by.

    Attributes
    ----------
    name
        What the matrix shows: all exports, or only sales in one market.
    exporters, products
        (C,) and (P,) that take part.
    rca : (C, P) array
        Revealed comparative advantage, taken before exporters and products were left out for too little presence.
    M : (C, P) array
        Presence.
    diversity, ubiquity : (C,) and (P,) arrays
    indices
        Economic and product complexity index, eigenvalues and scale.
    fitness
        Fitness and complexity by the nonlinear map.
    phi : (P, P) array
        Proximity, in single precision.
    density, outlook_gain : (C, P) arrays
    outlook_index : (C,) array
    dropped
        What the sample filter left out, with the reason and the number of each.
    trade_share
        Share of the value of the whole table that is in the sample.
    """

    name: str
    year: int
    edition: str
    source: str
    exporters: tuple[str, ...]
    products: tuple[str, ...]
    rca: Matrix
    M: Mask
    diversity: Vector
    ubiquity: Vector
    indices: Indices
    fitness: Fitness
    phi: Proximity
    density: Matrix
    outlook_index: Vector
    outlook_gain: Matrix
    sample: Sample
    convention: Convention
    dropped: tuple[Dropped, ...]
    trade_share: float
    findings: tuple[Finding, ...]

    @property
    def eci(self) -> Vector:
        """(C,) Economic complexity index."""
        return self.indices.eci

    @property
    def pci(self) -> Vector:
        """(P,) Product complexity index."""
        return self.indices.pci

    def exporter(self, code: str) -> int:
        """
        Position of an exporter.

        Raises
        ------
        BrokenRuleError
            CX-14, when it is not in the sample.
        """
        return self._position(Kind.EXPORTER, self.exporters, code)

    def product(self, code: str) -> int:
        """
        Position of a product.

        Raises
        ------
        BrokenRuleError
            CX-14, when it is not in the sample.
        """
        return self._position(Kind.PRODUCT, self.products, code)

    def neighbors(self, product: str, count: int = 10) -> tuple[tuple[str, float], ...]:
        """
        The nearest products with their proximity, nearest first.

        Raises
        ------
        BrokenRuleError
            CX-14, when the product is not in the sample.
        """
        at = self.product(product)
        return tuple(
            (self.products[near], float(self.phi[at, near])) for near in nearest(self.phi, at, count)
        )

    def _position(self, kind: Kind, codes: tuple[str, ...], code: str) -> int:
        if code in codes:
            return codes.index(code)
        why = [REASONS[each.reason] for each in self.dropped if each.kind is kind and each.code == code]
        says = Bilingual("{code}: {why}", "{code}: {why}")
        unknown = Bilingual("not in the table", "no está en la tabla")
        raise BrokenRuleError(
            [Finding(CX_14, kind.value, says.format(code=code, why=why[0] if why else unknown))]
        )


def capability(
    exports: WorldExports,
    *,
    sample: Sample = EVERYONE,
    convention: Convention = ATLAS,
    populations: Mapping[str, float] | None = None,
    budget: int = BUDGET,
) -> Capability:
    """
    Advantage, presence, complexity, fitness, proximity, density and outlook of a matrix of exports.

    Parameters
    ----------
    exports
        (C, P) values; a product that no one trades is left out and changes nothing.
    populations
        Persons by exporter in the same year, where the sample asks for a minimum.
    budget
        Bytes that the proximity of all pairs may take.

    Raises
    ------
    BrokenRuleError
        CX-01 and CX-02 for values and labels, CX-05 and CX-06 where the data hold no order of complexity, CX-07 for fitness out
        of range, CX-08 and CX-09 for the sample or the convention, CX-10 when too little is left, CX-12 for too many products, CX-14 for
        an exporter that is to be left out and is not there.
    """
    refuse_unsound(exports)
    convention.refuse_unsound()
    chosen = choose(exports, sample, populations)
    refuse_small(chosen.exporters.size, chosen.products.size, sample, exports)
    advantage = rca(exports.values[np.ix_(chosen.exporters, chosen.products)])
    M = presence(advantage, convention.threshold)
    kept = trim(M, sample)
    refuse_small(int(kept.exporters.sum()), int(kept.products.sum()), sample, exports)
    inside = np.ix_(kept.exporters, kept.products)
    dropped = (
        *chosen.dropped,
        *(
            Dropped(kind, _code(exports, chosen, kind, at), reason, found)
            for kind, at, reason, found in kept.gone
        ),
    )
    rows, columns = chosen.exporters[kept.exporters], chosen.products[kept.products]
    return _found(exports, rows, columns, advantage[inside], M[inside], sample, convention, dropped, budget)


def shown_in(market: Market) -> WorldExports:
    """
    What each partner sells in one market, as a matrix of exports: capability shown there, not all that a partner can do.

    The importer's own products are not in it.
    """
    return WorldExports(
        year=market.year,
        edition=market.edition,
        exporters=market.partners,
        products=market.products,
        values=np.ascontiguousarray(market.values.T),
        name=f"shown in {market.importer}",
        source=market.source,
    )


def _found(
    exports: WorldExports,
    rows: Index,
    columns: Index,
    advantage: Matrix,
    M: Mask,
    sample: Sample,
    convention: Convention,
    dropped: tuple[Dropped, ...],
    budget: int,
) -> Capability:
    indices = eci_pci(M, ddof=convention.ddof, product_scale=convention.product_scale)
    by_index = convention.outlook is Outlook.INDEX
    worth = indices.pci if by_index else indices.eigenvector
    phi = proximity(M, budget=budget)
    near = density(M, phi, diagonal=convention.diagonal)
    outlook = outlook_index(M, near, worth)
    gain = outlook_gain(M, phi, worth, definition=convention.gain, diagonal=convention.diagonal, density=near)
    return Capability(
        name=exports.name,
        year=exports.year,
        edition=exports.edition,
        source=exports.source,
        exporters=tuple(exports.exporters[at] for at in rows),
        products=tuple(exports.products[at] for at in columns),
        rca=advantage,
        M=M,
        diversity=diversity(M),
        ubiquity=ubiquity(M),
        indices=indices,
        fitness=fitness(M, convention.iterations),
        phi=phi,
        density=near,
        outlook_index=outlook if by_index else _standardized(outlook, convention.ddof),
        outlook_gain=gain,
        sample=sample,
        convention=convention,
        dropped=dropped,
        trade_share=float(exports.values[np.ix_(rows, columns)].sum() / exports.values.sum()),
        findings=(*_left_out(dropped), *_of_another_kind(indices)),
    )


def _standardized(values: Vector, ddof: int) -> Vector:
    spread = float(values.std(ddof=ddof))
    return np.zeros_like(values) if spread == 0 else np.asarray((values - values.mean()) / spread)


def _code(exports: WorldExports, chosen: Chosen, kind: Kind, at: int) -> str:
    codes, positions = {
        Kind.EXPORTER: (exports.exporters, chosen.exporters),
        Kind.PRODUCT: (exports.products, chosen.products),
    }[kind]
    return codes[int(positions[at])]


def _left_out(dropped: tuple[Dropped, ...]) -> tuple[Finding, ...]:
    """One warning for each kind and reason, with how many and the first of them."""
    groups: dict[tuple[Kind, Reason], list[str]] = {}
    for each in dropped:
        groups.setdefault((each.kind, each.reason), []).append(each.code)
    says = Bilingual("{count}: {why} ({codes})", "{count}: {why} ({codes})")
    return tuple(
        Finding(
            CX_11,
            f"sample.{kind}",
            says.format(
                count=len(codes),
                why=REASONS[why],
                codes=", ".join(codes[:_MOST_NAMED]) + (", …" if len(codes) > _MOST_NAMED else ""),
            ),
            data={"reason": why, "codes": codes},
        )
        for (kind, why), codes in groups.items()
    )


def _of_another_kind(indices: Indices) -> tuple[Finding, ...]:
    if indices.correlation >= _GOES_WITH_DIVERSITY:
        return ()
    return (Finding(CX_15, "eci", f"{indices.correlation:.2f}"),)
