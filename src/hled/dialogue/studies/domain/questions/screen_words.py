"""The screen in words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.names import listed, plain_name, split
from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.screening.rows import Seen
    from hled.dialogue.studies.domain.screening.weights import WeightDocument
    from hled.economy.trade.criteria import Criterion

WARNING = Bilingual(
    "An order of products by what customs data show, not a forecast and not a plan; capability is what was shown in this market, and no row is promising without the probability beside it.",
    "Un orden de productos según lo que muestran los datos de aduana, no un pronóstico ni un plan; la capacidad es la mostrada en este mercado, y ninguna fila es prometedora sin la probabilidad a su lado.",
)
CHOICE_NAMES: Mapping[str, Bilingual] = {
    "normalization": Bilingual("Way onto one scale", "Forma de llevar a una escala"),
    "aggregation": Bilingual("Arithmetic or geometric mean", "Media aritmética o geométrica"),
    "thresholds": Bilingual("Thresholds", "Umbrales"),
    "treatment": Bilingual("Treatment of the data", "Tratamiento de los datos"),
}
FIRST = 20
"""Places of which the probability is said."""
DOCUMENT = "document"
"""What `compare` says for the weights of the document as they are."""
METHOD = (
    Bilingual(
        "Dependency: concentration (HHI), share and distance of the suppliers outside the chosen bloc, and the Commission's criteria.",
        "Dependencia: concentración (HHI), proporción y distancia de los proveedores fuera del bloque elegido, y los criterios de la Comisión Europea.",
    ),
    Bilingual(
        "Shown capability: Balassa's index of the partner in this market, and density, the share of the product's neighbors that it sells with advantage.",
        "Capacidad mostrada: índice de Balassa del socio en este mercado, y densidad, la proporción de productos vecinos que vende con ventaja.",
    ),
    Bilingual(
        "Market: what is bought from outside. Relief: duty that the others paid more on the same lines, and changes of the U.S. tariff since, by chapter.",
        "Mercado: lo que se compra fuera. Alivio: arancel que los demás pagaron de más en las mismas fracciones, y cambios del arancel de EE. UU. desde entonces, por capítulo.",
    ),
    Bilingual(
        "Stake: output and jobs of the U.S. industries that use the product, by their use of it. Places: Mexican states that receive U.S. goods. No U.S. table stands in for another importer: what is not loaded takes no part.",
        "Lo que está en juego: producción y empleos de las industrias de Estados Unidos que usan el producto, según su uso. Lugares: estados mexicanos que reciben bienes de EE. UU. Ninguna tabla de EE. UU. sustituye a la de otro importador: lo que no está cargado no participa.",
    ),
    Bilingual(
        "Each indicator goes onto a scale from 0.1 to 1; the score is the weighted geometric mean of the pillars, as of a product, and what is unknown of a product takes no part.",
        "Cada indicador va a una escala de 0.1 a 1; el puntaje es la media geométrica ponderada de los pilares, como de un producto, y lo que se desconoce de un producto no participa.",
    ),
    Bilingual(
        "Weights come from a document with reasons and may be changed; the study records those in use.",
        "Los pesos vienen de un documento con razones y se pueden cambiar; el estudio guarda los usados.",
    ),
    Bilingual(
        "One design varies weights by half, the way onto the scale, arithmetic or geometric mean, thresholds and treatment of the data at once.",
        "Un solo diseño varía los pesos en la mitad, la forma de llevar a escala, media aritmética o geométrica, umbrales y tratamiento de los datos a la vez.",
    ),
    Bilingual(
        "Beside each rank stand its median, its 5 to 95 percent, and the share of runs among the first 20 and 50; Sobol indices say what moves the order.",
        "Junto a cada lugar están su mediana, su 5 a 95 por ciento y la proporción de corridas entre los primeros 20 y 50; índices de Sobol dicen qué mueve el orden.",
    ),
    Bilingual(
        "The diagnosis follows rules tried in order: nothing to gain, no dependency, ease a barrier, expand, build, diversify elsewhere.",
        "El diagnóstico sigue reglas en orden: nada que ganar, sin dependencia, aliviar una barrera, ampliar, crear, diversificar en otra parte.",
    ),
    Bilingual(
        "Chapters 98 and 99 stay out; a partner that is inside another is counted once; a criterion without its table is not computed and says so.",
        "Los capítulos 98 y 99 quedan fuera; un socio contenido en otro se cuenta una vez; un criterio sin su tabla no se calcula y lo dice.",
    ),
)
_QUESTION = Bilingual(
    "Where could {partner} supply what {importer} buys from outside? {products}; {external}; {year}{weights}.",
    "¿Dónde podría {partner} proveer lo que {importer} compra fuera? {products}; {external}; {year}{weights}.",
)
_EXTERNALS = {
    "outside:USMCA": Bilingual(
        "from suppliers outside North America", "de proveedores fuera de América del Norte"
    ),
    "outside:USA": Bilingual("from outside the United States", "de fuera de Estados Unidos"),
}
_EVERY_OTHER = Bilingual("from every other country", "de todos los demás países")
_ONE = Bilingual("from {name}", "de {name}")
_OUTSIDE = Bilingual("from suppliers outside {names}", "de proveedores fuera de {names}")
_SETS = {
    "outside:USMCA": Bilingual("outside North America", "fuera de América del Norte"),
    "outside:USA": Bilingual("all but the United States", "todos menos Estados Unidos"),
}
_SET_OF_ONE = Bilingual("{name} alone", "solo {name}")
_SET_OUTSIDE = Bilingual("outside {names}", "fuera de {names}")
_ALL = Bilingual("All products", "Todos los productos")
_CODES = Bilingual("Codes {codes}", "Códigos {codes}")
_WEIGHTS = Bilingual("; weights: {changes}", "; pesos: {changes}")
_ANSWER = Bilingual(
    "First of {count}: {name} ({code}), rank {low} to {high} in 90 % of the runs and among the first 20 in {top20}; {says}",
    "Primero de {count}: {name} ({code}), lugar {low} a {high} en 90 % de las corridas y entre los primeros 20 en {top20}; {says}",
)
_ANSWER_OF_FEW = Bilingual(
    "First of {count}: {name} ({code}), rank {low} to {high} in 90 % of the runs; {says}",
    "Primero de {count}: {name} ({code}), lugar {low} a {high} en 90 % de las corridas; {says}",
)
"""Where there are no more rows than the first 20, each is among them."""
_COMPARED = Bilingual(
    "{first} With {other}, the orders agree by {spearman} (Spearman), {first20} of the first 20 and {first50} of the first 50 are others{moved}.",
    "{first} Con {other}, los órdenes coinciden en {spearman} (Spearman), {first20} de los primeros 20 y {first50} de los primeros 50 son otros{moved}.",
)
_LISTS = Bilingual(
    "{first} Beside {other}; in both: {common}, only in the first: {before}, only in the second: {after}{agree}.",
    "{first} Junto a {other}; en ambos: {common}, solo en el primero: {before}, solo en el segundo: {after}{agree}.",
)
_AGREE = Bilingual(
    "; of those in both the orders agree by {spearman} (Spearman)",
    "; de los que están en ambos los órdenes coinciden en {spearman} (Spearman)",
)
_MOVED = Bilingual(
    ", and the largest move is {name} ({code}), from {before} to {after}",
    ", y el mayor cambio es {name} ({code}), de {before} a {after}",
)
_DOCUMENT = Bilingual("the weights of the document", "los pesos del documento")
_OTHER_WEIGHTS = Bilingual("the weights {changes}", "los pesos {changes}")
_OTHER_LIST = Bilingual("the products of {names}", "los productos de {names}")


def question_in_words(seen: "Seen", asked: Asked, document: "WeightDocument") -> Bilingual:
    changes = changes_in_words(document)
    return _QUESTION.format(
        partner=_country(asked["partner"]),
        importer=_country(asked["importer"]),
        products=_products(seen, asked),
        external=_external(asked["external"], asked["importer"]),
        year=seen.subject.market.year,
        weights=_WEIGHTS.format(changes=changes) if changes else "",
    )


def _external(spec: str, importer: str) -> Bilingual:
    kind, _, codes = spec.partition(":")
    if spec == f"outside:{importer}":
        return _EVERY_OTHER
    if kind == "one":
        return _ONE.format(name=_country(codes))
    return _EXTERNALS.get(spec) or _OUTSIDE.format(names=_countries(codes))


def external_set_in_words(spec: str) -> Bilingual:
    """On whom dependency is measured: `outside North America`, `China alone`."""
    kind, _, codes = spec.partition(":")
    if kind == "one":
        return _SET_OF_ONE.format(name=_country(codes))
    return _SETS.get(spec) or _SET_OUTSIDE.format(names=_countries(codes))


def _countries(codes: str) -> Bilingual:
    return listed([_country(each) for each in split(codes)])


def _country(code: str) -> Bilingual:
    from hled.dialogue.studies.domain.screening.rows import area_in_sentence

    return area_in_sentence(code)


def changes_in_words(document: "WeightDocument") -> Bilingual | None:
    """What a reader changed of the document of weights, by title; None where nothing."""
    titles = {each.code: each.title for each in document.pillars}
    titles |= {each.code: each.title for each in document.criteria}
    said = [
        Bilingual(f"{titles[code].en} {weight:g}", f"{titles[code].es} {weight:g}")
        for code, weight in document.changed.items()
    ]
    return listed(said) if said else None


def _products(seen: "Seen", asked: Asked) -> Bilingual:
    if seen.choice.lists:
        return listed([each.title for each in seen.choice.lists])
    return _ALL if asked["list"] in {"", "all"} else _CODES.format(codes=asked["list"])


def answer_in_words(seen: "Seen", asked: Asked, rows: Sequence[Mapping[str, Any]]) -> Bilingual:
    first = rows[0]
    after = "" if first["rank"] is not None else "_after"
    groups = seen.ranked.groups
    ordered = len(seen.ranked.chosen) if groups is None else len(groups.codes)
    return (_ANSWER if ordered > FIRST else _ANSWER_OF_FEW).format(
        count=formats.number(len(rows)),
        name=_name(first),
        code=first["code"],
        low=formats.number(first[f"low{after}"]),
        high=formats.number(first[f"high{after}"]),
        top20=formats.share(float(first[f"top20{after}"])),
        says=Bilingual(_lower(first["says_en"]), _lower(first["says_es"])),
    )


def compared_in_words(first: Bilingual, asked: Asked, found: Mapping[str, Any]) -> Bilingual:
    """The answer, and how far the second order agrees with it."""
    agreed = found["spearman"] and f"{float(found['spearman']):.3f}"
    if asked["compare_list"]:
        return _LISTS.format(
            first=first,
            other=_other(asked, found),
            common=formats.number(found["common"]),
            before=formats.number(found["only_before"]),
            after=formats.number(found["only_after"]),
            agree=_AGREE.format(spearman=agreed) if agreed else "",
        )
    entered = [str(len(each["enters"])) for each in found["tops"]]
    largest = found["largest"]
    return _COMPARED.format(
        first=first,
        other=_other(asked, found),
        spearman=agreed or "-",
        first20=entered[0],
        first50=entered[1],
        moved=_moved(largest[0]) if largest else "",
    )


def _name(row: Mapping[str, Any]) -> Bilingual:
    return Bilingual(*(plain_name(row[f"name_{each}"], row["code"]) for each in ("en", "es")))


def _moved(row: Mapping[str, Any]) -> Bilingual:
    return _MOVED.format(
        name=_name(row),
        code=row["code"],
        before=formats.number(row["rank"]),
        after=formats.number(row["rank_after"]),
    )


def _other(asked: Asked, found: Mapping[str, Any]) -> Bilingual:
    from hled.dialogue.studies.domain.screening.weights import with_changes

    parts = []
    if asked["compare"]:
        changes = None if asked["compare"] == DOCUMENT else changes_in_words(with_changes(asked["compare"]))
        parts.append(_OTHER_WEIGHTS.format(changes=changes) if changes else _DOCUMENT)
    if asked["compare_list"]:
        titles = [Bilingual(each["title_en"], each["title_es"]) for each in found["lists"]]
        names = listed(titles) if titles else Bilingual(asked["compare_list"], asked["compare_list"])
        parts.append(_OTHER_LIST.format(names=names))
    return listed(parts)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def criterion_words(criterion: "Criterion") -> dict[str, Any]:
    """A criterion of dependency, whether it was computed, and what it needs where not."""
    definition, missing = criterion.definition, criterion.missing
    return {
        "code": definition.code,
        "says_en": definition.says.en,
        "says_es": definition.says.es,
        "threshold": f"{definition.threshold:g}",
        "computed": missing is None,
        "needs": None if missing is None else str(missing.data["needs"]),
    }
