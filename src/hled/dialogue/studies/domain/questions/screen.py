"""Which products, and groups of products, are openings: an order with its doubt, its reasons and its diagnosis."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables, TableUsed
from hled.dialogue.studies.domain.questions.screen_members import figure, findings_of, list_member, members
from hled.dialogue.studies.domain.questions.screen_parameters import (
    BASE,
    BY,
    COMPARE,
    COMPARE_LIST,
    FLOOR,
    LIST,
    ONLY,
    SEED,
    SORT,
    TOP,
    WEIGHTS,
)
from hled.dialogue.studies.domain.questions.screen_words import (
    DOCUMENT,
    METHOD,
    WARNING,
    answer_in_words,
    compared_in_words,
    question_in_words,
)
from hled.dialogue.studies.domain.questions.trade_parameters import (
    EXTERNAL,
    IMPORTER,
    PARTNER,
    TRADE_TABLE,
    WORLD,
    with_market,
)
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.screening.comparing import Second
    from hled.dialogue.studies.domain.screening.measures import Measures
    from hled.dialogue.studies.domain.screening.rows import Seen
    from hled.dialogue.studies.domain.screening.subject import Subject
    from hled.dialogue.studies.domain.screening.weights import WeightDocument

DRAWS = 256
"""For the probability of a flag."""
OPENINGS = frozenset({"expand", "build", "ease"})
"""Action areas in which the partner could supply more."""


SORTS: Mapping[str, Callable[[Item], tuple[float, int]]] = {
    "rank": lambda row: (_at(row, "rank"), _at(row, "rank")),
    "robust": lambda row: (_at(row, "high"), _at(row, "rank")),
    "median": lambda row: (_at(row, "median"), _at(row, "rank")),
    "top20": lambda row: (-float(_at(row, "top20")), _at(row, "rank")),
    "size": lambda row: (-float(row["external_imports"]), _at(row, "rank")),
    "shift": lambda row: (-abs(row["shift"] or 0), _at(row, "rank")),
}


def _at(row: Item, name: str) -> Any:
    """Where a row stands: in the first order, or in the second where the first has it not."""
    return row[name] if row[name] is not None else row[f"{name}_after"]


def compute(tables: Tables, asked: Asked) -> Result:
    from hled.dialogue.studies.domain.screening.comparing import alone, comparison, joined
    from hled.dialogue.studies.domain.screening.spans import with_spans
    from hled.dialogue.studies.domain.screening.weights import with_changes

    document = with_changes(asked["weights"])
    seen = see(tables, asked, document)
    first = _rows(seen, asked)
    second = _second(tables, asked, document, seen)
    if second is None:
        rows = alone(_only(first, asked))
    else:
        rows = joined(_only(first, asked), first, second.rows, _only(second.rows, asked))
    if not rows:
        raise _nothing(asked, seen.measures.lacking)
    rows = sorted(rows, key=SORTS[asked["sort"]])
    other = None if second is None else second.seen
    shown = with_spans(rows[: int(asked["top"]) or None], seen, document, other)
    compared = None if second is None else _compared(asked, comparison(first, second.rows), second)
    says = answer_in_words(seen, asked, [each for each in rows if each["rank"] is not None] or rows)
    return Result(
        question=question_in_words(seen, asked, document),
        says=says if compared is None else compared_in_words(says, asked, compared),
        items=tuple(shown),
        tables=tuple(_used(tables, asked, seen)),
        more={**members(seen, document, rows, second), "comparison": compared},
        figures={"rows": [figure(each) for each in shown]},
        findings=findings_of(seen),
        seed=int(asked["seed"]),
    )


def see(tables: Tables, asked: Asked, document: "WeightDocument") -> "Seen":
    """Measures and order behind a screen."""
    from hled.dialogue.studies.domain.screening.measures import measures
    from hled.dialogue.studies.domain.screening.subject import subject

    screened = subject(tables, asked)
    found = measures(screened, draws=DRAWS, seed=int(asked["seed"]))
    return ordered(tables, asked, document, screened, found)


def ordered(
    tables: Tables, asked: Asked, document: "WeightDocument", screened: "Subject", found: "Measures"
) -> "Seen":
    """The order of what was asked for, from measures that several orders may share."""
    from hled.dialogue.studies.domain.screening.choosing import choose_products
    from hled.dialogue.studies.domain.screening.ranked import ranked
    from hled.dialogue.studies.domain.screening.rows import Seen
    from hled.economy.ranking import Design

    products, edition = screened.market.products, screened.market.edition
    choice = choose_products(asked["list"], products, edition, tables.product_lists())
    placed = ranked(
        found,
        document,
        choice.rows,
        Design(base=int(asked["base"]), seed=int(asked["seed"])),
        floor=float(asked["floor"]),
        group_of=choice.group_of(asked["by"], products),
        workers=os.cpu_count() or 1,
    )
    return Seen(screened, found, placed, choice)


def _second(tables: Tables, asked: Asked, document: "WeightDocument", seen: "Seen") -> "Second | None":
    """The order to compare with, by the same design and the same measures; None where none was asked for."""
    from hled.dialogue.studies.domain.screening.comparing import second_of
    from hled.dialogue.studies.domain.screening.weights import with_changes

    if not asked["compare"] and not asked["compare_list"]:
        return None
    if asked["compare"]:
        document = with_changes("" if asked["compare"] == DOCUMENT else asked["compare"])
    other = {**asked, "list": asked["compare_list"] or asked["list"]}
    found = ordered(tables, other, document, seen.subject, seen.measures)
    return second_of(found, _rows(found, other), document.nominal())


def _compared(asked: Asked, found: Item, second: "Second") -> Item:
    lists = [list_member(each) for each in second.seen.choice.lists]
    return {"weights": asked["compare"], "list": asked["compare_list"], "lists": lists, **found}


def _used(tables: Tables, asked: Asked, seen: "Seen") -> Iterator[TableUsed]:
    """Imports last, for a kept study names its last table as source."""
    if seen.subject.world is not None:
        yield tables.used_trade(asked["world"], seen.subject.world.year)
    yield tables.used_trade(asked["table"], seen.subject.market.year)


def _rows(seen: "Seen", asked: Asked) -> list[Item]:
    from hled.dialogue.studies.domain.screening.rows import group_rows, product_rows

    return [*(product_rows(seen) if asked["by"] == "product" else group_rows(seen))]


def _only(rows: Sequence[Item], asked: Asked) -> list[Item]:
    only = asked["only"]
    if only == "one_distant_supplier":
        return [each for each in rows if each.get("one_distant_supplier")]
    areas = OPENINGS if only == "openings" else {only}
    return [each for each in rows if not only or each["area"] in areas]


def _nothing(asked: Asked, lacking: Mapping[str, str]) -> BrokenRuleError:
    """SC-33; what the table lacks, where the filter asks for it."""
    from hled.dialogue.studies.domain.screening.lacking import not_computable
    from hled.dialogue.studies.domain.screening.screen_rules import SC_33

    only = asked["only"] or "-"
    if only not in lacking:
        return BrokenRuleError([Finding(SC_33, "only", only)])
    said = not_computable(lacking[only])
    return BrokenRuleError(
        [
            Finding(
                SC_33,
                "only",
                Bilingual(f"{only}; {said.en}", f"{only}; {said.es}"),
                data={"needs": lacking[only]},
            )
        ]
    )


QUESTION = Question(
    kind="screen",
    title=Bilingual("Where the openings are", "Dónde están las oportunidades"),
    parameters=(
        LIST,
        BY,
        ONLY,
        SORT,
        TOP,
        PARTNER,
        EXTERNAL,
        IMPORTER,
        TRADE_TABLE,
        WORLD,
        FLOOR,
        WEIGHTS,
        COMPARE,
        COMPARE_LIST,
        BASE,
        SEED,
    ),
    method=METHOD,
    warning=WARNING,
    compute=compute,
    complete=with_market,
)
