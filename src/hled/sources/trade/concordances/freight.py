"""
Southbound surface trade: what Mexican states receive from the United States, by section of the Harmonized System.

U.S. exports by truck, rail, pipeline, mail and other surface modes; not air, not vessel. The state is that of destination as
declared, and the commodity is a section of the Harmonized System: a product shares the figure of its section with all others.
The U.S. states are of origin or destination, over all commodities and modes.

References
----------
U.S. Bureau of Transportation Statistics, TransBorder Freight Data; totals by the University of North Texas.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hled.economy.arrays import Mask
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.places import FORMER_STATE_NAMES, MEXICAN_STATES, STATE_CODES_BY_NAME
from hled.sources.rules import SR_08
from hled.sources.tables import parquet_rows
from hled.sources.trade.concordances.products import section_of
from hled.sources.trade.concordances.reading import Texts, number_columns, text_columns
from hled.sources.trade.concordances.rules import TR_56

SET = "bts_transborder"
NAME = Bilingual("Southbound surface trade", "Comercio terrestre hacia el sur")

SPECIAL = "98"
"""Special provisions, chapters 98 and 99, which are outside the sections."""

SECTION_OF_GROUP = {
    "Live Animals & Animal Products": "I",
    "Vegetable Products": "II",
    "Animal or Vegetable Fats & Oils": "III",
    "Foodstuffs, Beverages & Tobacco": "IV",
    "Mineral Products": "V",
    "Chemical Products": "VI",
    "Plastics & Rubber": "VII",
    "Raw Hides, Skins & Leather": "VIII",
    "Wood & Wood Products": "IX",
    "Pulp, Paper & Paperboard": "X",
    "Textiles & Apparel": "XI",
    "Footwear, Headgear & Umbrellas": "XII",
    "Stone, Ceramic & Glass Products": "XIII",
    "Precious Metals & Stones": "XIV",
    "Base Metals & Articles": "XV",
    "Machinery & Electrical Equipment": "XVI",
    "Transportation Equipment": "XVII",
    "Optical, Medical & Precision Instruments": "XVIII",
    "Arms & Ammunition": "XIX",
    "Miscellaneous Manufactured Articles": "XX",
    "Works of Art & Antiques": "XXI",
    "Special Classification Provisions": SPECIAL,
}
"""The provider's commodity groups are the sections of the Harmonized System, and one of special provisions."""


@dataclass(frozen=True, slots=True, eq=False)
class Southbound:
    """
    U.S. surface exports by Mexican state of destination.

    Attributes
    ----------
    years, states, sections
        (Y,) years, (S,) states by INEGI code, (G,) sections in the order of their chapters, then `SPECIAL`.
    values : (Y, S, G) array
        U.S. dollars, all surface modes together; 0 where `recorded` is false.
    recorded : (Y, S, G) array
        Whether the source has a figure.
    last_full_year
        The last year with twelve months.
    findings
        SR-08: a state stands under its former name.
    """

    years: tuple[int, ...]
    states: tuple[str, ...]
    sections: tuple[str, ...]
    values: NDArray[np.float64]
    recorded: NDArray[np.bool_]
    last_full_year: int
    findings: tuple[Finding, ...]

    def receivers(self, product: str, year: int | None = None) -> tuple[tuple[str, float], ...]:
        """
        States that receive goods of the product's section, with U.S. dollars, the largest first; the last full year by default.

        Raises
        ------
        BrokenRuleError
            TR-51, when the product begins with no chapter; TR-56, when the year is not in the series.
        """
        values, recorded = self._of(product, year)
        order = np.argsort(-values, kind="stable")
        return tuple((self.states[at], float(values[at])) for at in order if recorded[at])

    def _of(self, product: str, year: int | None) -> tuple[NDArray[np.float64], Mask]:
        section = SPECIAL if product[:2] in ("98", "99") else section_of(product).code
        wanted = self.last_full_year if year is None else year
        if wanted not in self.years:
            raise BrokenRuleError([Finding(TR_56, "year", f"{wanted} ({self.years[0]}-{self.years[-1]})")])
        at = self.years.index(wanted), slice(None), self.sections.index(section)
        return self.values[at], self.recorded[at]


@dataclass(frozen=True, slots=True, eq=False)
class WithMexico:
    """
    Trade of the U.S. states with Mexico, all commodities and modes.

    Attributes
    ----------
    years, states
        (Y,) years and (S,) postal codes; ``DU`` is unknown.
    exports, imports : (Y, S) arrays
        U.S. dollars; 0 where the source has no figure.
    """

    years: tuple[int, ...]
    states: tuple[str, ...]
    exports: NDArray[np.float64]
    imports: NDArray[np.float64]


@cache
def southbound() -> Southbound:
    """The bundled figures, modes added up; Distrito Federal is Ciudad de México (09)."""
    file = "commodity_mexstate_trade.parquet"
    names, groups = text_columns(SET, file, "MexState", "CommodityGroup")
    year, value = number_columns(SET, file, "Year", "TradeValue")
    code_of = STATE_CODES_BY_NAME | FORMER_STATE_NAMES
    sections = tuple(SECTION_OF_GROUP.values())
    years, year_at = np.unique(year.astype(np.intp), return_inverse=True)
    states, state_at = _coded(names, code_of)
    section_at = np.array([sections.index(SECTION_OF_GROUP[group]) for group in groups.tolist()])
    values = np.zeros((len(years), len(states), len(sections)))
    recorded = np.zeros(values.shape, dtype=np.bool_)
    np.add.at(values, (year_at, state_at, section_at), value)
    recorded[year_at, state_at, section_at] = True
    return Southbound(
        tuple(years.tolist()),
        tuple(states.tolist()),
        sections,
        values,
        recorded,
        _last_full_year(),
        tuple(_renamed(set(names.tolist()), file)),
    )


@cache
def us_states() -> WithMexico:
    """The bundled figures by U.S. state."""
    file = "us_state_trade.parquet"
    states, flows = text_columns(SET, file, "state", "flow")
    year, value = number_columns(SET, file, "year", "value_usd")
    years, year_at = np.unique(year.astype(np.intp), return_inverse=True)
    codes, state_at = np.unique(states, return_inverse=True)
    values = {flow: np.zeros((len(years), len(codes))) for flow in ("Export", "Import")}
    for flow, into in values.items():
        chosen = flows == flow
        np.add.at(into, (year_at[chosen], state_at[chosen]), value[chosen])
    return WithMexico(tuple(years.tolist()), tuple(codes.tolist()), values["Export"], values["Import"])


def _renamed(names: Set[str], file: str) -> Iterator[Finding]:
    for former in sorted(names & FORMER_STATE_NAMES.keys()):
        place = MEXICAN_STATES[FORMER_STATE_NAMES[former]]
        yield Finding(
            SR_08,
            f"{SET}/{file}",
            Bilingual(
                f"'{former}' is counted as {place.name} ({place.code}).",
                f"«{former}» se cuenta como {place.name} ({place.code}).",
            ),
        )


def _coded(names: Texts, code_of: dict[str, str]) -> tuple[Texts, NDArray[np.intp]]:
    codes, at = np.unique([code_of[name] for name in names.tolist()], return_inverse=True)
    return codes, at.astype(np.intp)


def _last_full_year() -> int:
    rows = parquet_rows(SET, "monthly_trends.parquet", Country="Mexico", TradeType="Export", Mode="Truck")
    months: dict[int, set[int]] = {}
    for row in rows:
        months.setdefault(row["Year"], set()).add(row["Month"])
    return max(year for year, found in months.items() if len(found) == 12)
