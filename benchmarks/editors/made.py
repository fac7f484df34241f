"""
Officers who can sign in, and proposals that lie before both Parties.

People are samples of a demonstration: they stand for officers who have shown a second factor.
"""

from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password

from benchmarks.editors.visitor import PASSWORD
from hled.dialogue.accord.domain.texts.segments import SegmentKind
from hled.dialogue.accord.services.texts import editing, proposing
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Appointment, Person
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party

LANGUAGES = {Party.US: "en", Party.MX: "es"}
ENGLISH = "The Parties report the time that trucks wait at the crossing, on working days, before the tenth of each month."
SPANISH = "Las Partes informan el tiempo de espera de camiones en el cruce, en días hábiles, antes del día diez de cada mes."


def people(party: Party, role: Role, count: int, at: datetime) -> list[Person]:
    """Officers of a Party in a role, since the day before; all have the same password."""
    hashed = make_password(PASSWORD)
    made = []
    for number in range(count):
        person = Person.objects.create(
            party=party,
            name=f"{role.label.en} {number} · sample",
            email=f"{role.replace('_', '-')}-{number}.{party.lower()}@muestra.example",
            language=LANGUAGES[party],
            enrolled_at=at - timedelta(days=1),
            password=hashed,
            is_sample=True,
        )
        Appointment.objects.create(
            person=person,
            role=role,
            title_en="Of the sample",
            title_es="De muestra",
            starts_on=at.date() - timedelta(days=1),
            appointed_at=at - timedelta(days=1),
        )
        made.append(person)
    return made


def tabled(subject: str, by: Person, at: datetime, segments: int) -> tuple[int, list[str]]:
    """A proposal with so many segments in both languages, before both Parties; its number and its segments."""
    made = proposing.begin(
        subject=subject,
        kind="text",
        verb="adopt",
        title=Bilingual("Ports of entry", "Puertos de entrada"),
        effective=date(at.year + 1, 1, 1),
        by=by,
        at=at,
    )
    keys: list[str] = []
    for number in range(segments):
        after = keys[-1] if keys else None
        added = editing.add_segment(proposal=made.pk, kind=SegmentKind.PARAGRAPH, after=after, by=by, at=at)
        if not isinstance(added, editing.Saved):
            raise ValueError(f"segment {number} of {subject} was not added")
        words = {Language.EN: f"{ENGLISH} ({number})", Language.ES: f"{SPANISH} ({number})"}
        editing.write_segment(
            proposal=made.pk,
            segment=added.segment,
            words=words,
            read=editing.Read(0, 0),
            by=by,
            at=at,
        )
        keys.append(added.segment)
    proposing.table(proposal=made.pk, by=by, at=at)
    return made.pk, keys
