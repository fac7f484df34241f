"""One submission as everybody sees it: what was said, whose words are its own, where it stands."""

from dataclasses import dataclass
from datetime import datetime

from hled.dialogue.docket.domain.differences import Span, spans
from hled.dialogue.docket.domain.filing import Standing
from hled.dialogue.docket.domain.moderating import Reason
from hled.dialogue.docket.models import Attachment, Submission, Theme
from hled.dialogue.docket.queries.asking import Filters, number_of
from hled.dialogue.docket.queries.groups import shared_of
from hled.dialogue.docket.queries.searching import matching
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of the call and what was said to it."""

    asks: Bilingual
    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """
    A submission, or why it is not shown.

    Parameters
    ----------
    hidden
        Why it is kept out of sight; then nothing of what it says is here.
    copies
        How many others sent the same words or nearly so.
    """

    row: Submission
    hidden: Bilingual | None = None
    hidden_at: datetime | None = None
    pieces: tuple[Span, ...] = ()
    answers: tuple[Answered, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    group: str = ""
    copies: int = 0
    theme: Theme | None = None

    @property
    def code(self) -> str:
        return self.row.code


def submission_view(code: str, seen: Asked) -> SubmissionView:
    """
    Raises
    ------
    NotFoundError
        PG-01, when there is none, or it had not been filed by the day.
    """
    row = (
        Submission.objects.select_related("call", "wording__placement__theme")
        .prefetch_related("answers__question", "attachments")
        .filter(pk=number_of(code, "DS-"))
        .first()
    )
    if row is None or (seen.dated and row.filed_at.date() > seen.as_of):
        raise not_found("submission", code)
    if row.standing != Standing.RECEIVED:
        return SubmissionView(row, Standing(row.standing).label, row.standing_at)
    if row.rejected_for:
        last = row.moderations.filter(act="rejected").last()
        return SubmissionView(row, Reason(row.rejected_for).label, last.at if last else None)
    return _shown(row, seen)


def _shown(row: Submission, seen: Asked) -> SubmissionView:
    wording = row.wording
    group = wording.code if wording else ""
    others = 0
    shared = ""
    if group:
        rows = matching(Filters(group=group), seen)
        others = rows.exclude(pk=row.pk).count()
        shared = shared_of(rows)[0] if others else ""
    placement = getattr(wording, "placement", None)
    return SubmissionView(
        row,
        pieces=_marked(row.text, shared),
        answers=tuple(
            Answered(Bilingual(each.question.asks_en, each.question.asks_es), _marked(each.text, shared))
            for each in row.answers.all()
        ),
        attachments=tuple(row.attachments.all()),
        group=group,
        copies=others,
        theme=placement.theme if placement else None,
    )


def _marked(text: str, shared: str) -> tuple[Span, ...]:
    """The text in pieces where others share it; whole where nobody does."""
    return tuple(spans(text, shared)) if shared else (Span(text, own=False),)
