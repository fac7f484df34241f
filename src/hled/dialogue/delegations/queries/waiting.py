"""What waits for whom, gathered from every room; rooms above say what they have."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.domain.waiting import Waiting
from hled.dialogue.delegations.models import Appointment, Person
from hled.dialogue.delegations.queries.people import in_office
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

Source = Callable[[Party, datetime], Iterable[Waiting]]
_SOURCES: list[Source] = []

ENDS_SOON = timedelta(days=30)
NEWS = timedelta(days=7)
"""How long something that came about is news."""


def register(source: Source) -> None:
    """Let a room say what waits for the officers of a Party at a moment."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def every_wait(party: Party, at: datetime) -> list[Waiting]:
    return [each for source in _SOURCES for each in source(party, at)]


def waits_for(person: Person, at: datetime) -> Mapping[Role, tuple[Waiting, ...]]:
    """What waits for a person in each of her roles of the day, the longest wait first; news are none of it."""
    if person.party is None:
        return {}
    terms = list(in_office(at.date()).filter(person=person))
    held = {Role(each.role) for each in terms}
    found: dict[Role, dict[str, Waiting]] = {role: {} for role in Role if role in held}
    for each in every_wait(Party(person.party), at) if terms else ():
        for term in terms:
            if not each.is_news and each.is_for(person.pk, Role(term.role), term.agency_id):
                found[Role(term.role)][each.key] = each
    return {role: tuple(sorted(of.values(), key=lambda each: each.since)) for role, of in found.items()}


def told_to(waiting: Waiting, officers: Iterable[Appointment]) -> list[Appointment]:
    """Whom of the officers of its Party a notice of it goes to, once each; news only those who were in office already."""
    found: dict[int, Appointment] = {}
    for term in officers:
        late = waiting.is_news and term.appointed_at > waiting.since
        if not late and waiting.is_for(term.person_id, Role(term.role), term.agency_id):
            found.setdefault(term.person_id, term)
    return list(found.values())


_ENROLLMENT = frozenset({Role.PARTY_ADMINISTRATOR})


def enrollments(party: Party, at: datetime) -> Iterator[Waiting]:
    """What the administrator of a Party has to see to: people without a term or a password, terms that end."""
    people = Person.objects.filter(party=party, is_active=True).prefetch_related("appointments")
    for each in people:
        name = Bilingual(each.name, each.name)
        page = f"people/{each.pk}/"
        terms = [term for term in each.appointments.all() if _counts(term, at)]
        if not each.has_usable_password():
            key = f"person/{each.pk}/password"
            yield Waiting(key, party, _ENROLLMENT, name, _NO_PASSWORD, page, each.enrolled_at)
        if not terms:
            yield Waiting(
                f"person/{each.pk}/term", party, _ENROLLMENT, name, _NO_TERM, page, each.enrolled_at
            )
        for term in terms:
            if term.ends_on and term.ends_on <= (at + ENDS_SOON).date():
                ends = datetime.combine(term.ends_on, time(), tzinfo=UTC)
                yield Waiting(
                    f"term/{term.pk}/{term.ends_on}",
                    party,
                    _ENROLLMENT,
                    Bilingual(f"{each.name}, {term.title_en}", f"{each.name}, {term.title_es}"),
                    _TERM_ENDS,
                    page,
                    max(term.appointed_at, ends - ENDS_SOON),
                    until=ends,
                )


def _counts(term: Appointment, at: datetime) -> bool:
    """A term that runs or is ahead, and was not taken back."""
    return term.ends_on is None or (term.ends_on >= at.date() and term.ends_on >= term.starts_on)


_NO_PASSWORD = Bilingual(
    "Has not chosen a password yet: give a new link where the first was lost",
    "Aún no elige contraseña: dé un enlace nuevo si el primero se perdió",
)
_NO_TERM = Bilingual("Appoint to a role, or shut out", "Nombrar en una función o suspender el acceso")
_TERM_ENDS = Bilingual(
    "A term ends: renew it, or let it end", "Un periodo termina: renovarlo o dejarlo terminar"
)
