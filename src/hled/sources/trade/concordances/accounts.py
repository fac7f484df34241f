"""Output and imported inputs of the detailed industries of the United States, as the concordances weigh with them."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.kernel.bilingual import Bilingual
from hled.sources.tables import BUNDLED, csv_rows

SET = "bea_io_us"
YEAR = 2017

SCRAP, SECOND_HAND = "S00401", "S00402"
"""Commodities that no industry makes: scrap, and used goods."""

_IMPORTS = "F050"
"""Column of final demand that holds the imports of each commodity, less than zero."""


@dataclass(frozen=True, slots=True, eq=False)
class Accounts:
    """
    The detailed accounts of 2017, before redefinitions, in producer prices.

    Attributes
    ----------
    industries, commodities
        (J,) and (K,) codes of BEA; most stand in both.
    output : (J,) array
        Million U.S. dollars.
    imported : (K, J) array
        What each industry buys of the imports of each commodity, million U.S. dollars.
    all_imports : (K,) array
        Imports of each commodity, by industries and final demand, million U.S. dollars.
    inputs : (J,) array
        What each industry buys of all commodities, made at home or imported, million U.S. dollars.
    """

    industries: tuple[str, ...]
    commodities: tuple[str, ...]
    output: Vector
    imported: Matrix
    all_imports: Vector
    inputs: Vector


@cache
def accounts() -> Accounts:
    """The bundled detailed table of 2017; see `sources.input_output.bea` for what it holds besides."""
    with np.load(BUNDLED / SET / "detail_2017.npz", allow_pickle=False) as kept:
        of_imports = kept["final"].tolist().index(_IMPORTS)
        return Accounts(
            tuple(kept["industries"].tolist()),
            tuple(kept["commodities"].tolist()),
            kept["make"].sum(axis=1, dtype=np.float64),
            kept["imports"].astype(np.float64),
            -kept["imports_final"][:, of_imports].astype(np.float64),
            kept["use"].sum(axis=0, dtype=np.float64),
        )


@cache
def industry_names() -> dict[str, Bilingual]:
    """Names of the detailed industries, and of the two commodities that none of them makes."""
    return {
        row["code"]: Bilingual(row["name_en"], row["name_es"])
        for row in csv_rows(SET, "industries_detail.csv")
    } | {
        SCRAP: Bilingual("Scrap", "Chatarra y desperdicios"),
        SECOND_HAND: Bilingual("Used and secondhand goods", "Bienes usados y de segunda mano"),
    }


@cache
def summary_of() -> dict[str, str]:
    """The industry of the summary (71) by the detailed one; scrap and used goods are ``Used``."""
    rows = csv_rows(SET, "industries_detail.csv")
    return {row["code"]: row["summary"] for row in rows} | {SCRAP: "Used", SECOND_HAND: "Used"}
