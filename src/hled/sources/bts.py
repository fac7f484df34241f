"""U.S. Bureau of Transportation Statistics: border crossings and TransBorder freight."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.observed import Observed, Reading
from hled.sources.places import FORMER_STATE_NAMES, STATE_CODES_BY_NAME
from hled.sources.rules import SR_08, SR_09, SR_14
from hled.sources.tables import exact, month, month_of, parquet_rows, without_duplicates, year_of

CROSSINGS = "bts_border_crossing_mexico"
FREIGHT = "bts_transborder"

MODES = {
    "Truck": "truck",
    "Rail": "rail",
    "Vessel": "vessel",
    "Air": "air",
    "Pipeline": "pipeline",
    "Mail (U.S. Postal Service)": "mail",
    "Foreign Trade Zones (FTZs)": "trade_zone",
    "Other/Unknown": "other",
}
"""Mode codes of this package by the provider's names."""

PEOPLE = {
    "Pedestrians": "pedestrians",
    "Personal Vehicle Passengers": "personal_vehicle_passengers",
    "Bus Passengers": "bus_passengers",
    "Train Passengers": "train_passengers",
}
"""Codes of those who cross by the provider's measures."""

EMPTY, LOADED = "Truck Containers Empty", "Truck Containers Loaded"

_ALL_MODES_SINCE = Finding(
    SR_14,
    f"{FREIGHT}/monthly_trends.parquet",
    Bilingual(
        "Air and vessel freight is included from November 2003 only; earlier totals are of surface modes.",
        "La carga aérea y marítima se incluye solo desde noviembre de 2003; los totales anteriores son de los "
        "modos terrestres.",
    ),
)


@cache
def truck_crossings() -> Reading:
    """Trucks entering the United States from Mexico, by port and month (count)."""
    return without_duplicates(
        (_crossing(row, "") for row in _crossings("Trucks")), f"{CROSSINGS}/monthly_crossings.parquet"
    )


@cache
def people_crossings() -> Reading:
    """People entering the United States from Mexico by land, by port, month and way (count)."""
    return without_duplicates(
        (_crossing(row, PEOPLE[row["measure"]]) for row in _crossings(*PEOPLE)),
        f"{CROSSINGS}/monthly_crossings.parquet",
    )


@cache
def empty_containers() -> Reading:
    """
    Share of truck containers that enter the United States empty, by port and month.

    ``value = empty / (empty + loaded)``; missing where one of the two counts is missing or both are zero.
    """
    origin = f"{CROSSINGS}/monthly_crossings.parquet"
    counts = {
        measure: without_duplicates((_crossing(row, "") for row in _crossings(measure)), origin)
        for measure in (EMPTY, LOADED)
    }
    loaded = {each.key: each for each in counts[LOADED].observations}
    observations = tuple(
        _empty_share(each, loaded[each.key]) for each in counts[EMPTY].observations if each.key in loaded
    )
    return Reading(observations, counts[EMPTY].findings + counts[LOADED].findings)


@cache
def exports_to_mexico() -> Reading:
    """U.S. exports to Mexico by month and mode (U.S. dollars)."""
    return _freight("Export")


@cache
def imports_from_mexico() -> Reading:
    """U.S. imports from Mexico by month and mode (U.S. dollars)."""
    return _freight("Import")


@cache
def two_way_freight() -> Reading:
    """U.S. exports to and imports from Mexico together, by month and mode (U.S. dollars)."""
    totals: defaultdict[tuple[date, date, str, str], Decimal] = defaultdict(Decimal)
    for flow in (exports_to_mexico(), imports_from_mexico()):
        for each in flow.observations:
            if each.value is not None:
                totals[each.key] += each.value
    return Reading(tuple(Observed(*key, value) for key, value in sorted(totals.items())), (_ALL_MODES_SINCE,))


@cache
def exports_by_mexican_state() -> Reading:
    """U.S. surface exports by Mexican state of destination, year and mode (U.S. dollars)."""
    return _by_state("mexican_state_trade.parquet")


@cache
def machinery_exports_by_mexican_state() -> Reading:
    """
    U.S. surface exports of machinery and electrical equipment (HS chapters 84 and 85).

    By Mexican state of destination, year and mode (U.S. dollars).
    """
    return _by_state("commodity_mexstate_trade.parquet", CommodityGroup="Machinery & Electrical Equipment")


def _crossings(*measures: str) -> list[dict[str, Any]]:
    return parquet_rows(CROSSINGS, "monthly_crossings.parquet", measure=measures)


def _crossing(row: dict[str, Any], breakdown: str) -> Observed:
    return Observed(*month_of(row["month"]), row["port_code"], breakdown, exact(row["value"]))


def _empty_share(empty: Observed, loaded: Observed) -> Observed:
    if empty.value is None or loaded.value is None or not empty.value + loaded.value:
        return Observed(*empty.key, None)
    both = empty.value + loaded.value
    return Observed(*empty.key, empty.value / both, numerator=empty.value, denominator=both)


def _freight(flow: str) -> Reading:
    rows = parquet_rows(FREIGHT, "monthly_trends.parquet", Country="Mexico", TradeType=flow)
    reading = without_duplicates(
        (
            Observed(*month(row["Year"], row["Month"]), "", MODES[row["Mode"]], exact(row["TradeValue"]))
            for row in rows
        ),
        f"{FREIGHT}/monthly_trends.parquet",
    )
    return Reading(reading.observations, (*reading.findings, _ALL_MODES_SINCE))


def _by_state(file: str, **equal: object) -> Reading:
    rows = parquet_rows(FREIGHT, file, TradeType="Export", **equal)
    place = f"{FREIGHT}/{file}"
    reading = without_duplicates(_state_rows(rows, place), place)
    renamed = sorted({row["MexState"] for row in rows} & FORMER_STATE_NAMES.keys())
    return Reading(reading.observations, (*reading.findings, *_renamed(renamed, place)))


def _state_rows(rows: Iterable[dict[str, Any]], place: str) -> Iterator[Observed]:
    for row in rows:
        yield Observed(
            *year_of(row["Year"]),
            _state_code(row["MexState"], place),
            MODES[row["Mode"]],
            exact(row["TradeValue"]),
        )


def _state_code(name: str, place: str) -> str:
    code = STATE_CODES_BY_NAME.get(name) or FORMER_STATE_NAMES.get(name)
    if code is None:
        raise BrokenRuleError([Finding(SR_09, place, name)])
    return code


def _renamed(names: Iterable[str], place: str) -> Iterator[Finding]:
    for name in names:
        yield Finding(
            SR_08,
            place,
            Bilingual(
                f"'{name}' is counted as Ciudad de México (09), its name since 29 January 2016.",
                f"«{name}» se cuenta como Ciudad de México (09), su nombre desde el 29 de enero de 2016.",
            ),
        )
