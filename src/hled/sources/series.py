"""Every series that can be read, by name."""

from collections.abc import Callable
from functools import cache

from hled.sources import banxico, bts, conapo, coneval, federal_reserve, inegi, ny_fed
from hled.sources.observed import Reading


@cache
def exchange_rates() -> Reading:
    """Pesos per U.S. dollar as both central banks publish it, side by side."""
    both = (banxico.exchange_rate(), federal_reserve.exchange_rate())
    return Reading(
        tuple(each for reading in both for each in reading.observations),
        tuple(finding for reading in both for finding in reading.findings),
    )


SERIES: dict[str, Callable[[], Reading]] = {
    "truck_crossings": bts.truck_crossings,
    "people_crossings": bts.people_crossings,
    "empty_containers": bts.empty_containers,
    "two_way_freight": bts.two_way_freight,
    "exports_to_mexico": bts.exports_to_mexico,
    "imports_from_mexico": bts.imports_from_mexico,
    "exports_by_mexican_state": bts.exports_by_mexican_state,
    "machinery_exports_by_mexican_state": bts.machinery_exports_by_mexican_state,
    "supply_chain_pressure": ny_fed.supply_chain_pressure,
    "exchange_rates": exchange_rates,
    "remittances_by_state": banxico.remittances_by_state,
    "real_minimum_wage": banxico.real_minimum_wage,
    "gdp_by_state": inegi.gdp_by_state,
    "gdp_per_person_by_state": inegi.gdp_per_person_by_state,
    "information_share_by_state": inegi.information_share_by_state,
    "poverty_by_state": coneval.poverty_by_state,
    "extreme_poverty_by_state": coneval.extreme_poverty_by_state,
    "educational_lag_by_state": coneval.educational_lag_by_state,
    "no_social_security_by_state": coneval.no_social_security_by_state,
    "marginalization_by_state": conapo.marginalization_by_state,
    "illiteracy_by_state": conapo.illiteracy_by_state,
}
"""Readers by the name that definitions of indicators use; each reads once and remembers."""


def read(series: str) -> Reading:
    """
    Figures of one series.

    Raises
    ------
    ValueError
        When no series has the name.
    """
    if series not in SERIES:
        raise ValueError(f"series={series!r} is none of {', '.join(SERIES)}")
    return SERIES[series]()
