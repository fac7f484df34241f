"""A question answered, and kept in memory while its tables stay the same."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.studies.domain.asking import read_parameters
from hled.dialogue.studies.domain.question import Question, Result
from hled.dialogue.studies.domain.questions import QUESTIONS
from hled.dialogue.studies.domain.solutions import computed
from hled.dialogue.studies.queries.remembering import known, remembered
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.interfaces.answers import product_version
from hled.interfaces.problems import not_found
from hled.kernel.digest import sha256_of

_answers: "Memory[Answered]" = Memory(64)


@dataclass(frozen=True)
class Answered:
    """
    What was asked and what was found.

    Attributes
    ----------
    digest
        SHA-256 of everything that was found: equal digests are equal digits.
    id
        Identifier that the answer has as a study, kept or not.
    """

    question: Question
    asked: Mapping[str, str]
    result: Result
    versions: Mapping[str, str]

    @cached_property
    def found(self) -> dict[str, Any]:
        result = self.result
        return {
            "says_en": result.says.en,
            "says_es": result.says.es,
            "items": [dict(each) for each in result.items],
            **result.more,
        }

    @cached_property
    def digest(self) -> str:
        return sha256_of(self.found)

    @cached_property
    def id(self) -> str:
        tables = [[each.id, each.digest] for each in self.result.tables]
        return f"S-{sha256_of([self.question.kind, dict(self.asked), tables, self.digest])[:10]}"


def versions() -> dict[str, str]:
    """What computes: another version may give another last digit."""
    return {
        "hled": product_version(),
        "numpy": version("numpy"),
        "scipy": version("scipy"),
        "python": platform.python_version(),
    }


def question_of(kind: str) -> Question:
    """
    Raises
    ------
    NotFoundError
        When there is no such kind of question.
    """
    if kind not in QUESTIONS:
        raise not_found("question", kind)
    return QUESTIONS[kind]


def answer_to(kind: str, given: Mapping[str, str | None], *, home: Path) -> Answered:
    """
    Ask a question of the tables of an installation.

    Raises
    ------
    BrokenRuleError
        SQ-01 and IO-14 on wrong parameters, IO-13 and IO-15 on what a table has not, SQ-02 on a table of one country.
    """
    question, tables = question_of(kind), InstalledTables(home)
    asked = question.complete(tables, read_parameters(question.parameters, given))
    key = _key(kind, asked, tables)

    def compute() -> Answered:
        result = remembered(home, key, lambda: computed(question, tables, asked))
        return Answered(question, asked, result, versions())

    return _answers.recall((str(home), sha256_of(key)), compute)


def known_answer(kind: str, given: Mapping[str, str | None], *, home: Path) -> Answered | None:
    """The same, where it was computed before; None where the reader would have to wait for it."""
    question, tables = question_of(kind), InstalledTables(home)
    asked = question.complete(tables, read_parameters(question.parameters, given))
    found = known(home, _key(kind, asked, tables))
    return Answered(question, asked, found, versions()) if found else None


def _key(kind: str, asked: Mapping[str, str], tables: InstalledTables) -> list[object]:
    return [kind, dict(asked), tables.editions, tables.added_lists, versions()]


def answer_anew(kind: str, given: Mapping[str, str | None], *, home: Path) -> Answered:
    """The same, computed again whatever is kept."""
    question, tables = question_of(kind), InstalledTables(home)
    asked = question.complete(tables, read_parameters(question.parameters, given))
    return Answered(question, asked, computed(question, tables, asked), versions())
