"""Search across all rooms that knows accents, in both languages at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hled.dialogue.briefing.queries.scoreboard import holds_words, plain, plain_words
from hled.dialogue.meetings.queries.agenda import meetings_known
from hled.dialogue.results.domain.indicators import INDICATORS
from hled.dialogue.results.queries.reports import reports
from hled.dialogue.workplan.queries.plan import Plan, bilingual, kept, plan
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual
from hled.kernel.period import last_day
from hled.sources.record.schema import Record

MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """
    Something found: `kind` and `id` lead to its page.

    `public_on` is the last day of its date, None where it has none; `weight` orders hits of one search.
    """

    kind: str
    id: str
    title: Bilingual
    excerpt: Bilingual | None
    public_on: date | None
    timeless: bool
    text: str


def search(words: str, asked: Asked) -> list[Hit]:
    """
    Everything that holds all the words, in either language, accents and case aside.

    Hits whose title or identifier holds the words come first. Nothing published after the day asked for is found.
    """
    wanted = plain_words(words)[:MOST_WORDS]
    if not wanted:
        return []
    index = kept("search", asked.recorded_by, lambda: tuple(_index(asked)))
    found = [hit for hit in index if _public(hit, asked) and holds_words(wanted, hit.text)]
    return sorted(
        found, key=lambda hit: not holds_words(wanted, plain(f"{hit.id} {hit.title.en} {hit.title.es}"))
    )


def _public(hit: Hit, asked: Asked) -> bool:
    if hit.timeless:
        return True
    return asked.undated if hit.public_on is None else hit.public_on <= asked.as_of


def _index(asked: Asked) -> Iterator[Hit]:
    said = plan(asked.recorded_by, asked.as_of)
    for id, each in said.commitments.items():
        yield _hit("commitment", id, each, "title", "summary", last_day(each["stated_on"]))
    for id, each in said.documents.items():
        yield _hit("document", id, each, "title", "issuer", last_day(each["date"]))
    for id, each in meetings_known(date.max, recorded_by=asked.recorded_by).items():
        yield _hit("meeting", id, each, "title", "outcome", date.fromisoformat(each["date"]))
    for id, each in reports(asked.recorded_by).by_id.items():
        title = said.title("commitments", each["commitment"])
        fact = bilingual(each, "fact")
        text = plain(f"{id} {fact.en} {fact.es}" if fact else id)
        yield Hit("report", each["commitment"], title, fact, last_day(each["reported_on"]), False, text)
    yield from _timeless(said)


def _timeless(said: Plan) -> Iterator[Hit]:
    for id, each in said.agencies.items():
        yield _hit("agency", id, each, "name", "note", timeless=True)
    for id, each in said.context["glossary"].items():
        yield _hit("glossary", id, each, "term", "note", timeless=True)
    for definition in INDICATORS.values():
        title, text = definition.title, definition.definition
        words = plain(f"{definition.code} {title.en} {title.es} {text.en} {text.es}")
        yield Hit("indicator", definition.code, title, text, None, True, words)


def _hit(
    kind: str,
    id: str,
    record: Record,
    title: str,
    excerpt: str,
    public_on: date | None = None,
    *,
    timeless: bool = False,
) -> Hit:
    named = bilingual(record, title) or Bilingual(id, id)
    more = bilingual(record, excerpt)
    words = f"{id} {named.en} {named.es}" + (f" {more.en} {more.es}" if more else "")
    return Hit(kind, id, named, more, public_on, timeless, plain(words))
