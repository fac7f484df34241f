"""The screen as a page: a form, the headline with its probability, pictures, the table, and what all of it rests on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hled.dialogue.studies.domain.asking import Parameter
from hled.dialogue.studies.domain.questions.complexity_parameters import sample_of_complexity
from hled.dialogue.studies.domain.questions.screen_parameters import BY, ONLY, SORT
from hled.dialogue.studies.domain.screening.definitions import DEFINITIONS
from hled.dialogue.studies.domain.screening.lacking import not_computable
from hled.dialogue.studies.domain.screening.weighing import by_pillar
from hled.dialogue.studies.queries.answering import Answered
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.dialogue.studies.web import pictures, screen_pictures
from hled.dialogue.studies.web.asking import HOME, SCREEN, question_page
from hled.dialogue.studies.web.of_trade import not_computed, of_tables, product_pages
from hled.dialogue.studies.web.rows import folded, plain_names
from hled.dialogue.studies.web.screen_form import fields, given_on, of_indicators
from hled.interfaces import charts
from hled.interfaces.acting import does
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual

Item = Mapping[str, Any]
EXTERNAL = (
    ("outside:USMCA", Bilingual("outside North America", "fuera de América del Norte")),
    ("outside:USA", Bilingual("all but the United States", "todos menos Estados Unidos")),
    ("one:CHN", Bilingual("China alone", "solo China")),
)
TOPS = tuple((each, Bilingual(each, each)) for each in ("20", "50", "100", "200"))
_ALL = ("all", Bilingual("All products", "Todos los productos"))
_OF_VARIANCE = Bilingual("percent of the variance of the order", "por ciento de la varianza del orden")
_PLANE = Bilingual(
    "Size: what comes from outside; numbers: places of the first in the table, with 5 to 95 % of the runs (cross)",
    "Tamaño: lo que viene de fuera; números: lugares de los primeros de la tabla, con 5 a 95 % de las corridas (cruz)",
)
_PLANE_OF_LISTS = Bilingual(
    "Size: what comes from outside; numbers: places of the first in the table, ′ in the second list, with 5 to 95 % of the runs (cross)",
    "Tamaño: lo que viene de fuera; números: lugares de los primeros de la tabla, ′ en la segunda lista, con 5 a 95 % de las corridas (cruz)",
)
_ROWS = Bilingual("rows by action area", "filas por área de acción")


@does(READ_RECORD)
def screen(request: HttpRequest) -> HttpResponse:
    """Where the openings are, or two orders of them side by side."""
    tables = InstalledTables(HOME)
    return question_page(
        request,
        "screen",
        _screen,
        choices={
            "list": (_ALL, *((each.id, each.title) for each in tables.product_lists().values())),
            "by": _choices(BY),
            "only": _choices(ONLY),
            "sort": _choices(SORT),
            "top": TOPS,
            "external": EXTERNAL,
            **of_tables(tables),
        },
        given=given_on(request),
    )


def _choices(parameter: Parameter) -> list[tuple[str, Bilingual]]:
    return [(each.code, each.title) for each in parameter.choices]


def _screen(found: Answered, language: str) -> dict[str, Any]:
    items, more, asked = found.result.items, found.result.more, found.asked
    source = found.result.tables[-1].source
    compared = more["comparison"]
    lists = bool(asked["compare_list"])

    def words(unit: Bilingual) -> charts.Wording:
        return pictures.wording(found.result.says, source, language, unit=unit)

    by_weights = compared is not None and not lists
    order = words(screen_pictures.unit_of_lines(two=by_weights))
    page = product_pages(found)
    titles = {each["code"]: Bilingual(each["title_en"], each["title_es"]) for each in more["weights"]}
    rows, more_rows = folded([_row(each, page) for each in items])
    return {
        "rows": rows,
        "more_rows": more_rows,
        "count_shown": len(items),
        "more": more,
        "lacking": not_computed(more),
        "areas": [{**each, "needs_words": _needs(each)} for each in more["areas"]],
        "shown": Bilingual(more["sample"]["shown_en"], more["sample"]["shown_es"]),
        "compared": compared and _compared(compared, page),
        "by_lists": lists,
        "fields": fields(asked),
        "indicators": {name: of_indicators(asked[name]) for name in ("weights", "compare")},
        "begin": [(title, _address(given)) for title, given in SCREEN.also],
        "sorts": _choices(SORT) if compared else _choices(SORT)[:-1],
        "definitions": list(_definitions(found)),
        "findings": [(each, titles.get(each.place, each.place)) for each in found.result.findings],
        "pillars": [*by_pillar(more["weights"])],
        "plane": screen_pictures.plane(items, more["areas"], words(_PLANE_OF_LISTS if lists else _PLANE)),
        "lines": screen_pictures.lines(items, order, other=by_weights),
        "lines_after": screen_pictures.lines(items, order, after="_after") if lists else None,
        "spread": screen_pictures.spread(more["areas"], words(_ROWS)),
        "movers": screen_pictures.movers(more["sensitivity"], words(_OF_VARIANCE)),
        "partner": asked["partner"],
        "complexity_sample": sample_of_complexity(),
    }


def _address(given: Mapping[str, str]) -> str:
    return f"{reverse('screen')}?{urlencode(given)}"


def _needs(area: Item) -> Bilingual | None:
    return not_computable(area["needs"]) if area["needs"] else None


def _row(item: Item, page: Callable[[str], str]) -> dict[str, Any]:
    """A row, with the page of its product or of its group of products."""
    named = {**item, **plain_names(item)}
    return {
        **named,
        **{
            f"{name}_words": Bilingual(named[f"{name}_en"], named[f"{name}_es"])
            for name in ("name", "area", "says", "supplier")
        },
        "address": page(item["code"]),
        "millions": Decimal(item["external_imports"]) / 10**6,
    }


def _compared(compared: Mapping[str, Any], page: Callable[[str], str]) -> dict[str, Any]:
    """The comparison, each row of it with its page."""

    def linked(rows: Sequence[Item]) -> list[dict[str, Any]]:
        return [{**each, **plain_names(each), "address": page(each["code"])} for each in rows]

    return {
        **compared,
        "largest": linked(compared["largest"]),
        "tops": [
            {**each, "enters": linked(each["enters"]), "leaves": linked(each["leaves"])}
            for each in compared["tops"]
        ],
    }


def _definitions(found: Answered) -> Iterator[dict[str, Any]]:
    """Every figure of the page, with its sentence and its source."""
    table = found.result.tables[-1].title
    for code, each in DEFINITIONS.items():
        yield {
            "code": code,
            "title": each.title,
            "says": each.says,
            "source": each.source.format(table=table),
        }
