"""One product as a page, or the products that words may mean."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.studies.domain.questions.complexity_parameters import sample_of_complexity
from hled.dialogue.studies.domain.questions.screen_words import external_set_in_words
from hled.dialogue.studies.domain.screening.amounts import in_words
from hled.dialogue.studies.queries.answering import Answered
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.dialogue.studies.web import pictures
from hled.dialogue.studies.web.asking import HOME, PAGES, question_page
from hled.dialogue.studies.web.of_trade import CARRIED, not_computed, of_tables, product_pages, unusual
from hled.dialogue.studies.web.rows import MOST_OPEN, folded, plain_names
from hled.dialogue.studies.web.screen import EXTERNAL
from hled.interfaces.acting import does
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual

Item = Mapping[str, Any]
MOST_FOUND = 30
FIRST = 12
"""Suppliers, states and products that stand open; the others are behind a fold."""
LEAST_BAR = 0.001
"""Share of the market below which a bar cannot be seen."""
_OF_IMPORTS = Bilingual(
    "percent of imports; beside the name what it pays in all, an estimate",
    "por ciento de las importaciones; junto al nombre, lo que paga en total, una estimación",
)
_OF_IMPORTS_ALONE = Bilingual("percent of imports", "por ciento de las importaciones")
_PAID = Bilingual("{name}, pays {share}", "{name}, paga {share}")

_GROUPS = (
    (
        Bilingual("Market and concentration", "Mercado y concentración"),
        (
            "imports",
            "external_imports",
            "external_share",
            "partner_imports",
            "partner_share",
            "largest",
            "hhi",
            "hhi_equivalent",
            "external_hhi",
            "external_hhi_equivalent",
            "distance_km",
            "flag",
            "verdict",
        ),
    ),
    (
        Bilingual(
            "Capability, duty and what could replace it", "Capacidad, arancel y qué podría sustituirlo"
        ),
        (
            "advantage",
            "density",
            "duty_paid",
            "duty_gap",
            "tariff_gap",
            "rauch",
            "elasticity",
            "end_use",
            "technology",
            "unit_value",
            "share_change",
        ),
    ),
    (
        Bilingual("What is at stake", "Lo que está en juego"),
        ("output_at_stake", "jobs_at_stake", "output_without_jobs", "gain"),
    ),
)
"""Figures by what a reader looks for."""


@does(READ_RECORD)
def product(request: HttpRequest) -> HttpResponse:
    """Everything about a code; words lead to the products that they may mean."""
    tables = InstalledTables(HOME)
    if request.GET.get("list"):
        return _under_code(request)
    text = request.GET.get("code", "").strip()
    if text and not _is_code(text, tables):
        return _found(request, text, tables)
    return question_page(
        request,
        "product",
        _product,
        choices={
            "external": EXTERNAL,
            **of_tables(tables),
        },
    )


def _under_code(request: HttpRequest) -> HttpResponse:
    """A list in the address is a code as any other."""
    asked = {name: value for name, value in request.GET.items() if name not in {"list", "code"}}
    return HttpResponseRedirect(f"{request.path}?{urlencode({'code': request.GET['list'], **asked})}")


def _is_code(text: str, tables: InstalledTables) -> bool:
    from hled.dialogue.studies.domain.screening.coded import as_code

    return as_code(text).isdigit() or text.partition(":")[0] in tables.product_lists()


def _found(request: HttpRequest, text: str, tables: InstalledTables) -> HttpResponse:
    from hled.dialogue.studies.domain.screening.coded import called_in
    from hled.dialogue.studies.domain.screening.finding import find_products

    lists = tables.product_lists()
    called = called_in(lists)
    found = find_products(text, lists, MOST_FOUND)
    context = {
        "page": PAGES["product"],
        "text": text[:200],
        "hits": [(code, called(code), _address({"code": code})) for code in found],
        "lists": [(each.title, _address({"code": each.id})) for each in lists.values()],
        "most": MOST_FOUND,
    }
    return show(request, "studies/product_search.html", context)


def _product(found: Answered, language: str) -> dict[str, Any]:
    items, more = found.result.items, found.result.more
    source = found.result.tables[-1].source
    lacking = not_computed(more)
    unit = _OF_IMPORTS_ALONE if "pays" in lacking else _OF_IMPORTS
    words = pictures.wording(found.result.says, source, language, unit=unit)
    bars = [
        (_with_duty(each), each["share"], None, None)
        for each in items[: pictures.MOST_BARS]
        if float(each["share"]) >= LEAST_BAR
    ]
    facts = {each["code"]: each for each in more["facts"]}
    page = product_pages(found)
    return {
        "more": more,
        "lacking": lacking,
        "shown": Bilingual(more["sample"]["shown_en"], more["sample"]["shown_es"]),
        "criteria": [_worded(each, "needs") for each in more["criteria"]],
        "among": Bilingual(more["placed"]["among_en"], more["placed"]["among_es"]),
        "placed": _worded(more["placed"], "area"),
        "bars": pictures.ranked(bars, words),
        "suppliers": folded([_supplier(each) for each in items], FIRST),
        "groups": [
            (title, [(facts[code], _definition(more, code)) for code in codes if code in facts])
            for title, codes in _GROUPS
        ],
        "states": folded(_states(more["southbound"]), FIRST),
        "makers": [each for each in more["makers"] if each["classification"] == "BEA"],
        "naics": [each for each in more["makers"] if each["classification"] == "NAICS"],
        "neighbors": _linked(more["neighborhood"]["neighbors"], found) if more["neighborhood"] else [],
        "lines": [
            {**_worded(each, "supplier"), "millions": _millions(each["value"])} for each in more["lines"]
        ],
        "products": folded(
            _linked([_worded(each, "supplier", "area") for each in more["products"]], found), MOST_OPEN
        ),
        "within": [{**each, "address": page(each["code"])} for each in more["within"]],
        "stages": [
            {**_worded(each, "stage", "document"), "address": page(f"{each['id']}:{each['stage']}")}
            for each in more["listed"]
        ],
        "external": external_set_in_words(found.asked["external"]),
        "complexity_sample": sample_of_complexity(),
        "partner": found.asked["partner"],
        "screen_url": _screen(found),
    }


def _worded(item: Item, *names: str) -> dict[str, Any]:
    """With the words of what stands there as a code too; none where there is none."""
    said = {name: (item[f"{name}_en"], item[f"{name}_es"]) for name in names}
    return {**item, **{f"{name}_words": Bilingual(*both) if both[0] else "" for name, both in said.items()}}


def _supplier(item: Item) -> dict[str, Any]:
    return {**_worded(item, "partner"), "millions": _millions(item["value"])}


def _states(southbound: Item | None) -> list[dict[str, Any]]:
    states = southbound["states"] if southbound else ()
    return [{**each, "millions": _millions(each["value"])} for each in states]


def _with_duty(item: Item) -> Bilingual:
    name = Bilingual(item["partner_en"], item["partner_es"])
    if item["pays"] is None:
        return name
    return _PAID.format(name=name, share=in_words(float(item["pays"]), "share"))


def _definition(more: Mapping[str, Any], code: str) -> Item:
    return next(each for each in more["definitions"] if each["code"] == code)


def _linked(rows: list[dict[str, Any]], found: Answered) -> list[dict[str, Any]]:
    page = product_pages(found)
    return [
        {
            **each,
            **plain_names(each),
            "address": page(each["code"]),
            "millions": _millions(each["imports"]) if "imports" in each else None,
        }
        for each in rows
    ]


def _screen(found: Answered) -> str:
    """The screen of the products in it; of its heading for a product."""
    code = found.asked["code"]
    asked = {"list": code[:4] if code.isdigit() else code, **unusual(found, CARRIED)}
    return f"{reverse('screen')}?{urlencode(asked)}"


def _address(asked: Mapping[str, str]) -> str:
    return f"{reverse('product')}?{urlencode(asked)}"


def _millions(text: str) -> Decimal:
    return Decimal(text) / 10**6
