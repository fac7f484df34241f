"""Everything about one product, or a group of products: suppliers, dependency, neighbors, and what stands behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.asking import Asked, Parameter
from hled.dialogue.studies.domain.numbers import share_text
from hled.dialogue.studies.domain.question import Question, Result, Tables
from hled.dialogue.studies.domain.questions.product_place import Whole, placed_in
from hled.dialogue.studies.domain.questions.product_words import (
    METHOD,
    WARNING,
    answer_in_words,
    question_in_words,
)
from hled.dialogue.studies.domain.questions.screen_parameters import SEED
from hled.dialogue.studies.domain.questions.screen_words import criterion_words
from hled.dialogue.studies.domain.questions.trade_parameters import (
    EXTERNAL,
    IMPORTER,
    PARTNER,
    TRADE_TABLE,
    WORLD,
    with_market,
)
from hled.dialogue.studies.domain.questions.whole_screen import whole_measures, whole_screen, whole_subject
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.screening.coded import Selection
    from hled.dialogue.studies.domain.screening.lists import ProductList
    from hled.dialogue.studies.domain.screening.measures import Measures
    from hled.dialogue.studies.domain.screening.rows import Seen

CODE = Parameter(
    "code",
    "850760",
    Bilingual("Product", "Producto"),
    Bilingual(
        "Code of 6 digits; 4 or 2 digits, a list or a part of one (semiconductors:materials) show the sum and the products in it.",
        "Código de 6 dígitos; 4 o 2 dígitos, una lista o una parte de ella (semiconductors:materials) muestran la suma y sus productos.",
    ),
)

MOST_OF_GROUP = 1000
"""Products of a group that are listed; no chapter has as many."""


def complete(tables: Tables, asked: Asked) -> dict[str, str]:
    """With the newest trade table, and the code without dots and blanks."""
    from hled.dialogue.studies.domain.screening.coded import as_code

    return with_market(tables, {**asked, "code": as_code(asked["code"])})


def compute(tables: Tables, asked: Asked) -> Result:
    from hled.dialogue.studies.domain.screening.behind import finest_lines, makers, states, users
    from hled.dialogue.studies.domain.screening.coded import called_in
    from hled.dialogue.studies.domain.screening.grouped import group_products
    from hled.dialogue.studies.domain.screening.lacking import lacking_members
    from hled.dialogue.studies.domain.screening.neighbors import neighborhood
    from hled.dialogue.studies.domain.screening.product_facts import group_facts, product_facts
    from hled.dialogue.studies.domain.screening.supplied import suppliers
    from hled.dialogue.studies.domain.screening.weights import with_changes

    lists, document = tables.product_lists(), with_changes("")
    selected = _selected(tables, asked, lists)
    by = selected.level if selected.level in {"heading", "chapter"} else "product"
    subject, found = whole_measures(tables, asked)
    order = whole_screen(tables, asked, document, by=by)
    seen = None if isinstance(order, Finding) else order
    rows = selected.rows
    one = int(rows[0]) if selected.level == "product" else None
    items = tuple(suppliers(subject, found, rows))
    facts = group_facts(subject, found, rows) if one is None else product_facts(subject, found, one)
    placed = placed_in(tables, asked, Whole(subject, found, order), selected, document)
    ranks, called = _ranks(seen), called_in(lists)
    table = tables.used_trade(asked["table"], subject.market.year)
    return Result(
        question=question_in_words(subject, asked, selected),
        says=answer_in_words(subject, items, {each["code"]: each for each in facts}, placed, selected.level),
        items=items,
        tables=(table,),
        more={
            "level": selected.level,
            "name_en": selected.name.en,
            "name_es": selected.name.es,
            **_official(selected),
            "year": subject.market.year,
            "within": _within(selected),
            "listed": _listed(selected, subject.market.edition, lists),
            "facts": facts,
            "treatments": [] if one is None else _treatments(found, one),
            "criteria": [] if one is None else _criteria(found, one),
            "placed": placed,
            "neighborhood": None if one is None else neighborhood(subject, found, one, ranks, called),
            "lines": [] if one is None else finest_lines(subject, one),
            "users": users(found, rows),
            "makers": makers(subject, rows),
            "southbound": None if "southbound" in found.lacking else states(subject, rows),
            "products": []
            if one is not None
            else group_products(subject, found, rows, seen, called)[:MOST_OF_GROUP],
            "lacking": lacking_members(found.lacking),
            "sample": found.capability.as_member(),
            "dropped": len(found.capability.dropped),
            "definitions": _definitions(table.title),
        },
        figures={
            "suppliers": [{name: each[name] for name in ("partner", "share", "pays")} for each in items]
        },
        findings=(
            *subject.findings,
            *found.capability.findings,
            *found.flags.missing,
            *(found.stake.findings if found.stake else ()),
            *_absent(selected),
        ),
        seed=int(asked["seed"]),
    )


def _selected(tables: Tables, asked: Asked, lists: "Mapping[str, ProductList]") -> "Selection":
    """What the code stands for in the market; a wrong code and a wrong market are said together."""
    from hled.dialogue.studies.domain.screening.coded import form_findings, select

    wrong = form_findings(asked["code"], lists)
    try:
        market = whole_subject(tables, asked).market
    except BrokenRuleError as error:
        if not wrong:
            raise
        raise BrokenRuleError([*wrong, *error.findings]) from error
    return select(asked["code"], market, lists)


def _ranks(seen: "Seen | None") -> dict[int, int]:
    """Rank in the whole screen by row of the market."""
    if seen is None:
        return {}
    order = seen.ranked.order.products.rank
    return {int(at): int(order[place]) for place, at in enumerate(seen.ranked.chosen)}


def _treatments(measured: "Measures", at: int) -> list[dict[str, Any]]:
    """Concentration of external suppliers under each treatment of the data."""
    found = []
    for treatment, case in zip(measured.treatments, measured.cases, strict=True):
        figures = case.items[0].figures
        index = float(figures.values[at]) if figures is not None and figures.known[at] else None
        found.append(
            {
                "code": treatment.code,
                "says_en": treatment.says.en,
                "says_es": treatment.says.es,
                "hhi": None if index is None else share_text(index),
                "equivalent": share_text(1 / index) if index else None,
                "flagged": bool(case.holds[at]),
            }
        )
    return found


def _criteria(measured: "Measures", at: int) -> list[dict[str, Any]]:
    """Each criterion of the Commission with its figure, and whether it holds, under the data as given."""
    return [
        {
            **criterion_words(each),
            "value": None
            if each.figures is None or not each.figures.known[at]
            else share_text(float(each.figures.values[at])),
            "holds": None if each.figures is None else bool(each.holds()[at]),
            **_needs(each.missing),
        }
        for each in measured.cases[0].items
    ]


def _needs(missing: Finding | None) -> dict[str, str | None]:
    from hled.economy.trade.criteria import NEEDED, Needs

    words = None if missing is None else NEEDED[Needs(str(missing.data["needs"]))]
    return {"needs_en": words.en if words else None, "needs_es": words.es if words else None}


def _official(selected: "Selection") -> dict[str, str | None]:
    """The full text of the edition; None of a list."""
    from hled.dialogue.studies.domain.screening.codes import titled

    full = None if selected.level == "list" else titled(selected.code)
    return {"official_en": full.en if full else None, "official_es": full.es if full else None}


def _within(selected: "Selection") -> list[dict[str, str]]:
    """Chapter and heading that a code belongs to, the widest first."""
    from hled.dialogue.studies.domain.screening.codes import titled

    if selected.level == "list":
        return []
    wider = [selected.code[:length] for length in (2, 4) if length < len(selected.code)]
    return [{"code": code, "name_en": titled(code).en, "name_es": titled(code).es} for code in wider]


def _listed(selected: "Selection", edition: str, lists: "Mapping[str, ProductList]") -> list[dict[str, Any]]:
    """
    Lists that name the product, with its stage, its short name, the reason, and the document and place where one names it.

    Lists are of one edition of codes, and name no product of another.
    """
    from hled.sources.trade.concordances.products import EDITION

    if edition != EDITION:
        return []
    return [
        {
            "id": each.id,
            "title_en": each.title.en,
            "title_es": each.title.es,
            "stage": product.stage,
            "stage_en": each.parts[product.stage].title.en,
            "stage_es": each.parts[product.stage].title.es,
            "name_en": product.name.en,
            "name_es": product.name.es,
            "reason_en": product.reason.en,
            "reason_es": product.reason.es,
            "our_choice": product.is_our_choice,
            "document": product.cites.document.id if product.cites else None,
            **_maybe_both("document", product.cites.document.title if product.cites else None),
            **_maybe_both("at", product.cites.at if product.cites else None),
            **_maybe_both("note", product.note),
        }
        for each in lists.values()
        for product in each.products
        if product.code == selected.code
    ]


def _maybe_both(name: str, text: Bilingual | None) -> dict[str, str | None]:
    return {f"{name}_en": text.en if text else None, f"{name}_es": text.es if text else None}


def _absent(selected: "Selection") -> Sequence[Finding]:
    from hled.dialogue.studies.domain.screening.screen_rules import SC_34

    absent = selected.choice.absent if selected.choice else ()
    return [Finding(SC_34, "code", ", ".join(absent[:20]))] if absent else []


def _definitions(table: Bilingual) -> list[dict[str, str]]:
    from hled.dialogue.studies.domain.questions.product_definitions import DEFINITIONS

    sourced = [replace(each, source=each.source.format(table=table)) for each in DEFINITIONS]
    return [
        {
            "code": each.code,
            "title_en": each.title.en,
            "title_es": each.title.es,
            "says_en": each.says.en,
            "says_es": each.says.es,
            "source_en": each.source.en,
            "source_es": each.source.es,
        }
        for each in sourced
    ]


QUESTION = Question(
    kind="product",
    title=Bilingual("Everything about one product", "Todo sobre un producto"),
    parameters=(CODE, PARTNER, EXTERNAL, IMPORTER, TRADE_TABLE, WORLD, SEED),
    method=METHOD,
    warning=WARNING,
    compute=compute,
    complete=complete,
)
