"""Measures by their name: each takes a table and what is asked, and gives one number in the unit of its references."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from hled.dialogue.studies.domain.engine import content_of, lost_exports, lost_without
from hled.dialogue.studies.domain.questions.exposure import sectors_everywhere, supplier_industries
from hled.dialogue.studies.domain.questions.systems import system_on
from hled.dialogue.studies.domain.verification.references import example
from hled.economy.leontief.exposure import Convention, exposure
from hled.economy.leontief.position import Position, country_position, industry_position
from hled.economy.tables import Category, Label, Table
from hled.economy.tables.choosing import industries_named, regions_named
from hled.economy.value_chains import Decomposition, Method, decompose
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.leontief import System

Measure = Callable[..., float]
BILLION = 1_000
"""Millions."""


@lru_cache(maxsize=4)
def example_table(name: str) -> Table:
    """One of the small published tables."""
    said = example(name)
    regions, sectors = len(said.regions), len(said.sectors)
    columns = len(said.Y[0])
    return Table(
        id=name,
        title=Bilingual(name, name),
        source=Bilingual(name, name),
        year=0,
        unit="million USD",
        price_basis="-",
        vintage=Bilingual("-", "-"),
        regions=_labels(said.regions),
        sectors=_labels(said.sectors),
        categories=(Category("f", Bilingual("final demand", "demanda final")),),
        region_of=np.repeat(np.arange(regions), sectors),
        sector_of=np.tile(np.arange(sectors), regions),
        Z=np.array(said.Z, dtype=np.float64),
        Y=np.array(said.Y, dtype=np.float64),
        x=np.array(said.x, dtype=np.float64),
        final_region_of=np.arange(columns),
        final_category_of=np.zeros(columns, dtype=np.intp),
    )


def _labels(codes: Sequence[str]) -> tuple[Label, ...]:
    return tuple(Label(each, Bilingual(each, each)) for each in codes)


def _system(table: Table, balance: str = "supplied") -> "System":
    """The system of a table, of one region too."""
    return system_on(table, balance, alone=True)


def leontief_inverse(table: Table, *, row: int, column: int) -> float:
    return float(_system(table).L[row, column])


def output_for(table: Table, *, demand: Sequence[float], row: int) -> float:
    """Output of an industry for another final demand."""
    return float(_system(table).solver.solve(np.array(demand, dtype=np.float64))[row])


def identity(table: Table, *, law: str, country: str = "") -> float:
    """Largest relative error of a law of the system."""
    return float(_LAWS[law](_system(table), country))


def _value_added_law(system: "System", country: str) -> float:
    """``v'L`` is one for each product; without industries that have no output."""
    imports = system.table.imports
    added = system.v + (0 if imports is None else imports / system.x)
    traded = system.x > 0
    return float(np.abs(system.solver.solve_transposed(added) - 1)[traded].max())


def _output_law(system: "System", country: str) -> float:
    return float(np.abs(system.solver.solve(system.f) - system.x).max() / system.x.max())


def _ghosh(system: "System") -> tuple[np.ndarray, np.ndarray]:
    """Allocation coefficients ``diag(x)⁻¹ Z``, and which industries have output."""
    traded = system.x > 0
    over = np.divide(1.0, system.x, out=np.zeros_like(system.x), where=traded)
    return system.table.Z * over[:, None], traded


def _ghosh_law(system: "System", country: str) -> float:
    """``(I - B) diag(x)⁻¹ L diag(x)`` is the identity."""
    B, traded = _ghosh(system)
    kept = np.ix_(traded, traded)
    H = system.L[kept] * system.x[traded] / system.x[traded][:, None]
    found = H - B[kept] @ H
    return float(np.abs(found - np.eye(len(H))).max())


def _supply_law(system: "System", country: str) -> float:
    """``x' = v' H`` with value added v in the table's unit: ``x' (I - B)`` is value added."""
    B, _ = _ghosh(system)
    added = system.v * system.x
    imports = system.table.imports
    outside = 0 if imports is None else imports
    return float(np.abs(system.x - system.x @ B - added - outside).max() / system.x.max())


def _extraction_law(system: "System", country: str) -> float:
    """Extracting all exports of a country loses the domestic value added in them, from its own block alone."""
    table = system.table
    region = int(regions_named(table, country)[0])
    own = np.flatnonzero(table.region_of == region)
    lost = lost_exports(system, region).value_added[own].sum()
    added = decompose(system, Method.BM_EXPORTER, exporter=region).total("DVA")
    return float(abs(lost - added) / added)


_LAWS: Mapping[str, Callable[["System", str], float]] = MappingProxyType(
    {
        "value_added": _value_added_law,
        "output": _output_law,
        "ghosh": _ghosh_law,
        "supply": _supply_law,
        "extraction": _extraction_law,
    }
)


def exposure_share(
    table: Table, *, buyers: str, suppliers: str, convention: str, balance: str = "supplied"
) -> float:
    """Percent of inputs that come from a supplier, all buyers together."""
    industries = industries_named(table, buyers)
    found = exposure(
        _system(table, balance),
        buyers=industries,
        suppliers={suppliers: supplier_industries(table, suppliers, industries)},
        convention=Convention(convention),
    )
    return float(found.total[0]) * 100


def top_supplier_count(table: Table, *, buyers: str, supplier: str, balance: str = "supplied") -> float:
    """Of how many buyers a country is the largest supplier abroad of manufactures, looking through by gross output."""
    industries = industries_named(table, buyers)
    home = set(table.region_of[industries].tolist())
    codes = [each.code for at, each in enumerate(table.regions) if at not in home and each.code != "RoW"]
    found = exposure(
        _system(table, balance),
        buyers=industries,
        suppliers={code: industries_named(table, code) for code in codes},
        convention=Convention.LOOK_THROUGH_OUTPUT,
        inputs=sectors_everywhere(table, "manufacturing"),
    )
    return float((np.argmax(found.shares, axis=0) == codes.index(supplier)).sum())


def origin_share(
    table: Table, *, exporter: str, origin: str, importer: str = "", balance: str = "supplied"
) -> float:
    """Percent of the value of exports that an origin added."""
    by_region, exports = content_of(
        _system(table, balance),
        exporter=int(regions_named(table, exporter)[0]),
        importer=int(regions_named(table, importer)[0]) if importer else None,
        sectors=None,
    )
    return float(by_region[regions_named(table, origin)].sum()) / exports * 100


def final_goods_share(table: Table, *, industry: str, origin: str, balance: str = "supplied") -> float:
    """Percent of the value of an industry's final goods that an origin added, ``v_O L_(O,j)``."""
    at = int(industries_named(table, industry)[0])
    system = _system(table, balance)
    added = system.v * system.L[:, at]
    return float(added[industries_named(table, origin)].sum()) * 100


@lru_cache(maxsize=32)
def _divided(table: Table, balance: str, method: str, exporter: str) -> Decomposition:
    region = int(regions_named(table, exporter)[0])
    return decompose(_system(table, balance), Method(method), exporter=region)


def terms(table: Table, *, method: str, exporter: str, term: str, balance: str = "supplied") -> float:
    """One term or sum of a decomposition, in the table's unit."""
    return _divided(table, balance, method, exporter).total(term)


def terms_share(table: Table, *, method: str, exporter: str, term: str, balance: str = "supplied") -> float:
    """The same in percent of gross exports."""
    return _divided(table, balance, method, exporter).share(term) * 100


def terms_sum(
    table: Table, *, method: str, exporter: str, terms: Sequence[str], balance: str = "supplied"
) -> float:
    """Several terms together."""
    found = _divided(table, balance, method, exporter)
    return sum(found.total(each) for each in terms)


def wwz_sum(table: Table, *, term: str) -> float:
    """One of the sixteen terms of Wang, Wei and Zhu, over all exporters."""
    found = [_divided(table, "supplied", Method.WWZ, each.code) for each in table.regions]
    return sum(each.total(term) for each in found)


def _exports(table: Table) -> np.ndarray:
    """(n,) What each industry sells abroad."""
    regions = range(len(table.regions))
    abroad = [
        table.Z[:, table.region_of != region].sum(axis=1)
        + table.final_demand.sum(axis=1)
        - table.final_demand[:, region]
        for region in regions
    ]
    return np.asarray(np.stack(abroad)[table.region_of, np.arange(table.n)])


def own_value_in_exports(table: Table, *, industry: int) -> float:
    """Value added of an industry in its own exports, the diagonal of ``diag(v) L diag(e)``."""
    system = _system(table)
    return float(system.v[industry] * system.L[industry, industry] * _exports(table)[industry])


def imported_content_of_exports(table: Table, *, industry: int) -> float:
    """Value added abroad in the exports of an industry."""
    system = _system(table)
    abroad = table.region_of != table.region_of[industry]
    return float((system.v * system.L[:, industry])[abroad].sum() * _exports(table)[industry])


def exports_exported_again(table: Table, *, industry: int) -> float:
    """Value added of an industry in the exports of other regions."""
    system = _system(table)
    abroad = table.region_of != table.region_of[industry]
    return float(system.v[industry] * (system.L[industry] * _exports(table))[abroad].sum())


def extraction_loss(table: Table, *, taken: str, lost_by: str, balance: str = "supplied") -> float:
    """Billions of gross output that some lose when others are extracted whole."""
    lost = lost_without(_system(table, balance), industries_named(table, taken)).output
    return float(lost[industries_named(table, lost_by)].sum()) / BILLION


@lru_cache(maxsize=8)
def _position(table: Table, of: str, balance: str) -> Position:
    find = country_position if of == "countries" else industry_position
    return find(_system(table, balance))


def country_place(table: Table, *, position: str, country: str, balance: str = "supplied") -> float:
    """Where a country stands in its chains, net inventories taken out."""
    at = int(regions_named(table, country)[0])
    return float(getattr(_position(table, "countries", balance), position)[at])


def industry_place(
    table: Table, *, position: str, industry: str = "", at: int = -1, balance: str = "supplied"
) -> float:
    """Where an industry stands in its chains, by name or by its place in a small table."""
    place = int(industries_named(table, industry)[0]) if industry else at
    return float(getattr(_position(table, "industries", balance), position)[place])


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            leontief_inverse,
            output_for,
            identity,
            exposure_share,
            top_supplier_count,
            origin_share,
            final_goods_share,
            terms,
            terms_share,
            terms_sum,
            wwz_sum,
            own_value_in_exports,
            imported_content_of_exports,
            exports_exported_again,
            country_place,
            industry_place,
            extraction_loss,
        )
    }
)
