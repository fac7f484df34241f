"""Take candidates of a statement over as drafts, which a person edits and nobody has agreed to."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from hled.dialogue.workplan.domain.statement import Candidate
from hled.dialogue.workplan.domain.statement.restatements import KnownCommitment, match_restatements
from hled.dialogue.workplan.models import Draft
from hled.dialogue.workplan.queries.plan import plan
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, declare

DR_01 = declare(
    "DR-01",
    en="Only candidates that the reading found can be accepted, and a person says which.",
    es="Solo pueden aceptarse candidatos que la lectura encontró, y una persona indica cuáles.",
    remedy_en="Give --accept all, --accept with their numbers, or --min-strength; see the numbers with: hled statement read FILE.",
    remedy_es="Indique --accept all, --accept con sus números, o --min-strength; vea los números con: hled statement read ARCHIVO.",
)


@transaction.atomic
def keep_drafts(
    *, document: str, text_sha256: str, candidates: Sequence[Candidate], at: datetime
) -> tuple[list[Draft], int]:
    """
    Keep each candidate once as a draft of a document; a near match to a commitment is kept as its restatement.

    Returns
    -------
    list of Draft, int
        The drafts of these candidates, in their order, and how many of them are new. A draft that a person has
        edited is left as it is.

    Raises
    ------
    NotFoundError
        When the record has no such document.
    """
    said = plan()
    if document not in said.documents:
        raise not_found("document", document)
    known = [
        KnownCommitment(id, each["title_en"], each["title_es"], each["summary_en"], each["summary_es"])
        for id, each in said.commitments.items()
    ]
    repeats = {each.candidate: each for each in match_restatements(candidates, known)}
    kept, added = [], 0
    for candidate in candidates:
        match = repeats.get(candidate)
        draft, new = Draft.objects.get_or_create(
            document_id=document,
            text_sha256=text_sha256,
            start=candidate.start,
            end=candidate.end,
            defaults={
                "text": candidate.text,
                "lang": candidate.language.value,
                "actor": candidate.actor.value,
                "strength": candidate.strength,
                "action_type": candidate.action_type,
                "reading": candidate.as_json(),
                "restates_id": match.known_id if match else None,
                "restates_score": Decimal(f"{match.score:.1f}") if match else None,
                "drafted_at": at,
            },
        )
        kept.append(draft)
        added += new
    return kept, added


@transaction.atomic
def edit_draft(
    *, id: int, title_en: str | None, title_es: str | None, note: str | None, discard: bool | None
) -> Draft:
    """
    Write what a person says of a draft; a field that is None stays as it was. A discarded draft is kept.

    Raises
    ------
    NotFoundError
        When there is no such draft.
    """
    draft = Draft.objects.select_for_update().filter(id=id).first()
    if draft is None:
        raise not_found("draft", str(id))
    for name, value in (("title_en", title_en), ("title_es", title_es), ("note", note)):
        if value is not None:
            setattr(draft, name, value.strip())
    if discard is not None:
        draft.state = Draft.State.DISCARDED if discard else Draft.State.OPEN
    draft.save()
    return draft


def chosen(candidates: Sequence[Candidate], accept: str | None, min_strength: int | None) -> list[Candidate]:
    """
    The candidates that a person accepts: by ``all`` or their numbers from 1, and by least strength.

    Raises
    ------
    BrokenRuleError
        DR-01, when nothing is said or a number is none of theirs.
    """
    if accept is None and min_strength is None:
        raise BrokenRuleError([Finding(DR_01, "--accept", Bilingual("nothing accepted", "nada aceptado"))])
    numbers = (
        range(1, len(candidates) + 1) if accept in {None, "all"} else _numbers(accept or "", len(candidates))
    )
    return [
        candidates[number - 1]
        for number in numbers
        if min_strength is None or candidates[number - 1].strength >= min_strength
    ]


def _numbers(accept: str, most: int) -> list[int]:
    parts = [part.strip() for part in accept.split(",")]
    wrong = [part for part in parts if not (part.isascii() and part.isdigit() and 1 <= int(part) <= most)]
    if wrong:
        shown = ", ".join(wrong)[:60]
        found = Bilingual(f"“{shown}”, of {most} candidates", f"«{shown}», de {most} candidatos")
        raise BrokenRuleError([Finding(DR_01, "--accept", found)])
    return sorted({int(part) for part in parts})
