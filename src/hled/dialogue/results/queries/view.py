"""Everything a page about promises reads, as known on the day asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from hled.dialogue.results.queries.reports import Reports, reports
from hled.dialogue.results.queries.rows import ScoreRow, score_rows
from hled.dialogue.results.queries.standing import Standing, standing
from hled.dialogue.workplan.queries.plan import Plan, plan
from hled.interfaces.asked import Asked


@dataclass(frozen=True)
class View:
    """Standing, plan and reports of one question; the plan and the reports hold later things too, hence the tests."""

    asked: Asked
    standing: Standing
    plan: Plan
    reports: Reports

    def rows(self, ids: Iterable[str]) -> tuple[ScoreRow, ...]:
        return score_rows(self.standing, self.plan, ids)

    def has_document(self, id: str) -> bool:
        """Whether a document is in the record and was public on the day; undated ones only in a view without a date."""
        if id not in self.plan.documents:
            return False
        day = self.plan.document_public_on(id)
        return self.asked.undated if day is None else day <= self.asked.as_of

    def is_named(self, kind: str, id: str | None) -> bool:
        """Whether an objective or an initiative had been named by the day: by the document that states it."""
        if not id:
            return False
        document = getattr(self.plan, kind)[id].get("stated_in")
        return document is None or self.has_document(document)

    def has_report(self, id: str) -> bool:
        return self.reports.public(id, self.asked.as_of, undated=self.asked.undated)

    @property
    def documents(self) -> list[str]:
        """Documents in view, the newest first and the undated last."""
        found = [id for id in self.plan.documents if self.has_document(id)]
        days = {id: self.plan.document_public_on(id) for id in found}
        dated = sorted((id for id in found if days[id]), key=lambda id: (str(days[id]), id), reverse=True)
        return dated + [id for id in found if days[id] is None]


def view(asked: Asked) -> View:
    return View(
        asked,
        standing(asked.as_of, undated=asked.undated, recorded_by=asked.recorded_by),
        plan(asked.recorded_by, asked.as_of),
        reports(asked.recorded_by),
    )
