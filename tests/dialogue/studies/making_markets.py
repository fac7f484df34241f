"""Small trade tables as a user drops them in: BACI and the plain layout, with several importers and no duties."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from tests.economy.complexity.making import made_values
from tests.sources.trade.files import BACI_HEADER, plain, write

from hled.sources.trade.adding import add_trade
from hled.sources.trade.concordances.editions import exists
from hled.sources.trade.concordances.products import subheadings

NUMBERS = {
    **{"BRA": 76, "CAN": 124, "CHN": 156, "COL": 170, "CRI": 188, "DEU": 276, "GTM": 320, "HND": 340},
    **{"IND": 699, "JPN": 392, "KOR": 410, "MEX": 484, "PAN": 591, "SLV": 222, "USA": 842, "VNM": 704},
}
"""ISO alpha-3 -> number that BACI gives the country."""
COUNTRIES = tuple(NUMBERS)
IMPORTERS = ("CRI", "MEX", "USA")
PRODUCTS = tuple(
    dict.fromkeys(
        [
            "850760",
            "854231",
            "901890",
            *(each for each in subheadings()[600:4800:60] if exists(each, "HS2017")),
        ]
    )
)
"""Codes that HS 2017 and HS 2022 have."""
OF_2017 = {"901890": "851712"}
"""What stands in the older edition in place of a code: telephones, which HS 2022 divided."""
SIZES = {"USA": 4e5, "MEX": 1e5, "CRI": 2e3}
"""Thousand dollars by which the made figures of an importer are multiplied."""


def sales(importer: str, seed: int = 7) -> dict[tuple[str, str], float]:
    """Exporter and product -> thousand dollars that an importer buys; the importer sells itself nothing."""
    values = made_values(len(COUNTRIES), len(PRODUCTS), seed=seed + IMPORTERS.index(importer))
    scaled = values / values.mean() * SIZES[importer]
    return {
        (exporter, product): round(float(scaled[c, p]), 3)
        for c, exporter in enumerate(COUNTRIES)
        for p, product in enumerate(PRODUCTS)
        if exporter != importer and scaled[c, p] > 0
    }


def baci_rows(year: int, importers: Sequence[str] = IMPORTERS) -> Iterator[tuple[object, ...]]:
    for importer in importers:
        for (exporter, product), value in sales(importer).items():
            yield year, NUMBERS[exporter], NUMBERS[importer], product, f"{value:.3f}", f"{value / 3:.3f}"


def add_baci(folder: Path, home: Path, *, id: str = "baci", edition: str = "HS22", year: int = 2023) -> None:
    """World trade in one file of BACI as an installation keeps it."""
    folder.mkdir(parents=True, exist_ok=True)
    older = OF_2017 if edition == "HS17" else {}
    rows = [(*each[:3], older.get(str(each[3]), each[3]), *each[4:]) for each in baci_rows(year)]
    file = write(folder / f"BACI_{edition}_Y{year}_V202501.csv", BACI_HEADER, rows)
    add_trade(file, "baci", home, id=id)


def add_plain(
    folder: Path,
    home: Path,
    rows: Sequence[Sequence[object]],
    *,
    id: str = "given",
    header: Sequence[str] = ("importer", "exporter", "product", "value"),
    year: int | None = 2023,
    edition: str = "HS2022",
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    add_trade(
        plain(folder / f"{id}.csv", *rows, header=header), "plain", home, id=id, year=year, edition=edition
    )


def plain_rows(importer: str, times: float = 1000.0) -> list[tuple[object, ...]]:
    """Sales in one market in dollars."""
    return [
        (importer, exporter, product, f"{value * times:.0f}")
        for (exporter, product), value in sales(importer).items()
    ]


def taxed(rows: Sequence[Sequence[object]], rate: float) -> list[tuple[object, ...]]:
    """The same rows, each with a duty of that rate."""
    return [(*row, f"{float(str(row[-1])) * rate:.0f}") for row in rows]


def total(importer: str) -> float:
    """What an importer buys, in dollars."""
    return float(np.sum([*sales(importer).values()]) * 1000)
