"""One page for each question, each with the form, the pictures and the table that belong to it."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import read_share
from hled.dialogue.studies.domain.doubts import ENDS
from hled.dialogue.studies.domain.numbers import percent
from hled.dialogue.studies.domain.questions.exposure_words import CONVENTIONS
from hled.dialogue.studies.domain.questions.extraction_words import FLOWS, in_party_order
from hled.dialogue.studies.domain.questions.value_chains import CONCEPTS, METHODS
from hled.dialogue.studies.queries.answering import Answered
from hled.dialogue.studies.web import pictures
from hled.dialogue.studies.web.asking import question_page
from hled.dialogue.studies.web.doubts import parts_table, ranged
from hled.interfaces.acting import does
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual

BUYERS = (
    ("USA.manufacturing", Bilingual("U.S. manufacturing", "Manufactura de Estados Unidos")),
    ("MEX.manufacturing", Bilingual("Mexican manufacturing", "Manufactura de México")),
    ("USA.services", Bilingual("U.S. services", "Servicios de Estados Unidos")),
    ("MEX.services", Bilingual("Mexican services", "Servicios de México")),
    ("USA.primary", Bilingual("U.S. farming and mining", "Campo y minería de Estados Unidos")),
    ("MEX.primary", Bilingual("Mexican farming and mining", "Campo y minería de México")),
)
INPUTS = (
    ("all", Bilingual("all inputs", "todos los insumos")),
    ("manufacturing", Bilingual("manufactured inputs", "insumos manufacturados")),
    ("services", Bilingual("services", "servicios")),
)
SECTORS = (
    ("manufacturing", Bilingual("manufacturing", "manufacturas")),
    ("c1", Bilingual("farming", "agricultura")),
    ("c2", Bilingual("mining", "minería")),
    ("c3", Bilingual("food", "alimentos")),
    ("c4", Bilingual("textiles", "textiles")),
    ("c9", Bilingual("chemicals", "química")),
    ("c12", Bilingual("metals", "metales")),
    ("c13", Bilingual("machinery", "maquinaria")),
    ("c14", Bilingual("electrical and optical equipment", "equipo eléctrico y óptico")),
    ("c15", Bilingual("transport equipment", "equipo de transporte")),
)
_SECTOR_IN = Bilingual("{region}: {sector}", "{region}: {sector}")
COUNTRIES = tuple((code, names.region_title(code)) for code in ("USA", "MEX", "CAN", "CHN", "EU27", "rest"))


@does(READ_RECORD)
def dependence(request: HttpRequest) -> HttpResponse:
    """Every industry of a group by the six parts of the world."""
    return question_page(
        request,
        "dependence",
        _exposure,
        choices={
            "buyers": BUYERS,
            "convention": [(each.code, each.title) for each in CONVENTIONS if each.code != "corridor"],
            "inputs": INPUTS,
        },
    )


@does(READ_RECORD)
def through(request: HttpRequest) -> HttpResponse:
    """A third country inside what is bought from the other."""
    return question_page(
        request,
        "through",
        _exposure,
        choices={"buyers": BUYERS, "suppliers": COUNTRIES, "through": COUNTRIES[:4], "inputs": INPUTS},
    )


def _exposure(found: Answered, language: str) -> dict[str, Any]:
    items = found.result.items
    suppliers = list(dict.fromkeys(each["supplier"] for each in items))
    heads = [
        pictures.head(code, next(each for each in items if each["supplier"] == code)) for code in suppliers
    ]
    rows = _by_buyer(items, suppliers, found.asked)
    foremost = _foremost(items, found.asked)
    bars = [
        (Bilingual(each["buyer_en"], each["buyer_es"]), each["share"], each["low"], each["high"])
        for each in items
        if each["supplier"] == foremost and each["level"] == "industry"
    ]
    says = found.result.says
    words = pictures.wording(says, found.result.tables[0].source, language, unit=pictures.OF_INPUTS)
    by_supplier = [
        (names.region_title(each["supplier"]), each["share"], each["low"], each["high"])
        for each in sorted(items, key=lambda each: -float(each["share"]))
        if each["level"] == "group"
    ]
    title = _RANKED.format(supplier=names.region_in_sentence(None, foremost))
    return {
        "heads": heads,
        "rows": rows,
        "matrix": pictures.matrix([(row["name"], row["shares"]) for row in rows], heads, words),
        "by_supplier": pictures.ranked(by_supplier, words),
        "ranked": pictures.ranked(bars[: pictures.MOST_BARS], words, decimals=2),
        "ranked_title": title,
        "lines": [
            {
                "group": each["level"] == "group",
                "name": _bilingual(each, "buyer"),
                **{name: percent(each[name]) for name in ("share", *ENDS)},
                "amount": each["amount"],
            }
            for each in items
            if each["supplier"] == foremost
        ],
        "doubts": parts_table(
            [
                (pictures.head(each["supplier"], each), each["parts"])
                for each in items
                if each["level"] == "group"
            ]
        ),
        "of_inputs": pictures.OF_INPUTS,
        "unit": names.unit_name(found.result.tables[0].unit),
    }


_RANKED = Bilingual("Most exposed to {supplier}", "Lo más expuesto frente a {supplier}")


def _by_buyer(
    items: Sequence[Mapping[str, Any]], suppliers: Sequence[str], asked: Mapping[str, str]
) -> list[dict[str, Any]]:
    """A row for the group, then one for each industry in the order of the table."""
    shares: dict[str, dict[str, Mapping[str, Any]]] = {}
    for each in items:
        shares.setdefault(each["buyer"], {})[each["supplier"]] = each
    group, *industries = shares
    return [
        _row(code, shares[code], suppliers, asked) for code in (group, *sorted(industries, key=_in_order))
    ]


def _in_order(code: str) -> tuple[str, int, str]:
    """Industries as a table orders them: c4 before c15."""
    region, _, sector = code.partition(".")
    digits = "".join(filter(str.isdigit, sector))
    return region, int(digits or 0), sector


def _row(
    code: str, found: Mapping[str, Mapping[str, Any]], suppliers: Sequence[str], asked: Mapping[str, str]
) -> dict[str, Any]:
    first = next(iter(found.values()))
    shares = [found[each]["share"] if each in found else None for each in suppliers]
    group = first["level"] == "group"
    return {
        "group": group,
        "name": Bilingual(first["buyer_en"], first["buyer_es"]),
        "shares": shares,
        "cells": [
            ranged(found[each], "share", "low", "high") if each in found else None for each in suppliers
        ],
        "pair": "" if group else _pair(code, asked["table"]),
    }


def _pair(code: str, table: str) -> str:
    """The page that sets an industry beside the same industry of the other Party."""
    region, _, sector = code.partition(".")
    other = {"USA": "MEX", "MEX": "USA"}.get(region)
    if other is None:
        return ""
    return f"{reverse('pair')}?{urlencode({'one': code, 'other': f'{other}.{sector}', 'table': table})}"


def _foremost(items: Sequence[Mapping[str, Any]], asked: Mapping[str, str]) -> str:
    """The largest supplier that is not the buyers' own country."""
    home = asked["buyers"].partition(".")[0]
    groups = [each for each in items if each["level"] == "group"]
    outside = [each for each in groups if each["supplier"] not in {home, "rest"}] or groups
    return str(max(outside, key=lambda each: float(each["share"]))["supplier"])


INDUSTRIES = tuple(
    (f"{region}.{sector}", _SECTOR_IN.format(sector=name, region=names.region_title(region)))
    for region in ("USA", "MEX")
    for sector, name in SECTORS
)
"""What the form proposes; anything that the table knows can be typed."""


@does(READ_RECORD)
def pair(request: HttpRequest) -> HttpResponse:
    """Two industries in both directions and every convention."""
    return question_page(request, "pair", _pair_of, choices={"industries": INDUSTRIES})


def _pair_of(found: Answered, language: str) -> dict[str, Any]:
    items, asked = found.result.items, found.asked
    source, says = found.result.tables[0].source, found.result.says
    sides: list[dict[str, Any]] = []
    for buyer, supplier in ((asked["one"], asked["other"]), (asked["other"], asked["one"])):
        rows = [each for each in items if each["buyer"] == buyer and each["supplier"] == supplier]
        plain = [each for each in rows if each["convention"] != "corridor"]
        inside = sorted(
            (each for each in rows if each["convention"] == "corridor"),
            key=lambda each: -float(each["share"]),
        )
        words = pictures.wording(says, source, language, unit=pictures.OF_INPUTS)
        sides.append(
            {
                "code": buyer,
                "parts_id": f"parts-{len(sides) + 1}",
                "buyer": Bilingual(rows[0]["buyer_en"], rows[0]["buyer_es"]),
                "supplier": Bilingual(rows[0]["supplier_en"], rows[0]["supplier_es"]),
                "rows": [_share_row(each, "convention") for each in plain],
                "inside": [_share_row(each, "origin") for each in inside],
                "doubts": parts_table([(_bilingual(each, "convention"), each["parts"]) for each in plain]),
                "picture": pictures.ranked(
                    [
                        (_bilingual(each, "convention"), each["share"], each["low"], each["high"])
                        for each in plain
                    ],
                    words,
                    decimals=2,
                ),
            }
        )
    return {
        "sides": sides,
        "unit": names.unit_name(str(found.result.more["unit"])),
        "of_inputs": pictures.OF_INPUTS,
    }


def _bilingual(item: Mapping[str, Any], name: str) -> Bilingual:
    return names.capital(Bilingual(item[f"{name}_en"], item[f"{name}_es"]))


def _share_row(item: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {
        "name": _bilingual(item, name),
        "cell": ranged(item, "share", "low", "high"),
        **{end: percent(item[end]) for end in ("low_table", "high_table")},
        "amount": item["amount"],
    }


CORRIDORS = (
    ("MEX", Bilingual("Mexico", "México")),
    ("MEX.manufacturing", Bilingual("Mexican manufacturing", "Manufactura de México")),
    ("MEX.c15", Bilingual("Mexican transport equipment", "Equipo de transporte de México")),
    ("MEX.c14", Bilingual("Mexican electrical equipment", "Equipo eléctrico de México")),
    ("USA", Bilingual("United States", "Estados Unidos")),
    ("USA.manufacturing", Bilingual("U.S. manufacturing", "Manufactura de Estados Unidos")),
    ("USA.c15", Bilingual("U.S. transport equipment", "Equipo de transporte de Estados Unidos")),
    ("USA.c14", Bilingual("U.S. electrical equipment", "Equipo eléctrico de Estados Unidos")),
    ("CAN", Bilingual("Canada", "Canadá")),
    ("CHN", Bilingual("China", "China")),
)


@does(READ_RECORD)
def corridor(request: HttpRequest) -> HttpResponse:
    """What a stopped share would cost, with a slider."""
    return question_page(
        request, "corridor", _loss, choices={"sellers": CORRIDORS, "buyers": CORRIDORS, "flows": FLOW_CHOICES}
    )


FLOW_CHOICES = tuple((each.code, names.capital(each.title)) for each in FLOWS)


def _loss(found: Answered, language: str) -> dict[str, Any]:
    items, table = found.result.items, found.result.tables[0]
    unit = names.unit_name(str(found.result.more["unit"]))
    regions = [each for each in items if each["level"] in {"region", "world"}]
    words = pictures.wording(found.result.says, table.source, language, unit=unit)
    ends = in_party_order(
        list(dict.fromkeys(each["region"] for each in items if each["level"] == "industry"))
    )
    if language == "es" and len(ends) == 2:
        ends.reverse()
    groups = [
        {
            "code": code,
            "name": names.region_title(code),
            "rows": [
                _loss_row(each) for each in items if each["level"] == "industry" and each["region"] == code
            ],
        }
        for code in ends
    ]
    bars = [
        (_bilingual(each, "name"), each["value_added_lost"], each["low"], each["high"])
        for each in sorted(regions, key=lambda each: -float(each["value_added_lost"]))
        if each["level"] == "region"
    ]
    share = read_share(found.asked["share"])
    return {
        "unit": unit,
        "regions": [_loss_row(each) for each in regions],
        "groups": groups,
        "picture": pictures.ranked(bars, words, decimals=0, as_percent=False),
        "slider": f"{round(float(share or 0), 2):.2f}",
        "slider_percent": round(float(share or 0) * 100),
        "stopped": found.result.more["stopped"],
        "doubts": parts_table(
            [(_bilingual(each, "name"), each["parts"]) for each in regions], as_percent=False
        ),
    }


def _loss_row(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "level": item["level"],
        "name": _bilingual(item, "name"),
        "value_added": ranged(item, "value_added_lost", "low", "high", as_percent=False),
        "value_added_share": ranged(
            item, "value_added_share", "value_added_share_low", "value_added_share_high"
        ),
        "output": ranged(item, "output_lost", "output_low", "output_high", as_percent=False),
        "output_share": ranged(item, "output_share", "output_share_low", "output_share_high"),
    }


@does(READ_RECORD)
def exports(request: HttpRequest) -> HttpResponse:
    """Whose value went into a country's exports, with the range and the published figures beside it."""
    return question_page(
        request,
        "exports",
        _content,
        choices={
            **dict.fromkeys(("exporter", "origin", "importer"), COUNTRIES[:4]),
            "method": [(each.code, each.title) for each in METHODS],
        },
    )


def _content(found: Answered, language: str) -> dict[str, Any]:
    items, more = found.result.items, found.result.more
    tables = {each.id: each for each in found.result.tables}
    words = pictures.wording(found.result.says, found.result.tables[-1].source, language, unit=_OF_EXPORTS)
    bars = [
        (
            _CONCEPT_YEAR.format(concept=_bilingual(each, "concept"), year=each["year"]),
            each["share"],
            each["low"],
            each["high"],
        )
        for each in sorted(items, key=lambda each: (tuple(CONCEPTS).index(each["concept"]), -each["year"]))
    ]
    last = found.result.tables[-1].id
    origins = [each for each in more["origins"] if each["table"] == last]
    concepts = {each["concept"]: _bilingual(each, "concept") for each in items}
    heads = list(dict.fromkeys(each["origin"] for each in origins))
    matrix_rows = [
        (concepts[concept], [each["share"] for each in origins if each["concept"] == concept])
        for concept in concepts
    ]
    return {
        "ranges": pictures.ranked(bars, words),
        "origins": pictures.matrix(matrix_rows, [names.region_title(code) for code in heads], words),
        "origins_year": tables[last].year,
        "lines": [
            {
                "concept": _bilingual(each, "concept"),
                "year": each["year"],
                "table": each["table"],
                **{name: percent(each[name]) for name in ("share", "low", "high")},
                "parts": [
                    {
                        "name": Bilingual(part["name_en"], part["name_es"]),
                        "low": percent(part["low"]),
                        "high": percent(part["high"]),
                    }
                    for part in each["parts"]
                ],
            }
            for each in items
        ],
        "published": [
            {
                "value": percent(each["value"]),
                "ranges": [
                    {**found, "low": percent(found["low"]), "high": percent(found["high"])}
                    for found in each["ranges"]
                ],
                **{
                    name: Bilingual(each[f"{name}_en"], each[f"{name}_es"])
                    for name in ("concept", "source", "why", "nearest")
                },
            }
            for each in more["published"]
        ],
        "terms": [
            {
                "code": each["term"],
                "name": _bilingual(each, "term"),
                "amount": each["amount"],
                "importer": names.region_in_sentence(None, each["importer"]) if each["importer"] else None,
                "bounded": each["bounded"],
                **{name: percent(each[name]) for name in ("share", "low", "high")},
                "parts": [
                    {
                        "name": Bilingual(part["name_en"], part["name_es"]),
                        "low": percent(part["low"]),
                        "high": percent(part["high"]),
                    }
                    for part in each["parts"]
                ],
            }
            for each in more["terms"]
            if each["table"] == last
        ],
        "by_industry": urlencode(
            {name: found.asked[name] for name in ("exporter", "importer", "method", "balance")}
        ),
        "method_name": next(each.title for each in METHODS if each.code == found.asked["method"]),
        "unit": names.unit_name(str(more["unit"])),
    }


_OF_EXPORTS = Bilingual("percent of the value of the exports", "por ciento del valor de las exportaciones")
_CONCEPT_YEAR = Bilingual("{concept}, {year}", "{concept}, {year}")
