"""The page of capability and complexity: what lies near, the product space, the figures, and how they came about."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.questions.complexity_parameters import PARAMETERS
from hled.dialogue.studies.queries.answering import Answered
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.dialogue.studies.web import pictures
from hled.dialogue.studies.web.asking import HOME, question_page
from hled.dialogue.studies.web.of_trade import of_tables, product_pages, unusual
from hled.dialogue.studies.web.rows import MOST_OPEN, folded, plain_names
from hled.interfaces import charts
from hled.interfaces.acting import does
from hled.interfaces.charts.matrix import shortened
from hled.interfaces.formats import number
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual

Item = Mapping[str, Any]

MOST_NUMBERED = 15
"""Products of the product space with a number in the picture and a row in the table under it."""
MOST_NUMBERED_OPEN = 8
MOST_COUNTRIES_OPEN = 12
_OF_METHOD = ("convention", "gain", "exports", "trade", "ubiquity", "without")
"""Parameters that stand folded in the form as long as nobody changes them."""
_OF_THE_SAMPLE = "CX-11"
_DOUBTS = frozenset({"CX-15", "SC-72", "SC-73"})
"""Findings that a reader needs before the figures."""
_TIP = 60
_CHOICES = {each.name: [(one.code, names.capital(one.title)) for one in each.choices] for each in PARAMETERS}

_COMPLEX = Bilingual("product complexity index (PCI)", "índice de complejidad de productos (PCI)")
_DENSITY = Bilingual(
    "density: share of what lies around it that is there", "densidad: proporción de lo que lo rodea y está"
)
_EDGE = Bilingual(
    "on the edge: none is both nearer and more complex",
    "en el borde: ninguno es a la vez más cercano y más complejo",
)
_OTHERS = Bilingual("other products it lacks; area: {trade}", "otros productos que no tiene; área: {trade}")
_PURCHASES = Bilingual("what the market buys", "lo que compra el mercado")
_WORLD_TRADE = Bilingual("world exports", "exportaciones mundiales")
_NEAR_SAYS = Bilingual(
    "Density and complexity of {count} products that {country} lacks, {matrix}. {edge} of them lie on the edge; the table under the picture names them.",
    "Densidad y complejidad de {count} productos que {country} no tiene, {matrix}. {edge} de ellos están en el borde; la tabla bajo la imagen los nombra.",
)
_SPACE_UNIT = Bilingual(
    "{count} products, area by {trade}; near ones are linked",
    "{count} productos, área según {trade}; los cercanos están enlazados",
)
_SPACE_SAYS = Bilingual(
    "Product space of {count} products, {matrix}. {country} has {has} of them with advantage; the table under the picture names the largest.",
    "Espacio de productos de {count} productos, {matrix}. {country} tiene {has} de ellos con ventaja; la tabla bajo la imagen nombra los mayores.",
)
_SPACE_KEY = (
    Bilingual("{country} has it with advantage", "{country} lo tiene con ventaja"),
    Bilingual("{country} lacks it", "{country} no lo tiene"),
    Bilingual("strongest tree that holds all together", "árbol más fuerte que los une"),
    Bilingual("proximity of {strong} or more", "proximidad de {strong} o más"),
)


@does(READ_RECORD)
def complexity(request: HttpRequest) -> HttpResponse:
    """What countries show they can do, and what lies near the one asked for."""
    tables = InstalledTables(HOME)
    lists = [(id, each.title) for id, each in tables.product_lists().items()]
    choices = {**_CHOICES, "lists": lists, **of_tables(tables)}
    return question_page(request, "complexity", _shown, choices=choices)


def _shown(found: Answered, language: str) -> dict[str, Any]:
    more, items = found.result.more, found.result.items
    matrix, country = more["matrix"], more["country"]
    near, space = more["near"], more["space"]
    edge = [each for each in near["points"] if each["edge"]]
    edge.sort(key=lambda each: (-float(each["pci"]), each["code"]))
    largest = sorted(space["nodes"], key=lambda each: (-float(each["trade"]), each["code"]))[:MOST_NUMBERED]
    findings = [each for each in found.result.findings if each.rule.code != _OF_THE_SAMPLE]
    named = Bilingual(matrix["name_en"], matrix["name_es"])
    by_country = found.asked["of"] == "countries"
    page = product_pages(found)
    shown = [dict(each) for each in items] if by_country else [_row(each, found, page) for each in items]
    first = MOST_COUNTRIES_OPEN if by_country else MOST_OPEN
    rows, more_rows = folded(shown, first, keep=lambda row: bool(row.get("partner")))
    return {
        "matrix": matrix,
        "matrix_name": named,
        "matrix_caption": f"{names.capital(named).in_language(language)}, {matrix['year']}",
        "country": country,
        "by_country": by_country,
        "sample_changed": bool(unusual(found, _OF_METHOD)),
        "rows": rows,
        "more_rows": more_rows,
        "shown": len(items),
        "count": more["count"],
        "near": near,
        "near_picture": _near_picture(found, edge, language) if near["points"] else None,
        "edge": _numbered(edge, found),
        "space": space,
        "space_picture": _space_picture(found, largest, language),
        "space_held": sum(each["has"] for each in space["nodes"]),
        "largest": _numbered(largest, found),
        "sample": more["sample"],
        "dropped": more["dropped"],
        "convention": more["convention"],
        "eigenvalues": more["eigenvalues"],
        "definitions": more["definitions"],
        "doubts": [each for each in findings if each.rule.code in _DOUBTS],
        "of_the_data": [each for each in findings if each.rule.code not in _DOUBTS],
    }


def _row(item: Item, found: Answered, page: Callable[[str], str]) -> dict[str, Any]:
    """A product, with its page where the market of the matrix has one."""
    return {
        **item,
        **plain_names(item),
        "millions": Decimal(item["trade"]) / 10**6,
        "page": "" if found.result.more["matrix"]["world"] else page(item["code"]),
    }


def _numbered(items: Sequence[Item], found: Answered) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Products with the numbers that they have in a picture; those that stand open, and those behind a fold."""
    page = product_pages(found)
    return folded(
        [{**_row(each, found, page), "no": at} for at, each in enumerate(items, 1)], MOST_NUMBERED_OPEN
    )


def _near_picture(found: Answered, edge: Sequence[Item], language: str) -> SafeString:
    near = found.result.more["near"]
    numbered = {each["code"]: str(at) for at, each in enumerate(edge, 1)}
    most = max(float(each["trade"]) for each in near["points"]) or 1.0
    points = [
        charts.Bubble(
            x=float(each["density"]),
            y=float(each["pci"]),
            size=float(each["trade"]) / most,
            tip=_tip(each, language),
            number=numbered.get(each["code"], ""),
        )
        for each in near["points"]
    ]
    says = _NEAR_SAYS.format(**_said(found), count=len(points), edge=len(edge))
    words = pictures.wording(says, found.result.tables[0].source, language, unit=_COMPLEX)
    key = (_EDGE.in_language(language), _OTHERS.format(trade=_trade(found)).in_language(language))
    across = _DENSITY.in_language(language)
    return pictures.drawn(
        ["near", points, across, key, words],
        lambda width: charts.bubbles(points, words, across=across, key=key, shares=True, width=width),
    )


def _space_picture(found: Answered, largest: Sequence[Item], language: str) -> SafeString:
    space = found.result.more["space"]
    numbered = {each["code"]: str(at) for at, each in enumerate(largest, 1)}
    most = max(float(each["trade"]) for each in space["nodes"]) or 1.0
    nodes = [
        charts.Node(
            x=float(each["x"]),
            y=float(each["y"]),
            size=float(each["trade"]) / most,
            filled=each["has"],
            tip=_tip(each, language),
            number=numbered.get(each["code"], ""),
        )
        for each in space["nodes"]
    ]
    position = {each["code"]: at for at, each in enumerate(space["nodes"])}
    links = [
        charts.Link(position[each["source"]], position[each["target"]], each["in_tree"])
        for each in space["links"]
    ]
    said = {**_said(found), "count": len(nodes), "has": sum(each.filled for each in nodes)}
    said["strong"] = number(Decimal(space["strong"] or 1), 2)
    words = pictures.wording(
        _SPACE_SAYS.format(**said),
        found.result.tables[0].source,
        language,
        unit=_SPACE_UNIT.format(count=len(nodes), trade=_trade(found)),
    )
    kept = _SPACE_KEY if space["strong"] else _SPACE_KEY[:3]
    key = tuple(each.format(**said).in_language(language) for each in kept)
    return pictures.drawn(
        ["space", nodes, links, key, words],
        lambda width: charts.network(nodes, links, words, key=key, width=width),
    )


def _said(found: Answered) -> dict[str, Any]:
    """Names that the words of both pictures share."""
    matrix, country = found.result.more["matrix"], found.result.more["country"]
    return {
        "matrix": Bilingual(matrix["name_en"], matrix["name_es"]),
        "country": Bilingual(country["name_en"], country["name_es"]),
    }


def _trade(found: Answered) -> Bilingual:
    return _WORLD_TRADE if found.result.more["matrix"]["world"] else _PURCHASES


def _tip(item: Item, language: str) -> str:
    return f"{item['code']} {shortened(item[f'name_{language}'], _TIP)}"
