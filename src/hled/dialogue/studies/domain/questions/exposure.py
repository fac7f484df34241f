"""How much of what some industries use comes from whom: at face value, looking through, through a corridor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Choice, Parameter
from hled.dialogue.studies.domain.doubts import ENDS, OF_SHARES, assumed, ends, parts
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.exposure_words import (
    CONVENTIONS,
    answer_in_words,
    question_in_words,
)
from hled.dialogue.studies.domain.questions.parameters import BALANCE, DRAWS, SEED, TABLE
from hled.dialogue.studies.domain.questions.systems import system, with_table
from hled.dialogue.studies.domain.questions.wording import ACCOUNTING, RANGE_HOLDS, bilingual_members
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.arrays import Index
    from hled.economy.leontief import System
    from hled.economy.leontief.exposure import Exposure
    from hled.economy.tables import Table
    from hled.economy.uncertainty import Ranges

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
    ranges: "Ranges"


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
        more={"assumed": assumed(found.table, asked)},
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
    ranges = ranges_of(system, **question, draws=int(asked["draws"]), seed=int(asked["seed"]))
    return _Found(table, buyers, codes, shares_of(system, **question), ranges)


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
    shares, table, ranges = found.shares, found.table, found.ranges
    together = names.capital(names.spec_name(table, asked["buyers"]))
    groups: list[Item] = []
    industries: list[Item] = []
    for at, code in enumerate(found.suppliers):
        about = {
            **bilingual_members("supplier", code, names.region_name(table, code)),
            "through": asked["through"],
            "convention": asked["convention"],
        }
        groups.append(
            {
                "level": "group",
                **bilingual_members("buyer", asked["buyers"], together),
                **about,
                "share": share_text(float(shares.total[at])),
                **ends(ranges, (at, -1), share_text),
                "amount": amount_text(float(shares.total_amounts[at])),
                "parts": parts(ranges, (at, -1), share_text, OF_SHARES),
            }
        )
        for place, industry in enumerate(found.buyers):
            name = names.industry_name(table, int(industry))
            industries.append(
                {
                    "level": "industry",
                    **bilingual_members("buyer", table.label(int(industry)), name),
                    **about,
                    "share": share_text(float(shares.shares[at, place])),
                    **ends(ranges, (at, place), share_text),
                    "amount": amount_text(float(shares.amounts[at, place])),
                    "parts": [],
                }
            )
    return groups, industries


def _ranked(industries: Sequence[Item], suppliers: Sequence[str]) -> list[Item]:
    """By supplier as asked, the most exposed industry first."""
    place = {code: at for at, code in enumerate(suppliers)}
    return sorted(industries, key=lambda row: (place[row["supplier"]], -float(row["share"]), row["buyer"]))


def _figure(row: Item) -> dict[str, Any]:
    return {name: row[name] for name in ("level", "buyer", "supplier", "share", *ENDS)}


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
        RANGE_HOLDS,
        Bilingual(
            "Proportionality: a table says what an industry buys, not for which customer. Its imported inputs may go first, or last, into what these buyers get, as far as its value added allows; the inputs of inputs keep the mix of the table.",
            "Proporcionalidad: la tabla dice qué compra una industria, no para qué cliente. Sus insumos importados pueden ir primero, o al final, a lo que reciben estos compradores, hasta donde lo permita su valor agregado; los insumos de los insumos conservan la mezcla de la tabla.",
        ),
        Bilingual(
            "At face value nothing is looked through, and proportionality leaves nothing open; by gross output, or with chosen inputs, its bound is that of the supplier over that of all others.",
            "A valor nominal no se mira a través de nada y la proporcionalidad nada deja abierto; por producción bruta, o con insumos elegidos, su cota es la del proveedor frente a la de todos los demás.",
        ),
    ),
    warning=ACCOUNTING,
    compute=compute,
    complete=complete,
)
