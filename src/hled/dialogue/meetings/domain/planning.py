"""What a planned meeting must be: its hours in a zone, its place, and the states it goes through."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding, declare

LONGEST = timedelta(days=14)

MT_04 = declare(
    "MT-04",
    en="A meeting ends after it begins, and within fourteen days.",
    es="Una reunión termina después de empezar, y en un máximo de catorce días.",
    remedy_en="Check both times and the time zone.",
    remedy_es="Revise ambas horas y la zona horaria.",
)
MT_05 = declare(
    "MT-05",
    en="The hours of a meeting are hours that clocks show once, in a time zone of the IANA list.",
    es="Las horas de una reunión son horas que los relojes marcan una sola vez, en una zona de la lista IANA.",
    remedy_en="Write them like 2027-03-04T09:00 with a zone like America/Mexico_City, away from a change of clocks.",
    remedy_es="Escríbalas como 2027-03-04T09:00 con una zona como America/Mexico_City, fuera de un cambio de horario.",
)
MT_06 = declare(
    "MT-06",
    en="A meeting takes place somewhere, named in both languages, or online.",
    es="Una reunión se celebra en un lugar, nombrado en ambos idiomas, o en línea.",
    remedy_en="Give a place in English and in Spanish, or say that it is online.",
    remedy_es="Indique un lugar en español y en inglés, o señale que es en línea.",
)
MT_07 = declare(
    "MT-07",
    en="A meeting belongs to a series that both Parties hold, and that does not rest on that day.",
    es="Una reunión corresponde a una serie que ambas Partes celebran y que no está en pausa ese día.",
    remedy_en="Choose a series from the list of series; one that rests is restarted first.",
    remedy_es="Elija una serie de la lista; una que está en pausa se reanuda antes.",
)
MT_08 = declare(
    "MT-08",
    en="A meeting goes from planned to held to agreed minutes, or is cancelled while it is planned.",
    es="Una reunión pasa de planeada a celebrada y a minuta acordada, o se cancela mientras está planeada.",
    remedy_en="See its state on its page; what was held or cancelled is not planned again: plan another meeting.",
    remedy_es="Vea su estado en su página; lo celebrado o cancelado no se vuelve a planear: planee otra reunión.",
)
MT_09 = declare(
    "MT-09",
    en="A meeting is recorded as held after it has begun.",
    es="Una reunión se registra como celebrada después de que empezó.",
    remedy_en="Wait until it has begun, or change its hours if it was held earlier.",
    remedy_es="Espere a que empiece, o cambie sus horas si se celebró antes.",
)
MT_10 = declare(
    "MT-10",
    en="What both Parties read about a meeting is said in both languages.",
    es="Lo que ambas Partes leen sobre una reunión se dice en ambos idiomas.",
    remedy_en="Fill in the English and the Spanish, within 300 characters for a title.",
    remedy_es="Complete el español y el inglés, con un máximo de 300 caracteres para un título.",
)


class State(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    MINUTES_AGREED = "minutes_agreed"
    CANCELLED = "cancelled"

    @property
    def label(self) -> Bilingual:
        return _LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether agenda, delegations and papers may still change."""
        return self in {State.PLANNED, State.HELD}


_LABELS = {
    State.PLANNED: Bilingual("Planned", "Planeada"),
    State.HELD: Bilingual("Held, minutes not agreed yet", "Celebrada, minuta por acordar"),
    State.MINUTES_AGREED: Bilingual("Minutes agreed", "Minuta acordada"),
    State.CANCELLED: Bilingual("Cancelled", "Cancelada"),
}
_NEXT = {
    State.PLANNED: {State.HELD, State.CANCELLED},
    State.HELD: {State.MINUTES_AGREED},
    State.MINUTES_AGREED: set[State](),
    State.CANCELLED: set[State](),
}


def may_become(now: State, then: State) -> bool:
    return then in _NEXT[now]


@dataclass(frozen=True, slots=True)
class Hours:
    """When a meeting begins and ends, as moments, with the zone in which people read them."""

    begins_at: datetime
    ends_at: datetime
    zone: str


@cache
def zones() -> frozenset[str]:
    return frozenset(available_timezones())


def read_hours(begins: str, ends: str, zone: str) -> Hours | tuple[Finding, ...]:
    """
    The hours that two wall clocks and a zone name, or what is wrong with them.

    Parameters
    ----------
    begins, ends
        Local time without an offset: ``2027-03-04T09:00``.

    Returns
    -------
    Hours, or findings of MT-04 and MT-05
        A time that a change of clocks skips or repeats is found, for nothing here may choose one.
    """
    if zone not in zones():
        return (Finding(MT_05, "zone", zone[:60]),)
    read = {name: _moment(text, zone) for name, text in (("begins", begins), ("ends", ends))}
    wrong = tuple(
        Finding(MT_05, name, {"begins": begins, "ends": ends}[name][:40])
        for name, moment in read.items()
        if moment is None
    )
    begins_at, ends_at = read["begins"], read["ends"]
    if begins_at is None or ends_at is None:
        return wrong
    if not timedelta() < ends_at - begins_at <= LONGEST:
        return (Finding(MT_04, "ends", f"{begins} – {ends}"),)
    return Hours(begins_at, ends_at, zone)


def _moment(text: str, zone: str) -> datetime | None:
    try:
        local = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if local.tzinfo is not None or not 1900 < local.year < 2200:
        return None
    first = local.replace(tzinfo=ZoneInfo(zone), fold=0)
    second = local.replace(tzinfo=ZoneInfo(zone), fold=1)
    return first.astimezone(UTC) if first.utcoffset() == second.utcoffset() else None


def said_in_both(**texts: Bilingual | tuple[str, str]) -> Iterator[Finding]:
    """MT-10 for each title that lacks a language or is longer than a line of the agenda."""
    for name, text in texts.items():
        english, spanish = (text.en, text.es) if isinstance(text, Bilingual) else text
        for language, words in (("en", english), ("es", spanish)):
            if not 0 < len(words.strip()) <= 300:
                yield Finding(MT_10, f"{name}_{language}", words.strip()[:40])
