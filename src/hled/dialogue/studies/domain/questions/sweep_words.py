"""The words of the question what would be lost without one industry, or one country."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.question import Item
from hled.dialogue.studies.domain.questions.wording import share_words
from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual, Language

if TYPE_CHECKING:
    from hled.economy.tables import Table

_MOST_NAMED = 3
"""Of those elsewhere, in the sentence of the answer."""

_WORLD = Bilingual("the whole world", "todo el mundo")
_ONE = {
    "industries": Bilingual("one industry", "una industria"),
    "countries": Bilingual("one country", "un país"),
}
_AMONG = Bilingual("{one} of {among}", "{one} de {among}")
_QUESTION = Bilingual(
    "What would have been lost in {affected} in {year} had {one} been gone?",
    "¿Qué se habría perdido en {affected} en {year} de haber faltado {one}?",
)
_SAYS = Bilingual(
    "Taken out whole, with nothing in its place, these would have cost {affected} most {measure} in {year}. {found}",
    "Quitado por completo y sin nada en su lugar, esto es lo que más {measure} habría costado a {affected} en {year}. {found}",
)
_OWN = Bilingual("At home, {named}.", "De lo propio, {named}.")
_ELSEWHERE = Bilingual("Elsewhere, {named}.", "En otros lugares, {named}.")
_LOSS = Bilingual(
    "{name} ({amount} {unit}, range {low} to {high}; {share} of the total)",
    "{name} ({amount} {unit}, intervalo de {low} a {high}; {share} del total)",
)
_AGAIN = Bilingual(
    "{name} ({amount}, {low} to {high}; {share})", "{name} ({amount}, de {low} a {high}; {share})"
)
_IN = Bilingual("{name} in {region}", "{name} en {region}")
_NOTHING = Bilingual("None of these has output.", "Ninguna de estas tiene producción.")
_MEASURES = {
    "value_added": Bilingual("value added", "valor agregado"),
    "output": Bilingual("output", "producción"),
}


def question_in_words(table: "Table", asked: Asked) -> Bilingual:
    one: Bilingual = _ONE[asked["over"]]
    if asked["among"] != "all":
        one = _AMONG.format(one=one, among=names.spec_name(table, asked["among"]))
    return _QUESTION.format(affected=affected_in_words(table, asked["affected"]), one=one, year=table.year)


def affected_in_words(table: "Table", spec: str) -> Bilingual:
    """Those affected inside a sentence; `all` is the one region of a table, or the world. Each language names its own Party first."""
    if spec == "all":
        return names.region_in_sentence(table, table.regions[0].code) if len(table.regions) == 1 else _WORLD
    codes = names.split(spec)
    return Bilingual(
        *(_listed(table, in_order(codes, language)).in_language(language) for language in Language)
    )


def in_order(codes: Sequence[str], language: str) -> list[str]:
    """Regions as a text of a language names them: its own Party first where both are there, all others as they were named."""
    if not {"USA", "MEX"} <= set(codes):
        return list(codes)
    first = "MEX" if language == Language.ES else "USA"
    return sorted(codes, key=lambda code: code != first)


def _listed(table: "Table", codes: Sequence[str]) -> Bilingual:
    return names.listed([names.region_in_sentence(table, each) for each in codes])


def answer_in_words(table: "Table", asked: Asked, items: Sequence[Item]) -> Bilingual:
    """The costliest of their own, and the costliest elsewhere."""
    own = [each for each in items if each["own"]][:1]
    elsewhere = [each for each in items if not each["own"]][:_MOST_NAMED]
    told = [
        template.format(
            named=names.listed([_loss(table, asked, row, first=not at) for at, row in enumerate(rows)])
        )
        for template, rows in ((_OWN, own), (_ELSEWHERE, elsewhere))
        if rows
    ]
    found = Bilingual(" ".join(each.en for each in told), " ".join(each.es for each in told))
    return _SAYS.format(
        affected=affected_in_words(table, asked["affected"]),
        measure=_MEASURES[asked["by"]],
        year=table.year,
        found=found if told else _NOTHING,
    )


def _loss(table: "Table", asked: Asked, row: Item, *, first: bool) -> Bilingual:
    name = Bilingual(row["name_en"], row["name_es"])
    where = names.region_in_sentence(table, row["region"])
    if asked["over"] == "industries":
        where = _IN.format(name=names.lower(name), region=where)
    return (_LOSS if first else _AGAIN).format(
        name=where,
        amount=_whole(row[f"{asked['by']}_lost"]),
        low=_whole(row[f"{asked['by']}_low"]),
        high=_whole(row[f"{asked['by']}_high"]),
        unit=names.unit_name(table.unit),
        share=share_words(row[f"{asked['by']}_share"]),
    )


def _whole(amount: str) -> str:
    return formats.number(float(amount), 0)


WARNING = Bilingual(
    "This is accounting, not a forecast: total extraction is an upper bound of what is tied together, as if nothing replaced "
    "what is gone and no bottleneck arose; losses of several must not be added, for they share their chains.",
    "Esto es contabilidad, no un pronóstico: la extracción total es una cota superior de lo que está ligado, como si nada "
    "sustituyera lo que falta ni surgieran cuellos de botella; las pérdidas de varias no se suman, porque comparten cadenas.",
)
METHOD = (
    Bilingual(
        "Every industry, or every country, is taken out alone: it sells nothing, produces nothing and buys nothing.",
        "Cada industria, o cada país, se quita por sí sola: no vende, no produce ni compra nada.",
    ),
    Bilingual(
        "What is lost is its own output and that of its suppliers at every stage, in every region.",
        "Se pierden su propia producción y la de sus proveedores en cada etapa, en todas las regiones.",
    ),
    Bilingual(
        "For one industry k the loss is L_k x_k / l_kk: its column of the Leontief inverse, its output, its own entry.",
        "Para una industria k la pérdida es L_k x_k / l_kk: su columna de la inversa de Leontief, su producción y su propia entrada.",
    ),
    Bilingual(
        "For a country K it is L_K (L_KK)⁻¹ x_K, all its industries together.",
        "Para un país K es L_K (L_KK)⁻¹ x_K, todas sus industrias juntas.",
    ),
    Bilingual(
        "All of them come exactly from one inverse; none is an estimate, and none needs an inverse of its own.",
        "Todas salen con exactitud de una sola inversa; ninguna es una estimación ni necesita una inversa propia.",
    ),
    Bilingual(
        "Value added lost is output lost times value added per unit of output, industry by industry.",
        "El valor agregado perdido es la producción perdida por el valor agregado por unidad de producción, industria por industria.",
    ),
    Bilingual(
        "Shares are of all output and all value added of the affected regions, together and each.",
        "Las proporciones son de toda la producción y todo el valor agregado de las regiones afectadas, juntas y cada una.",
    ),
    Bilingual(
        "What stands in an affected region is marked as its own: its loss holds what it produced itself.",
        "Lo que está en una región afectada se marca como propio: su pérdida incluye lo que ella misma producía.",
    ),
    Bilingual(
        "The buyers of what is gone go on producing; what they could not make for want of it is not counted.",
        "Los compradores de lo que falta siguen produciendo; no se cuenta lo que no podrían hacer por carecer de ello.",
    ),
    Bilingual(
        "The range holds the rounding of cells, errors of rows and columns of five percent drawn with a fixed seed (95 percent of "
        "them, from inverses in single precision), and the other balance rule.",
        "El intervalo abarca el redondeo de celdas, errores de filas y columnas del cinco por ciento sorteados con semilla fija (el "
        "95 por ciento, con inversas en precisión simple) y la otra regla de balance.",
    ),
    Bilingual(
        "Whoever is gone sells to nobody, so that the assumption of one mix of inputs for all customers leaves nothing open; errors "
        "are drawn for tables of up to 2,500 industries.",
        "Quien falta no vende a nadie, de modo que el supuesto de una misma mezcla de insumos para todos los clientes no deja nada "
        "abierto; los errores se sortean en tablas de hasta 2,500 industrias.",
    ),
    Bilingual(
        "Industries without output are left out; coefficients are of the output that the balance rule names.",
        "Las industrias sin producción se omiten; los coeficientes son de la producción que nombra la regla de balance.",
    ),
)
