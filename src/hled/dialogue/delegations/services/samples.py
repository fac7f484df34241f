"""Sample officers of both Parties, so that a visitor of a demonstration can play both sides."""

import json
import os
import secrets
from datetime import datetime
from pathlib import Path

from django.db import transaction

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.domain.samples import TITLES, Sample, sample_email, sample_name
from hled.dialogue.delegations.models import Agency, Person
from hled.dialogue.delegations.queries.people import officers_in_office
from hled.dialogue.delegations.services.people import (
    appoint,
    appoint_first_administrator,
    enroll,
    enroll_first_administrator,
)
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import declare, require

SI_04 = declare(
    "SI-04",
    en="Sample officers belong to a demonstration: not where the site serves others, nor beside officers who are none.",
    es="Los funcionarios de muestra son de una demostración: no donde el sitio sirve a otros ni junto a quienes no lo son.",
    remedy_en="Use a home of its own for the demonstration, with HLED_MODE=embedded.",
    remedy_es="Use una carpeta propia para la demostración, con HLED_MODE=embedded.",
)

LANGUAGES = {Party.US: Language.EN, Party.MX: Language.ES}


def make_samples(*, file: Path, allowed: bool, at: datetime) -> list[Sample]:
    """
    Make one officer for each role and Party, with a password of this installation, or give those made before.

    Raises
    ------
    BrokenRuleError
        SI-04, where the site serves others or a Party has an officer who is no sample.
    """
    require(SI_04, allowed, place="HLED_MODE", found="production")
    real = officers_in_office(at.date()).filter(person__is_sample=False).first()
    require(SI_04, real is None, place="people", found=real.person.email if real else "")
    kept = read_samples(file)
    if kept and Person.objects.filter(email__in=[each.email for each in kept], is_sample=True).count() == len(
        kept
    ):
        return kept
    made = [
        Sample(party, role, sample_email(party, role), secrets.token_urlsafe(12))
        for party in Party
        for role in Role
    ]
    with transaction.atomic():
        for party in Party:
            _make(party, {each.role: each for each in made if each.party is party}, at)
        _write(file, made)
    return made


def read_samples(file: Path) -> list[Sample]:
    """The samples of an installation, as they were made; none without the file."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return [
        Sample(Party(each["party"]), Role(each["role"]), each["email"], each["password"]) for each in said
    ]


def _make(party: Party, samples: dict[Role, Sample], at: datetime) -> None:
    first = samples[Role.PARTY_ADMINISTRATOR]
    by = Person.objects.filter(email=first.email).first()
    if by is None:
        by = enroll_first_administrator(
            email=first.email,
            name=sample_name(party, first.role),
            title=TITLES[first.role],
            party=party,
            language=LANGUAGES[party],
            starts_on=at.date(),
            at=at,
        ).person
    elif not by.appointments.filter(ends_on=None).exists():
        appoint_first_administrator(person=by, title=TITLES[first.role], starts_on=at.date(), at=at)
    for role, sample in samples.items():
        person = Person.objects.filter(email=sample.email).first() or enroll(
            email=sample.email, name=sample_name(party, role), language=LANGUAGES[party], by=by, at=at
        )
        if not person.appointments.exists():
            agency = Agency.objects.filter(party=party, retired_at=None).order_by("position").first()
            appoint(
                person=person,
                role=role,
                agency=agency if role is Role.AGENCY_OFFICER else None,
                title=TITLES[role],
                starts_on=at.date(),
                by=by,
                at=at,
            )
        person.is_sample = True
        person.set_password(sample.password)
        person.save(update_fields=["is_sample", "password"])


def _write(file: Path, made: list[Sample]) -> None:
    """Only the owner of the home reads it; written whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")
    said = [
        {"party": each.party, "role": each.role, "email": each.email, "password": each.password}
        for each in made
    ]
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as written:
        json.dump(said, written, indent=1)
    beside.replace(file)
