"""The matrix that was asked for, and what the engine finds in it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.capability.rules import SC_73
from hled.dialogue.studies.domain.names import split
from hled.dialogue.studies.domain.screening.choosing import ProductChoice, choose_products
from hled.dialogue.studies.domain.screening.screen_rules import SC_72
from hled.economy.arrays import Index, Vector
from hled.economy.complexity import CONVENTIONS, Capability, Convention, Gain, Sample, capability, shown_in
from hled.economy.complexity.rules import CX_09, CX_14
from hled.economy.tables.choosing import near_ones
from hled.economy.trade import WorldExports
from hled.economy.trade.groups import group_with
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.concordances.products import EDITION
from hled.sources.trade.markets import capability_in

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.question import Tables

DIGITS = 6
_INSIDE = Bilingual(
    "{code} is inside {group}, which the table has as one exporter",
    "{code} está dentro de {group}, que la tabla trae como un solo exportador",
)


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """
    A matrix of exports, with its name and what a reader of it has to be told.

    Attributes
    ----------
    importer
        Whose market it shows; empty for the exports of every country.
    """

    exports: WorldExports
    name: Bilingual
    importer: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """
    What was found, and which products were asked for.

    Attributes
    ----------
    at
        Row of the partner.
    trade : (P,) array
        Exports of the sample by product, U.S. dollars.
    exports : (C,) array
        Exports of each exporter over all products of the table.
    choice
        Lists that were named, over the products of the sample.
    left_out
        Codes asked for that are not in the sample.
    """

    matrix: Matrix
    found: Capability
    at: int
    trade: Vector
    exports: Vector
    values: Vector
    choice: ProductChoice
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def rows(self) -> Index:
        """Products that were asked for."""
        return self.choice.rows


def see(tables: "Tables", asked: Asked) -> Shown:
    """
    Capability of every exporter of the matrix, and the products asked for.

    Raises
    ------
    NotFoundError
        TR-01 on an unknown table.
    BrokenRuleError
        CX-01 to CX-14 by the engine; CX-14 with near codes on an unknown partner; SC-09, SC-10, SC-31 and SC-71 on products.
    """
    matrix = read_matrix(tables, asked)
    exports = matrix.exports
    _refuse_unknown(asked, exports)
    found = capability(
        exports,
        sample=sample_of(asked),
        convention=convention_of(asked),
        populations=_populations(tables, asked),
    )
    at = found.exporter(asked["partner"])
    choice, left_out = _chosen(tables, asked, exports, found)
    rows, columns = (
        _positions(exports.exporters, found.exporters),
        _positions(exports.products, found.products),
    )
    inside = exports.values[np.ix_(rows, columns)]
    return Shown(
        matrix=matrix,
        found=found,
        at=at,
        trade=inside.sum(axis=0),
        exports=exports.values[rows].sum(axis=1),
        values=inside[at],
        choice=choice,
        left_out=left_out,
        findings=(*matrix.findings, *_edition(exports), *found.findings, *_out_of_sample(left_out)),
    )


def read_matrix(tables: "Tables", asked: Asked) -> Matrix:
    """The exports of every country where a table of them is named; else the market's own purchases by partner."""
    if asked["world"]:
        reading = tables.world_exports(asked["world"], min(DIGITS, tables.digits(asked["world"])))
        return Matrix(reading.exports, reading.shown, "", reading.findings)
    table, importer = asked["table"], asked["importer"]
    market = tables.market(table, importer, min(DIGITS, tables.digits(table)))
    return Matrix(shown_in(market.market), capability_in(importer), importer, market.findings)


def sample_of(asked: Asked) -> Sample:
    return Sample(
        minimum_exports=float(asked["exports"]),
        minimum_population=float(asked["population"]),
        minimum_world_trade=float(asked["trade"]),
        minimum_ubiquity=int(asked["ubiquity"]),
        without=tuple(split(asked["without"])),
    )


def convention_of(asked: Asked) -> Convention:
    """The convention by its name, with another outlook gain where one was asked for."""
    convention = CONVENTIONS[asked["convention"]]
    return replace(convention, gain=Gain(asked["gain"])) if asked["gain"] else convention


def _refuse_unknown(asked: Asked, exports: WorldExports) -> None:
    """CX-14 on the partner and on exporters to be left out, with codes that look like them."""
    named = [("partner", asked["partner"]), *(("without", each) for each in split(asked["without"]))]
    findings = [
        _near(place, code, exports.exporters) for place, code in named if code not in exports.exporters
    ]
    if findings:
        raise BrokenRuleError(findings)


def _near(place: str, code: str, known: tuple[str, ...]) -> Finding:
    if group := group_with(code, known):
        return Finding(CX_14, place, _INSIDE.format(code=code, group=group))
    said = ", ".join(near_ones(code, known) or known[:12])
    return Finding(
        CX_14, place, Bilingual(f"{code[:40]}; in the table: {said}", f"{code[:40]}; en la tabla: {said}")
    )


def _populations(tables: "Tables", asked: Asked) -> dict[str, float] | None:
    if asked["population"] == "0":
        return None
    found = dict(tables.populations())
    if not found:
        says = Bilingual(
            "no populations are loaded: put populations.csv with the columns country and population into the home folder",
            "no hay poblaciones cargadas: ponga populations.csv con las columnas country y population en la carpeta de inicio",
        )
        raise BrokenRuleError([Finding(CX_09, "population", says)])
    return found


def _chosen(
    tables: "Tables", asked: Asked, exports: WorldExports, found: Capability
) -> tuple[ProductChoice, tuple[str, ...]]:
    """The products asked for among all of the table, then those of them that are in the sample."""
    whole = choose_products(asked["list"], exports.products, exports.edition, tables.product_lists())
    position = {code: at for at, code in enumerate(found.products)}
    codes = [exports.products[at] for at in whole.rows]
    rows = np.array([position[code] for code in codes if code in position], dtype=np.intp)
    if not asked_for_some(asked):
        return ProductChoice(rows), ()
    missing = (*whole.absent, *(code for code in codes if code not in position))
    return ProductChoice(rows, whole.lists, whole.absent), tuple(sorted(missing))


def asked_for_some(asked: Asked) -> bool:
    """Whether lists or codes were named."""
    return asked["list"] not in {"", "all"}


def _positions(whole: tuple[str, ...], part: tuple[str, ...]) -> Index:
    at = {code: position for position, code in enumerate(whole)}
    return np.array([at[code] for code in part], dtype=np.intp)


def _edition(exports: WorldExports) -> tuple[Finding, ...]:
    return () if exports.edition == EDITION else (Finding(SC_72, exports.source, exports.edition),)


def _out_of_sample(codes: tuple[str, ...]) -> tuple[Finding, ...]:
    if not codes:
        return ()
    named = ", ".join(codes[:20]) + (", …" if len(codes) > 20 else "")
    return (Finding(SC_73, "list", f"{len(codes)}: {named}", data={"codes": list(codes)}),)
