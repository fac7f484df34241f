"""Whose value stands behind a country's exports, by concept, year and source, and how sure that is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Choice, Parameter
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.published_content import PUBLISHED_CONTENT, PublishedContent
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.parameters import BALANCE, DRAWS, SEED
from hled.dialogue.studies.domain.questions.systems import system_on
from hled.dialogue.studies.domain.questions.wording import ACCOUNTING, share_words
from hled.dialogue.studies.domain.rules import SQ_02, SQ_06
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import require

if TYPE_CHECKING:
    from hled.economy.leontief import System
    from hled.economy.tables import Table

MANUFACTURING = "manufacturing"

CONCEPTS: Mapping[str, Bilingual] = {
    "all": Bilingual("all exports", "todas las exportaciones"),
    "to_importer": Bilingual("exports to {importer}", "exportaciones a {importer}"),
    "manufactures": Bilingual("manufactures", "manufacturas"),
    "manufactures_to_importer": Bilingual("manufactures to {importer}", "manufacturas a {importer}"),
}
"""Which exports are meant: published figures differ first of all in this."""

METHODS = (
    Choice("bm_exporter", Bilingual("Borin and Mancini, exporter", "Borin y Mancini, exportador")),
    Choice(
        "bm_exporter_sink",
        Bilingual("Borin and Mancini, exporter, sink", "Borin y Mancini, exportador, destino"),
    ),
    Choice("bm_world", Bilingual("Borin and Mancini, world", "Borin y Mancini, mundo")),
    Choice("bm_world_sink", Bilingual("Borin and Mancini, world, sink", "Borin y Mancini, mundo, destino")),
    Choice("hiy", Bilingual("Hummels, Ishii and Yi", "Hummels, Ishii y Yi")),
    Choice("kww", Bilingual("Koopman, Wang and Wei", "Koopman, Wang y Wei")),
    Choice("my", Bilingual("Miroudot and Ye", "Miroudot y Ye")),
    Choice("wwz", Bilingual("Wang, Wei and Zhu", "Wang, Wei y Zhu")),
)
"""Ways of dividing gross exports that the terms may follow."""

_EXPORTER = Parameter(
    "exporter",
    "MEX",
    Bilingual("Exporter", "Exportador"),
    Bilingual("Region whose exports are looked into.", "Región cuyas exportaciones se examinan."),
)
_ORIGIN = Parameter(
    "origin",
    "USA",
    Bilingual("Origin of value", "Origen del valor"),
    Bilingual("Region whose value added is sought.", "Región cuyo valor agregado se busca."),
)
_IMPORTER = Parameter(
    "importer",
    "USA",
    Bilingual("Importer", "Importador"),
    Bilingual(
        "Region that buys, for the concepts that name one.",
        "Región que compra, para los conceptos que la nombran.",
    ),
)
_METHOD = Parameter(
    "method",
    "bm_exporter",
    Bilingual("Terms by", "Términos según"),
    Bilingual(
        "Method that divides gross exports into terms.",
        "Método que divide las exportaciones brutas en términos.",
    ),
    METHODS,
)
_TABLES = Parameter(
    "tables",
    "",
    Bilingual("Tables", "Tablas"),
    Bilingual(
        "Ids of tables, set apart by commas; all with several countries without it.",
        "Identificadores de tablas, separados por comas; sin él, todas las de varios países.",
    ),
)


def complete(tables: Tables, asked: Asked) -> dict[str, str]:
    """All tables of several countries, where none is named."""
    known = asked["tables"] or ",".join(tables.between_countries())
    require(
        SQ_02, bool(known), place="tables", found=Bilingual("none is installed", "ninguna está instalada")
    )
    return {**asked, "tables": known}


def compute(tables: Tables, asked: Asked) -> Result:
    ids = names.split(asked["tables"])
    items, origins, terms = [], [], []
    for id in ids:
        engine = system_on(tables.table(id), asked["balance"])
        items += list(_concepts(engine, asked))
        origins += list(_origins(engine, asked))
        terms += list(_terms(engine, asked))
    last = tables.table(ids[-1])
    return Result(
        question=_question(last, asked),
        says=_says(last, asked, items),
        items=tuple(items),
        tables=tuple(tables.used(id) for id in ids),
        more={
            "origins": origins,
            "terms": terms,
            "published": [_beside(each, items) for each in PUBLISHED_CONTENT if _concerns(each, asked)],
            "unit": last.unit,
        },
        figures={"items": [dict(each) for each in items], "origins": origins},
        seed=int(asked["seed"]),
    )


def _places(table: "Table", asked: Asked, concept: str) -> dict[str, Any]:
    from hled.dialogue.studies.domain.terms import one_region
    from hled.economy.tables.choosing import sectors_named

    return {
        "exporter": one_region(table, asked["exporter"], "exporter"),
        "importer": one_region(table, asked["importer"], "importer") if "importer" in concept else None,
        "sectors": sectors_named(table, MANUFACTURING) if "manufactures" in concept else None,
    }


def _concepts(system: "System", asked: Asked) -> Iterator[Item]:
    """One row for each concept: the share of the origin, its range, and what makes the range."""
    from hled.dialogue.studies.domain.engine import content_of, content_range_of
    from hled.economy.tables.choosing import regions_named

    table = system.table
    origin = regions_named(table, asked["origin"])
    require(SQ_06, len(origin) == 1, place="origin", found=asked["origin"])
    for concept in CONCEPTS:
        places = _places(table, asked, concept)
        by_region, exports = content_of(system, **places)
        found = content_range_of(
            system, origin=int(origin[0]), draws=int(asked["draws"]), seed=int(asked["seed"]), **places
        )
        name = concept_name(table, concept, asked)
        yield {
            "table": table.id,
            "year": table.year,
            "concept": concept,
            "concept_en": name.en,
            "concept_es": name.es,
            "share": share_text(found.central),
            "low": share_text(found.low),
            "high": share_text(found.high),
            "amount": amount_text(float(by_region[origin].sum())),
            "exports": amount_text(exports),
            "parts": [
                {
                    "code": each.code,
                    "name_en": each.name.en,
                    "name_es": each.name.es,
                    "low": share_text(each.low),
                    "high": share_text(each.high),
                }
                for each in found.parts
            ],
        }


def concept_name(table: "Table", concept: str, asked: Asked) -> Bilingual:
    return CONCEPTS[concept].format(importer=names.region_in_sentence(table, asked["importer"]))


def _origins(system: "System", asked: Asked) -> Iterator[Item]:
    """Everyone behind the exports of each concept: the exporter itself and the parts of the world."""
    from hled.dialogue.studies.domain.engine import content_of
    from hled.economy.tables.choosing import regions_named

    table = system.table
    for concept in CONCEPTS:
        by_region, exports = content_of(system, **_places(table, asked, concept))
        for code in names.origins(table):
            name = names.region_name(table, code)
            amount = float(by_region[regions_named(table, code)].sum())
            yield {
                "table": table.id,
                "year": table.year,
                "concept": concept,
                "origin": code,
                "origin_en": name.en,
                "origin_es": name.es,
                "share": share_text(amount / exports if exports else 0.0),
                "amount": amount_text(amount),
            }


def _terms(system: "System", asked: Asked) -> Iterator[Item]:
    """The terms of the chosen method, for all exports and for those to the importer, each with its range."""
    from hled.dialogue.studies.domain.engine import PARTS
    from hled.dialogue.studies.domain.terms import one_region, ranged_terms, term_items

    table = system.table
    places = {each: one_region(table, asked[each], each) for each in ("exporter", "importer")}
    found = ranged_terms(
        system, asked["method"], **places, draws=int(asked["draws"]), seed=int(asked["seed"])
    )
    for each in found:
        for row in term_items(table, each, by_industry=False, wanted=()):
            shown = ("importer", "term", "term_en", "term_es", "amount", "share", "low", "high", "bounded")
            yield {
                "table": table.id,
                "year": table.year,
                "method": asked["method"],
                **{name: row[name] for name in shown},
                "parts": [
                    {
                        "code": part,
                        "name_en": PARTS[part].en,
                        "name_es": PARTS[part].es,
                        "low": row[f"{part}_low"],
                        "high": row[f"{part}_high"],
                    }
                    for part in PARTS
                    if row.get(f"{part}_low") is not None
                ],
            }


def _concerns(published: PublishedContent, asked: Asked) -> bool:
    return (published.exporter, published.origin) == (asked["exporter"], asked["origin"])


def _beside(published: PublishedContent, items: Sequence[Item]) -> dict[str, Any]:
    """A published figure, and whether it lies inside our range of the nearest concept, year by year."""
    near = [each for each in items if each["concept"] == published.nearest]
    return {
        "value": f"{published.value:f}",
        "concept_en": published.concept.en,
        "concept_es": published.concept.es,
        "source_en": published.source.en,
        "source_es": published.source.es,
        "nearest": published.nearest,
        "nearest_en": near[0]["concept_en"],
        "nearest_es": near[0]["concept_es"],
        "ranges": [
            {
                "table": each["table"],
                "year": each["year"],
                "low": each["low"],
                "high": each["high"],
                "inside": float(each["low"]) <= float(published.value) <= float(each["high"]),
            }
            for each in near
        ],
        "why_en": published.why.en,
        "why_es": published.why.es,
    }


def _question(table: "Table", asked: Asked) -> Bilingual:
    return _QUESTION.format(
        exporter=names.region_in_sentence(table, asked["exporter"]),
        origin=names.region_in_sentence(table, asked["origin"]),
    )


def _says(table: "Table", asked: Asked, items: Sequence[Item]) -> Bilingual:
    newest = {each["concept"]: each for each in items if each["table"] == table.id}
    others = [newest[concept] for concept in ("to_importer", "manufactures", "manufactures_to_importer")]
    return _SAYS.format(
        **_numbers(newest["all"]),
        year=table.year,
        origin=names.capital(names.region_in_sentence(table, asked["origin"])),
        exporter=names.region_in_sentence(table, asked["exporter"]),
        others=names.listed(
            [
                _OTHER.format(concept=Bilingual(each["concept_en"], each["concept_es"]), **_numbers(each))
                for each in others
            ]
        ),
    )


def _numbers(item: Item) -> dict[str, str]:
    return {name: share_words(item[name], 1) for name in ("share", "low", "high")}


_QUESTION = Bilingual(
    "What share of the exports of {exporter} is value added in {origin}, and how sure is that?",
    "¿Qué proporción de las exportaciones de {exporter} es valor agregado en {origin}, y con cuánta certeza?",
)
_SAYS = Bilingual(
    "{origin} added {share} of the value of all exports of {exporter} in {year} (range {low} to {high}); of {others}.",
    "{origin} agregó {share} del valor de todas las exportaciones de {exporter} en {year} (intervalo de {low} a {high}); de {others}.",
)
_OTHER = Bilingual("{concept} {share} ({low} to {high})", "{concept}, {share} ({low} a {high})")

QUESTION = Question(
    kind="value-chains",
    title=Bilingual("Whose value stands behind exports", "De quién es el valor de las exportaciones"),
    parameters=(_EXPORTER, _ORIGIN, _IMPORTER, _METHOD, _TABLES, BALANCE, DRAWS, SEED),
    method=(
        Bilingual(
            "Exports are what industries and final users abroad bought; each concept says which exports are meant.",
            "Las exportaciones son lo que compraron industrias y usuarios finales del exterior; cada concepto dice cuáles.",
        ),
        Bilingual(
            "Value added by origin is v L e: value per unit of output, all stages of production, the exports.",
            "El valor agregado por origen es v L e: valor por unidad de producción, todas las etapas, las exportaciones.",
        ),
        Bilingual(
            "The shares of all origins add up to one; what crosses a border twice is counted once here.",
            "Las proporciones de todos los orígenes suman uno; lo que cruza dos veces la frontera cuenta aquí una vez.",
        ),
        Bilingual(
            "The terms of the method named divide the same exports into domestic and foreign value, returned and counted twice.",
            "Los términos del método nombrado dividen las mismas exportaciones en valor nacional y extranjero, devuelto y contado dos veces.",
        ),
        Bilingual(
            "Rounding: every cell may lie half a unit to either side of what is printed.",
            "Redondeo: cada celda puede estar media unidad a cada lado de lo impreso.",
        ),
        Bilingual(
            "Errors: sales and purchases of each industry are multiplied by random factors of five percent, drawn with a fixed seed; no publisher states them.",
            "Errores: las ventas y compras de cada industria se multiplican por factores al azar de cinco por ciento, con semilla fija; ningún editor los publica.",
        ),
        Bilingual(
            "Balance rule: output as supplied and the sums of rows are both computed.",
            "Regla de balance: se calculan la producción dada y las sumas por fila.",
        ),
        Bilingual(
            "Proportionality: the table says what an industry buys abroad, not for which customer; it may go to the exports meant or to the rest, within what the table adds up to.",
            "Proporcionalidad: la tabla dice qué compra una industria en el exterior, no para qué cliente; puede ir a esas exportaciones o al resto, dentro de lo que suma la tabla.",
        ),
        Bilingual(
            "The range is the bounds of proportionality, widened by the balance rule and by 95 percent of rounding and errors; each part is shown.",
            "El intervalo son las cotas de proporcionalidad, ampliadas por la regla de balance y por 95 por ciento de redondeo y errores; se muestra cada parte.",
        ),
        Bilingual(
            "Published figures of other concepts stand beside it; the range is computed without them.",
            "Las cifras publicadas de otros conceptos están al lado; el intervalo se calcula sin ellas.",
        ),
    ),
    warning=ACCOUNTING,
    compute=compute,
    complete=complete,
)
