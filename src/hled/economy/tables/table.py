"""One immutable labelled inter-country input-output table."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

import numpy as np

from hled.economy.arrays import Index, Mask, Matrix, Vector
from hled.economy.rules import IO_01, IO_02, IO_03, IO_12, IO_13
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding


class Balance(StrEnum):
    """Which output the coefficients are taken of, where rows do not balance to the last unit."""

    SUPPLIED = "supplied"
    ROW_SUMS = "row_sums"


@dataclass(frozen=True, slots=True)
class Label:
    """A region, sector or category of final demand."""

    code: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Group:
    """A name for several regions or sectors, such as ``manufacturing``; `members` are their codes."""

    code: str
    name: Bilingual
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A category of final demand; `inventories` where it is a change in stocks."""

    code: str
    name: Bilingual
    inventories: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """
    A satellite account.

    Parameters
    ----------
    values : (n,) array
        Amount of each industry in a year, in `unit`; not a coefficient.
    """

    code: str
    name: Bilingual
    unit: str
    values: Vector


@dataclass(frozen=True, eq=False)
class Table:
    """
    Flows among industries of several regions in one year.

    Rows are industries: a sector in a region. They need not be every pair, and may be split further (`parts`, as the export
    processing zones of Mexico in the OECD's tables). All arrays are kept read-only.

    Parameters
    ----------
    unit, price_basis
        Of every flow, such as ``million USD`` and ``current basic prices``.
    region_of, sector_of : (n,) arrays
        Position in `regions` and in `sectors` of each industry.
    Z : (n, n) array
        Intermediate flows; row supplies, column buys.
    Y : (n, m) array
        Final demand; column j is category ``final_category_of[j]`` of region ``final_region_of[j]``.
    x : (n,) array
        Output as supplied.
    value_added : (n,) array or None
        As supplied; None where it is the residual of output and inputs, with taxes and margins.
    imports : (n,) array or None
        Imported inputs of each industry that are not rows of the table (a table of one country).
    exports
        Code of the category of final demand that holds exports out of the table, empty where the regions are the world.
    rounding
        Unit of the last digit of the cells as published, such as 1.0; 0 where it is not known.
    region_groups, sector_groups
        Names by which several regions or sectors are asked for together.

    Raises
    ------
    BrokenRuleError
        IO-01 on labels that occur twice, IO-02 on shapes, IO-03 on cells that are no finite number, IO-12 on blocks of
        another year, IO-13 on members of a group that are no label.
    """

    id: str
    title: Bilingual
    source: Bilingual
    year: int
    unit: str
    price_basis: str
    vintage: Bilingual
    regions: tuple[Label, ...]
    sectors: tuple[Label, ...]
    categories: tuple[Category, ...]
    region_of: Index
    sector_of: Index
    Z: Matrix
    Y: Matrix
    x: Vector
    final_region_of: Index
    final_category_of: Index
    parts: tuple[str, ...] = ()
    value_added: Vector | None = None
    imports: Vector | None = None
    exports: str = ""
    satellites: tuple[Account, ...] = ()
    block_years: tuple[tuple[str, int], ...] = field(default=())
    rounding: float = 0.0
    region_groups: tuple[Group, ...] = ()
    sector_groups: tuple[Group, ...] = ()

    def __post_init__(self) -> None:
        findings = [
            *self._label_findings(),
            *self._group_findings(),
            *self._shape_findings(),
            *self._year_findings(),
        ]
        if not findings:
            findings = [*self._cell_findings()]
        if findings:
            raise BrokenRuleError(findings)
        for array in self._arrays():
            array.flags.writeable = False

    @property
    def n(self) -> int:
        """Number of industries."""
        return len(self.x)

    @cached_property
    def residual_value_added(self) -> Vector:
        """(n,) Output less every input, in the table's unit; with taxes and margins."""
        inputs = self.Z.sum(axis=0)
        return np.asarray(self.x - inputs - (self.imports if self.imports is not None else 0.0))

    @cached_property
    def row_sums(self) -> Vector:
        """(n,) Sales to industries and to final demand."""
        return np.asarray(self.Z.sum(axis=1) + self.Y.sum(axis=1))

    def output(self, balance: Balance = Balance.SUPPLIED) -> Vector:
        """(n,) Output by the balance rule."""
        return self.x if balance is Balance.SUPPLIED else self.row_sums

    @property
    def reported_value_added(self) -> Vector:
        """(n,) Value added in the table's unit: as supplied where the table has it, else the residual."""
        return self.residual_value_added if self.value_added is None else self.value_added

    @cached_property
    def final_demand(self) -> Matrix:
        """(n, G) Final demand of each region, all categories together; exports out of the table are left out."""
        demand = np.zeros((self.n, len(self.regions)))
        kept = ~self.is_export
        for column in np.flatnonzero(kept):
            demand[:, self.final_region_of[column]] += self.Y[:, column]
        return demand

    @cached_property
    def is_export(self) -> Mask:
        """(m,) Whether a column of final demand holds exports out of the table."""
        codes = [each.code for each in self.categories]
        at = codes.index(self.exports) if self.exports else -1
        return np.asarray(self.final_category_of == at)

    @cached_property
    def inventories(self) -> Vector | None:
        """(n,) Changes in inventories of each industry's product; None where no category holds them."""
        held = [at for at, each in enumerate(self.categories) if each.inventories]
        if not held:
            return None
        return np.asarray(self.Y[:, np.isin(self.final_category_of, held)].sum(axis=1))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of labels and numbers, the same on every machine."""
        kept = sha256(json.dumps(self._described(), ensure_ascii=False, sort_keys=True).encode())
        for array in self._arrays():
            kept.update(np.ascontiguousarray(array, dtype="<f8" if array.dtype.kind == "f" else "<i8").data)
        return kept.hexdigest()

    def label(self, industry: int) -> str:
        """Code of an industry, such as ``MEX.c15``."""
        region, sector = (
            self.regions[self.region_of[industry]].code,
            self.sectors[self.sector_of[industry]].code,
        )
        part = self.parts[industry] if self.parts else ""
        return f"{region}.{sector}" + (f".{part}" if part else "")

    def _arrays(self) -> tuple[Matrix | Vector | Index, ...]:
        optional = [each for each in (self.value_added, self.imports) if each is not None]
        accounts = [each.values for each in self.satellites]
        places = [self.region_of, self.sector_of, self.final_region_of, self.final_category_of]
        return (self.Z, self.Y, self.x, *optional, *accounts, *places)

    def _described(self) -> dict[str, object]:
        return {
            "year": self.year,
            "unit": self.unit,
            "price_basis": self.price_basis,
            "regions": [each.code for each in self.regions],
            "sectors": [each.code for each in self.sectors],
            "categories": [[each.code, each.inventories] for each in self.categories],
            "parts": self.parts,
            "exports": self.exports,
            "optional": [self.value_added is not None, self.imports is not None],
            "satellites": [[each.code, each.unit] for each in self.satellites],
            "groups": [
                [[each.code, each.members] for each in groups]
                for groups in (self.region_groups, self.sector_groups)
            ],
        }

    def _label_findings(self) -> Iterator[Finding]:
        kinds: tuple[tuple[str, Sequence[Label | Category | Account]], ...] = (
            ("regions", self.regions),
            ("sectors", self.sectors),
            ("categories", self.categories),
            ("satellites", self.satellites),
        )
        for kind, labels in kinds:
            codes = [each.code for each in labels]
            for code in sorted({each for each in codes if codes.count(each) > 1}):
                yield Finding(IO_01, f"{self.id}: {kind}", code)
        if len(self.region_of) == len(self.sector_of) and (
            not self.parts or len(self.parts) == len(self.region_of)
        ):
            parts = self.parts or ("",) * len(self.region_of)
            seen: set[tuple[int, int, str]] = set()
            for region, sector, part in zip(
                self.region_of.tolist(), self.sector_of.tolist(), parts, strict=True
            ):
                if (region, sector, part) in seen:
                    name = f"{self.regions[region].code}.{self.sectors[sector].code}"
                    yield Finding(IO_01, f"{self.id}: rows", name)
                seen.add((region, sector, part))

    def _group_findings(self) -> Iterator[Finding]:
        for kind, labels, groups in (
            ("regions", self.regions, self.region_groups),
            ("sectors", self.sectors, self.sector_groups),
        ):
            known = {each.code for each in labels}
            taken = [*known, *(each.code for each in groups)]
            for group in groups:
                if taken.count(group.code) > 1:
                    yield Finding(IO_01, f"{self.id}: {kind}", group.code)
                for member in sorted(set(group.members) - known):
                    yield Finding(IO_13, f"{self.id}: {kind}: {group.code}", member)

    def _shape_findings(self) -> Iterator[Finding]:
        n, m = len(self.x), len(self.final_region_of)
        wanted: dict[str, tuple[Matrix | Vector | Index | None, tuple[int, ...]]] = {
            "Z": (self.Z, (n, n)),
            "Y": (self.Y, (n, m)),
            "x": (self.x, (n,)),
            "region_of": (self.region_of, (n,)),
            "sector_of": (self.sector_of, (n,)),
            "final_category_of": (self.final_category_of, (m,)),
            "value_added": (self.value_added, (n,)),
            "imports": (self.imports, (n,)),
            **{f"satellite {each.code}": (each.values, (n,)) for each in self.satellites},
        }
        for name, (array, shape) in wanted.items():
            if array is not None and array.shape != shape:
                yield Finding(IO_02, f"{self.id}: {name}", f"{array.shape} ≠ {shape}")
        if self.parts and len(self.parts) != n:
            yield Finding(IO_02, f"{self.id}: parts", f"{len(self.parts)} ≠ {n}")
        limits = (
            ("region_of", self.region_of, len(self.regions)),
            ("sector_of", self.sector_of, len(self.sectors)),
            ("final_region_of", self.final_region_of, len(self.regions)),
            ("final_category_of", self.final_category_of, len(self.categories)),
        )
        for name, places, most in limits:
            if len(places) and not (int(places.min()) >= 0 and int(places.max()) < most):
                yield Finding(
                    IO_02, f"{self.id}: {name}", f"{int(places.min())}..{int(places.max())} ∉ 0..{most - 1}"
                )
        if not n:
            yield Finding(IO_02, f"{self.id}: x", "0")

    def _year_findings(self) -> Iterator[Finding]:
        for block, year in self.block_years:
            if year != self.year:
                yield Finding(IO_12, f"{self.id}: {block}", f"{year} ≠ {self.year}")

    def _cell_findings(self) -> Iterator[Finding]:
        named = {
            "Z": self.Z,
            "Y": self.Y,
            "x": self.x,
            "value_added": self.value_added,
            "imports": self.imports,
        }
        named |= {f"satellite {each.code}": each.values for each in self.satellites}
        for name, array in named.items():
            if array is None or np.isfinite(array.sum()):
                continue
            bad = np.argwhere(~np.isfinite(array))
            for cell in bad[:20]:
                where = ", ".join(
                    [self.label(int(cell[0])), *(self._column(name, int(each)) for each in cell[1:])]
                )
                yield Finding(IO_03, f"{self.id}: {name}[{where}]", str(array[tuple(cell)]))
            if len(bad) > 20:
                rest = len(bad) - 20
                yield Finding(
                    IO_03, f"{self.id}: {name}", Bilingual(f"{rest} cells more", f"{rest} celdas más")
                )

    def _column(self, block: str, column: int) -> str:
        if block == "Z":
            return self.label(column)
        region = self.regions[self.final_region_of[column]].code
        return f"{region}.{self.categories[self.final_category_of[column]].code}"
