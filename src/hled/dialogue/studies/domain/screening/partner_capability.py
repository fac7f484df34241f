"""What a partner shows that it can do: in the market itself, or in a table of world exports, read among a sample of exporters."""

from dataclasses import dataclass

import numpy as np

from hled.dialogue.studies.domain.numbers import amount_text
from hled.dialogue.studies.domain.screening.amounts import money
from hled.dialogue.studies.domain.screening.screen_rules import SC_36, SC_37, SC_39
from hled.dialogue.studies.domain.screening.subject import Subject
from hled.economy.arrays import Mask, Matrix, Vector
from hled.economy.complexity.presence import presence, rca
from hled.economy.complexity.relatedness import density_of
from hled.economy.complexity.sample import Chosen, Dropped, Sample, choose, trim
from hled.economy.trade import WorldExports
from hled.economy.trade.measured import Measured
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding

LEAST_EXPORTS = 1e9
LEAST_PART = 3000
"""An exporter of the sample sells a billion dollars, or one part in so many of all that is sold where that is less."""
LEAST_TRADE = 1e5
"""Dollars of which a product is bought: below, one shipment decides."""
LEAST_EXPORTERS = 3
"""Below, an index among exporters says nothing, as in the engine of complexity."""
FEW_EXPORTERS = 10
_TOO_LITTLE = Bilingual(
    "{partner} sells {sales} here; the sample begins at {least}",
    "{partner} vende aquí {sales}; la muestra empieza en {least}",
)
_TOO_FEW = Bilingual(
    "{count} of {all} exporters sell {least} or more", "{count} de {all} exportadores venden {least} o más"
)


@dataclass(frozen=True, slots=True, eq=False)
class PartnerCapability:
    """
    Capability of one partner.

    Attributes
    ----------
    shown
        What the matrix shows, in both languages.
    advantage : (P,) figures
        Balassa's index among the exporters of the sample.
    density : (T, P) figures
        Under each threshold of advantage that was asked for.
    sales
        Of the partner over all products of the matrix, U.S. dollars.
    exporters, products
        How many take part; `of_exporters` and `of_products` how many there are.
    """

    partner: str
    place: str
    shown: Bilingual
    advantage: Measured
    density: Measured
    sales: float
    sample: Sample
    exporters: int
    products: int
    of_exporters: int
    of_products: int
    dropped: tuple[Dropped, ...]

    @property
    def refusal(self) -> Finding | None:
        """Why it cannot be read of products that are large enough: SC-37 on too few exporters, SC-36 on a partner outside the sample."""
        if not self.products:
            return None
        least = money(self.sample.minimum_exports)
        if self.exporters < LEAST_EXPORTERS:
            found = _TOO_FEW.format(count=self.exporters, all=self.of_exporters, least=least)
            return Finding(SC_37, self.place, found)
        if self.sales < self.sample.minimum_exports:
            said = _TOO_LITTLE.format(partner=self.partner, sales=money(self.sales), least=least)
            return Finding(SC_36, self.place, said)
        return None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """SC-39, where the exporters are few."""
        if self.exporters >= FEW_EXPORTERS:
            return ()
        least = money(self.sample.minimum_exports)
        found = _TOO_FEW.format(count=self.exporters, all=self.of_exporters, least=least)
        return (Finding(SC_39, self.place, found),)

    def as_member(self) -> dict[str, object]:
        """The sample as an answer shows it."""
        return {
            "shown_en": self.shown.en,
            "shown_es": self.shown.es,
            "minimum_exports": amount_text(self.sample.minimum_exports),
            "minimum_trade": amount_text(self.sample.minimum_world_trade),
            "exporters": self.exporters,
            "of_exporters": self.of_exporters,
            "products": self.products,
            "of_products": self.of_products,
        }


def partner_capability(subject: Subject, thresholds: tuple[float, ...]) -> PartnerCapability:
    """Balassa's index and density of the partner of a market, unknown for products and partners outside the sample."""
    shown = subject.exports
    sample = sample_of(shown)
    chosen = choose(shown, sample)
    at = shown.exporters.index(subject.partner)
    row = {int(each): row for row, each in enumerate(chosen.exporters)}.get(at)
    enough = len(chosen.exporters) >= LEAST_EXPORTERS and len(chosen.products) > 0
    advantage, density = _unknown(shown, thresholds)
    if row is not None and enough:
        advantage, density = _measured(shown, chosen, row, sample, thresholds)
    return PartnerCapability(
        partner=subject.partner,
        place=f"{shown.source} {shown.year}",
        shown=subject.shown,
        advantage=advantage,
        density=density,
        sales=float(shown.values[at].sum()),
        sample=sample,
        exporters=len(chosen.exporters),
        products=len(chosen.products),
        of_exporters=len(shown.exporters),
        of_products=len(shown.products),
        dropped=chosen.dropped,
    )


def sample_of(shown: WorldExports) -> Sample:
    """The sample of exporters and products among which a matrix is read; it goes with the size of what is sold."""
    return Sample(
        minimum_exports=min(LEAST_EXPORTS, float(shown.values.sum()) / LEAST_PART),
        minimum_world_trade=LEAST_TRADE,
        minimum_ubiquity=1,
    )


def _unknown(shown: WorldExports, thresholds: tuple[float, ...]) -> tuple[Measured, Measured]:
    products = len(shown.products)
    return Measured.nowhere((products,)), Measured.nowhere((len(thresholds), products))


def _measured(
    shown: WorldExports, chosen: Chosen, row: int, sample: Sample, thresholds: tuple[float, ...]
) -> tuple[Measured, Measured]:
    products = len(shown.products)
    index = rca(shown.values[np.ix_(chosen.exporters, chosen.products)])
    own, known = np.zeros(products), np.zeros(products, dtype=np.bool_)
    own[chosen.products], known[chosen.products] = index[row], True
    near = [_near(index, row, each, chosen, sample, products) for each in thresholds]
    return (
        Measured(own, known),
        Measured(np.stack([values for values, _ in near]), np.stack([here for _, here in near])),
    )


def _near(
    index: Matrix, row: int, at: float, chosen: Chosen, sample: Sample, products: int
) -> tuple[Vector, Mask]:
    """(P,) density of one partner, and for which products it is known."""
    M = presence(index, at)
    kept = trim(M, sample)
    values, known = np.zeros(products), np.zeros(products, dtype=np.bool_)
    if not kept.exporters[row]:
        return values, known
    M = M[np.ix_(kept.exporters, kept.products)]
    own = int(kept.exporters[:row].sum())
    here = chosen.products[kept.products]
    values[here] = density_of(M, own)
    known[here] = True
    return values, known
