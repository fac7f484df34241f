"""The studies that were kept, and whether they still stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from hled.dialogue.meetings.queries.agenda import proposed_from
from hled.dialogue.studies.domain.rules import SQ_03, SQ_04
from hled.dialogue.studies.models import Rerun, Study
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding


class State(StrEnum):
    """Whether the tables of a study are still those of the installation."""

    CURRENT = "current"
    OUT_OF_DATE = "out_of_date"
    TABLE_MISSING = "table_missing"

    @property
    def says(self) -> Bilingual:
        return _SAYS[self]


_SAYS = {
    State.CURRENT: Bilingual("rests on the edition that stands", "se apoya en la edición vigente"),
    State.OUT_OF_DATE: Bilingual(
        "out of date: its table has a new edition", "desactualizado: su tabla tiene una edición nueva"
    ),
    State.TABLE_MISSING: Bilingual(
        "its table is no longer in this installation", "su tabla ya no está en esta instalación"
    ),
}


@dataclass(frozen=True)
class StudyView:
    """A study with its state, the runs after the first, and when it was sent to the agenda."""

    study: Study
    state: State
    reruns: tuple[Rerun, ...]
    sent_at: datetime | None
    sent_by: str
    findings: tuple[Finding, ...]

    @property
    def question(self) -> Bilingual:
        return Bilingual(self.study.question_en, self.study.question_es)

    @property
    def says(self) -> Bilingual:
        return Bilingual(self.study.says_en, self.study.says_es)


def known_studies(asked: Asked) -> QuerySet[Study]:
    """Studies made by the day asked for, the newest first."""
    rows = Study.objects.filter(created_at__date__lte=asked.as_of)
    return rows if asked.recorded_by is None else rows.filter(created_at__lte=asked.recorded_by)


def studies(asked: Asked, *, home: Path, kind: str = "") -> list[StudyView]:
    found = known_studies(asked).prefetch_related("reruns")
    return _views(list(found.filter(kind=kind) if kind else found), asked, home)


def stored_study(id: str, asked: Asked, *, home: Path) -> StudyView:
    """
    Raises
    ------
    NotFoundError
        PG-01, when no such study had been kept by the day asked for.
    """
    found = known_studies(asked).prefetch_related("reruns").filter(id=id).first()
    if found is None:
        raise not_found("study", id)
    return _views([found], asked, home)[0]


def is_stored(id: str) -> bool:
    return Study.objects.filter(id=id).exists()


def _views(rows: Sequence[Study], asked: Asked, home: Path) -> list[StudyView]:
    editions = InstalledTables(home).editions if rows else {}
    sent = proposed_from([row.id for row in rows])
    return [_view(row, editions, asked.as_of, sent.get(row.id)) for row in rows]


def _view(row: Study, editions: dict[str, str], as_of: date, sent: tuple[datetime, str] | None) -> StudyView:
    state = _state(row.tables, editions)
    reruns = tuple(each for each in row.reruns.all() if each.at.date() <= as_of)
    findings = [Finding(SQ_04, row.id, state.says)] if state is not State.CURRENT else []
    findings += [
        Finding(SQ_03, row.id, f"{each.at.date().isoformat()}: {each.result_digest[:12]}")
        for each in reruns
        if not each.same and _same_tables(each.tables, row.tables)
    ]
    at, by = sent if sent and sent[0].date() <= as_of else (None, "")
    return StudyView(row, state, reruns, at, by, tuple(findings))


def _state(tables: Sequence[dict[str, Any]], editions: dict[str, str]) -> State:
    if any(each["id"] not in editions for each in tables):
        return State.TABLE_MISSING
    stands = all(editions[each["id"]] == each["edition"] for each in tables)
    return State.CURRENT if stands else State.OUT_OF_DATE


def _same_tables(one: Sequence[dict[str, Any]], other: Sequence[dict[str, Any]]) -> bool:
    return [each["digest"] for each in one] == [each["digest"] for each in other]
