"""A calendar of the Dialogue in the form of RFC 5545, in one language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from icalendar import Event, vText

PRODUCT = "-//hled//High-Level Economic Dialogue//EN"
DOMAIN = "hled.dialogue"


class EntryKind(StrEnum):
    MEETING = "meeting"
    DUE = "due"
    NEXT = "next"
    HOLIDAY = "holiday"

    @property
    def label(self) -> Bilingual:
        return _LABELS[self]


_LABELS = {
    EntryKind.MEETING: Bilingual("Meeting", "Reunión"),
    EntryKind.DUE: Bilingual("Due date", "Fecha límite"),
    EntryKind.NEXT: Bilingual("Next meeting due", "Próxima reunión por celebrar"),
    EntryKind.HOLIDAY: Bilingual("Holiday", "Día festivo"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One entry of the calendar.

    Parameters
    ----------
    uid
        Stands for the same thing for ever, in both languages.
    begins, ends
        Moments with a `zone`, or days: then `ends` is the last day.
    stamped
        When what the entry says was last changed.
    sequence
        Counts the changes of its hours and words.
    busy
        Whether it takes up time.
    """

    uid: str
    kind: EntryKind
    title: Bilingual
    begins: datetime | date
    ends: datetime | date
    stamped: datetime
    zone: str = ""
    place: Bilingual | None = None
    about: Bilingual | None = None
    page: str = ""
    sequence: int = 0
    cancelled: bool = False
    busy: bool = False


_OF_THE_DIALOGUE = Bilingual("High-Level Economic Dialogue", "Diálogo Económico de Alto Nivel")
_ABOUT = Bilingual(
    "Meetings and due dates of the U.S.–Mexico High-Level Economic Dialogue, with the federal holidays of both countries.",
    "Reuniones y fechas límite del Diálogo Económico de Alto Nivel entre México y Estados Unidos, con los días festivos oficiales de ambos países.",
)


def calendar_text(
    entries: Iterable[Entry], *, language: str, site: str = "", of: Bilingual | None = None
) -> bytes:
    """
    The calendar, lines folded at 75 octets and ended by CR LF.

    Parameters
    ----------
    site
        Address before the pages of entries; without it they carry none.
    of
        Name of the series, where it is the calendar of one.
    """
    from icalendar import Calendar

    name = _OF_THE_DIALOGUE.in_language(language) + (f": {of.in_language(language)}" if of else "")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for property_name in ("name", "x-wr-calname"):
        calendar.add(property_name, _text(name, language))
    for property_name in ("description", "x-wr-caldesc"):
        calendar.add(property_name, _text(_ABOUT.in_language(language), language))
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for each in sorted(entries, key=lambda entry: (_moment(entry.begins), entry.uid)):
        calendar.add_component(_event(each, language, site))
    calendar.add_missing_timezones()
    text: bytes = calendar.to_ical()
    return text


def _moment(value: datetime | date) -> datetime:
    return value if isinstance(value, datetime) else datetime(value.year, value.month, value.day, tzinfo=UTC)


def _text(words: str, language: str) -> "vText":
    from icalendar import vText

    text = vText(words)
    text.params["LANGUAGE"] = language
    return text


def _event(entry: Entry, language: str, site: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.uid}@{DOMAIN}")
    event.add("dtstamp", entry.stamped.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", entry.sequence)
    event.add("summary", _text(entry.title.in_language(language), language))
    if isinstance(entry.begins, datetime) and isinstance(entry.ends, datetime):
        zone = ZoneInfo(entry.zone)
        event.add("dtstart", entry.begins.astimezone(zone))
        event.add("dtend", entry.ends.astimezone(zone))
    else:
        event.add("dtstart", entry.begins)
        event.add("dtend", entry.ends + timedelta(days=1))
    if entry.place:
        event.add("location", _text(entry.place.in_language(language), language))
    if entry.about:
        event.add("description", _text(entry.about.in_language(language), language))
    if entry.page and site:
        event.add("url", f"{site}/{language}/{entry.page}")
    event.add("categories", [entry.kind.label.in_language(language)])
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.busy and not entry.cancelled else "TRANSPARENT")
    return event
