"""The work plan as the record says it: titles, documents, legends, for pages and answers."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.chronicle.queries import Shelf, agreed_until, said, said_columns, store_revision
from hled.dialogue.delegations.queries.shelves import AGENCIES
from hled.dialogue.workplan.queries import shelves
from hled.kernel.bilingual import Bilingual
from hled.kernel.period import last_day
from hled.sources.record.schema import BUILT_IN_LEGENDS, Record

T = TypeVar("T")
_kept: Memory[Any] = Memory(9)


def bilingual(record: Mapping[str, Any], name: str) -> Bilingual | None:
    """The two fields of a text; None where the record has none."""
    en, es = record.get(f"{name}_en"), record.get(f"{name}_es")
    return Bilingual(en, es) if en and es else None


class Plan:
    """
    The work plan in the record's form, each kind by identifier and in its order.

    It holds everything the store knew at a moment; what was public on a day is for the caller to choose. What both
    Parties changed by an act that counts from a day after `agreed_by` is as it was before. Each kind is read when it
    is first asked for.
    """

    def __init__(self, recorded_by: datetime | None, agreed_by: date | None = None) -> None:
        self.recorded_by = recorded_by
        self.agreed_by = agreed_by

    def _said(self, shelf: Shelf) -> Mapping[str, Record]:
        return said(shelf, recorded_by=self.recorded_by, agreed_by=self.agreed_by)

    @cached_property
    def pillars(self) -> Mapping[str, Record]:
        return said(shelves.PILLARS, recorded_by=self.recorded_by)

    @cached_property
    def objectives(self) -> Mapping[str, Record]:
        return said(shelves.OBJECTIVES, recorded_by=self.recorded_by)

    @cached_property
    def initiatives(self) -> Mapping[str, Record]:
        return said(shelves.INITIATIVES, recorded_by=self.recorded_by)

    @cached_property
    def documents(self) -> Mapping[str, Record]:
        return self._said(shelves.DOCUMENTS)

    @cached_property
    def commitments(self) -> Mapping[str, Record]:
        return self._said(shelves.COMMITMENTS)

    @cached_property
    def commitment_titles(self) -> Mapping[str, Bilingual]:
        """Titles alone, for long tables."""
        found = said_columns(
            shelves.COMMITMENTS,
            fields=("title_en", "title_es"),
            recorded_by=self.recorded_by,
            agreed_by=self.agreed_by,
        )
        titles = zip(found.ids, found["title_en"], found["title_es"], strict=True)
        return {id: Bilingual(en, es) for id, en, es in titles}

    @cached_property
    def passages(self) -> Mapping[str, Record]:
        return self._said(shelves.PASSAGES)

    @cached_property
    def milestones(self) -> Mapping[str, Record]:
        return self._said(shelves.MILESTONES)

    @cached_property
    def discrepancies(self) -> Mapping[str, Record]:
        return said(shelves.DISCREPANCIES, recorded_by=self.recorded_by)

    @cached_property
    def agencies(self) -> Mapping[str, Record]:
        return said(AGENCIES, recorded_by=self.recorded_by)

    @cached_property
    def context(self) -> Mapping[str, Mapping[str, Record]]:
        return {kind: said(shelf, recorded_by=self.recorded_by) for kind, shelf in shelves.CONTEXT.items()}

    @cached_property
    def legends(self) -> list[Record]:
        return [*BUILT_IN_LEGENDS, *said(shelves.LEGENDS, recorded_by=self.recorded_by).values()]

    @cached_property
    def labels(self) -> Mapping[tuple[str, str], Bilingual]:
        return {
            (each["legend"], each["code"]): Bilingual(each["label_en"], each["label_es"])
            for each in self.legends
        }

    @cached_property
    def meanings(self) -> Mapping[tuple[str, str], Bilingual]:
        return {
            (each["legend"], each["code"]): meaning
            for each in self.legends
            if (meaning := bilingual(each, "meaning")) is not None
        }

    def title(self, kind: str, id: str) -> Bilingual:
        """Title of a pillar, objective, initiative, document or commitment."""
        if kind == "commitments":
            return self.commitment_titles[id]
        return bilingual(getattr(self, kind)[id], "title") or Bilingual(id, id)

    def label(self, legend: str, code: str) -> Bilingual:
        """Label of a code; the code itself where the record's legends lack it."""
        return self.labels.get((legend, code), Bilingual(code, code))

    def document_public_on(self, id: str) -> date | None:
        return last_day(self.documents[id]["date"])


def plan(recorded_by: datetime | None = None, as_of: date | None = None) -> Plan:
    """The work plan, read once for a state of the store and for each span of days between two acts on it."""
    revision = store_revision()
    agreed_by = None if as_of is None else agreed_until(as_of, revision)
    found: Plan = _kept.recall(
        ("plan", revision, recorded_by, agreed_by), lambda: Plan(recorded_by, agreed_by)
    )
    return found


def kept(name: str, recorded_by: datetime | None, make: Callable[[], T]) -> T:
    """Keep something made from the whole store until the store changes."""
    found: T = _kept.recall((name, store_revision(), recorded_by), make)
    return found
