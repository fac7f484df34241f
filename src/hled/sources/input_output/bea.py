"""
Input-output accounts of the United States, before redefinitions, in producer prices: 402 industries for 2017, 71 for five years.

The make, use and import matrices are turned into flows among industries by market shares; see `economy.tables.supply_use`.

References
----------
U.S. Bureau of Economic Analysis, Input-Output Accounts, 2017 benchmark; Horowitz & Planting (2009), *Concepts and Methods of
the U.S. Input-Output Accounts*; Miller & Blair (2022), *Input-Output Analysis*, 3rd ed., ch. 5.
"""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Matrix
from hled.economy.rules import IO_02
from hled.economy.tables import Account, Category, Group, Label, Table
from hled.economy.tables.supply_use import Accounts, ByIndustry, industry_by_industry
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.labels import Row, categories_of, groups_of, labels_of, name_of, rows_of
from hled.sources.tables import BUNDLED

FOLDER = BUNDLED / "bea_io_us"
UNIT = "million USD"

SOURCE = Bilingual(
    "U.S. Bureau of Economic Analysis, make, use and import matrices before redefinitions, prepared by the U.S. Environmental "
    "Protection Agency; industry by industry by market shares.",
    "U.S. Bureau of Economic Analysis, matrices de producción, de uso y de importaciones antes de redefiniciones, preparadas por "
    "la U.S. Environmental Protection Agency; industria por industria según participaciones de mercado.",
)
VINTAGE = Bilingual("2017 benchmark schema, as of July 2025", "Esquema de referencia 2017, a julio de 2025")
UNITED_STATES = Label("USA", Bilingual("United States", "Estados Unidos"))
EXPORTS = "F040"

NETTED = frozenset({"S00401", "S00402", "S00900", "Used", "Other"})
"""Scrap, used goods and the adjustment for the rest of the world: users supply them, or they only move amounts."""

NONCOMPARABLE = frozenset({"S00300", "Other"})
"""Imports of which nothing alike is made at home; whatever industries use of them is imported."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A bundled table and the file that holds its matrices."""

    id: str
    year: int
    detail: bool

    @property
    def file(self) -> str:
        return f"{'detail' if self.detail else 'summary'}_{self.year}.npz"

    @property
    def industries(self) -> int:
        return 402 if self.detail else 71

    @property
    def title(self) -> Bilingual:
        return Bilingual(
            f"United States, {self.industries} industries, {self.year}",
            f"Estados Unidos, {self.industries} industrias, {self.year}",
        )


EDITIONS = (
    Edition("bea-2017-detail", 2017, detail=True),
    *(Edition(f"bea-{year}", year, detail=False) for year in (2017, 2019, 2021, 2022, 2023)),
)


def read_bea(edition: Edition) -> Table:
    """
    Domestic flows among the industries of the United States, million current dollars in producer prices.

    Output is that of the make matrix, value added as published. Imported inputs, with those without a domestic counterpart,
    are `Table.imports`. Scrap and used goods that no industry made in the year are the account ``second_hand``; they are the
    only part of output that is neither in a row, nor imported, nor value added.

    Raises
    ------
    BrokenRuleError
        IO-02, when the labels inside the file are not those of the lists beside it.
    """
    rows = rows_of(FOLDER / ("industries_detail.csv" if edition.detail else "industries_summary.csv"))
    sectors = labels_of(rows)
    categories = categories_of(rows_of(FOLDER / "final_demand.csv"))
    with np.load(FOLDER / edition.file, allow_pickle=False) as kept:
        _require("industries", kept["industries"].tolist(), [each.code for each in sectors], edition)
        _require("final", kept["final"].tolist(), [each.code for each in categories], edition)
        commodities = np.array(kept["commodities"].tolist())
        components = kept["components"].tolist()
        held = {
            name: kept[name].astype(np.float64)
            for name in ("make", "use", "use_final", "imports", "imports_final", "value_added")
        }
    value_added = held.pop("value_added")
    made = industry_by_industry(Accounts(**held), _at(commodities, NETTED))
    amounts = {
        **dict(zip(components, value_added, strict=True)),
        "noncomparable_imports": held["imports"][_at(commodities, NONCOMPARABLE)].sum(axis=0),
        "second_hand": made.netted,
    }
    return _table(edition, rows, sectors, categories, made, value_added, amounts)


def _table(
    edition: Edition,
    rows: list[dict[str, str]],
    sectors: tuple[Label, ...],
    categories: tuple[Category, ...],
    made: ByIndustry,
    value_added: Matrix,
    amounts: dict[str, np.ndarray],
) -> Table:
    names = {row["code"]: name_of(row) for row in rows_of(FOLDER / "accounts.csv")}
    n, m = len(sectors), len(categories)
    return Table(
        id=edition.id,
        title=edition.title,
        source=SOURCE,
        year=edition.year,
        unit=UNIT,
        price_basis="current producer prices",
        vintage=VINTAGE,
        regions=(UNITED_STATES,),
        sectors=sectors,
        categories=categories,
        region_of=np.zeros(n, dtype=np.intp),
        sector_of=np.arange(n),
        Z=made.Z,
        Y=made.Y,
        x=made.x,
        final_region_of=np.zeros(m, dtype=np.intp),
        final_category_of=np.arange(m),
        value_added=value_added.sum(axis=0),
        imports=made.imports,
        exports=EXPORTS,
        satellites=tuple(Account(code, names[code], UNIT, values) for code, values in amounts.items()),
        rounding=1.0,
        sector_groups=_groups(rows, edition),
    )


def _groups(rows: list[dict[str, str]], edition: Edition) -> tuple[Group, ...]:
    """Broad groups; in the detailed table also the 71 industries of the summary, where they are more than one."""
    broad = groups_of(rows_of(FOLDER / "groups.csv"), "sector")
    if not edition.detail:
        return broad
    parts: dict[str, list[str]] = {}
    for row in rows:
        parts.setdefault(row["summary"], []).append(row["code"])
    named: dict[str, Row] = {row["code"]: row for row in rows_of(FOLDER / "industries_summary.csv")}
    return (
        *(
            Group(each.code, each.name, tuple(part for member in each.members for part in parts[member]))
            for each in broad
        ),
        *(Group(code, name_of(named[code]), tuple(members)) for code, members in parts.items()),
    )


def _at(commodities: np.ndarray, codes: frozenset[str]) -> Index:
    return np.flatnonzero(np.isin(commodities, sorted(codes)))


def _require(kind: str, found: list[str], declared: list[str], edition: Edition) -> None:
    if found != declared:
        first = next((pair for pair in zip(found, declared, strict=False) if pair[0] != pair[1]), ("", ""))
        raise BrokenRuleError(
            [
                Finding(
                    IO_02,
                    f"{edition.file}: {kind}",
                    f"{len(found)} | {len(declared)}: {first[0]} ≠ {first[1]}",
                )
            ]
        )
