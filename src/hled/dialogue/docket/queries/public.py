"""
What the public sees: submissions that stand, with their groups and themes, and counts of those that do not.

Nothing here reads the tables of submitters, receipts or former texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.expressions import RawSQL

from hled.dialogue.docket.domain.filing import Standing
from hled.dialogue.docket.models import Call, Submission, Theme, Wording
from hled.dialogue.docket.queries.asking import Filters, identifiers, joined, number_of, terms_of


def shown(recorded_by: datetime | None = None) -> QuerySet[Submission]:
    """Submissions that everybody may read: not withdrawn, not disowned, not rejected."""
    found = Submission.objects.filter(standing=Standing.RECEIVED, rejected_for="")
    return found if recorded_by is None else found.filter(filed_at__lte=recorded_by)


def searched(asked: Filters, recorded_by: datetime | None = None) -> QuerySet[Submission]:
    """What fits the filters, the oldest first; words are found with or without their accents, in any order."""
    found = shown(recorded_by)
    if asked.theme:
        found = found.filter(wording__placement__theme_id=number_of(asked.theme, "DT-"))
    if asked.group:
        found = found.filter(wording__root_id=_root(number_of(asked.group, "DG-")))
    terms = terms_of(asked)
    if terms:
        found = found.filter(pk__in=RawSQL(identifiers(), [joined(terms)]))  # noqa: S611  # words are a parameter
    return found.order_by("id")


def _root(number: int) -> int:
    """The group to which a name leads: a group that joined an older one keeps its name."""
    return Wording.objects.filter(pk=number).values_list("root_id", flat=True).first() or number


def as_public(submission: Submission) -> Mapping[str, Any]:
    """
    A submission as pages, exports and endpoints show it.

    The one place in which a submission becomes public data; attachments are named and not repeated.
    """
    wording = submission.wording
    placement = getattr(wording, "placement", None) if wording else None
    return {
        "id": submission.code,
        "call": f"DC-{submission.call_id:04d}",
        "intake": submission.intake,
        "filed_on": submission.filed_at.date().isoformat(),
        "corrected_on": submission.corrected_at.date().isoformat() if submission.corrected_at else None,
        "kind": submission.kind,
        "size": submission.size,
        "place": submission.place,
        "language": submission.language,
        "text": submission.text,
        "answers": [
            {"question": each.question.place, "text": each.text} for each in submission.answers.all()
        ],
        "attachments": [
            {"name": each.file_name, "kind": each.kind, "digest": each.content_id, "state": each.state}
            for each in submission.attachments.all()
        ],
        "group": wording.code if wording else None,
        "theme": f"DT-{placement.theme_id:04d}" if placement else None,
    }


def with_all_shown(found: QuerySet[Submission]) -> QuerySet[Submission]:
    """With what `as_public` reads, in a fixed number of queries."""
    return found.select_related("wording__placement").prefetch_related("answers__question", "attachments")


@dataclass(frozen=True, slots=True)
class Counted:
    """
    Submissions of a call, each in one of the counts.

    Parameters
    ----------
    rejected
        By reason code, counted openly.
    """

    received: int
    shown: int
    withdrawn: int
    disowned: int
    rejected: tuple[tuple[str, int], ...]
    groups: int
    wordings: int


def counted(call: Call, before: datetime | None = None) -> Counted:
    """What was filed to a call, before a moment where one is given, as it stands now."""
    rows = Submission.objects.filter(call=call)
    rows = rows if before is None else rows.filter(filed_at__lt=before)
    by_standing = dict(rows.values_list("standing").annotate(count=Count("id")).order_by())
    kept_back = rows.filter(standing=Standing.RECEIVED).exclude(rejected_for="")
    rejected = kept_back.values_list("rejected_for").annotate(count=Count("id")).order_by("rejected_for")
    total = sum(by_standing.values())
    reasons = tuple((reason, count) for reason, count in rejected)
    seen = rows.filter(standing=Standing.RECEIVED, rejected_for="", wording__isnull=False)
    return Counted(
        received=total,
        shown=by_standing.get("received", 0) - sum(count for _, count in reasons),
        withdrawn=by_standing.get("withdrawn", 0),
        disowned=by_standing.get("disowned", 0),
        rejected=reasons,
        groups=seen.values("wording__root_id").distinct().count(),
        wordings=seen.values("wording_id").distinct().count(),
    )


def themes_of(call: Call) -> QuerySet[Theme]:
    """Themes that stand, in the order in which they were begun."""
    return Theme.objects.filter(call=call, merged_into__isnull=True).order_by("id")
