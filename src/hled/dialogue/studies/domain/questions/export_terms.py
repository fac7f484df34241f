"""How a country's exports divide into terms, industry by industry, and how sure that is."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Choice, Parameter
from hled.dialogue.studies.domain.question import Question, Result, Tables
from hled.dialogue.studies.domain.questions.parameters import BALANCE, DRAWS, SEED, TABLE
from hled.dialogue.studies.domain.questions.systems import system, with_table
from hled.dialogue.studies.domain.questions.value_chains import METHODS
from hled.dialogue.studies.domain.questions.wording import ACCOUNTING, share_words
from hled.dialogue.studies.domain.rules import SQ_01
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import require

if TYPE_CHECKING:
    from hled.economy.tables import Table
    from hled.economy.uncertainty import TermRanges

SECTOR, TOTAL = "sector", "total"
WHERE_ADDED = frozenset({"kww"})
"""Methods whose domestic terms stand in the industry that adds the value: shares of industries are of all exports there."""

HEADLINES: Mapping[str, str] = MappingProxyType({"hiy": "VS"})
HEADLINE = "DVA"
PICTURED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "hiy": ("DVS", "VS"),
        "kww": ("VAX", "RDV", "DDC", "FVA", "FDC"),
        "wwz": ("DVA", "RDV", "FVA", "PDC"),
    }
)
"""Few names that add up to gross exports, for pictures and narrow tables; the four of `STANDARD` where a method has none here."""
STANDARD = ("DVA", "DDC", "FVA", "FDC")
LARGEST = 10

_EXPORTER = Parameter(
    "exporter",
    "MEX",
    Bilingual("Exporter", "Exportador"),
    Bilingual("Region whose exports are divided.", "Región cuyas exportaciones se dividen."),
)
_IMPORTER = Parameter(
    "importer",
    "",
    Bilingual("Importer", "Importador"),
    Bilingual(
        "Any region that buys, beside all importers together; the United States without it, or Mexico where they export.",
        "Cualquier región que compra, junto a todos los importadores; sin él, Estados Unidos, o México si ese exporta.",
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
_BY = Parameter(
    "by",
    SECTOR,
    Bilingual("Rows", "Filas"),
    Bilingual(
        "Every exporting industry beside the total, or the total alone.",
        "Cada industria exportadora junto al total, o solo el total.",
    ),
    (
        Choice(SECTOR, Bilingual("by exporting industry", "por industria exportadora")),
        Choice(TOTAL, Bilingual("all industries together", "todas las industrias juntas")),
    ),
)
_TERMS = Parameter(
    "terms",
    "",
    Bilingual("Only terms", "Solo términos"),
    Bilingual(
        "Codes of terms, set apart by commas, such as DVA,FVA; all without it.",
        "Códigos de términos, separados por comas, como DVA,FVA; todos sin él.",
    ),
)


def complete(tables: Tables, asked: Asked) -> dict[str, str]:
    importer = asked["importer"] or ("MEX" if asked["exporter"] == "USA" else "USA")
    return with_table(tables, {**asked, "importer": importer})


def compute(tables: Tables, asked: Asked) -> Result:
    from hled.dialogue.studies.domain.terms import (
        not_bounded_items,
        one_region,
        ranged_terms,
        term_items,
        term_names,
    )

    engine = system(tables, asked)
    table, by_industry = engine.table, asked["by"] == SECTOR
    found = ranged_terms(
        engine,
        asked["method"],
        exporter=one_region(table, asked["exporter"], "exporter"),
        importer=one_region(table, asked["importer"], "importer"),
        draws=int(asked["draws"]),
        seed=int(asked["seed"]),
    )
    wanted = names.split(asked["terms"])
    _require_known(wanted, term_names(found[0]))
    items = [row for each in found for row in term_items(table, each, by_industry=by_industry, wanted=wanted)]
    return Result(
        question=_question(table, asked),
        says=_says(table, asked, found),
        items=tuple(items),
        tables=(tables.used(asked["table"]),),
        more={
            "unit": table.unit,
            "shares_of": "all_exports" if asked["method"] in WHERE_ADDED else "industry_exports",
            "not_bounded": [
                row for each in found for row in not_bounded_items(table, each, by_industry=by_industry)
            ],
        },
        figures={"items": [dict(each) for each in items]},
        seed=int(asked["seed"]),
    )


def _require_known(wanted: Sequence[str], known: Sequence[str]) -> None:
    unknown = [each for each in wanted if each not in known]
    said = ", ".join(known)
    require(
        SQ_01,
        not unknown,
        place="terms",
        found=Bilingual(f"{', '.join(unknown)}; known: {said}", f"{', '.join(unknown)}; existen: {said}"),
    )


def headline(method: str) -> str:
    """The term that a sentence or a picture shows where there is room for one."""
    return HEADLINES.get(method, HEADLINE)


def pictured(method: str) -> tuple[str, ...]:
    return PICTURED.get(method, STANDARD)


def method_title(method: str) -> Bilingual:
    return next(each.title for each in METHODS if each.code == method)


def _question(table: "Table", asked: Asked) -> Bilingual:
    return (_BY_INDUSTRY if asked["by"] == SECTOR else _TOGETHER).format(
        exporter=names.region_in_sentence(table, asked["exporter"]), year=table.year
    )


def _says(table: "Table", asked: Asked, found: "Sequence[TermRanges]") -> Bilingual:
    from hled.economy.value_chains import TERM_NAMES

    term = headline(asked["method"])
    said = _SAYS.format(
        term=names.capital(TERM_NAMES[term]),
        exporter=names.region_in_sentence(table, asked["exporter"]),
        year=table.year,
        method=method_title(asked["method"]),
        **_numbers(found[0], term),
    )
    if len(found) > 1:
        importer = names.region_in_sentence(table, asked["importer"])
        said = _TO.format(said=said, importer=importer, **_numbers(found[1], term))
    if asked["by"] == SECTOR and asked["method"] not in WHERE_ADDED:
        said = _AMONG.format(said=said, **_extremes(table, found[0], term))
    return said


def _numbers(found: "TermRanges", term: str) -> dict[str, str]:
    each = found.terms[term]
    return {
        name: share_words(float(values[0]), 1)
        for name, values in (("share", each.central), ("low", each.low), ("high", each.high))
    }


def _extremes(table: "Table", found: "TermRanges", term: str) -> dict[str, Bilingual | str | int]:
    """Among the industries that export most, those with the least and with the most of a term."""
    exports, central = found.found.exports, found.terms[term].central[1:]
    largest = sorted(range(len(exports)), key=lambda at: -exports[at])[:LARGEST]
    least, most = (pick(largest, key=lambda at: central[at]) for pick in (min, max))
    return {
        "count": len(largest),
        "least": names.lower(names.industry_name(table, int(found.found.industries[least]))),
        "most": names.lower(names.industry_name(table, int(found.found.industries[most]))),
        "least_share": share_words(float(central[least]), 1),
        "most_share": share_words(float(central[most]), 1),
    }


_BY_INDUSTRY = Bilingual(
    "How do the exports of {exporter} divide into terms, industry by industry, in {year}, and how sure is that?",
    "¿Cómo se dividen en términos las exportaciones de {exporter}, industria por industria, en {year}, y con cuánta certeza?",
)
_TOGETHER = Bilingual(
    "How do the exports of {exporter} divide into terms in {year}, and how sure is that?",
    "¿Cómo se dividen en términos las exportaciones de {exporter} en {year}, y con cuánta certeza?",
)
_SAYS = Bilingual(
    "{term}: {share} of all exports of {exporter} in {year} (range {low} to {high}), by {method}.",
    "{term}: {share} de todas las exportaciones de {exporter} en {year} (intervalo de {low} a {high}), según {method}.",
)
_TO = Bilingual(
    "{said} Of those to {importer}: {share} ({low} to {high}).",
    "{said} De las destinadas a {importer}: {share} ({low} a {high}).",
)
_AMONG = Bilingual(
    "{said} Among the {count} industries that export most, least in {least} ({least_share}), most in {most} ({most_share}).",
    "{said} Entre las {count} industrias que más exportan, lo menos en {least} ({least_share}), lo más en {most} ({most_share}).",
)

QUESTION = Question(
    kind="export-terms",
    title=Bilingual(
        "How exports divide, industry by industry",
        "Cómo se dividen las exportaciones, industria por industria",
    ),
    parameters=(_EXPORTER, _IMPORTER, _METHOD, _BY, _TERMS, TABLE, BALANCE, DRAWS, SEED),
    method=(
        Bilingual(
            "Exports are what industries and final users abroad bought, of all importers together and of one; any region of the table may be it.",
            "Las exportaciones son lo que compraron industrias y usuarios finales del exterior, de todos los importadores juntos y de uno; puede ser cualquier región de la tabla.",
        ),
        Bilingual(
            "The method named divides them, and its terms add up to gross exports, industry by industry; sums and headline measures stand beside them.",
            "El método nombrado las divide, y sus términos suman las exportaciones brutas, industria por industria; al lado están las sumas y medidas principales.",
        ),
        Bilingual(
            "By Koopman, Wang and Wei the domestic terms stand in the industry that adds the value: they add up for the country alone, and shares are of all exports.",
            "Según Koopman, Wang y Wei los términos nacionales están en la industria que agrega el valor: suman solo para el país, y las proporciones son de todas las exportaciones.",
        ),
        Bilingual(
            "Rounding: every cell may lie half a unit to either side of what is printed; drawn, to first order.",
            "Redondeo: cada celda puede estar media unidad a cada lado de lo impreso; por sorteo, a primer orden.",
        ),
        Bilingual(
            "Errors: sales and purchases of each industry are multiplied by random factors of five percent, drawn with a fixed seed; output and what goes to each region stay as the table has them. Every drawn table is divided by the same method.",
            "Errores: las ventas y compras de cada industria se multiplican por factores al azar de cinco por ciento, con semilla fija; la producción y lo que va a cada región quedan como en la tabla. Cada tabla sorteada se divide con el mismo método.",
        ),
        Bilingual(
            "Balance rule: output as supplied and the sums of rows are both computed.",
            "Regla de balance: se calculan la producción dada y las sumas por fila.",
        ),
        Bilingual(
            "Proportionality: imported inputs may go to these exports or to the rest, within what the table adds up to; bounds are stated for terms that imported inputs bring in.",
            "Proporcionalidad: los insumos importados pueden ir a estas exportaciones o al resto, dentro de lo que suma la tabla; hay cotas para los términos que traen los insumos importados.",
        ),
        Bilingual(
            "Where a term also depends on what importers make of the goods, no bounds are stated, the reason is, and the range leaves proportionality out.",
            "Donde un término depende también de qué hacen los importadores con los bienes, no hay cotas, se da la razón, y el intervalo deja fuera la proporcionalidad.",
        ),
        Bilingual(
            "The range is the bounds, or the central figure without them, widened by the balance rule and by 95 percent of rounding and errors.",
            "El intervalo son las cotas, o la cifra central sin ellas, ampliadas por la regla de balance y por 95 por ciento de redondeo y errores.",
        ),
    ),
    warning=ACCOUNTING,
    compute=compute,
    complete=complete,
)
