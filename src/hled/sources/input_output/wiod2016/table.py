"""What both layouts share: where a row goes, and the finished table."""

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.rules import IO_21, IO_22
from hled.economy.tables import Account, Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.filling import Columns, Filling, Key
from hled.sources.input_output.labels import name_of
from hled.sources.input_output.naming import categories_in, labeled, names_in, region_groups, sector_groups
from hled.sources.input_output.streaming import Findings

CATEGORIES = ("CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN")
TOTAL = "TOT"
OUTPUT = "GO"
_BELOW = {
    "VA": "value_added",
    "TXSP": "taxes_on_products",
    "EXP_adj": "adjustment_of_exports",
    "PURR": "purchases_abroad",
    "PURNR": "purchases_of_nonresidents",
    "IntTTM": "transport_margins",
}
"""Rows below the industries; sums of intermediate inputs are not kept."""

_SUMS = frozenset({"II_fob", "TOT"})
_ACCOUNTS = {
    "taxes_on_products": Bilingual(
        "Taxes less subsidies on products", "Impuestos menos subsidios a los productos"
    ),
    "adjustment_of_exports": Bilingual(
        "Adjustment of exports, c.i.f. to f.o.b.", "Ajuste de exportaciones, de CIF a FOB"
    ),
    "purchases_abroad": Bilingual(
        "Direct purchases abroad by residents", "Compras directas de residentes en el extranjero"
    ),
    "purchases_of_nonresidents": Bilingual(
        "Purchases on the domestic territory by non-residents",
        "Compras de no residentes en el territorio nacional",
    ),
    "transport_margins": Bilingual("International transport margins", "Márgenes de transporte internacional"),
}


Entry = tuple[Key | None, bool]
"""What a column is: key, and whether of final demand; no key where it is a total."""


def columns_of(findings: Findings, name: str, entries: list[Entry]) -> Columns:
    findings.refuse()
    finals = [(at, key) for at, (key, final) in enumerate(entries) if key and final]
    industries = [(at, key) for at, (key, final) in enumerate(entries) if key and not final]
    totals = [at for at, (key, _) in enumerate(entries) if key is None]
    if not industries or not finals or len(totals) > 1:
        found = Bilingual(
            f"{len(industries)} industries, {len(finals)} columns of final demand, {len(totals)} of totals",
            f"{len(industries)} industrias, {len(finals)} columnas de demanda final, {len(totals)} de totales",
        )
        raise BrokenRuleError([Finding(IO_22, name, found)])
    return Columns(
        [key for _, key in industries],
        np.array([at for at, _ in industries], dtype=np.intp),
        [key for _, key in finals],
        np.array([at for at, _ in finals], dtype=np.intp),
        totals[0] if totals else None,
    )


def fill(
    filling: Filling, findings: Findings, name: str, key: Key, country: str, code: str, found: Vector
) -> None:
    if country != TOTAL and filling.knows(key):
        filling.industry(key, found)
    elif country == TOTAL and code == OUTPUT:
        filling.output(found)
    elif country == TOTAL and code in _BELOW:
        filling.account(_BELOW[code], found)
    elif not (country == TOTAL and code in _SUMS):
        findings.add(Finding(IO_21, f"{name}: rows", f"{country} {code}".strip() or "''"))


def table_of(id: str, name: str, year: int, columns: Columns, filling: Filling, x: Vector) -> Table:
    known = names_in("wiod2016_sectors.csv")
    names = {code: name_of(row) for code, row in known.items()}
    held = labeled(columns.industries, columns.finals, categories_in("wiod2016_final_demand.csv"), names)
    return Table(
        id=id,
        title=Bilingual(
            f"World input-output table, 2016 release, {year}",
            f"Tabla mundial de insumo-producto, edición 2016, {year}",
        ),
        source=Bilingual(
            f"World Input-Output Database, 2016 release; file {name}. CC BY 4.0.",
            f"World Input-Output Database, edición 2016; archivo {name}. CC BY 4.0.",
        ),
        year=year,
        unit="million USD",
        price_basis="current basic prices",
        vintage=Bilingual("2016 release", "Edición 2016"),
        regions=held.regions,
        sectors=held.sectors,
        categories=held.categories,
        region_of=held.region_of,
        sector_of=held.sector_of,
        Z=filling.Z,
        Y=filling.Y,
        x=x,
        final_region_of=held.final_region_of,
        final_category_of=held.final_category_of,
        value_added=filling.accounts.get("value_added"),
        satellites=tuple(
            Account(code, said, "million USD", filling.accounts[code])
            for code, said in _ACCOUNTS.items()
            if code in filling.accounts
        ),
        region_groups=region_groups(held.regions),
        sector_groups=sector_groups({code: row["group"] for code, row in known.items()}, held.sectors),
    )
