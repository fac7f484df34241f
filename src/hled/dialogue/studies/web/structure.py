"""The pages of the sweep and of where an industry stands."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.numbers import percent
from hled.dialogue.studies.domain.questions.structure import FIRST
from hled.dialogue.studies.domain.questions.structure_measures import (
    BY_CODE,
    GROUPS,
    MEASURES,
    Measure,
    shown_measures,
)
from hled.dialogue.studies.domain.questions.sweep import MEASURES as LOSSES
from hled.dialogue.studies.domain.questions.sweep import OVER
from hled.dialogue.studies.domain.questions.sweep_words import in_order
from hled.dialogue.studies.queries.answering import Answered
from hled.dialogue.studies.web import pictures
from hled.dialogue.studies.web.asking import question_page
from hled.interfaces import charts
from hled.interfaces.acting import does
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual

Item = Mapping[str, Any]
Choices = Sequence[tuple[str, Bilingual]]

MOST_ROWS = 30
"""Rows of each table of the sweep; the sheet holds all."""
_FEW = 3
"""Industries that are shown with every group of measures."""
_MOST_NAMED = 60
"""Points of the picture that may carry words, where there is room."""

_COUNTRIES: Choices = tuple(
    (code, names.region_title(code)) for code in ("USA", "MEX", "CAN", "CHN", "EU27", "rest")
)
AFFECTED: Choices = (
    ("", Bilingual("both Parties, or all of one country", "ambas Partes, o todo en un país")),
    *_COUNTRIES[:5],
    ("all", Bilingual("the whole table", "toda la tabla")),
)
AMONG: Choices = (
    ("all", Bilingual("all of them", "todas")),
    (names.FOREIGN, Bilingual("outside the affected", "fuera de los afectados")),
    *_COUNTRIES,
    ("manufacturing", Bilingual("manufacturing anywhere", "manufactura en cualquier lugar")),
    ("USA.manufacturing", Bilingual("U.S. manufacturing", "Manufactura de Estados Unidos")),
    ("MEX.manufacturing", Bilingual("Mexican manufacturing", "Manufactura de México")),
)
INDUSTRIES: Choices = (
    ("", Bilingual("United States", "Estados Unidos")),
    ("MEX", Bilingual("Mexico", "México")),
    ("USA,MEX", Bilingual("both Parties", "ambas Partes")),
    ("CAN", Bilingual("Canada", "Canadá")),
    ("CHN", Bilingual("China", "China")),
    ("USA.manufacturing", Bilingual("U.S. manufacturing", "Manufactura de Estados Unidos")),
    ("MEX.manufacturing", Bilingual("Mexican manufacturing", "Manufactura de México")),
)
INVENTORIES: Choices = (
    ("corrected", Bilingual("corrected for", "con corrección")),
    ("final", Bilingual("as final use", "como uso final")),
)
_IN = Bilingual("{region}: {name}", "{region}: {name}")
_BACKWARD = Bilingual("Backward linkage over the mean", "Encadenamiento hacia atrás sobre la media")
_FORWARD = Bilingual(
    "Forward linkage over the mean (up); squares are key sectors",
    "Encadenamiento hacia adelante sobre la media (vertical); los cuadros son sectores clave",
)


@does(READ_RECORD)
def sweep(request: HttpRequest) -> HttpResponse:
    """Every industry, or every country, taken out in turn."""
    return question_page(request, "sweep", _swept, choices={})


def _swept(found: Answered, language: str) -> dict[str, Any]:
    items, more, by = found.result.items, found.result.more, found.asked["by"]
    unit = names.unit_name(str(more["unit"]))
    words = pictures.wording(found.result.says, found.result.tables[0].source, language, unit=unit)
    industries = found.asked["over"] == "industries"
    affected = in_order([each["region"] for each in more["affected"]], language)
    titles = {each["region"]: _said(each, "region") for each in more["affected"]}
    each_of = affected if len(affected) > 1 else []
    measure = next(each.title for each in LOSSES if each.code == by)
    elsewhere = [each for each in items if not each["own"]]
    own = [each for each in items if each["own"]]
    return {
        "forms": {
            "affected": with_current(AFFECTED, found.asked["affected"], fitting=("USA,MEX",)),
            "over": [(each.code, names.capital(each.title)) for each in OVER],
            "among": with_current(AMONG, found.asked["among"]),
            "by": [(each.code, names.capital(each.title)) for each in LOSSES],
        },
        "industries": industries,
        "heads": [titles[code] for code in each_of],
        "parts": [
            {
                "code": code,
                "title": title.format(measure=measure),
                "picture": _bars(part, by, words, industries=industries),
                "rows": [_lost_row(each, by, each_of, industries=industries) for each in part[:MOST_ROWS]],
                "shown": min(MOST_ROWS, len(part)),
                "total": len(part),
            }
            for code, title, part in (("elsewhere", _ELSEWHERE, elsewhere), ("own", _OWN, own))
            if part
        ],
        "unit": unit,
        "measure": measure,
        "left_out": more["left_out"],
    }


_ELSEWHERE = Bilingual(
    "Elsewhere: whose absence would cost most {measure}",
    "En otros lugares: las ausencias que más {measure} costarían",
)
_OWN = Bilingual(
    "At home: whose absence would cost most {measure}",
    "De lo propio: las ausencias que más {measure} costarían",
)


def _bars(items: Sequence[Item], by: str, words: charts.Wording, *, industries: bool) -> SafeString | str:
    """The costliest that cost anything; nothing where none does."""
    bars = [
        (_named(each, several=industries), each[f"{by}_lost"], each[f"{by}_low"], each[f"{by}_high"])
        for each in items
        if Decimal(each[f"{by}_lost"]) > 0
    ][: pictures.MOST_BARS]
    return pictures.ranked(bars, words, decimals=0, as_percent=False) if bars else ""


def _lost_row(item: Item, by: str, each_of: Iterable[str], *, industries: bool) -> dict[str, Any]:
    return {
        "rank": item["rank"],
        "name": _said(item, "name"),
        "region": _said(item, "region"),
        "place": item["code"] if industries else "",
        "lost": {"value": item[f"{by}_lost"], "low": item[f"{by}_low"], "high": item[f"{by}_high"]},
        "share": percent(item[f"{by}_share"]),
        "shares": [percent(item["by_region"][code][f"{by}_share"]) for code in each_of],
        "everywhere": item[f"everywhere_{by}_lost"],
    }


@does(READ_RECORD)
def structure(request: HttpRequest) -> HttpResponse:
    """Multipliers, linkages, place in the chain and footprints of the industries of a region."""
    return question_page(request, "structure", _structure, choices={})


def _structure(found: Answered, language: str) -> dict[str, Any]:
    items, more, asked = found.result.items, found.result.more, found.asked
    unit = names.unit_name(str(more["unit"]))
    several = len({each["region"] for each in items}) > 1
    ranked_by = BY_CODE.get(asked["by"], BY_CODE[FIRST])
    groups = [each for each in GROUPS if each.code == ranked_by.group or len(items) <= _FEW]
    regions = [(each["region"], _said(each, "region")) for each in more["countries"]]
    known = {code for code, _ in INDUSTRIES}
    return {
        "forms": {
            "industries": with_current(
                (*INDUSTRIES, *(each for each in regions if each[0] not in {*known, "USA"})),
                asked["industries"],
                fitting=("USA", "all"),
            ),
            "by": [(each.code, each.title) for each in MEASURES],
            "account": [(each["code"], _said(each, "name")) for each in more["accounts"]],
            "inventories": INVENTORIES,
        },
        "picture": _scatter(found, language, several=several),
        "jumps": _jumps(items, ranked_by),
        "tables": [_table(each.code, each.title, items, asked["by"], several=several) for each in groups],
        "countries": [
            _figures(each, _said(each, "region"), PLACE)
            for each in more["countries"]
            if len(more["countries"]) <= _FEW or each["region"] in _PARTIES | {row["region"] for row in items}
        ],
        "place": PLACE,
        "account": _said(more["account"], "name"),
        "account_unit": names.unit_name(more["account"]["unit"]),
        "footprints": [_footprint(each, found, language) for each in more["footprints"][:_FEW]],
        "unit": unit,
    }


PLACE = [each for each in MEASURES if each.group == "position"]
_PARTIES = {"USA", "MEX"}


def _jumps(items: Sequence[Item], chosen: Measure) -> list[dict[str, Any]]:
    """The groups of measures, each with the measure by which it is first ranked."""
    return [
        {
            "title": group.title,
            "by": next(each.code for each in MEASURES if each.group == group.code),
            "chosen": group.code == chosen.group,
        }
        for group in GROUPS
        if shown_measures(group.code, items)
    ]


def _table(group: str, title: Bilingual, items: Sequence[Item], by: str, *, several: bool) -> dict[str, Any]:
    shown = shown_measures(group, items)
    return {
        "code": group,
        "title": title,
        "heads": [
            {"code": each.code, "head": each.head, "title": each.title, "by": each.code == by}
            for each in shown
        ],
        "rows": [_figures(each, _named(each, several=several), shown) for each in items],
        "has_key": group == "linkages",
    }


def _figures(item: Item, name: Bilingual, shown: Sequence[Measure]) -> dict[str, Any]:
    """Values of one row, each with the decimals that it is shown with."""
    return {
        "name": name,
        "place": item.get("industry", ""),
        "key": item.get("key"),
        "values": [
            (percent(item[each.code]) if each.percent else item[each.code], each.decimals) for each in shown
        ],
    }


def _scatter(found: Answered, language: str, *, several: bool) -> SafeString | str:
    """What lies farthest from the mean gets its words first."""
    rows = [each for each in found.result.items if each["normalized_backward"] is not None]
    if len(rows) <= _FEW:
        return ""
    rows.sort(key=lambda row: (-_from_mean(row), row["industry"]))
    points = [
        charts.Point(
            _named(row, several=several).in_language(language) if at < _MOST_NAMED else "",
            Decimal(row["normalized_backward"]),
            Decimal(row["normalized_forward"]),
            marked=bool(row["key"]),
        )
        for at, row in enumerate(rows)
    ]
    words = pictures.wording(found.result.says, found.result.tables[0].source, language, unit=_FORWARD)
    across = _BACKWARD.in_language(language)
    return pictures.drawn(
        ["scatter", points, words],
        lambda width: charts.scatter(points, words, across=across, mean=1, width=width),
    )


def _from_mean(row: Item) -> float:
    return abs(float(row["normalized_backward"]) - 1) + abs(float(row["normalized_forward"]) - 1)


def _footprint(row: Item, found: Answered, language: str) -> dict[str, Any]:
    account = found.result.more["account"]
    words = pictures.wording(
        found.result.says,
        found.result.tables[0].source,
        language,
        unit=pictures.PERCENT,
    )
    bars = [
        (_said(each, "origin"), each["share"], None, None)
        for each in row["origins"]
        if Decimal(each["share"]) > 0
    ]
    return {
        "region": _said(row, "region"),
        "code": row["region"],
        "account": _said(account, "name"),
        "picture": pictures.ranked(bars, words) if len(bars) > 1 else "",
        "origins": [
            {"name": _said(each, "origin"), "amount": each["amount"], "share": percent(each["share"])}
            for each in row["origins"]
        ],
        **{name: row[name] for name in ("production", "exports", "imports", "consumption")},
        "unexplained": row["unexplained"] if Decimal(row["unexplained"]) else None,
    }


def with_current(choices: Choices, value: str, *, fitting: Sequence[str] = ()) -> dict[str, Any]:
    """Choices of a form with what was asked among them; what an empty choice stands for is that choice."""
    codes = {code for code, _ in choices}
    if value in fitting and "" in codes:
        return {"choices": choices, "value": ""}
    if value in codes:
        return {"choices": choices, "value": value}
    return {"choices": (*choices, (value, Bilingual(value, value))), "value": value}


def _said(item: Item, name: str) -> Bilingual:
    return names.capital(Bilingual(item[f"{name}_en"], item[f"{name}_es"]))


def _named(item: Item, *, several: bool) -> Bilingual:
    name = _said(item, "name")
    return _IN.format(name=name, region=item["region"]) if several else name
