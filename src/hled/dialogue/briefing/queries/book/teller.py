"""The words of a book in one language: names, days and sources as that language writes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from hled.dialogue.briefing.queries.book.gathered import Gathered
from hled.dialogue.results.domain.assessment import Status, Weight
from hled.dialogue.results.queries.rows import ScoreRow
from hled.interfaces import formats
from hled.interfaces.printed import Line, Run
from hled.kernel.bilingual import Bilingual

_NO_SOURCE = Bilingual("no document", "sin documento")
_UNDATED = Bilingual("undated", "sin fecha")
_AND = Bilingual(" and ", " y ")


@dataclass(frozen=True)
class Teller:
    """What a chapter asks for its words."""

    found: Gathered
    language: str

    def say(self, text: Bilingual, **values: object) -> str:
        return (text.format(**values) if values else text).in_language(self.language)

    def day(self, value: date) -> str:
        return formats.day(value, self.language)

    def short_day(self, value: date) -> str:
        return formats.short_day(value, self.language)

    def title(self, kind: str, id: str) -> str:
        return self.found.plan.title(kind, id).in_language(self.language)

    def pillar(self, id: str) -> str:
        """With its numeral, where it has one; the code alone where the record names no such pillar."""
        if id not in self.found.plan.pillars:
            return id
        numeral = self.found.plan.pillars[id].get("numeral")
        title = self.title("pillars", id)
        return f"{numeral}. {title}" if numeral else title

    def status(self, row: ScoreRow) -> Run:
        return self.status_run(row.status)

    def status_run(self, status: Status) -> Run:
        return Run(self.say(status.label), mark=status.value)

    def item(self, row: ScoreRow) -> Line:
        return (Run(row.title.in_language(self.language)), Run(" "), Run(row.id, soft=True, whole=True))

    def document(self, id: str) -> Line:
        """Title, day and address."""
        record = self.found.plan.documents[id]
        on = formats.partial(record["date"], self.language) if record["date"] else self.say(_UNDATED)
        return (
            Run(str(record[f"title_{self.language}"]), href=record.get("url") or ""),
            Run(f", {on}", soft=True),
        )

    def short(self, id: str) -> Line:
        """Its identifier, which Annex B explains."""
        return (Run(id, href=self.found.plan.documents[id].get("url") or "", whole=True),)

    def page(self, url: str) -> Run:
        return Run((urlsplit(url).hostname or url).removeprefix("www."), href=url, whole=True)

    def source_id(self, row: ScoreRow) -> str | None:
        """
        The document on which the status rests: of the latest evidence that is no search, else the first that states it.

        None where neither names one.
        """
        told = [
            each
            for each in row.assessment.evidence
            if each.document
            and each.weight is not Weight.SEARCH
            and self.found.seen.has_document(each.document)
        ]
        latest = max(told, key=lambda each: (each.published_on or date.min, each.id), default=None)
        stated = (
            each.document for each in row.facts.stated_in if self.found.seen.has_document(each.document)
        )
        return latest.document if latest else next(stated, None)

    def source(self, row: ScoreRow) -> Line:
        id = self.source_id(row)
        return self.document(id) if id else (Run(self.say(_NO_SOURCE), soft=True),)

    @property
    def cited(self) -> list[str]:
        """Every document that stands in a table by its identifier."""
        seen, plan = self.found.seen, self.found.plan
        ids = {id for row in self.found.board.rows if (id := self.source_id(row))}
        for each in self.found.board.standing.facts.discrepancies:
            ids.update(plan.discrepancies[each.id]["documents"] or ())
        for _, record in self.found.organizations:
            ids.update(record["documents"] or ())
        return sorted(id for id in ids if seen.has_document(id))

    def listed(self, names: Iterable[str]) -> str:
        """`a, b and c`; Spanish writes `e` before the sound of `i`."""
        *most, last = names
        if not most:
            return last
        joined = self.say(_AND)
        if (
            self.language == "es"
            and last.casefold().startswith(("i", "hi"))
            and not last.casefold().startswith("hie")
        ):
            joined = " e "
        return f"{', '.join(most)}{joined}{last}"
