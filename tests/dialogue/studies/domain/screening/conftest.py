"""Part of the U.S. market of 2024, so that a screen takes a fraction of a second."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest

from hled.dialogue.studies.domain.asking import read_parameters
from hled.dialogue.studies.domain.question import Result
from hled.dialogue.studies.domain.questions.screen import QUESTION
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.economy.trade import Market

CHAPTERS = ("28", "38", "61", "69", "83", "84", "85", "90")


@cache
def _part(level: int) -> Any:
    with TemporaryDirectory() as home:
        reading = InstalledTables(Path(home)).market("us-imports-2024", "USA", level)
    market = reading.market
    rows = np.array([code.startswith(CHAPTERS) for code in market.products])
    return replace(reading, market=_rows(market, rows))


def _rows(market: Market, rows: Any) -> Market:
    assert market.duties is not None
    products = tuple(code for code, kept in zip(market.products, rows, strict=True) if kept)
    return replace(market, products=products, values=market.values[rows], duties=market.duties[rows])


class SomeChapters(InstalledTables):
    """The installation with a market of a few chapters; `also` are lines that nobody buys, `times` scales all values, with `taxed` each line pays its own rate."""

    def __init__(
        self, home: Path, *, also: tuple[str, ...] = (), times: float = 1.0, taxed: bool = False
    ) -> None:
        super().__init__(home)
        self.also, self.times, self.taxed = also, times, taxed

    def market(self, id: str, importer: str, level: int, year: int | None = None) -> Any:
        reading = _part(level)
        market = reading.market
        nothing = np.zeros((len(self.also), len(market.partners)))
        codes = (*market.products, *self.also)
        order = np.argsort(np.array(codes))
        values = np.vstack([market.values, nothing])[order] * self.times
        rates = np.arange(len(codes))[:, None] % 7 * np.arange(len(market.partners)) % 11 / 50
        duties = np.vstack([market.duties, nothing])[order] * self.times
        grown = replace(
            market,
            products=tuple(codes[at] for at in order),
            values=values,
            duties=values * rates if self.taxed else duties,
        )
        return replace(reading, market=grown)


@pytest.fixture
def tables(tmp_path: Path) -> SomeChapters:
    return SomeChapters(tmp_path)


def asked(tables: SomeChapters, **given: str) -> dict[str, str]:
    return QUESTION.complete(
        tables, read_parameters(QUESTION.parameters, {"base": "16", "top": "0", **given})
    )


def screened(tables: SomeChapters, **given: str) -> Result:
    return QUESTION.compute(tables, asked(tables, **given))


@pytest.fixture
def screen(tables: SomeChapters) -> Any:
    """Ask the screen of the part of the market."""
    return lambda **given: screened(tables, **given)


@pytest.fixture
def screen_of() -> Any:
    """Ask the screen of other tables."""
    return screened


@pytest.fixture
def some_chapters() -> type[SomeChapters]:
    return SomeChapters


@pytest.fixture
def subject_of(tables: SomeChapters) -> Any:
    from hled.dialogue.studies.domain.screening.subject import subject

    return lambda **given: subject(tables, asked(tables, **given))
