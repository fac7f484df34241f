"""Everything that is measured of each product of a market, before anything is weighed."""

from dataclasses import dataclass

import numpy as np

from hled.dialogue.studies.domain.screening.subject import Subject
from hled.economy.arrays import Mask, Matrix, Vector
from hled.economy.complexity.presence import presence, rca
from hled.economy.complexity.relatedness import density_of
from hled.economy.complexity.sample import Chosen, Dropped, Sample, choose, trim
from hled.economy.trade import WorldExports
from hled.economy.trade.competitiveness import Competitiveness, competitiveness
from hled.economy.trade.criteria import Criteria, cdi
from hled.economy.trade.dependency import Dependency, Substitutes, dependency, exports_of
from hled.economy.trade.duties import observed_rate, relief_in_lines
from hled.economy.trade.flags import Design, Flags, flag_probability
from hled.economy.trade.gains import Gain, market_share_gain
from hled.economy.trade.measured import Measured
from hled.economy.trade.treatments import AS_GIVEN, DIVIDED, Treatment, finest
from hled.sources.trade.concordances.freight import southbound
from hled.sources.trade.concordances.products import section_of
from hled.sources.trade.concordances.stake import Stake, stake
from hled.sources.trade.concordances.tariffs import ChangeByProduct, change_by_product

SAMPLE = Sample(minimum_exports=1e9, minimum_world_trade=1e5, minimum_ubiquity=1)
"""Partners that sell a billion dollars in this market, and products of which 100,000 dollars are bought: below, one shipment decides."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """
    One choice of thresholds: published, lower, higher.

    Attributes
    ----------
    advantage
        Balassa's index from which a partner has a product.
    concentration, external_share
        Of the Commission's first and second criterion.
    """

    code: str
    advantage: float
    concentration: float
    external_share: float


THRESHOLDS = (
    Thresholds("published", 1.0, 0.4, 0.5),
    Thresholds("lower", 0.5, 0.3, 0.4),
    Thresholds("higher", 2.0, 0.5, 0.6),
)


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """
    What is known of each product.

    Attributes
    ----------
    cases
        The Commission's criteria under each data treatment, in the order of `treatments`.
    flags
        Probability of the flag over thresholds and treatments.
    advantage : (P,) figures
        Balassa's index of the partner, in the sample.
    density : (T, P) figures
        Of the partner, under each of `THRESHOLDS`.
    duty_gap, tariff_gap : (P,) figures
        Fractions of value that external suppliers pay more than the partner: observed, and by the changes since.
    paid : (P,) figures
        Observed duty of the partner.
    states : (P,) figures
        Equivalent number of Mexican states that receive U.S. goods of the section by surface.
    gain
        What nearshoring would move, by the arithmetic of the Inter-American Development Bank.
    """

    treatments: tuple[Treatment, ...]
    cases: tuple[Criteria, ...]
    flags: Flags
    dependency: Dependency
    standing: Competitiveness
    advantage: Measured
    density: Measured
    dropped: tuple[Dropped, ...]
    duty_gap: Measured
    tariff_gap: Measured
    tariff: ChangeByProduct
    paid: Measured
    stake: Stake
    states: Measured
    growth: Measured | None
    gain: Gain


def measures(subject: Subject, *, draws: int, seed: int) -> Measures:
    """All measures of a market; those whose tables are not there say so in what they return."""
    market, external = subject.market, subject.external
    exports = None if subject.world is None else exports_of(subject.world, market.importer)
    treatments = (AS_GIVEN, DIVIDED, finest(subject.lines))
    cases = tuple(cdi(market, external, exports, treatment=each) for each in treatments)
    others = external.copy()
    others[subject.at] = False
    changed = change_by_product(market.products, market.partners)
    advantage, near, dropped = _capability(subject)
    rates = observed_rate(market)
    return Measures(
        treatments=treatments,
        cases=cases,
        flags=flag_probability(cases, Design(draws=draws, seed=seed)),
        dependency=dependency(
            market, external, distances=subject.distances, substitutes=Substitutes(exports=exports)
        ),
        standing=competitiveness(market, subject.partner, before=subject.before),
        advantage=advantage,
        density=near,
        dropped=dropped,
        duty_gap=relief_in_lines(subject.lines, market, subject.partner, others),
        tariff_gap=_tariff_gap(subject, others, changed),
        tariff=changed,
        paid=Measured.where(rates.values[:, subject.at], rates.known[:, subject.at]),
        stake=stake(market.products, market.values.sum(axis=1), unknown="empty"),
        states=_states(market.products),
        growth=_growth(subject),
        gain=market_share_gain(market, subject.partner, others),
    )


def shown_in(subject: Subject) -> WorldExports:
    """Sales of every partner in the market, as an export matrix that is named as such; or world exports, where a table was named."""
    if subject.world is not None:
        return subject.world
    market = subject.market
    return WorldExports(
        year=market.year,
        edition=market.edition,
        exporters=market.partners,
        products=market.products,
        values=market.values.T,
        name="market",
        source=market.source,
    )


def _capability(subject: Subject) -> tuple[Measured, Measured, tuple[Dropped, ...]]:
    """Balassa's index (P,) and density (T, P) of the partner, unknown for products and partners outside the sample."""
    shown = shown_in(subject)
    chosen = choose(shown, SAMPLE)
    products = len(shown.products)
    nothing = np.zeros(products, dtype=np.bool_)
    place = {int(at): row for row, at in enumerate(chosen.exporters)}
    row = place.get(shown.exporters.index(subject.partner))
    if row is None:
        unknown = Measured(
            np.zeros((len(THRESHOLDS), products)), np.zeros((len(THRESHOLDS), products), dtype=np.bool_)
        )
        return Measured(np.zeros(products), nothing), unknown, chosen.dropped
    index = rca(shown.values[np.ix_(chosen.exporters, chosen.products)])
    known = nothing.copy()
    known[chosen.products] = True
    own = np.zeros(products)
    own[chosen.products] = index[row]
    near = [_near(index, row, each.advantage, chosen, products) for each in THRESHOLDS]
    return (
        Measured(own, known),
        Measured(np.stack([values for values, _ in near]), np.stack([here for _, here in near])),
        chosen.dropped,
    )


def _near(index: Matrix, row: int, at: float, chosen: Chosen, products: int) -> tuple[Vector, Mask]:
    """(P,) density of one partner, and for which products it is known."""
    M = presence(index, at)
    kept = trim(M, SAMPLE)
    values, known = np.zeros(products), np.zeros(products, dtype=np.bool_)
    if not kept.exporters[row]:
        return values, known
    M = M[np.ix_(kept.exporters, kept.products)]
    own = int(kept.exporters[:row].sum())
    here = chosen.products[kept.products]
    values[here] = density_of(M, own)
    known[here] = True
    return values, known


def _tariff_gap(subject: Subject, others: Mask, changed: ChangeByProduct) -> Measured:
    """(P,) Change for external suppliers, by their value, less that for the partner; fractions of value."""
    weights = subject.market.values * others * changed.known
    mean = Measured.ratio((weights * changed.values).sum(axis=1), weights.sum(axis=1))
    own = changed.values[:, subject.at]
    return Measured.where((mean.values - own) / 100, mean.known & changed.known[:, subject.at])


def _states(products: tuple[str, ...]) -> Measured:
    received = southbound()
    latest = received.values[received.years.index(received.last_full_year)]
    total = latest.sum(axis=0)
    shares = np.divide(latest, total, out=np.zeros_like(latest), where=total > 0)
    equivalent = Measured.ratio(np.ones(len(total)), (shares**2).sum(axis=0))
    at = [received.sections.index(section_of(code).code) for code in products]
    return Measured(equivalent.values[at], equivalent.known[at])


def _growth(subject: Subject) -> Measured | None:
    """(P,) Change of the logarithm of external imports a year."""
    if subject.before is None:
        return None
    before, market = subject.before, subject.market
    outside = {market.partners[at] for at in np.flatnonzero(subject.external)}
    then = before.values[:, [each in outside for each in before.partners]].sum(axis=1)
    now = market.values[:, subject.external].sum(axis=1)
    known = (now > 0) & (then > 0)
    ratio = np.divide(now, then, out=np.ones_like(now), where=known)
    return Measured(np.log(ratio) / (market.year - before.year), known)
