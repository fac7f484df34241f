"""First page: the meeting, the day, the delegations, which edition this is."""

from collections.abc import Iterator

from hled.dialogue.briefing.queries.book.teller import Teller
from hled.interfaces import formats
from hled.interfaces.printed import Contents, Cover
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party, parties_in_order
from hled.sources.record.schema import Record

DIALOGUE = Bilingual(
    "High-Level Economic Dialogue, United States and Mexico",
    "Diálogo Económico de Alto Nivel, México y Estados Unidos",
)
TITLE = Bilingual("Briefing book", "Carpeta informativa")
_CONTENTS = Bilingual("Contents", "Contenido")
_MEETING, _DAY, _PLACE = Bilingual("Level", "Nivel"), Bilingual("Day", "Fecha"), Bilingual("Place", "Lugar")
_KNOWN = Bilingual("As known on", "Según lo conocido al")
_RULEBOOK = Bilingual("Rulebook of statuses", "Reglamento de estados")
_VERSION = Bilingual("version {version}", "versión {version}")
_TO_AGREE = Bilingual("to be agreed; due by {due}", "por acordar; corresponde a más tardar el {due}")
_OVERDUE = Bilingual("to be agreed; it was due by {due}", "por acordar; correspondía a más tardar el {due}")
_DELEGATION = Bilingual("Delegation of {party}", "Delegación de {party}")
_PARTY_NAMED = {
    Party.US: Bilingual("the United States", "Estados Unidos"),
    Party.MX: Bilingual("Mexico", "México"),
}
_AS_SEEN = Bilingual("as seen at the meeting of {day}: {people}", "según la reunión del {day}: {people}")
_NONE_SEEN = Bilingual(
    "no delegation at this level is recorded by this day",
    "ninguna delegación de este nivel consta a esta fecha",
)
_UNNAMED = Bilingual("name not recorded", "nombre sin registrar")


def subtitle(teller: Teller) -> str:
    found = teller.found.occasion
    title = teller.say(found.title)
    return f"{title}, {teller.day(found.held_on)}" if found.held_on else title


def cover(teller: Teller) -> Cover:
    edition = teller.found.edition
    return Cover(
        above=teller.say(DIALOGUE),
        title=teller.say(TITLE),
        subtitle=subtitle(teller),
        stamp=teller.say(edition.stamp),
        guarded=edition.party is not None,
        facts=tuple(_facts(teller)),
    )


def contents(teller: Teller, entries: tuple[str, ...]) -> Contents:
    return Contents(teller.say(_CONTENTS), entries)


def _facts(teller: Teller) -> Iterator[tuple[str, str]]:
    found, board = teller.found.occasion, teller.found.board
    yield teller.say(_MEETING), teller.say(board.plan.label("meeting_level", found.level))
    yield teller.say(_DAY), _when(teller)
    if found.record and found.record["place_en"]:
        yield teller.say(_PLACE), str(found.record[f"place_{teller.language}"])
    for party in parties_in_order(teller.language):
        label = teller.say(_DELEGATION, party=_PARTY_NAMED[party])
        yield label, _people(teller, party)
    yield teller.say(_KNOWN), teller.day(found.asked.as_of)
    version = teller.say(_VERSION, version=board.standing.rulebook.version)
    yield teller.say(_RULEBOOK), version


def _when(teller: Teller) -> str:
    found = teller.found.occasion
    if found.held_on:
        return teller.day(found.held_on)
    if found.cadence is None:
        raise ValueError(f"occasion={found.id!r} is neither held nor due")
    due = Bilingual(*(formats.day(found.cadence.next_due, each) for each in ("en", "es")))
    return teller.say(_OVERDUE if found.cadence.is_overdue else _TO_AGREE, due=due)


def _people(teller: Teller, party: Party) -> str:
    """Who sat at the last meeting of the level; who will sit at this one is not known before it."""
    last = teller.found.last_meeting
    people = [each for each in last[1]["delegations"] if each["party"] == party.value] if last else []
    if last is None or not people:
        return teller.say(_NONE_SEEN)
    day = Bilingual(*(formats.partial(last[1]["date"], each) for each in ("en", "es")))
    return teller.say(_AS_SEEN, day=day, people="; ".join(_person(teller, each) for each in people))


def _person(teller: Teller, person: Record) -> str:
    office = str(person[f"office_{teller.language}"])
    return f"{person['name']}, {office}" if person["name"] else f"{office} ({teller.say(_UNNAMED)})"
