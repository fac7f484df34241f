"""The words of the question where an industry stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.question import Item
from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.tables import Table

_ALL = Bilingual("all industries", "todas las industrias")
_QUESTION = Bilingual(
    "Where did the industries of {industries} stand in {year}?",
    "¿Qué lugar ocupaban en {year} las industrias de {industries}?",
)
_QUESTION_SOME = Bilingual(
    "Where did {industries} stand in {year}?", "¿Cuál era en {year} el lugar de {industries}?"
)
_SAYS = Bilingual(
    "In {year}, farthest from final use was {up} ({up_stages} stages) and nearest {down} ({down_stages}); final demand for "
    "{strong} called on most output, {multiplier} per unit; {keys} of {count} industries were key sectors.",
    "En {year}, la más alejada del uso final era {up} ({up_stages} etapas) y la más cercana {down} ({down_stages}); la demanda "
    "final de {strong} era la que más producción requería, {multiplier} por unidad; {keys} de {count} industrias eran clave.",
)
_SAYS_ONE = Bilingual(
    "In {year}, {up} stood {up_stages} stages from final use and {from_inputs} from primary inputs; a unit of final demand for "
    "it called on {multiplier} units of output; backward linkage {backward} and forward linkage {forward} of the mean.",
    "En {year}, {up} estaba a {up_stages} etapas del uso final y a {from_inputs} de los insumos primarios; una unidad de demanda "
    "final requería {multiplier} unidades de producción; encadenamiento hacia atrás {backward} y hacia adelante {forward} de la media.",
)
_NONE = Bilingual(
    "None of these industries had output in {year}.", "Ninguna de estas industrias tuvo producción en {year}."
)
_IN = Bilingual("{name} in {region}", "{name} en {region}")


def question_in_words(table: "Table", asked: Asked) -> Bilingual:
    """Regions by all their industries; anything else by its own name."""
    spec = names.split(asked["industries"])
    if spec == ["all"] and len(table.regions) == 1:
        spec = [table.regions[0].code]
    known = names.regions(table)
    whole = all(each in known for each in spec)
    said = _ALL if spec == ["all"] else names.spec_name(table, ",".join(spec))
    return (_QUESTION if whole else _QUESTION_SOME).format(industries=said, year=table.year)


def answer_in_words(table: "Table", asked: Asked, items: Sequence[Item]) -> Bilingual:
    known = [each for each in items if each["upstreamness"] is not None]
    if not known:
        return _NONE.format(year=table.year)
    up = max(known, key=lambda row: float(row["upstreamness"]))
    down = min(known, key=lambda row: float(row["upstreamness"]))
    strong = max(known, key=lambda row: float(row["output_multiplier"]))
    several = len({each["region"] for each in known}) > 1
    return (_SAYS if len(known) > 1 else _SAYS_ONE).format(
        year=table.year,
        up=_named(table, up, several=several),
        up_stages=_short(up["upstreamness"]),
        from_inputs=_short(up["downstreamness"]),
        down=_named(table, down, several=several),
        down_stages=_short(down["upstreamness"]),
        strong=_named(table, strong, several=several),
        multiplier=_short(strong["output_multiplier"]),
        backward=_short(up["normalized_backward"]),
        forward=_short(up["normalized_forward"]),
        keys=sum(bool(each["key"]) for each in known),
        count=len(known),
    )


def _named(table: "Table", row: Item, *, several: bool) -> Bilingual:
    name = names.lower(Bilingual(row["name_en"], row["name_es"]))
    region = names.region_in_sentence(table, row["region"])
    return _IN.format(name=name, region=region) if several else name


def _short(text: str) -> str:
    return formats.number(float(text), 2)


WARNING = Bilingual(
    "This is accounting, not a forecast. That upstreamness and downstreamness rise and fall together from country to country "
    "follows from how both are counted and is no insight; the Ghosh figures say what is tied to a supply and are no model of scarcity.",
    "Esto es contabilidad, no un pronóstico. Que las posiciones aguas arriba y aguas abajo suban y bajen juntas de un país a "
    "otro se sigue de cómo se cuentan y no es un hallazgo; las cifras de Ghosh dicen qué está ligado a una oferta y no son un modelo de escasez.",
)
METHOD = (
    Bilingual(
        "The output multiplier is the column sum of the Leontief inverse: output at every stage per unit of final demand.",
        "El multiplicador de producción es la suma por columna de la inversa de Leontief: producción en cada etapa por unidad de demanda final.",
    ),
    Bilingual(
        "The value-added multiplier is v L; it is divided by where value is added: at home, at the partner (the other Party; both for a third country), in the rest of the world. What is missing from one is imports from outside the table.",
        "El multiplicador de valor agregado es v L; se divide según dónde se agrega: en el país, en el socio (la otra Parte; ambas para un tercer país), en el resto del mundo. Lo que falta para uno son importaciones de fuera de la tabla.",
    ),
    Bilingual(
        "Direct linkages are inputs, and sales to industries, per unit of output.",
        "Los encadenamientos directos son los insumos, y las ventas a industrias, por unidad de producción.",
    ),
    Bilingual(
        "Total backward linkages are column sums of L; total forward linkages are row sums of the Ghosh inverse H. Over the mean of all industries of the table, those above one in both are key sectors.",
        "Los encadenamientos totales hacia atrás son sumas por columna de L; hacia adelante, sumas por fila de la inversa de Ghosh H. Sobre la media de todas las industrias de la tabla, las que superan uno en ambos son sectores clave.",
    ),
    Bilingual(
        "Rasmussen's power and sensitivity of dispersion are column and row means of L over the mean of all its cells; power equals the backward linkage over its mean, and the spread is the coefficient of variation, high where few industries are drawn on.",
        "El poder y la sensibilidad de dispersión de Rasmussen son medias por columna y por fila de L sobre la media de sus celdas; el poder equivale al encadenamiento hacia atrás sobre su media, y la variación es el coeficiente de variación, alta donde se recurre a pocas industrias.",
    ),
    Bilingual(
        "The supply-side multiplier is the same row sum of H, divided by where the output is made; tied output is that multiplier times the industry's primary inputs.",
        "El multiplicador por el lado de la oferta es la misma suma por fila de H, dividida según dónde se produce; la producción ligada es ese multiplicador por los insumos primarios de la industria.",
    ),
    Bilingual(
        "Upstreamness is the mean number of stages to final use, downstreamness that from primary inputs, both counting the first; net additions to inventories are taken out of output unless that is turned off, and imports from outside the table count as primary inputs.",
        "La posición aguas arriba es la media de etapas hasta el uso final, y la posición aguas abajo, la media desde los insumos primarios, ambas contando la primera; las adiciones netas a existencias se descuentan de la producción salvo que se pida lo contrario, y lo importado de fuera de la tabla cuenta como insumo primario.",
    ),
    Bilingual(
        "The place of a country is measured on the table summed to country by country, and is no mean over its industries.",
        "El lugar de un país se mide en la tabla sumada país por país, y no es un promedio de sus industrias.",
    ),
    Bilingual(
        "The footprint of a region is diag(s) L F: what arises in each region for its final demand, in the account chosen.",
        "La huella de una región es diag(s) L F: lo que surge en cada región por su demanda final, en la cuenta elegida.",
    ),
    Bilingual(
        "Industries without output have no measures; coefficients are of the output that the balance rule names.",
        "Las industrias sin producción no tienen medidas; los coeficientes son de la producción que nombra la regla de balance.",
    ),
)
