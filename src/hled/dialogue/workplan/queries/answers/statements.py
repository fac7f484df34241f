"""A reading of a statement, and drafts, as answers of commands."""

from collections.abc import Iterable
from typing import Any

from hled.dialogue.workplan.domain.statement import Candidate, Label, Reading
from hled.dialogue.workplan.domain.statement.details.actors import Actor
from hled.dialogue.workplan.models import Draft
from hled.interfaces.answers import (
    COUNT,
    FLAG,
    MOMENT,
    TEXT,
    Answer,
    Published,
    listing,
    maybe,
    one_of,
    shape,
)
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.digest import sha256_of_bytes
from hled.sources.texts import ExtractedText

CANDIDATE = shape(
    start=COUNT,
    end=COUNT,
    text=TEXT,
    actor=one_of(tuple(Actor)),
    strength={"type": "integer", "minimum": 1, "maximum": 3},
    undertakings={"type": "integer", "minimum": 1},
    rules=listing(TEXT),
    verb=TEXT,
    what=TEXT,
    heading=maybe(TEXT),
    pillar=maybe(TEXT),
    dates=listing(TEXT),
    quantities=listing(TEXT),
    action_type=TEXT,
    language=one_of(tuple(Language)),
)
_LEFT_OUT = shape(
    start=COUNT, end=COUNT, text=TEXT, label=one_of(tuple(Label)), rules=listing(TEXT), heading=maybe(TEXT)
)
STATEMENT_SCHEMA = Published(
    "statement",
    Bilingual("Candidate commitments of a statement", "Compromisos candidatos de una declaración"),
    CANDIDATE,
    {
        "candidates": listing(CANDIDATE),
        "left_out": maybe(listing(_LEFT_OUT)),
        "language": one_of(tuple(Language)),
        "format": TEXT,
        "file_sha256": TEXT,
        "text_sha256": TEXT,
        "characters": COUNT,
    },
)
DRAFTS_SCHEMA = Published(
    "drafts",
    Bilingual("Drafts of commitments, agreed by nobody", "Borradores de compromisos, no acordados por nadie"),
    shape(
        id=COUNT,
        document=TEXT,
        start=COUNT,
        end=COUNT,
        text=TEXT,
        text_sha256=TEXT,
        language=one_of(tuple(Language)),
        actor=TEXT,
        strength=COUNT,
        action_type=TEXT,
        restates=maybe(TEXT),
        restates_score=maybe(TEXT),
        title_en=TEXT,
        title_es=TEXT,
        note=TEXT,
        state=one_of(tuple(Draft.State)),
        drafted_at=MOMENT,
        agreed={"const": False},
    ),
    {"added": COUNT, "agreed": FLAG},
)


def text_digest(text: str) -> str:
    """SHA-256 of the text to which offsets refer."""
    return sha256_of_bytes(text.encode())


def statement_answer(
    name: str, file: ExtractedText, reading: Reading, *, asked: str, everything: bool
) -> Answer:
    """`left_out` is null unless everything was asked for: nobody looked, which is not none."""
    candidates = [each.as_json() for each in reading.candidates]
    return Answer(
        "statement",
        {"file": name, "lang": asked, "all": everything},
        candidates,
        reading.findings,
        extras={
            "language": reading.language.value,
            "format": file.format.value,
            "file_sha256": file.digest,
            "text_sha256": text_digest(file.text),
            "characters": len(file.text),
            "candidates": candidates,
            "left_out": [each.as_json() for each in reading.left_out] if everything else None,
        },
    )


def drafts_answer(params: dict[str, Any], drafts: Iterable[Draft], added: int = 0) -> Answer:
    return Answer(
        "drafts", params, [_draft(each) for each in drafts], extras={"added": added, "agreed": False}
    )


def _draft(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.pk,
        "document": draft.document_id,
        "start": draft.start,
        "end": draft.end,
        "text": draft.text,
        "text_sha256": draft.text_sha256,
        "language": draft.lang,
        "actor": draft.actor,
        "strength": draft.strength,
        "action_type": draft.action_type,
        "restates": draft.restates_id,
        "restates_score": str(draft.restates_score) if draft.restates_score is not None else None,
        "title_en": draft.title_en,
        "title_es": draft.title_es,
        "note": draft.note,
        "state": draft.state,
        "drafted_at": draft.drafted_at.isoformat(),
        "agreed": False,
    }


def drafts_kept(document: str = "") -> list[Draft]:
    found = Draft.objects.order_by("document_id", "start", "id")
    return list(found.filter(document_id=document) if document else found)


def numbered(candidates: Iterable[Candidate]) -> list[tuple[int, Candidate]]:
    """Candidates with the numbers by which a person accepts them."""
    return list(enumerate(candidates, start=1))


PUBLISHED = (STATEMENT_SCHEMA, DRAFTS_SCHEMA)
