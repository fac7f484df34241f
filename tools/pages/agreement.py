"""How far the rules agree with the editors of the bundled record, from a store that holds it."""

import importlib.resources
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import yaml
from pages.markdown import code, plain, sections, table

from hled.dialogue.chronicle.queries import said
from hled.dialogue.results.domain.agreement import (
    EDITOR_STATUS_OF,
    REASONS,
    Agreement,
    compare,
    highest_shows,
)
from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.domain.rollup import status_counts
from hled.dialogue.results.domain.rulebook import CURRENT, assess
from hled.dialogue.results.queries.facts import record_facts
from hled.dialogue.workplan.queries.shelves import COMMITMENTS
from hled.kernel.bilingual import Bilingual

AS_OF = date(2026, 11, 23)

NONE = Bilingual("none", "ninguno")
NOT_IN_VIEW = Bilingual("not in view", "fuera de la vista")
DATED = Bilingual("view of 2026-11-23", "vista al 2026-11-23")
UNDATED = Bilingual("view without a date", "vista sin fecha")


@cache
def runs() -> tuple[tuple[Bilingual, Bilingual, Agreement], ...]:
    facts = record_facts()
    editor = {id: each["editor_status"] for id, each in said(COMMITMENTS, fields=("editor_status",)).items()}
    found = []
    for title, use_shows in (
        (Bilingual("the rulebook", "el reglamento de estados"), True),
        (Bilingual("the rulebook without `shows`", "el reglamento de estados sin `shows`"), False),
    ):
        for view, undated in ((DATED, False), (UNDATED, True)):
            judged = assess(facts, AS_OF, undated=undated, use_shows=use_shows)
            found.append((title, view, compare(judged, editor)))
    for title, children in (
        (Bilingual("highest `shows`, silent parents read from their children", "el `shows` más alto, con los superiores sin informes leídos de sus partes"), True),
        (Bilingual("highest `shows` of own reports only", "el `shows` más alto solo de los informes propios"), False),
    ):  # fmt: skip
        found.append(
            (
                title,
                UNDATED,
                compare(highest_shows(facts, AS_OF, undated=True, read_children=children), editor),
            )
        )
    return tuple(found)


def mapping(language: str) -> str:
    headings = (
        Bilingual("computed", "calculado"),
        Bilingual("editor", "editor"),
        Bilingual("reason", "razón"),
    )
    rows = (
        [
            code(status.value),
            code(editor) if editor else NONE.in_language(language),
            plain(REASONS[status].in_language(language)),
        ]
        for status, editor in EDITOR_STATUS_OF.items()
    )
    return sections(table(headings, rows, language))


def figures(language: str) -> str:
    headings = (
        Bilingual("run", "corrida"),
        Bilingual("view", "vista"),
        Bilingual("agree", "coinciden"),
        Bilingual("of", "de"),
    )
    rows = (
        [title.in_language(language), view.in_language(language), str(found.agreed), str(found.total)]
        for title, view, found in runs()
    )
    return sections(table(headings, rows, language))


def distribution(language: str) -> str:
    counts = status_counts(assess(record_facts(), AS_OF, undated=True).values())
    headings = (Bilingual("status", "estado"), Bilingual("commitments", "compromisos"))
    rows = (
        [f"{Status(status).label.in_language(language)} ({code(status)})", str(count)]
        for status, count in counts.items()
    )
    return sections(table(headings, rows, language))


def by_rule(language: str) -> str:
    """How many commitments each rule decides in the view without a date, in the order of the rulebook."""
    counts = Counter(each.rule for each in assess(record_facts(), AS_OF, undated=True).values())
    headings = (
        Bilingual("rule", "regla"),
        Bilingual("status", "estado"),
        Bilingual("commitments decided", "compromisos que decide"),
    )
    rows = ([each.code, code(each.status.value), str(counts[each.code])] for each in CURRENT.rules)
    return sections(table(headings, rows, language))


def disagreements(language: str) -> str:
    """Every commitment on which rules and editors differ, in the dated view or without a date."""
    headings = (
        Bilingual("commitment", "compromiso"),
        Bilingual("computed", "calculado"),
        Bilingual("rule", "regla"),
        Bilingual("editor", "editor"),
        Bilingual("why", "por qué"),
    )
    return sections(table(headings, _disagreements(language), language))


def _disagreements(language: str) -> Iterator[list[str]]:
    explained = _explanations()
    (_, _, dated), (_, _, undated), *_ = runs()
    differing = {each.commitment: each for each in (*undated.disagreements, *dated.disagreements)}
    if differing.keys() != explained.keys():
        raise ValueError(
            f"disagreements without an explanation: {sorted(differing.keys() ^ explained.keys())}"
        )
    for commitment, each in sorted(differing.items()):
        shown = code(each.computed.value) if each.computed else NOT_IN_VIEW.in_language(language)
        why = plain(explained[commitment][f"why_{language}"])
        yield [commitment, shown, each.rule or "", code(each.editor), why]


def _explanations() -> Mapping[str, dict[str, Any]]:
    source = importlib.resources.files("hled.dialogue.results") / "editor_agreement.yaml"
    return {each["commitment"]: each for each in yaml.safe_load(source.read_text(encoding="utf-8"))}
