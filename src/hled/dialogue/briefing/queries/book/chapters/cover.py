"""First page: the meeting, the day, the delegations, which edition this is."""

from collections.abc import Iterator

from hled.dialogue.briefing.queries.book.teller import Teller
from hled.dialogue.meetings.domain.series import SeriesKind
from hled.dialogue.meetings.models import Seat
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
    return f"{title}, {teller.day(found.on)}" if found.on else title


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
    yield teller.say(_MEETING), _level(teller)
    yield teller.say(_DAY), _when(teller)
    if found.place:
        yield teller.say(_PLACE), teller.say(found.place)
    for party in parties_in_order(teller.language):
        label = teller.say(_DELEGATION, party=_PARTY_NAMED[party])
        yield label, _people(teller, party)
    yield teller.say(_KNOWN), teller.day(found.asked.as_of)
    version = teller.say(_VERSION, version=board.standing.rulebook.version)
    yield teller.say(_RULEBOOK), version


def _when(teller: Teller) -> str:
    found = teller.found.occasion
    if found.on:
        hours = found.planned
        clock = f", {hours.begins:%H:%M}–{hours.ends:%H:%M} ({hours.row.zone})" if hours else ""
        return f"{teller.day(found.on)}{clock}"
    if found.cadence is None or found.cadence.next_due is None:
        raise ValueError(f"occasion={found.id!r} is neither set for a day nor due")
    due = Bilingual(*(formats.day(found.cadence.next_due, each) for each in ("en", "es")))
    return teller.say(_OVERDUE if found.cadence.is_overdue else _TO_AGREE, due=due)


def _level(teller: Teller) -> str:
    found = teller.found.occasion
    if found.level == SeriesKind.WORKING_GROUP:
        return teller.say(SeriesKind.WORKING_GROUP.label)
    return teller.say(teller.found.plan.label("meeting_level", found.level))


def _people(teller: Teller, party: Party) -> str:
    """Who is seated for a planned meeting; else who sat at the last one of the level, for who will come is not known."""
    planned = teller.found.occasion.planned
    seats = planned.seats[party] if planned else ()
    if seats:
        return "; ".join(_seated(teller, each) for each in seats)
    last = teller.found.last_meeting
    people = [each for each in last[1]["delegations"] if each["party"] == party.value] if last else []
    if last is None or not people:
        return teller.say(_NONE_SEEN)
    day = Bilingual(*(formats.partial(last[1]["date"], each) for each in ("en", "es")))
    return teller.say(_AS_SEEN, day=day, people="; ".join(_person(teller, each) for each in people))


def _seated(teller: Teller, seat: Seat) -> str:
    office = teller.say(Bilingual(seat.office.title_en, seat.office.title_es))
    return f"{seat.name}, {office}" if seat.name else f"{office} ({teller.say(_UNNAMED)})"


def _person(teller: Teller, person: Record) -> str:
    office = str(person[f"office_{teller.language}"])
    return f"{person['name']}, {office}" if person["name"] else f"{office} ({teller.say(_UNNAMED)})"
