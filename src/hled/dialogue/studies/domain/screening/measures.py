"""Everything that is measured of each product of a market, before anything is weighed."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hled.dialogue.studies.domain.screening.lacking import lacking_of
from hled.dialogue.studies.domain.screening.partner_capability import PartnerCapability, partner_capability
from hled.dialogue.studies.domain.screening.subject import Subject
from hled.economy.arrays import Mask
from hled.economy.trade import Market
from hled.economy.trade.competitiveness import Competitiveness, competitiveness
from hled.economy.trade.criteria import Criteria, cdi
from hled.economy.trade.dependency import Dependency, Substitutes, dependency
from hled.economy.trade.duties import relief_in_lines
from hled.economy.trade.flags import Design, Flags, flag_probability
from hled.economy.trade.gains import Gain, market_share_gain
from hled.economy.trade.measured import Measured
from hled.economy.trade.treatments import AS_GIVEN, DIVIDED, Treatment, finest
from hled.sources.trade.concordances.freight import southbound
from hled.sources.trade.concordances.products import section_of
from hled.sources.trade.concordances.stake import Stake, stake
from hled.sources.trade.concordances.tariffs import CHAPTERS_AS_OF, ChangeByProduct, change_by_product


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
    capability
        Balassa's index and density of the partner, density under each of `THRESHOLDS`.
    duty_gap, tariff_gap : (P,) figures
        Fractions of value that external suppliers pay more than the partner: observed, and by the changes since.
    paid : (P,) figures
        Observed duty of the partner.
    stake
        Industries of the United States behind the products; None for another importer.
    output_at_stake, jobs_at_stake, output_without_jobs : (P,) figures
        Of those industries; unknown of products in no concordance.
    states : (P,) figures
        Equivalent number of Mexican states that receive U.S. goods of the section by surface.
    growth : (P,) figures
        Change of the logarithm of external imports a year.
    gain
        What nearshoring would move, by the arithmetic of the Inter-American Development Bank.
    lacking
        Figure -> table that it needs, where it is known of no product: see `lacking_of`.
    """

    treatments: tuple[Treatment, ...]
    cases: tuple[Criteria, ...]
    flags: Flags
    dependency: Dependency
    standing: Competitiveness
    capability: PartnerCapability
    duty_gap: Measured
    tariff_gap: Measured
    tariff: ChangeByProduct
    paid: Measured
    stake: Stake | None
    output_at_stake: Measured
    jobs_at_stake: Measured
    output_without_jobs: Measured
    states: Measured
    growth: Measured
    gain: Gain
    lacking: Mapping[str, str]

    @property
    def advantage(self) -> Measured:
        return self.capability.advantage

    @property
    def density(self) -> Measured:
        return self.capability.density


def measures(subject: Subject, *, draws: int, seed: int) -> Measures:
    """All measures of a market; those whose tables are not there are known of no product, and `lacking` says what they need."""
    market, external = subject.market, subject.external
    lacking = lacking_of(market, subject.partner, subject.before, subject.distances)
    exports = subject.own_exports
    treatments = (AS_GIVEN, DIVIDED, finest(subject.lines))
    cases = tuple(cdi(market, external, exports, treatment=each) for each in treatments)
    others = external.copy()
    others[subject.at] = False
    changed = _changed(market, lacking)
    behind = None if "users" in lacking else _stake(market)
    nothing = Measured.nowhere((len(market.products),))
    return Measures(
        treatments=treatments,
        cases=cases,
        flags=flag_probability(cases, Design(draws=draws, seed=seed)),
        dependency=dependency(
            market, external, distances=subject.distances, substitutes=Substitutes(exports=exports)
        ),
        standing=competitiveness(market, subject.partner, before=subject.before),
        capability=partner_capability(subject, tuple(each.advantage for each in THRESHOLDS)),
        duty_gap=nothing
        if "duty_gap" in lacking
        else relief_in_lines(subject.lines, market, subject.partner, others),
        tariff_gap=_tariff_gap(subject, others, changed),
        tariff=changed,
        paid=_paid(subject),
        stake=behind,
        output_at_stake=nothing if behind is None else Measured.where(behind.output, behind.placed),
        jobs_at_stake=nothing if behind is None else Measured.where(behind.jobs, behind.placed),
        output_without_jobs=nothing
        if behind is None
        else Measured.where(behind.output_without_jobs, behind.placed),
        states=nothing if "states" in lacking else _states(market.products),
        growth=_growth(subject),
        gain=market_share_gain(market, subject.partner, others),
        lacking=lacking,
    )


def _changed(market: Market, lacking: Mapping[str, str]) -> ChangeByProduct:
    """Changes of the U.S. tariff; unknown everywhere for another importer."""
    if "tariff_points" not in lacking:
        return change_by_product(market.products, market.partners)
    unknown = Measured.nowhere(market.values.shape)
    return ChangeByProduct(unknown.values, unknown.known, CHAPTERS_AS_OF, ())


def _stake(market: Market) -> Stake:
    return stake(market.products, market.values.sum(axis=1), unknown="empty")


def _paid(subject: Subject) -> Measured:
    """(P,) Observed duty of the partner."""
    market, at = subject.market, subject.at
    if market.duties is None:
        return Measured.nowhere((len(market.products),))
    return Measured.ratio(market.duties[:, at], market.values[:, at])


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


def _growth(subject: Subject) -> Measured:
    if subject.before is None:
        return Measured.nowhere((len(subject.market.products),))
    before, market = subject.before, subject.market
    outside = {market.partners[at] for at in np.flatnonzero(subject.external)}
    then = before.values[:, [each in outside for each in before.partners]].sum(axis=1)
    now = market.values[:, subject.external].sum(axis=1)
    known = (now > 0) & (then > 0)
    ratio = np.divide(now, then, out=np.ones_like(now), where=known)
    return Measured(np.log(ratio) / (market.year - before.year), known)
