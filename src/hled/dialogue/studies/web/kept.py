"""The picture of a kept study, from the figures that were kept with it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.queries.studies import StudyView
from hled.dialogue.studies.web import pictures
from hled.kernel.bilingual import Bilingual

Item = Mapping[str, Any]
_UNITS = {
    "product": Bilingual("percent of the imports", "por ciento de las importaciones"),
    "screen": Bilingual(
        "percent of the runs in which it is among the first 20",
        "por ciento de las corridas en que está entre los primeros 20",
    ),
}
Bar = tuple[Bilingual, str, str | None, str | None]


def kept_picture(view: StudyView, language: str) -> SafeString:
    """Bars of what the study found, the longest first; the same whatever tables stand today."""
    study = view.study
    items: Sequence[Item] = study.result["items"]
    bars = sorted(_BARS[study.kind](items), key=lambda bar: -float(bar[1]))[: pictures.MOST_BARS]
    table = study.tables[-1]
    source = Bilingual(table["source_en"], table["source_es"])
    as_percent = study.kind not in _NO_SHARES
    unit = _NO_SHARES.get(study.kind, _UNITS.get(study.kind, pictures.PERCENT)) or names.unit_name(
        table["unit"]
    )
    words = pictures.wording(view.says, source, language, unit=unit)
    return pictures.ranked(
        bars, words, decimals=0 if _NO_SHARES.get(study.kind, "") is None else 2, as_percent=as_percent
    )


def _named(item: Item, name: str) -> Bilingual:
    return names.capital(Bilingual(item[f"{name}_en"], item[f"{name}_es"]))


def _exposure(items: Sequence[Item]) -> list[Bar]:
    """Industries where one supplier was asked for, suppliers where several were."""
    one = len({each["supplier"] for each in items}) == 1
    level, name = ("industry", "buyer") if one else ("group", "supplier")
    return [
        (_named(each, name), each["share"], each["low"], each["high"])
        for each in items
        if each["level"] == level
    ]


def _pair(items: Sequence[Item]) -> list[Bar]:
    buyer = items[0]["buyer"]
    return [
        (_named(each, "convention"), each["share"], None, None)
        for each in items
        if each["buyer"] == buyer and each["convention"] != "corridor"
    ]


def _content(items: Sequence[Item]) -> list[Bar]:
    return [
        (
            _CONCEPT_YEAR.format(concept=_named(each, "concept"), year=each["year"]),
            each["share"],
            each["low"],
            each["high"],
        )
        for each in items
    ]


def _terms(items: Sequence[Item]) -> list[Bar]:
    """The first term that divides exports, of every industry; all terms where there is the total alone."""
    shares = [each for each in items if each["term"] != "EXGR" and not each["importer"]]
    industries = [each for each in shares if each["level"] == "industry"]
    term = next((each["term"] for each in shares), "")
    shown, name = (industries, "industry") if industries else (shares, "term")
    return [
        (_named(each, name), each["share"], each["low"], each["high"])
        for each in shown
        if (not industries or each["term"] == term) and float(each["share"]) >= 0
    ]


def _loss(items: Sequence[Item]) -> list[Bar]:
    return [
        (_named(each, "name"), each["value_added_lost"], each["low"], each["high"])
        for each in items
        if each["level"] == "region"
    ]


def _gone(items: Sequence[Item]) -> list[Bar]:
    return [
        (
            _in_region(each),
            each["value_added_lost"],
            each.get("value_added_low"),
            each.get("value_added_high"),
        )
        for each in items
        if float(each["value_added_lost"]) > 0
    ]


def _stages(items: Sequence[Item]) -> list[Bar]:
    return [
        (_in_region(each), each["upstreamness"], None, None)
        for each in items
        if float(each["upstreamness"] or 0) > 0
    ]


def _in_region(item: Item) -> Bilingual:
    name = _named(item, "name")
    return name if item.get("code") == item["region"] else _IN.format(name=name, region=item["region"])


_IN = Bilingual("{region}: {name}", "{region}: {name}")
_NO_SHARES: Mapping[str, Bilingual | None] = {
    "extraction": None,
    "sweep": None,
    "structure": Bilingual("stages to final use", "etapas hasta el uso final"),
    "complexity": Bilingual(
        "fitness of a country, complexity Q of a product; mean 1",
        "aptitud de un país, complejidad Q de un producto; media 1",
    ),
}
"""Kinds whose bars are no shares, with their unit; None for that of the table."""


def _among_first(items: Sequence[Item]) -> list[Bar]:
    """Probability of the first 20; of the second order where the first has the row not."""
    return [
        (
            _named(each, "name"),
            each["top20"] if each["top20"] is not None else each["top20_after"],
            None,
            None,
        )
        for each in items
    ]


def _capability(items: Sequence[Item]) -> list[Bar]:
    """Fitness of countries, complexity Q of products; both have mean 1."""
    return [
        (_named(each, "name"), each["fitness" if each["level"] == "country" else "q"], None, None)
        for each in items
    ]


def _suppliers(items: Sequence[Item]) -> list[Bar]:
    return [(_named(each, "partner"), each["share"], None, None) for each in items[: pictures.MOST_BARS]]


_CONCEPT_YEAR = Bilingual("{concept}, {year}", "{concept}, {year}")
_BARS: Mapping[str, Callable[[Sequence[Item]], list[Bar]]] = {
    "exposure": _exposure,
    "pair": _pair,
    "value-chains": _content,
    "export-terms": _terms,
    "extraction": _loss,
    "sweep": _gone,
    "structure": _stages,
    "product": _suppliers,
    "complexity": _capability,
    "screen": _among_first,
}
