"""The page of the terms of exports, industry by industry, each with its range."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.numbers import percent
from hled.dialogue.studies.domain.questions.export_terms import method_title, pictured
from hled.dialogue.studies.domain.questions.value_chains import METHODS
from hled.dialogue.studies.queries.answering import Answered
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.dialogue.studies.web import pictures
from hled.dialogue.studies.web.asking import question_page
from hled.interfaces.acting import does
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual

Item = Mapping[str, Any]
EXPORTS = "EXGR"
_OF_EXPORTS = Bilingual(
    "percent of the exports of each industry", "por ciento de las exportaciones de cada industria"
)
_CAUSES: Mapping[str, Bilingual] = {
    "rounding": Bilingual("rounding", "redondeo"),
    "coefficients": Bilingual("errors", "errores"),
    "balance": Bilingual("balance rule", "regla de balance"),
    "proportionality": Bilingual("proportionality", "proporcionalidad"),
}


@does(READ_RECORD)
def terms(request: HttpRequest) -> HttpResponse:
    """Every exporting industry of a country by the terms of a method."""
    return question_page(
        request,
        "terms",
        _terms,
        choices={
            "regions": _regions(),
            "method": [(each.code, each.title) for each in METHODS],
        },
    )


def _regions() -> list[tuple[str, Bilingual]]:
    """Every region of the newest table of several countries."""
    tables = InstalledTables(Path(settings.HOME))
    known = tables.between_countries()
    return [(each.code, each.name) for each in tables.table(known[-1]).regions] if known else []


def _terms(found: Answered, language: str) -> dict[str, Any]:
    items = found.result.items
    words = pictures.wording(found.result.says, found.result.tables[0].source, language, unit=_OF_EXPORTS)
    importers = list(dict.fromkeys(each["importer"] for each in items))
    sides = []
    for importer in importers:
        mine = [each for each in items if each["importer"] == importer]
        rows = _by_industry(mine)
        sides.append(
            {
                "code": importer,
                "name": Bilingual(mine[0]["importer_en"], mine[0]["importer_es"]),
                "picture": _picture(rows, pictured(found.asked["method"]), words),
                "totals": _totals(mine),
                "heads": _heads(mine),
                "rows": [_row(each) for each in rows],
            }
        )
    return {
        "sides": sides,
        "reasons": list(_reasons(found)),
        "where_added": found.result.more["shares_of"] == "all_exports",
        "method_name": method_title(found.asked["method"]),
        "unit": names.unit_name(str(found.result.more["unit"])),
        "year": found.result.tables[0].year,
    }


def _by_industry(items: Sequence[Item]) -> list[dict[str, Item]]:
    """Terms of the total, then of each industry, those that export most first."""
    rows: dict[str, dict[str, Item]] = {}
    for each in items:
        rows.setdefault(each["industry"], {})[each["term"]] = each
    total = rows.pop("", None)
    industries = sorted(
        rows.values(), key=lambda row: -float(row[EXPORTS]["amount"]) if EXPORTS in row else 0.0
    )
    return ([total] if total else []) + industries


def _picture(rows: Sequence[Mapping[str, Item]], wanted: Sequence[str], words: Any) -> SafeString | str:
    """The total and the industries that export most; nothing where the terms asked for do not divide exports into parts."""
    bars = []
    for row in rows[: pictures.MOST_BARS]:
        if any(code not in row or float(row[code]["share"]) < 0 for code in wanted):
            continue
        pieces = [row[code]["share"] for code in wanted]
        if abs(sum(map(float, pieces)) - 1) < _ADDS_UP:
            first = row[wanted[0]]
            name = names.capital(Bilingual(first["industry_en"], first["industry_es"]))
            bars.append((name, pieces))
    if not bars:
        return ""
    key = [Bilingual(rows[0][code]["term_en"], rows[0][code]["term_es"]) for code in wanted]
    return pictures.stacked(bars, key, words)


_ADDS_UP = 0.002


def _heads(items: Sequence[Item]) -> list[dict[str, Any]]:
    """The terms that add up, in the order of the method; all that there are where none does."""
    codes = {each["term"]: each for each in items if each["adds_up"]} or {
        each["term"]: each for each in items if each["term"] != EXPORTS
    }
    return [
        {"code": code, "name": names.capital(Bilingual(each["term_en"], each["term_es"]))}
        for code, each in codes.items()
    ]


def _row(found: Mapping[str, Item]) -> dict[str, Any]:
    first = next(iter(found.values()))
    codes = [each["code"] for each in _heads(list(found.values()))]
    return {
        "total": first["level"] == "total",
        "name": names.capital(Bilingual(first["industry_en"], first["industry_es"])),
        "exports": found[EXPORTS]["amount"] if EXPORTS in found else None,
        "cells": [_cell(found[code]) for code in codes],
    }


def _cell(item: Item) -> dict[str, Any]:
    return {
        "bounded": item["bounded"],
        **{name: percent(item[name]) for name in ("share", "low", "high")},
    }


def _totals(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Every term and measure of all industries together, with what makes its range."""
    return [
        {
            "code": each["term"],
            "name": names.capital(Bilingual(each["term_en"], each["term_es"])),
            "amount": each["amount"],
            "parts": _parts(each),
            **_cell(each),
        }
        for each in items
        if each["level"] == "total"
    ]


def _parts(item: Item) -> list[dict[str, Any]]:
    return [
        {"name": name, "low": percent(item[f"{cause}_low"]), "high": percent(item[f"{cause}_high"])}
        for cause, name in _CAUSES.items()
        if item[f"{cause}_low"] is not None
    ]


def _reasons(found: Answered) -> dict[Bilingual, None]:
    return dict.fromkeys(
        Bilingual(each["reason_en"], each["reason_es"]) for each in found.result.more["not_bounded"]
    )
