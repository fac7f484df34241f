"""What would be lost if part of a corridor stopped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Choice, Parameter, read_share
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.parameters import BALANCE, DRAWS, SEED, TABLE
from hled.dialogue.studies.domain.questions.systems import system, with_table
from hled.dialogue.studies.domain.questions.wording import share_words
from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.arrays import Index, Vector
    from hled.economy.leontief import System
    from hled.economy.tables import Table

FLOWS = (
    Choice("intermediate", Bilingual("inputs", "insumos")),
    Choice(
        "intermediate_and_final",
        Bilingual("inputs and final goods", "insumos y bienes finales"),
    ),
)
EVERYBODY = "all"
"""As buyers: the sellers are extracted from the whole economy, their own included."""
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
    """Output and value added lost by industry, beside what there was."""

    table: "Table"
    output: "Vector"
    value_added: "Vector"
    x: "Vector"
    v: "Vector"
    ranges: Mapping[str, tuple[float, float]]

    def row(self, level: str, code: str, name: Bilingual, region: str, at: "Index") -> Item:
        output, value = float(self.output[at].sum()), float(self.value_added[at].sum())
        return {
            "level": level,
            "code": code,
            "name_en": name.en,
            "name_es": name.es,
            "region": region,
            "output_lost": amount_text(output),
            "output_share": share_text(_over(output, float(self.x[at].sum()))),
            "value_added_lost": amount_text(value),
            "value_added_share": share_text(_over(value, float(self.v[at].sum()))),
            "low": amount_text(self.ranges[code][0]) if code in self.ranges else None,
            "high": amount_text(self.ranges[code][1]) if code in self.ranges else None,
        }


def _over(part: float, whole: float) -> float:
    """A part of a whole; 0 of nothing."""
    return part / whole if whole else 0.0


def compute(tables: Tables, asked: Asked) -> Result:
    engine = system(tables, asked)
    lost, stopped = _extract(engine, asked)
    regions = _regions(lost)
    named = _own(asked)
    industries = [row for code in named for row in _industries(lost, code)]
    return Result(
        question=_question(lost.table, asked),
        says=_says(lost.table, asked, regions, industries, stopped),
        items=(*regions, *industries),
        tables=(tables.used(asked["table"]),),
        more={"stopped": amount_text(stopped), "unit": lost.table.unit},
        figures={"rows": [dict(each) for each in (*regions, *industries)]},
        seed=int(asked["seed"]),
    )


def _extract(engine: "System", asked: Asked) -> tuple[_Lost, float]:
    """The loss, and the amount of the flows that stop."""
    import numpy as np

    from hled.dialogue.studies.domain.engine import cut_of, lost_by, lost_ranges
    from hled.economy.tables.choosing import industries_named, regions_named

    table = engine.table
    share = read_share(asked["share"])
    if share is None:
        raise ValueError(f"share={asked['share']!r} was not read")
    ends = [each.partition(".")[0] for each in names.split(asked["buyers"])]
    cut = cut_of(
        engine,
        sellers=industries_named(table, asked["sellers"]),
        buyers=industries_named(table, asked["buyers"]),
        buyer_regions=regions_named(table, ends),
        share=float(share),
        final=asked["flows"] == "intermediate_and_final",
    )
    found = lost_by(engine, cut)
    groups = {code: industries_named(table, code) for code in names.origins(table)}
    groups["world"] = np.arange(table.n)
    ranges = lost_ranges(engine, cut, groups, draws=int(asked["draws"]), seed=int(asked["seed"]))
    lost = _Lost(table, found.output, found.value_added, engine.x, engine.v * engine.x, ranges)
    return lost, found.stopped


def _own(asked: Asked) -> list[str]:
    """The countries at both ends of the corridor."""
    ends = [each.partition(".")[0] for name in ("buyers", "sellers") for each in names.split(asked[name])]
    return [each for each in dict.fromkeys(ends) if each != EVERYBODY]


def _regions(lost: _Lost) -> list[Item]:
    """The six parts of the world, then all of it."""
    import numpy as np

    from hled.economy.tables.choosing import industries_named

    table = lost.table
    parts = [(code, industries_named(table, code)) for code in names.origins(table)]
    rows = [lost.row("region", code, names.region_name(table, code), code, at) for code, at in parts]
    world = Bilingual("world", "mundo")
    return [*rows, lost.row("world", "world", world, "world", np.arange(table.n))]


def _industries(lost: _Lost, region: str) -> list[Item]:
    """The industries of a country that lose the largest share of their value added."""
    import numpy as np

    from hled.economy.tables.choosing import industries_named

    table = lost.table
    at = industries_named(table, region)
    with_value = at[lost.v[at] > 0]
    order = with_value[np.argsort(-lost.value_added[with_value], kind="stable")][:MOST_INDUSTRIES]
    return [
        lost.row(
            "industry",
            table.label(int(each)),
            names.industry_name(table, int(each)),
            region,
            np.array([each]),
        )
        for each in order
    ]


def _question(table: "Table", asked: Asked) -> Bilingual:
    template = _QUESTION_ALL if asked["buyers"] == EVERYBODY else _QUESTION
    return template.format(
        share=_share_words(asked["share"]),
        flows=names.lower(next(each.title for each in FLOWS if each.code == asked["flows"])),
        sellers=names.spec_name(table, asked["sellers"]),
        buyers=names.spec_name(table, asked["buyers"]),
        year=table.year,
    )


def _share_words(text: str) -> str | Bilingual:
    return _FRACTIONS.get(text) or (share_words(float(read_share(text) or 0), 0))


_FRACTIONS = {
    "1/3": Bilingual("a third", "una tercera parte"),
    "1/2": Bilingual("half", "la mitad"),
    "1/4": Bilingual("a quarter", "una cuarta parte"),
    "1": Bilingual("all", "la totalidad"),
}
_QUESTION_ALL = Bilingual(
    "What would have been lost in {year} had {share} of the {flows} that {sellers} sells to anybody stopped?",
    "¿Qué se habría perdido en {year} de haberse detenido {share} de los {flows} que {sellers} vende a quien sea?",
)
_QUESTION = Bilingual(
    "What would have been lost in {year} had {share} of the {flows} that {buyers} buys from {sellers} stopped?",
    "¿Qué se habría perdido en {year} de haberse detenido {share} de los {flows} que {buyers} compra a {sellers}?",
)


def _says(
    table: "Table",
    asked: Asked,
    regions: Sequence[Item],
    industries: Sequence[Item],
    stopped: float,
) -> Bilingual:
    by_code = {each["code"]: each for each in regions}
    ends = [_end(table, by_code[code]) for code in in_party_order(_own(asked)) if code in by_code]
    turned = list(reversed(ends)) if len(ends) == 2 else ends  # each language names its own Party first
    return _SAYS.format(
        stopped=formats.number(stopped, 0),
        unit=names.unit_name(table.unit),
        ends=Bilingual(names.listed(ends).en, names.listed(turned).es) if ends else _end(table, regions[-1]),
        world=formats.number(float(regions[-1]["value_added_lost"]), 0),
        industries=names.listed([_industry(table, each) for each in _foremost(industries)]),
        year=table.year,
    )


def in_party_order(codes: Sequence[str]) -> list[str]:
    """The United States first, as an English text has it; all others as they were named."""
    return sorted(codes, key=lambda code: code != "USA")


def _end(table: "Table", row: Item) -> Bilingual:
    return _END.format(
        region=names.region_in_sentence(table, row["code"]),
        amount=formats.number(float(row["value_added_lost"]), 0),
        low=formats.number(float(row["low"]), 0),
        high=formats.number(float(row["high"]), 0),
        share=share_words(row["value_added_share"]),
    )


def _foremost(industries: Sequence[Item]) -> list[Item]:
    """The industry of each country that loses most."""
    found: dict[str, Item] = {}
    for each in industries:
        found.setdefault(each["region"], each)
    return list(found.values())


def _industry(table: "Table", row: Item) -> Bilingual:
    return _INDUSTRY.format(
        name=names.lower(Bilingual(row["name_en"], row["name_es"])),
        region=names.region_in_sentence(table, row["region"]),
        share=share_words(row["value_added_share"]),
    )


_END = Bilingual(
    "{region} {amount} (range {low} to {high}; {share} of its own)",
    "{region} {amount} (intervalo de {low} a {high}; {share} del suyo)",
)
_INDUSTRY = Bilingual("{name} in {region} ({share})", "{name} en {region} ({share})")
_SAYS = Bilingual(
    "With {stopped} {unit} of sales stopped and nothing in their place, value added lost in {year} would be: {ends}; "
    "the world {world}. Hit most: {industries}.",
    "Con {stopped} {unit} de ventas detenidas y nada en su lugar, el valor agregado perdido en {year} sería: {ends}; "
    "el mundo {world}. Lo más afectado: {industries}.",
)

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
        Bilingual(
            "The range is the middle 95 percent of tables whose rows and columns err by five percent, drawn with a fixed seed; amounts are of one year.",
            "El intervalo es el 95 por ciento central de tablas cuyas filas y columnas yerran cinco por ciento, con semilla fija; los montos son de un año.",
        ),
    ),
    warning=Bilingual(
        "This is accounting, not a forecast: nothing is replaced and no bottleneck is counted, so that it says what is tied together, not what would happen.",
        "Esto es contabilidad, no un pronóstico: nada se sustituye y no se cuenta ningún cuello de botella, de modo que dice qué está ligado, no qué ocurriría.",
    ),
    compute=compute,
    complete=with_table,
)
