"""How much of what some industries use comes from whom: at face value, looking through, through a corridor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Choice, Parameter
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.exposure_words import (
    CONVENTIONS,
    answer_in_words,
    question_in_words,
)
from hled.dialogue.studies.domain.questions.parameters import BALANCE, DRAWS, SEED, TABLE
from hled.dialogue.studies.domain.questions.systems import system, with_table
from hled.dialogue.studies.domain.questions.wording import ACCOUNTING
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.arrays import Index, Vector
    from hled.economy.leontief import System
    from hled.economy.leontief.exposure import Exposure
    from hled.economy.tables import Table

_BUYERS = Parameter(
    "buyers",
    "USA.manufacturing",
    Bilingual("Buyers", "Compradores"),
    Bilingual(
        "Industries that buy: REGION, SECTOR or REGION.SECTOR; groups such as manufacturing count.",
        "Industrias que compran: REGIÓN, SECTOR o REGIÓN.SECTOR; valen grupos como manufacturing.",
    ),
)
_SUPPLIERS = Parameter(
    "suppliers",
    "",
    Bilingual("Suppliers", "Proveedores"),
    Bilingual(
        "Regions that supply; without it China through a corridor, else the world in six parts. foreign: all but the buyer's own.",
        "Regiones que proveen; sin él, China si hay corredor, o el mundo en seis partes. foreign: todas salvo la del comprador.",
    ),
)
_THROUGH = Parameter(
    "through",
    "",
    Bilingual("Through", "A través de"),
    Bilingual(
        "Corridor: only what reaches the buyers inside inputs that they buy from this region.",
        "Corredor: solo lo que llega a los compradores dentro de insumos que compran a esta región.",
    ),
)
_CONVENTION = Parameter(
    "convention",
    "",
    Bilingual("Convention", "Convención"),
    Bilingual(
        "What is counted; a corridor where one is named, else looking through by value added.",
        "Qué se cuenta; un corredor si se nombra, o mirando a través por valor agregado.",
    ),
    (Choice("", Bilingual("as fits", "la que corresponda")), *CONVENTIONS),
)
_INPUTS = Parameter(
    "inputs",
    "all",
    Bilingual("Inputs", "Insumos"),
    Bilingual(
        "Only inputs of these sectors, such as manufacturing; all without it.",
        "Solo insumos de estos sectores, como manufacturing; todos sin él.",
    ),
)


@dataclass(frozen=True)
class _Found:
    """An exposure with the words of its parts."""

    table: "Table"
    buyers: "Index"
    suppliers: Sequence[str]
    shares: "Exposure"
    low: "Vector"
    high: "Vector"
    by_industry: "Mapping[int, tuple[Vector, Vector]]"


def complete(tables: Tables, asked: Asked) -> dict[str, str]:
    """Convention and suppliers that fit what was asked."""
    whole = with_table(tables, asked)
    if not whole["convention"]:
        whole["convention"] = "corridor" if whole["through"] else "look_through_value_added"
    if whole["convention"] == "corridor" and not whole["through"]:
        whole["through"] = "MEX"
    if whole["convention"] != "corridor":
        whole["through"] = ""
    if not whole["suppliers"]:
        whole["suppliers"] = "CHN" if whole["through"] else ",".join(names.ORIGINS)
    return whole


def compute(tables: Tables, asked: Asked) -> Result:
    found = _find(system(tables, asked), asked)
    groups, industries = _rows(found, asked)
    ordered = _ranked(industries, found.suppliers)
    return Result(
        question=question_in_words(found.table, asked),
        says=answer_in_words(found.table, asked, groups, ordered),
        items=(*groups, *ordered),
        tables=(tables.used(asked["table"]),),
        figures={"rows": [_figure(each) for each in (*groups, *ordered)]},
        seed=int(asked["seed"]),
    )


def _find(system: "System", asked: Asked) -> _Found:
    from hled.dialogue.studies.domain.engine import ranges_of, shares_of
    from hled.economy.tables.choosing import industries_named

    table = system.table
    buyers = industries_named(table, asked["buyers"])
    codes = names.split(asked["suppliers"])
    suppliers = {code: supplier_industries(table, code, buyers) for code in codes}
    through, inputs = asked["through"], asked["inputs"]
    question: Any = {
        "buyers": buyers,
        "suppliers": suppliers,
        "convention": asked["convention"],
        "inputs": None if inputs in {"", "all"} else sectors_everywhere(table, inputs),
        "corridor": industries_named(table, through) if through else None,
    }
    low, high = ranges_of(system, **question, draws=int(asked["draws"]), seed=int(asked["seed"]))
    by_industry = _industry_ranges(system, asked, question, codes)
    return _Found(table, buyers, codes, shares_of(system, **question), low, high, by_industry)


_MOST_RANGES = 2
"""Suppliers for which each industry has a range of its own; more would make the reader wait."""


def _industry_ranges(
    system: "System", asked: Asked, question: Mapping[str, Any], codes: Sequence[str]
) -> "dict[int, tuple[Vector, Vector]]":
    """Place of a supplier -> range of each buyer, where few single countries are asked for by value added."""
    from hled.dialogue.studies.domain.engine import industry_ranges

    places = {each.code: at for at, each in enumerate(system.table.regions)}
    by_value = asked["convention"] in {"corridor", "look_through_value_added"}
    if not by_value or question["inputs"] is not None or len(codes) > _MOST_RANGES:
        return {}
    return {
        at: industry_ranges(
            system,
            buyers=question["buyers"],
            origin=places[code],
            corridor=question["corridor"],
            draws=int(asked["draws"]),
            seed=int(asked["seed"]),
        )
        for at, code in enumerate(codes)
        if code in places
    }


def sectors_everywhere(table: "Table", spec: str) -> "Index":
    """Industries of some sectors in every region."""
    import numpy as np

    from hled.economy.tables.choosing import sectors_named

    return np.flatnonzero(np.isin(table.sector_of, sectors_named(table, spec)))


def supplier_industries(table: "Table", code: str, buyers: "Index") -> "Index":
    """Industries of a region or group; `foreign` is every region in which no buyer stands."""
    import numpy as np

    from hled.economy.tables.choosing import industries_named

    if code != names.FOREIGN:
        return industries_named(table, code)
    return np.flatnonzero(~np.isin(table.region_of, table.region_of[buyers]))


def _rows(found: _Found, asked: Asked) -> tuple[list[Item], list[Item]]:
    shares, table = found.shares, found.table
    groups, industries = [], []
    for at, code in enumerate(found.suppliers):
        supplier = names.region_name(table, code)
        group = names.capital(names.spec_name(table, asked["buyers"]))
        groups.append(
            _row(
                "group",
                asked["buyers"],
                group,
                code,
                supplier,
                asked,
                shares.total[at],
                shares.total_amounts[at],
                (found.low[at], found.high[at]),
            )
        )
        ends = found.by_industry.get(at)
        for place, industry in enumerate(found.buyers):
            industries.append(
                _row(
                    "industry",
                    table.label(int(industry)),
                    names.industry_name(table, int(industry)),
                    code,
                    supplier,
                    asked,
                    shares.shares[at, place],
                    shares.amounts[at, place],
                    (ends[0][place], ends[1][place]) if ends else None,
                )
            )
    return groups, industries


def _row(
    level: str,
    buyer: str,
    buyer_name: Bilingual,
    supplier: str,
    supplier_name: Bilingual,
    asked: Asked,
    share: float,
    amount: float,
    ends: tuple[float, float] | None = None,
) -> Item:
    return {
        "level": level,
        "buyer": buyer,
        "buyer_en": buyer_name.en,
        "buyer_es": buyer_name.es,
        "supplier": supplier,
        "supplier_en": supplier_name.en,
        "supplier_es": supplier_name.es,
        "through": asked["through"],
        "convention": asked["convention"],
        "share": share_text(float(share)),
        "low": share_text(float(ends[0])) if ends else None,
        "high": share_text(float(ends[1])) if ends else None,
        "amount": amount_text(float(amount)),
    }


def _ranked(industries: Sequence[Item], suppliers: Sequence[str]) -> list[Item]:
    """By supplier as asked, the most exposed industry first."""
    place = {code: at for at, code in enumerate(suppliers)}
    return sorted(industries, key=lambda row: (place[row["supplier"]], -float(row["share"]), row["buyer"]))


def _figure(row: Item) -> dict[str, Any]:
    return {name: row[name] for name in ("level", "buyer", "supplier", "share", "low", "high")}


QUESTION = Question(
    kind="exposure",
    title=Bilingual("Who depends on whom", "Quién depende de quién"),
    parameters=(_BUYERS, _SUPPLIERS, _THROUGH, _CONVENTION, _INPUTS, TABLE, BALANCE, DRAWS, SEED),
    method=(
        Bilingual(
            "The table says how much each industry of each country bought from each other industry in a year.",
            "La tabla dice cuánto compró en un año cada industria de cada país a cada una de las demás.",
        ),
        Bilingual(
            "Face value: of the inputs that a buyer bought, the share that came straight from the supplier.",
            "Valor nominal: de los insumos que compró, la proporción que vino directamente del proveedor.",
        ),
        Bilingual(
            "Looking through: the suppliers of the suppliers count too, at every stage, by the Leontief inverse L.",
            "Mirando a través: cuentan también los proveedores de los proveedores, en cada etapa, con la inversa de Leontief L.",
        ),
        Bilingual(
            "By gross output: shares of the columns of L − I. Chains that cross borders often weigh more.",
            "Por producción bruta: proporciones de las columnas de L − I. Las cadenas que cruzan fronteras pesan más.",
        ),
        Bilingual(
            "By value added: v L of the inputs bought; nothing counts twice, and the shares of all suppliers add up to one.",
            "Por valor agregado: v L de los insumos comprados; nada cuenta dos veces y las proporciones suman uno.",
        ),
        Bilingual(
            "Through a corridor: for buyer j, origin O and corridor country C, the value added of O inside the inputs that j buys from C, v_O L_(O,C) A_(C,j), over all inputs of j.",
            "A través de un corredor: para el comprador j, el origen O y el país corredor C, el valor agregado de O dentro de los insumos que j compra a C, v_O L_(O,C) A_(C,j), sobre todos los insumos de j.",
        ),
        Bilingual(
            "The figure of a group is the amount of all its industries over their inputs together, not a mean of shares.",
            "La cifra de un grupo es el monto de todas sus industrias sobre el total de sus insumos, no un promedio de proporciones.",
        ),
        Bilingual(
            "Coefficients are of the output that the balance rule names, as supplied or the sums of rows.",
            "Los coeficientes son de la producción que nombra la regla de balance: la dada o las sumas por fila.",
        ),
        Bilingual(
            "The range is the middle 95 percent of tables whose rows and columns err by five percent, drawn with a fixed seed; with many suppliers it is given for the group alone.",
            "El intervalo es el 95 por ciento central de tablas cuyas filas y columnas yerran cinco por ciento, con semilla fija; con muchos proveedores se da solo para el grupo.",
        ),
        Bilingual(
            "Every industry is taken to use the same mix of inputs for all its customers; exporters may differ.",
            "Se supone que cada industria usa la misma mezcla de insumos para todos sus clientes; las exportadoras pueden diferir.",
        ),
    ),
    warning=ACCOUNTING,
    compute=compute,
    complete=complete,
)
