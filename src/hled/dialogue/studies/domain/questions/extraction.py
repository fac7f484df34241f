"""What would be lost if part of a corridor stopped."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Parameter, read_share
from hled.dialogue.studies.domain.doubts import OF_LOSSES, assumed, ends, parts
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.extraction_words import (
    FLOWS,
    answer_in_words,
    ends_of_corridor,
    question_in_words,
)
from hled.dialogue.studies.domain.questions.parameters import BALANCE, DRAWS, SEED, TABLE
from hled.dialogue.studies.domain.questions.systems import system, with_table
from hled.dialogue.studies.domain.questions.wording import RANGE_HOLDS
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.arrays import Index, Vector
    from hled.economy.leontief import System
    from hled.economy.leontief.extraction import Cut
    from hled.economy.tables import Table
    from hled.economy.uncertainty import LossRanges

MOST_INDUSTRIES = 12
"""Industries of each country that are named; the sums hold all."""

_SELLERS = Parameter(
    "sellers",
    "MEX",
    Bilingual("From", "De"),
    Bilingual(
        "Industries that sell through the corridor: REGION, or REGION.SECTOR.",
        "Industrias que venden por el corredor: REGIÓN o REGIÓN.SECTOR.",
    ),
)
_BUYERS = Parameter(
    "buyers",
    "USA",
    Bilingual("To", "A"),
    Bilingual(
        "Industries that buy through the corridor: REGION, or REGION.SECTOR; all for everybody.",
        "Industrias que compran por el corredor: REGIÓN o REGIÓN.SECTOR; all, todas.",
    ),
)
_SHARE = Parameter(
    "share",
    "1/3",
    Bilingual("Share that stops", "Proporción que se detiene"),
    Bilingual("Above 0 and up to 1: 1/3, 0.33 or 33%.", "Mayor que 0 y hasta 1: 1/3, 0.33 o 33%."),
    is_share=True,
)
_FLOWS = Parameter(
    "flows",
    "intermediate",
    Bilingual("Flows", "Flujos"),
    Bilingual(
        "What stops: inputs alone, or final goods too.",
        "Qué se detiene: solo insumos, o también bienes finales.",
    ),
    FLOWS,
)


@dataclass(frozen=True)
class _Lost:
    """Output and value added lost by group of industries, beside what there was."""

    table: "Table"
    groups: "Mapping[str, Index]"
    ranges: "LossRanges"
    x: "Vector"
    v: "Vector"

    def row(self, level: str, code: str, name: Bilingual, region: str) -> Item:
        at, group = list(self.groups).index(code), self.groups[code]
        output, value = (each.sum() for each in (self.x[group], self.v[group]))
        lost = self.ranges.output.central[at], self.ranges.value_added.central[at]
        return {
            "level": level,
            "code": code,
            "name_en": name.en,
            "name_es": name.es,
            "region": region,
            "output_lost": amount_text(float(lost[0])),
            "output_share": share_text(_over(lost[0], output)),
            "value_added_lost": amount_text(float(lost[1])),
            "value_added_share": share_text(_over(lost[1], value)),
            **ends(self.ranges.value_added, at, amount_text),
            **_named("output", ends(self.ranges.output, at, amount_text)),
            **_named("value_added_share", ends(self.ranges.value_added, at, _share_of(value))),
            **_named("output_share", ends(self.ranges.output, at, _share_of(output))),
            "parts": parts(self.ranges.value_added, at, amount_text, OF_LOSSES)
            if level != "industry"
            else [],
            "output_parts": parts(self.ranges.output, at, amount_text, OF_LOSSES)
            if level != "industry"
            else [],
        }


def _named(name: str, found: Mapping[str, str]) -> dict[str, str]:
    """Ends of the range of another figure of the same row."""
    return {f"{name}_{end}": found[end] for end in ("low", "high")}


def _share_of(whole: float) -> Callable[[float], str]:
    return lambda part: share_text(_over(part, whole))


def _over(part: float, whole: float) -> float:
    """A part of a whole; 0 of nothing."""
    return part / whole if whole else 0.0


def compute(tables: Tables, asked: Asked) -> Result:
    from hled.dialogue.studies.domain.engine import lost_by, lost_ranges

    engine = system(tables, asked)
    table, cut = engine.table, _cut(engine, asked)
    loss = lost_by(engine, cut)
    hit = {code: _most_hit(engine, loss.value_added, code) for code in ends_of_corridor(asked)}
    groups = _groups(table, hit)
    ranges = lost_ranges(engine, cut, groups, draws=int(asked["draws"]), seed=int(asked["seed"]))
    lost = _Lost(table, groups, ranges, engine.x, engine.v * engine.x)
    regions = _regions(lost)
    industries = [
        lost.row("industry", table.label(each), names.industry_name(table, each), code)
        for code, chosen in hit.items()
        for each in chosen
    ]
    return Result(
        question=question_in_words(table, asked),
        says=answer_in_words(table, asked, regions, industries, loss.stopped),
        items=(*regions, *industries),
        tables=(tables.used(asked["table"]),),
        more={"stopped": amount_text(loss.stopped), "unit": table.unit, "assumed": assumed(table, asked)},
        figures={"rows": [dict(each) for each in (*regions, *industries)]},
        seed=int(asked["seed"]),
    )


def _cut(engine: "System", asked: Asked) -> "Cut":
    """The flows that stop."""
    from hled.dialogue.studies.domain.engine import cut_of
    from hled.economy.tables.choosing import industries_named, regions_named

    table = engine.table
    share = read_share(asked["share"])
    if share is None:
        raise ValueError(f"share={asked['share']!r} was not read")
    to = [each.partition(".")[0] for each in names.split(asked["buyers"])]
    return cut_of(
        engine,
        sellers=industries_named(table, asked["sellers"]),
        buyers=industries_named(table, asked["buyers"]),
        buyer_regions=regions_named(table, to),
        share=float(share),
        final=asked["flows"] == "intermediate_and_final",
    )


def _groups(table: "Table", hit: Mapping[str, Sequence[int]]) -> "dict[str, Index]":
    """The six parts of the world, all of it, then the industries named."""
    import numpy as np

    from hled.economy.tables.choosing import industries_named

    groups = {code: industries_named(table, code) for code in names.origins(table)}
    groups[_WORLD] = np.arange(table.n)
    return groups | {table.label(each): np.array([each]) for chosen in hit.values() for each in chosen}


def _regions(lost: _Lost) -> list[Item]:
    """The six parts of the world, then all of it."""
    table = lost.table
    rows = [lost.row("region", code, names.region_name(table, code), code) for code in names.origins(table)]
    return [*rows, lost.row("world", _WORLD, Bilingual("world", "mundo"), _WORLD)]


_WORLD = "world"


def _most_hit(engine: "System", value_added: "Vector", region: str) -> list[int]:
    """The industries of a country that lose the most value added."""
    import numpy as np

    from hled.economy.tables.choosing import industries_named

    at = industries_named(engine.table, region)
    with_value = at[(engine.v * engine.x)[at] > 0]
    order = with_value[np.argsort(-value_added[with_value], kind="stable")][:MOST_INDUSTRIES]
    return [int(each) for each in order]


QUESTION = Question(
    kind="extraction",
    title=Bilingual(
        "What would be lost if part of a corridor stopped",
        "Qué se perdería si se detuviera parte de un corredor",
    ),
    parameters=(_SELLERS, _BUYERS, _SHARE, _FLOWS, TABLE, BALANCE, DRAWS, SEED),
    method=(
        Bilingual(
            "The corridor is what the industries named first sell to those named second.",
            "El corredor es lo que las industrias nombradas primero venden a las nombradas después.",
        ),
        Bilingual(
            "The share named is taken out of those input coefficients, A* = A less the share of the block; all else stays.",
            "La proporción indicada se quita de esos coeficientes de insumo, A* = A menos la proporción del bloque; lo demás queda igual.",
        ),
        Bilingual(
            "With final goods, the same share of what the buyers' country takes for final use is taken out too.",
            "Con bienes finales, se quita también la misma proporción de lo que el país comprador toma para uso final.",
        ),
        Bilingual(
            "Output is computed anew, x* = (I − A*)⁻¹ f*; the loss is x − x*.",
            "La producción se calcula de nuevo, x* = (I − A*)⁻¹ f*; la pérdida es x − x*.",
        ),
        Bilingual(
            "The computation is exact: an update of low rank on the factors of the table, not a new inverse.",
            "El cálculo es exacto: una actualización de rango bajo sobre los factores de la tabla, no una nueva inversa.",
        ),
        Bilingual(
            "Value added lost is output lost times value added per unit of output.",
            "El valor agregado perdido es la producción perdida por el valor agregado por unidad de producción.",
        ),
        Bilingual(
            "What is lost is the demand for the sellers and for all who supply them; buyers go on producing without the inputs.",
            "Lo que se pierde es la demanda hacia los vendedores y hacia todos sus proveedores; los compradores siguen produciendo sin esos insumos.",
        ),
        Bilingual(
            "Nothing replaces the flow: no other supplier, no stocks, no change of price. The figure is an upper bound of that demand.",
            "Nada sustituye el flujo: ni otro proveedor, ni existencias, ni cambio de precios. La cifra es una cota superior de esa demanda.",
        ),
        Bilingual(
            "Bottlenecks, output that buyers cannot make for want of a part, are not in it; they could cost the buyers more.",
            "Los cuellos de botella, la producción que falta por carecer de una pieza, no están incluidos; podrían costar más a los compradores.",
        ),
        RANGE_HOLDS,
        Bilingual(
            "Proportionality: the sales that stop may have been made with the sellers' imported inputs first, or last, as far as their value added allows; of what stops whole nothing is left open.",
            "Proporcionalidad: las ventas que se detienen pueden haberse hecho primero, o al final, con los insumos importados de los vendedores, hasta donde lo permita su valor agregado; de lo que se detiene por completo nada queda abierto.",
        ),
    ),
    warning=Bilingual(
        "This is accounting, not a forecast: nothing is replaced and no bottleneck is counted, so that it says what is tied together, not what would happen.",
        "Esto es contabilidad, no un pronóstico: nada se sustituye y no se cuenta ningún cuello de botella, de modo que dice qué está ligado, no qué ocurriría.",
    ),
    compute=compute,
    complete=with_table,
)
