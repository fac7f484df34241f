"""The screen as a page: a form, the headline with its probability, pictures, the table, and what all of it rests on."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hled.dialogue.studies.domain.asking import Parameter
from hled.dialogue.studies.domain.questions.screen_parameters import BY, ONLY, SORT
from hled.dialogue.studies.domain.questions.whole_screen import SHARED
from hled.dialogue.studies.domain.screening.definitions import DEFINITIONS
from hled.dialogue.studies.domain.screening.lacking import not_computable
from hled.dialogue.studies.domain.screening.weighing import by_pillar
from hled.dialogue.studies.queries.answering import Answered
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.dialogue.studies.web import pictures, screen_pictures
from hled.dialogue.studies.web.asking import HOME, SCREEN, question_page
from hled.dialogue.studies.web.of_trade import not_computed, of_tables, unusual
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
    "Size: what comes from outside; numbers: the first in the table",
    "Tamaño: lo que viene de fuera; números: los primeros de la tabla",
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
    kept = unusual(found, SHARED)
    source = found.result.tables[-1].source
    compared = more["comparison"]
    lists = bool(asked["compare_list"])

    def words(unit: Bilingual) -> charts.Wording:
        return pictures.wording(found.result.says, source, language, unit=unit)

    by_weights = compared is not None and not lists
    order = words(screen_pictures.unit_of_lines(two=by_weights))
    return {
        "rows": [_row(each, kept) for each in items],
        "more": more,
        "lacking": not_computed(more),
        "areas": [{**each, "needs_words": _needs(each)} for each in more["areas"]],
        "shown": Bilingual(more["sample"]["shown_en"], more["sample"]["shown_es"]),
        "compared": compared,
        "fields": fields(asked),
        "indicators": {name: of_indicators(asked[name]) for name in ("weights", "compare")},
        "begin": [(title, _address(given)) for title, given in SCREEN.also],
        "sorts": _choices(SORT) if compared else _choices(SORT)[:-1],
        "definitions": DEFINITIONS,
        "pillars": [*by_pillar(more["weights"])],
        "plane": screen_pictures.plane(items, more["areas"], words(_PLANE)),
        "lines": screen_pictures.lines(items, order, other=by_weights),
        "lines_after": screen_pictures.lines(items, order, after="_after") if lists else None,
        "spread": screen_pictures.spread(more["areas"], words(_ROWS)),
        "movers": screen_pictures.movers(more["sensitivity"], words(_OF_VARIANCE)),
        "partner": asked["partner"],
    }


def _address(given: Mapping[str, str]) -> str:
    return f"{reverse('screen')}?{urlencode(given)}"


def _needs(area: Item) -> Bilingual | None:
    return not_computable(area["needs"]) if area["needs"] else None


def _row(item: Item, kept: Mapping[str, str]) -> dict[str, Any]:
    return {
        **item,
        **{
            f"{name}_words": Bilingual(item[f"{name}_en"], item[f"{name}_es"])
            for name in ("name", "area", "says", "supplier")
        },
        "address": _behind(item, kept),
        "millions": Decimal(item["external_imports"]) / 10**6,
    }


def _behind(item: Item, kept: Mapping[str, str]) -> str:
    """The page of a product; for a group, the screen of its products."""
    if item["level"] == "product":
        return f"{reverse('product')}?{urlencode({'code': item['code'], **kept})}"
    return _address({"list": item["code"], **kept})
