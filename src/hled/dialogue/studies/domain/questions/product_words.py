"""A product in words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.questions.screen_words import external_set_in_words
from hled.dialogue.studies.domain.screening.amounts import in_words, money
from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.question import Item
    from hled.dialogue.studies.domain.screening.coded import Selection
    from hled.dialogue.studies.domain.screening.subject import Subject

WARNING = Bilingual(
    "What customs data of one year show about a product, not a plan and not a forecast; capability is what was shown in this market, duty is observed, and tariff changes are derived estimates.",
    "Lo que los datos de aduana de un año muestran de un producto, no un pronóstico ni un plan; la capacidad es la mostrada en este mercado, el arancel es el observado y los cambios arancelarios son estimaciones derivadas.",
)
METHOD = (
    Bilingual(
        "Suppliers come from the trade table; a partner that is inside another is counted once, and chapters 98 and 99 stay out.",
        "Los proveedores vienen de la tabla de comercio; un socio contenido en otro se cuenta una vez y los capítulos 98 y 99 quedan fuera.",
    ),
    Bilingual(
        "Shares are of all imports and add up to one; the concentration (HHI) is the sum of their squares, over all suppliers and over external ones alone.",
        "Las participaciones son de todas las importaciones y suman uno; la concentración (HHI) es la suma de sus cuadrados, entre todos los proveedores y solo entre los externos.",
    ),
    Bilingual(
        "Concentration is shown under each treatment of the data: a group as one supplier, in equal parts, and line by line.",
        "La concentración se muestra con cada tratamiento de los datos: un grupo como un proveedor, en partes iguales y línea por línea.",
    ),
    Bilingual(
        "Criteria of the European Commission hold above their thresholds; one whose table is not there is not computed and says what it needs.",
        "Los criterios de la Comisión Europea se cumplen por encima de sus umbrales; el que carece de su tabla no se calcula y dice qué requiere.",
    ),
    Bilingual(
        "Duty is calculated duty over customs value, where the table states it; the change of the U.S. tariff since 2024 is an estimate by chapter; what a partner pays in all is their sum.",
        "El arancel es el calculado sobre valor en aduana, si la tabla lo trae; el cambio del arancel de EE. UU. desde 2024 es una estimación por capítulo; lo que un socio paga en total es su suma.",
    ),
    Bilingual(
        "Rank, range and diagnosis are those of the screen of all products with the document of weights as it stands, and the same seed.",
        "Lugar, intervalo y diagnóstico son los del examen de todos los productos con el documento de pesos como está y la misma semilla.",
    ),
    Bilingual(
        "Neighbors are the products nearest by proximity in the market's partner x product matrix, capability shown in that market; or in world exports, where a table of them is named.",
        "Los vecinos son los productos más próximos en la matriz socio x producto del mercado, capacidad mostrada en ese mercado; o en exportaciones mundiales, si se nombra una tabla de ellas.",
    ),
    Bilingual(
        "Output and jobs at stake are those of the U.S. industries that buy it, by its share in all that they buy; output is of 2017, jobs are of 2025. For another importer they are not computed.",
        "La producción y los empleos en juego son los de las industrias de EE. UU. que lo compran, según su peso en todo lo que compran; la producción es de 2017 y los empleos de 2025. Para otro importador no se calculan.",
    ),
    Bilingual(
        "Southbound surface trade, shown between the United States and Mexico only, is of the whole section of the Harmonized System, for the source has nothing finer by state.",
        "El comercio terrestre hacia el sur, que solo se muestra entre Estados Unidos y México, es de toda la sección del Sistema Armonizado, pues la fuente no tiene nada más fino por estado.",
    ),
    Bilingual(
        "A group is the sum of its products: shares, concentration and duty are of sums; its rank is among groups of its kind.",
        "Un grupo es la suma de sus productos: participaciones, concentración y arancel son de sumas; su lugar es entre los grupos de su clase.",
    ),
)
_QUESTION = Bilingual(
    "Who supplies {importer} with {name}, and what stands behind it? Partner: {partner}; external suppliers: {external}; {year}.",
    "¿Quién provee a {importer} de {name} y qué hay detrás? Socio: {partner}; proveedores externos: {external}; {year}.",
)
_BOUGHT = Bilingual(
    "{importer} bought {amount} of it in {year}, {share} from {first}; {external} came from external suppliers and {own} from {partner}.",
    "{importer} compró {amount} en {year}, {share} de {first}; {external} vino de proveedores externos y {own} de {partner}.",
)
_OWN_FIRST = Bilingual(
    "{importer} bought {amount} of it in {year}, {share} from {first}; {external} came from external suppliers.",
    "{importer} compró {amount} en {year}, {share} de {first}; {external} vino de proveedores externos.",
)
_RANKED = Bilingual(
    " Rank {rank} of {of} {kind} ({low} to {high} in 90 % of the runs).",
    " Lugar {rank} de {of} {kind} ({low} a {high} en 90 % de las corridas).",
)
KINDS: Mapping[str, Bilingual] = {
    "product": Bilingual("products", "productos"),
    "heading": Bilingual("headings", "partidas"),
    "chapter": Bilingual("chapters", "capítulos"),
    "list": Bilingual("stages of the list", "etapas de la lista"),
}
"""What a rank is among, by level."""
NOT_ORDERED: Mapping[str, Bilingual] = {
    "floor": Bilingual(
        "Not in the order: {bought} come from outside, less than the least of {floor}.",
        "No está en el orden: vienen de fuera {bought}, menos que el mínimo de {floor}.",
    ),
    "sample": Bilingual(
        "Not in the order: outside the sample in which capability is read, exporters of {exports} or more and products of {trade} or more.",
        "No está en el orden: fuera de la muestra en que se lee la capacidad, exportadores de {exports} o más y productos de {trade} o más.",
    ),
    "SC-36": Bilingual(
        "Nothing is in the order, for the partner is outside the sample in which capability is read: {found}.",
        "Nada está en el orden, pues el socio está fuera de la muestra en que se lee la capacidad: {found}.",
    ),
    "SC-37": Bilingual(
        "Nothing is in the order, for capability is read among three exporters or more: {found}.",
        "Nada está en el orden, pues la capacidad se lee entre tres exportadores o más: {found}.",
    ),
    "list": Bilingual(
        "A whole list or a technology has no rank of its own; its stages and products have.",
        "Una lista entera o una tecnología no tiene lugar propio; lo tienen sus etapas y productos.",
    ),
}


def question_in_words(subject: "Subject", asked: Mapping[str, str], selected: "Selection") -> Bilingual:
    from hled.dialogue.studies.domain.screening.rows import area_in_sentence

    return _QUESTION.format(
        importer=area_in_sentence(asked["importer"]),
        name=names.lower(selected.name),
        partner=names.capital(area_in_sentence(asked["partner"])),
        external=external_set_in_words(asked["external"]),
        year=subject.market.year,
    )


def answer_in_words(
    subject: "Subject",
    items: "tuple[Item, ...]",
    facts: Mapping[str, Mapping[str, Any]],
    rank: "Item",
    level: str,
) -> Bilingual:
    """Amount, first supplier, external and own share, and the rank with its range."""
    from hled.dialogue.studies.domain.screening.rows import area_in_sentence

    first, market, partner = items[0], subject.market, subject.partner
    pattern = _OWN_FIRST if first["partner"] == partner else _BOUGHT
    said = pattern.format(
        importer=names.capital(area_in_sentence(market.importer)),
        amount=money(float(facts["imports"]["value"])),
        year=market.year,
        share=in_words(float(first["share"]), "share"),
        first=area_in_sentence(str(first["partner"])),
        external=in_words(float(facts["external_share"]["value"]), "share"),
        own=in_words(float(facts["partner_share"]["value"]), "share"),
        partner=area_in_sentence(partner),
    )
    if rank["rank"] is None:
        return said
    placed = _RANKED.format(
        kind=KINDS[level], **{name: formats.number(rank[name]) for name in ("rank", "of", "low", "high")}
    )
    return Bilingual(said.en + placed.en, said.es + placed.es)
