"""The tables of an installation, as questions see them."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain.question import TableUsed
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hled.dialogue.studies.domain.screening.lists import ProductList
    from hled.economy.tables import Table
    from hled.interfaces.asked import Asked
    from hled.sources.input_output import TableEntry
    from hled.sources.trade import Backend, ExportsReading, MarketReading, TradeEntry

_RELEASES: Mapping[str, int] = MappingProxyType({"wiod2013": 2013, "bea": 2024, "us-imports-2024": 2025})
"""Bundled table or its edition -> year of its release."""

_OF_TRADE = frozenset({"complexity", "product", "screen"})
"""Kinds of question that are asked of trade tables."""


class InstalledTables:
    """
    Bundled tables and those added under a home, listed once for a question.

    Reading and computing libraries come in here, with the first question, and not before.
    """

    def __init__(self, home: Path) -> None:
        self.home = home

    @cached_property
    def entries(self) -> "tuple[TableEntry, ...]":
        from hled.sources.input_output import list_tables

        return list_tables(self.home)

    @cached_property
    def editions(self) -> dict[str, str]:
        """Id of each table -> digest of its edition, populations among them where a file of them is kept."""
        from hled.sources.trade.populations import FILE, populations_digest

        both: Iterable[TableEntry | TradeEntry] = (*self.entries, *self.trade)
        beside = populations_digest(self.home)
        return {each.id: each.digest for each in both} | ({FILE: beside} if beside else {})

    @cached_property
    def added_lists(self) -> dict[str, str]:
        """Name of each file of a list of products that was added -> digest of its bytes."""
        from hled.dialogue.studies.domain.screening.kept_lists import added_files

        return {path.name: sha256(path.read_bytes()).hexdigest() for path in added_files(self.home)}

    @cached_property
    def trade(self) -> "tuple[TradeEntry, ...]":
        from hled.sources.trade import list_trade

        return list_trade(self.home)

    def table(self, id: str) -> "Table":
        from hled.sources.input_output import load_table

        return load_table(id, self.home)

    def used(self, id: str) -> TableUsed:
        table = self.table(id)
        return TableUsed(
            id=table.id,
            title=table.title,
            year=table.year,
            unit=table.unit,
            digest=table.digest,
            edition=self.editions[id],
            source=table.source,
            vintage=table.vintage,
        )

    def between_countries(self) -> Sequence[str]:
        return [
            each.id
            for each in sorted(self.entries, key=lambda each: (each.year, each.id))
            if each.regions > 1
        ]

    def public_by(self, asked: "Asked") -> bool:
        """Whether a table of several countries counts as public on the day asked for; the year of a release ends it."""
        return self._any_public(self.between_countries(), asked)

    def public_for(self, kind: str, asked: "Asked") -> bool:
        """The same of the tables that a kind of question can be asked of: trade tables with imports, or tables of several countries."""
        ids = self.markets() if kind in _OF_TRADE else self.between_countries()
        return self._any_public(ids, asked)

    def _any_public(self, ids: Sequence[str], asked: "Asked") -> bool:
        if not asked.dated:
            return bool(ids)
        return any(self._public_on(id) <= asked.as_of for id in ids)

    @staticmethod
    def _public_on(id: str) -> date:
        """Last day of the year of the release; a table that a user added is undated, and no dated view shows it."""
        released = _RELEASES.get(id) or _RELEASES.get(id.partition("-")[0])
        return date(released, 12, 31) if released else date.max

    def of_year(self, year: int) -> Sequence[str]:
        return [each.id for each in self.entries if each.year == year and each.regions > 1]

    def markets(self) -> Sequence[str]:
        holding = [each for each in self.trade if "M" in each.flows and each.years]
        return [each.id for each in sorted(holding, key=lambda each: (max(each.years), each.id))]

    def newest_market(self, importer: str) -> str | None:
        """The newest of them that has the importer; the newest of all where none has it, or where there is one only."""
        from hled.sources.trade import importers

        known = self.markets()
        if len(known) < 2:
            return known[-1] if known else None
        return next((id for id in reversed(known) if importer in importers(id, self.home)), known[-1])

    def digits(self, id: str) -> int:
        return self._trade(id).digits

    def years(self, id: str) -> Sequence[int]:
        return self._trade(id).years

    def market(self, id: str, importer: str, level: int, year: int | None = None) -> "MarketReading":
        from hled.sources.trade import read_market

        return read_market(id, importer, level, year=year, home=self.home, backend=_backend())

    def world_exports(self, id: str, level: int) -> "ExportsReading":
        from hled.sources.trade import read_world_exports

        return read_world_exports(id, level=level, home=self.home, backend=_backend())

    def product_lists(self) -> "Mapping[str, ProductList]":
        from hled.dialogue.studies.domain.screening.kept_lists import installed_lists

        return installed_lists(self.home)

    def populations(self) -> "Mapping[str, float]":
        from hled.sources.trade.populations import populations

        return populations(self.home)

    def used_trade(self, id: str, year: int) -> TableUsed:
        entry = self._trade(id)
        return TableUsed(
            id=id,
            title=entry.title,
            year=year,
            unit="USD",
            digest=entry.digest,
            edition=entry.digest,
            source=entry.source,
            vintage=Bilingual(", ".join(entry.periods), ", ".join(entry.periods)),
        )

    def _trade(self, id: str) -> "TradeEntry":
        from hled.sources.trade import trade_entry

        return trade_entry(id, self.home)


def _backend() -> "Backend":
    from hled.sources.trade import Backend

    return Backend(os.environ.get("HLED_TRADE_BACKEND", "duckdb"))
