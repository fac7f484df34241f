"""Write a note of a Party for a meeting, and take one back."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from hled.dialogue.briefing.domain.rules import BB_04, BB_05
from hled.dialogue.briefing.models import PartyNote
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding

LONGEST = 5000
LONGEST_NAME = 200


@transaction.atomic
def write_note(
    *, meeting: str, party: Party, language: Language, text: str, by: str, at: datetime
) -> PartyNote:
    """
    Keep what a Party wants its own principal to read.

    Raises
    ------
    BrokenRuleError
        BB-04 and BB-05, all that apply.
    """
    findings = list(_findings(text, by))
    if findings:
        raise BrokenRuleError(findings)
    return PartyNote.objects.create(
        meeting=meeting,
        party=party.value,
        language=language.value,
        text=text.strip(),
        written_by=by.strip(),
        written_at=at,
    )


def _findings(text: str, by: str) -> Iterator[Finding]:
    length = len(text.strip())
    if not 0 < length <= LONGEST or "\0" in text:
        yield Finding(BB_04, "text", Bilingual(f"{length} characters", f"{length} caracteres"))
    if not 0 < len(by.strip()) <= LONGEST_NAME or "\0" in by:
        yield Finding(BB_05, "by", by.strip()[:40])


@transaction.atomic
def take_back(*, note: int, party: Party, at: datetime) -> PartyNote:
    """
    Let a note leave the book; its words are kept.

    Raises
    ------
    NotFoundError
        PG-01, when this Party has no such note that stands.
    """
    found = PartyNote.objects.filter(id=note, party=party.value, taken_back_at__isnull=True).first()
    if found is None:
        raise not_found("note", str(note))
    found.taken_back_at = at
    found.save(update_fields=["taken_back_at"])
    return found
