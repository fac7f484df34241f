"""Which products, and groups of products, are openings: an order with its doubt, its reasons and its diagnosis."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.asking import Asked, Choice, Parameter
from hled.dialogue.studies.domain.numbers import share_text
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.screen_words import (
    METHOD,
    WARNING,
    answer_in_words,
    criterion_words,
    question_in_words,
)
from hled.dialogue.studies.domain.questions.trade_parameters import (
    EXTERNAL,
    IMPORTER,
    PARTNER,
    TRADE_TABLE,
    WORLD,
    with_market,
)
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.screening.choosing import ListPart
    from hled.dialogue.studies.domain.screening.ranked import Ranked
    from hled.dialogue.studies.domain.screening.rows import Seen
    from hled.dialogue.studies.domain.screening.weights import WeightDocument

_LIST = Parameter(
    "list",
    "all",
    Bilingual("Products", "Productos"),
    Bilingual(
        "Lists or codes, set apart by commas: semiconductors, 8542; all without it.",
        "Listas o códigos separados por comas: semiconductors, 8542; sin él, todos.",
    ),
)
_BY = Parameter(
    "by",
    "product",
    Bilingual("By", "Por"),
    Bilingual("What stands in a row.", "Qué ocupa cada fila."),
    (
        Choice("product", Bilingual("product (6 digits)", "producto (6 dígitos)")),
        Choice("heading", Bilingual("heading (4 digits)", "partida (4 dígitos)")),
        Choice("chapter", Bilingual("chapter (2 digits)", "capítulo (2 dígitos)")),
        Choice("stage", Bilingual("stage of a list", "etapa de una lista")),
    ),
)
_ONLY = Parameter(
    "only",
    "",
    Bilingual("Only", "Solo"),
    Bilingual(
        "Rows of one action area, or products bought mostly from one distant supplier.",
        "Filas de un área de acción, o productos comprados sobre todo a un proveedor lejano.",
    ),
    (
        Choice("", Bilingual("all", "todos")),
        Choice(
            "openings", Bilingual("openings: expand, build, ease", "oportunidades: ampliar, crear, aliviar")
        ),
        Choice("one_distant_supplier", Bilingual("one distant supplier", "un proveedor lejano")),
        Choice("expand", Bilingual("expand existing supply", "ampliar el suministro existente")),
        Choice(
            "build", Bilingual("build capability one step away", "crear una capacidad que está a un paso")
        ),
        Choice("ease", Bilingual("ease a barrier", "aliviar una barrera")),
        Choice("diversify", Bilingual("diversify elsewhere", "diversificar en otra parte")),
        Choice("leave", Bilingual("no dependency to mend", "sin dependencia que corregir")),
        Choice("hold", Bilingual("nothing to gain", "nada que ganar")),
    ),
)
_SORT = Parameter(
    "sort",
    "rank",
    Bilingual("Order", "Orden"),
    Bilingual("What the rows are ordered by.", "Por qué se ordenan las filas."),
    (
        Choice("rank", Bilingual("nominal rank", "lugar nominal")),
        Choice("robust", Bilingual("worst rank in 95 % of the runs", "peor lugar en 95 % de las corridas")),
        Choice("median", Bilingual("median rank", "lugar mediano")),
        Choice("size", Bilingual("external imports", "importaciones externas")),
    ),
)
_TOP = Parameter(
    "top",
    "50",
    Bilingual("Rows", "Filas"),
    Bilingual("How many rows; 0 for all.", "Cuántas filas; 0 para todas."),
    whole=(0, 10_000),
)
_WEIGHTS = Parameter(
    "weights",
    "",
    Bilingual("Weights", "Pesos"),
    Bilingual(
        "Changes to the document of weights, such as relief=0.",
        "Cambios al documento de pesos, como relief=0.",
    ),
)
_FLOOR = Parameter(
    "floor",
    "1000000",
    Bilingual("Least imports", "Importaciones mínimas"),
    Bilingual(
        "Products of which less comes from outside, in dollars, stay out.",
        "Quedan fuera los productos de los que viene menos de fuera, en dólares.",
    ),
    whole=(0, 1_000_000_000),
)
_BASE = Parameter(
    "base",
    "128",
    Bilingual("Base runs", "Corridas base"),
    Bilingual("Size of the design, a power of two.", "Tamaño del diseño, potencia de dos."),
    tuple(Choice(str(2**k), Bilingual(str(2**k), str(2**k))) for k in range(4, 12)),
)
_SEED = Parameter(
    "seed",
    "20210909",
    Bilingual("Seed", "Semilla"),
    Bilingual(
        "Of the runs: the same seed gives the same order.",
        "De las corridas: la misma semilla da el mismo orden.",
    ),
    whole=(0, 2_147_483_647),
)

OPENINGS = frozenset({"expand", "build", "ease"})
"""Action areas in which the partner could supply more."""

SORTS: Mapping[str, Callable[[Item], tuple[float, int]]] = {
    "rank": lambda row: (row["rank"], row["rank"]),
    "robust": lambda row: (row["high"], row["rank"]),
    "median": lambda row: (row["median"], row["rank"]),
    "size": lambda row: (-float(row["external_imports"]), row["rank"]),
}


def compute(tables: Tables, asked: Asked) -> Result:
    from hled.dialogue.studies.domain.screening.weights import with_changes

    document = with_changes(asked["weights"])
    seen = see(tables, asked, document)
    rows = _rows(seen, asked)
    shown = rows[: int(asked["top"]) or None]
    market = seen.subject.market
    return Result(
        question=question_in_words(seen, asked),
        says=answer_in_words(seen, asked, rows),
        items=tuple(shown),
        tables=(tables.used_trade(asked["table"], market.year),),
        more={
            "count": len(rows),
            "ordered": len(seen.ranked.chosen),
            "too_small": int(len(seen.choice.rows) - len(seen.ranked.chosen)),
            "areas": _areas(rows),
            "lists": [_list(each) for each in seen.choice.lists],
            "weights": _weights(seen.ranked, document),
            "weights_version": document.version,
            "weights_digest": document.digest,
            "sensitivity": _sensitivity(seen.ranked, document),
            "criteria": [*map(criterion_words, seen.measures.cases[0].items)],
            "runs": seen.ranked.order.runs.count,
            "dropped": len(seen.measures.dropped),
            "national_share": share_text(seen.subject.reading.national_share),
        },
        figures={"rows": [_figure(each) for each in shown]},
        findings=_findings(seen),
        seed=int(asked["seed"]),
    )


def see(tables: Tables, asked: Asked, document: "WeightDocument") -> "Seen":
    """Measures and order behind a screen."""
    from hled.dialogue.studies.domain.screening.choosing import choose_products
    from hled.dialogue.studies.domain.screening.measures import measures
    from hled.dialogue.studies.domain.screening.ranked import ranked
    from hled.dialogue.studies.domain.screening.rows import Seen
    from hled.dialogue.studies.domain.screening.subject import subject
    from hled.economy.ranking import Design

    screened = subject(tables, asked)
    products = screened.market.products
    choice = choose_products(asked["list"], products, tables.product_lists())
    found = measures(screened, draws=256, seed=int(asked["seed"]))
    placed = ranked(
        found,
        document,
        choice.rows,
        Design(base=int(asked["base"]), seed=int(asked["seed"])),
        floor=float(asked["floor"]),
        group_of=choice.group_of(asked["by"], products),
    )
    return Seen(screened, found, placed, choice)


def _rows(seen: "Seen", asked: Asked) -> list[Item]:
    from hled.dialogue.studies.domain.screening.rows import group_rows, product_rows
    from hled.dialogue.studies.domain.screening.screen_rules import SC_33

    rows: list[Item] = [*(product_rows(seen) if asked["by"] == "product" else group_rows(seen))]
    only = asked["only"]
    if only == "one_distant_supplier":
        rows = [each for each in rows if each.get("one_distant_supplier")]
    elif only:
        areas = OPENINGS if only == "openings" else {only}
        rows = [each for each in rows if each["area"] in areas]
    if not rows:
        raise BrokenRuleError([Finding(SC_33, "only", only or "-")])
    return sorted(rows, key=SORTS[asked["sort"]])


def _list(part: "ListPart") -> dict[str, Any]:
    return {
        "id": part.list.id,
        "part": part.part,
        "version": part.list.version,
        "digest": part.list.digest,
        "title_en": part.title.en,
        "title_es": part.title.es,
        "products": len(part.products),
    }


def _areas(rows: Sequence[Item]) -> list[dict[str, Any]]:
    from hled.dialogue.studies.domain.screening.action_areas import ACTION_AREAS

    return [
        {
            "code": area.code,
            "title_en": area.title.en,
            "title_es": area.title.es,
            "when_en": area.when.en,
            "when_es": area.when.es,
            "count": sum(each["area"] == area.code for each in rows),
        }
        for area in ACTION_AREAS
    ]


def _weights(found: "Ranked", document: "WeightDocument") -> list[dict[str, Any]]:
    nominal = document.nominal()
    known = found.indicators.known
    return [
        {
            "pillar": pillar.code,
            "pillar_en": pillar.title.en,
            "pillar_es": pillar.title.es,
            "code": each.code,
            "title_en": each.title.en,
            "title_es": each.title.es,
            "says_en": each.says.en,
            "says_es": each.says.es,
            "reason_en": each.reason.en,
            "reason_es": each.reason.es,
            "nominal": share_text(nominal[each.code]),
            "effective": share_text(float(found.effective[at])),
            "known": share_text(float(known[:, at].mean())),
        }
        for at, (pillar, each) in enumerate(
            (pillar, each) for pillar in document.pillars for each in pillar.criteria
        )
    ]


def _sensitivity(found: "Ranked", document: "WeightDocument") -> list[dict[str, Any]]:
    from hled.dialogue.studies.domain.questions.screen_words import CHOICE_NAMES

    titles = {each.code: each.title for each in document.criteria} | dict(CHOICE_NAMES)
    sensitivity = found.sensitivity
    return [
        {
            "code": name,
            "title_en": titles[name].en,
            "title_es": titles[name].es,
            "first": share_text(float(sensitivity.first[at])),
            "first_error": share_text(float(sensitivity.first_error[at])),
            "total": share_text(float(sensitivity.total[at])),
            "total_error": share_text(float(sensitivity.total_error[at])),
        }
        for at, name in enumerate(sensitivity.names)
    ]


def _findings(seen: "Seen") -> tuple[Finding, ...]:
    from hled.dialogue.studies.domain.screening.indicators import LACKING, LACKING_WORDS
    from hled.dialogue.studies.domain.screening.screen_rules import SC_32, SC_34

    names, known = seen.ranked.indicators.names, seen.ranked.indicators.known
    lacking = [
        Finding(SC_32, name, LACKING_WORDS[LACKING[name]], data={"needs": LACKING[name]})
        for at, name in enumerate(names)
        if name in LACKING and not known[:, at].any()
    ]
    absent = seen.choice.absent
    unbought = [Finding(SC_34, "list", ", ".join(absent[:20]))] if absent else []
    return (*seen.subject.reading.findings, *seen.measures.flags.missing, *lacking, *unbought)


def _figure(row: Item) -> dict[str, Any]:
    return {
        name: row[name]
        for name in ("code", "rank", "low", "high", "need", "capability", "external_imports", "area")
    }


QUESTION = Question(
    kind="screen",
    title=Bilingual("Where the openings are", "Dónde están las oportunidades"),
    parameters=(
        _LIST,
        _BY,
        _ONLY,
        _SORT,
        _TOP,
        PARTNER,
        EXTERNAL,
        IMPORTER,
        TRADE_TABLE,
        WORLD,
        _FLOOR,
        _WEIGHTS,
        _BASE,
        _SEED,
    ),
    method=METHOD,
    warning=WARNING,
    compute=compute,
    complete=with_market,
)
