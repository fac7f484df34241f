"""What countries show they can do, how complex that is, and what lies near: by country, or by product."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.complexity_parameters import PARAMETERS
from hled.dialogue.studies.domain.questions.complexity_words import (
    FIGURES,
    GAIN_ONLY,
    IN_ONE_MARKET,
    METHOD,
    WARNING,
    country_answer,
    product_answer,
    question_in_words,
)
from hled.dialogue.studies.domain.questions.trade_parameters import with_market
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.capability.shown import Shown
    from hled.economy.complexity import Convention, Dropped

MOST_NAMED = 12
"""What the sample left out, named for each reason; the rest is counted."""

_SORTS: Mapping[str, Mapping[str, Callable[[Item], float]]] = {
    "countries": {
        "complexity": lambda row: row["rank"],
        "fitness": lambda row: row["fitness_rank"],
        "outlook": lambda row: row["coi_rank"],
        "density": lambda row: -row["diversity"],
        "trade": lambda row: -float(row["exports"]),
    },
    "products": {
        "complexity": lambda row: row["rank"],
        "fitness": lambda row: -float(row["q"]),
        "outlook": lambda row: -float(row["cog"]),
        "density": lambda row: -float(row["density"]),
        "trade": lambda row: -float(row["trade"]),
    },
}
_ONLY: Mapping[str, Callable[[Item], bool]] = {
    "": lambda row: True,
    "lacks": lambda row: not row["has"],
    "has": lambda row: bool(row["has"]),
}


def compute(tables: Tables, asked: Asked) -> Result:
    from hled.dialogue.studies.domain.capability.pictures import nearby, space
    from hled.dialogue.studies.domain.capability.rows import country_rows, product_rows
    from hled.dialogue.studies.domain.capability.shown import see

    shown = see(tables, asked)
    _require_products(shown, asked)
    of = asked["of"]
    countries = country_rows(shown)
    rows = countries if of == "countries" else product_rows(shown)
    kept = rows if of == "countries" else _filtered(rows, asked)
    items = _first(sorted(kept, key=_SORTS[of][asked["sort"]]), int(asked["top"]))
    table = tables.used_trade(asked["world"] or asked["table"], shown.found.year)
    return Result(
        question=question_in_words(shown, of, asked["list"]),
        says=country_answer(shown, rows) if of == "countries" else product_answer(shown, rows),
        items=tuple(items),
        tables=(table,),
        more={
            "count": len(kept),
            "matrix": _matrix(shown),
            "country": next(each for each in countries if each["partner"]),
            "eigenvalues": _eigenvalues(shown),
            "convention": _convention(shown.found.convention),
            "sample": _sample(shown, asked),
            "dropped": _dropped(shown),
            "definitions": _definitions(shown.found.convention, table.title),
            "near": nearby(shown),
            "space": space(shown),
        },
        figures={"rows": [dict(each) for each in items]},
        findings=shown.findings,
    )


def complete(tables: Tables, asked: Asked) -> dict[str, str]:
    """The newest trade table with imports where no world is named; with a world, no market is asked."""
    return {**asked, "table": ""} if asked["world"] else with_market(tables, asked)


def _require_products(shown: "Shown", asked: Asked) -> None:
    from hled.dialogue.studies.domain.screening.screen_rules import SC_33

    if not shown.rows.size:
        said = ", ".join(shown.left_out[:10]) or asked["list"]
        raise BrokenRuleError([Finding(SC_33, "list", said)])


def _filtered(rows: Sequence[Item], asked: Asked) -> list[Item]:
    from hled.dialogue.studies.domain.screening.screen_rules import SC_33

    found = [each for each in rows if _ONLY[asked["only"]](each)]
    if not found:
        raise BrokenRuleError([Finding(SC_33, "only", asked["only"])])
    return found


def _first(rows: Sequence[Item], top: int) -> list[Item]:
    """The first rows, and the country asked for wherever it stands."""
    if not top:
        return list(rows)
    return [*rows[:top], *(each for each in rows[top:] if each.get("partner"))]


def _matrix(shown: "Shown") -> dict[str, Any]:
    found, whole = shown.found, shown.matrix.exports
    return {
        "name_en": shown.matrix.name.en,
        "name_es": shown.matrix.name.es,
        "world": not shown.matrix.importer,
        "importer": shown.matrix.importer or None,
        "year": found.year,
        "edition": found.edition,
        "digits": len(found.products[0]),
        "exporters": len(found.exporters),
        "exporters_in_table": len(whole.exporters),
        "products": len(found.products),
        "products_in_table": len(whole.products),
        "trade": amount_text(float(shown.trade.sum())),
        "trade_share": share_text(found.trade_share),
    }


def _eigenvalues(shown: "Shown") -> dict[str, str]:
    indices = shown.found.indices
    return {
        "second": share_text(indices.second),
        "third": share_text(indices.third),
        "correlation": share_text(indices.correlation),
    }


def _convention(convention: "Convention") -> dict[str, Any]:
    return {
        "name": convention.name,
        "says_en": convention.says.en,
        "says_es": convention.says.es,
        "threshold": share_text(convention.threshold),
        "ddof": convention.ddof,
        "product_scale": str(convention.product_scale),
        "diagonal": str(convention.diagonal),
        "gain": str(convention.gain),
        "outlook": str(convention.outlook),
        "iterations": convention.iterations,
    }


def _sample(shown: "Shown", asked: Asked) -> dict[str, Any]:
    from hled.dialogue.studies.domain.screening.sampled import screen_sample

    sample = shown.found.sample
    return {
        "minimum_exports": asked["exports"],
        "minimum_population": asked["population"],
        "minimum_world_trade": asked["trade"],
        "minimum_diversity": sample.minimum_diversity,
        "minimum_ubiquity": sample.minimum_ubiquity,
        "without": list(sample.without),
        "left_out_of_list": list(shown.left_out),
        "in_screen": screen_sample(),
    }


def _dropped(shown: "Shown") -> list[dict[str, Any]]:
    """For each kind and reason how many, and the first of them; in one market its purchases stand for the world's trade."""
    from hled.economy.complexity import REASONS

    words = {str(reason): says for reason, says in REASONS.items()}
    if shown.matrix.importer:
        words |= IN_ONE_MARKET
    groups: dict[tuple[str, str], list[Dropped]] = {}
    for each in shown.found.dropped:
        groups.setdefault((str(each.kind), str(each.reason)), []).append(each)
    return [
        {
            "kind": kind,
            "reason": reason,
            "why_en": words[reason].en,
            "why_es": words[reason].es,
            "count": len(left_out),
            "first": [_left_out(each) for each in left_out[:MOST_NAMED]],
        }
        for (kind, reason), left_out in groups.items()
    ]


def _left_out(dropped: "Dropped") -> dict[str, Any]:
    from hled.dialogue.studies.domain.screening.rows import area_name, product_name
    from hled.economy.complexity import Kind

    name = (area_name if dropped.kind is Kind.EXPORTER else product_name)(dropped.code)
    return {
        "code": dropped.code,
        "name_en": name.en,
        "name_es": name.es,
        "found": None if dropped.found is None else amount_text(dropped.found),
    }


def _definitions(convention: "Convention", table: Bilingual) -> list[dict[str, str]]:
    formulas = {"cog": GAIN_ONLY} if str(convention.gain) == "gain_only" else {}
    sourced = [replace(each, source=each.source.format(table=table)) for each in FIGURES]
    return [
        {
            "code": each.code,
            "title_en": each.title.en,
            "title_es": each.title.es,
            "says_en": each.says.en,
            "says_es": each.says.es,
            "formula": formulas.get(each.code, each.formula),
            "source_en": each.source.en,
            "source_es": each.source.es,
        }
        for each in sourced
    ]


QUESTION = Question(
    kind="complexity",
    title=Bilingual("Capability and complexity", "Capacidad y complejidad"),
    parameters=PARAMETERS,
    method=METHOD,
    warning=WARNING,
    compute=compute,
    complete=complete,
)
