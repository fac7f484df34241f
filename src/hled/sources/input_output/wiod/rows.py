"""What the layouts of both releases share: what a column is, and where a row goes."""

from types import MappingProxyType

import numpy as np

from hled.economy.arrays import Vector
from hled.economy.rules import IO_21, IO_22
from hled.economy.tables import Account
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.filling import Columns, Filling, Key
from hled.sources.input_output.streaming import Findings

Entry = tuple[Key | None, bool]
"""What a column is: key, and whether of final demand; no key where it is a total."""

TOTAL = "TOT"
OUTPUT = "GO"
BELOW = MappingProxyType(
    {
        "VA": "value_added",
        "TXSP": "taxes_on_products",
        "EXP_adj": "adjustment_of_exports",
        "PURR": "purchases_abroad",
        "PURNR": "purchases_of_nonresidents",
        "IntTTM": "transport_margins",
    }
)
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
    """Put a row where it goes: an industry's sales, output, or the account of its code."""
    if country != TOTAL and filling.knows(key):
        filling.industry(key, found)
    elif country == TOTAL and code == OUTPUT:
        filling.output(found)
    elif country == TOTAL and code in BELOW:
        filling.account(BELOW[code], found)
    elif not (country == TOTAL and code in _SUMS):
        findings.add(Finding(IO_21, f"{name}: rows", f"{country} {code}".strip() or "''"))


def accounts_of(filling: Filling) -> tuple[Account, ...]:
    """The rows below the industries that have a name, million U.S. dollars."""
    return tuple(
        Account(code, said, "million USD", filling.accounts[code])
        for code, said in _ACCOUNTS.items()
        if code in filling.accounts
    )
