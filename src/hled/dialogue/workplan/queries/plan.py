"""The work plan as the record says it: titles, documents, legends, for pages and answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.chronicle.queries import said, store_revision
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


@dataclass(frozen=True)
class Plan:
    """
    The work plan in the record's form, each kind by identifier and in its order.

    It holds everything the store knew at a moment; what was public on a day is for the caller to choose.
    """

    pillars: Mapping[str, Record]
    objectives: Mapping[str, Record]
    initiatives: Mapping[str, Record]
    documents: Mapping[str, Record]
    commitments: Mapping[str, Record]
    passages: Mapping[str, Record]
    discrepancies: Mapping[str, Record]
    agencies: Mapping[str, Record]
    context: Mapping[str, Mapping[str, Record]]
    labels: Mapping[tuple[str, str], Bilingual]
    meanings: Mapping[tuple[str, str], Bilingual]

    def title(self, kind: str, id: str) -> Bilingual:
        """Title of a pillar, objective, initiative, document or commitment."""
        return bilingual(getattr(self, kind)[id], "title") or Bilingual(id, id)

    def label(self, legend: str, code: str) -> Bilingual:
        """Label of a code; the code itself where the record's legends lack it."""
        return self.labels.get((legend, code), Bilingual(code, code))

    def document_public_on(self, id: str) -> date | None:
        return last_day(self.documents[id]["date"])


def plan(recorded_by: datetime | None = None) -> Plan:
    """The work plan, read once for a state of the store."""
    return kept("plan", recorded_by, lambda: _read(recorded_by))


def kept(name: str, recorded_by: datetime | None, make: Callable[[], T]) -> T:
    """Keep something made from the whole store until the store changes."""
    found: T = _kept.recall((name, store_revision(), recorded_by), make)
    return found


def _read(recorded_by: datetime | None) -> Plan:
    legends = [*BUILT_IN_LEGENDS, *said(shelves.LEGENDS, recorded_by=recorded_by).values()]
    return Plan(
        pillars=said(shelves.PILLARS, recorded_by=recorded_by),
        objectives=said(shelves.OBJECTIVES, recorded_by=recorded_by),
        initiatives=said(shelves.INITIATIVES, recorded_by=recorded_by),
        documents=said(shelves.DOCUMENTS, recorded_by=recorded_by),
        commitments=said(shelves.COMMITMENTS, recorded_by=recorded_by),
        passages=said(shelves.PASSAGES, recorded_by=recorded_by),
        discrepancies=said(shelves.DISCREPANCIES, recorded_by=recorded_by),
        agencies=said(AGENCIES, recorded_by=recorded_by),
        context={kind: said(shelf, recorded_by=recorded_by) for kind, shelf in shelves.CONTEXT.items()},
        labels={
            (each["legend"], each["code"]): Bilingual(each["label_en"], each["label_es"]) for each in legends
        },
        meanings={
            (each["legend"], each["code"]): meaning
            for each in legends
            if (meaning := bilingual(each, "meaning")) is not None
        },
    )
