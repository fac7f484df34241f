"""
What the public sees: submissions that stand, with their groups and themes, and counts of those that do not.

Nothing here reads the tables of submitters, receipts or former texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet

from hled.dialogue.docket.domain.filing import Standing
from hled.dialogue.docket.domain.words import compared_form
from hled.dialogue.docket.models import Call, Submission, Theme

MOST_WORDS = 8
"""Words of a search that are looked for; all of them must stand in a submission."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader asks for; what is empty asks for everything."""

    call: str = ""
    words: str = ""
    kind: str = ""
    size: str = ""
    place: str = ""
    language: str = ""
    intake: str = ""
    theme: str = ""
    group: str = ""


def shown(recorded_by: datetime | None = None) -> QuerySet[Submission]:
    """Submissions that everybody may read: not withdrawn, not disowned, not rejected."""
    found = Submission.objects.filter(standing=Standing.RECEIVED, rejected_for="")
    return found if recorded_by is None else found.filter(filed_at__lte=recorded_by)


def searched(asked: Filters, recorded_by: datetime | None = None) -> QuerySet[Submission]:
    """What fits the filters, the oldest first; words are found with or without their accents, in any order."""
    found = shown(recorded_by)
    if asked.call:
        found = found.filter(call_id=_number(asked.call, "DC-"))
    if asked.theme:
        found = found.filter(wording__placement__theme_id=_number(asked.theme, "DT-"))
    if asked.group:
        found = found.filter(wording__root_id=_number(asked.group, "DG-"))
    for name in ("kind", "size", "place", "language", "intake"):
        if value := getattr(asked, name):
            found = found.filter(**{name: value})
    for word in compared_form(asked.words).decode().split()[:MOST_WORDS]:
        found = found.filter(folded__contains=word)
    return found.order_by("id")


def _number(code: str, prefix: str) -> int:
    """The number of a public identifier; 0, which nothing has, for what is none."""
    digits = code.removeprefix(prefix)
    return (
        int(digits)
        if code.startswith(prefix) and digits.isascii() and digits.isdigit() and len(digits) < 16
        else 0
    )


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


def counted(call: Call) -> Counted:
    rows = Submission.objects.filter(call=call)
    by_standing = dict(rows.values_list("standing").annotate(count=Count("id")).order_by())
    kept_back = rows.filter(standing=Standing.RECEIVED).exclude(rejected_for="")
    rejected = kept_back.values_list("rejected_for").annotate(count=Count("id")).order_by("rejected_for")
    total = sum(by_standing.values())
    reasons = tuple((reason, count) for reason, count in rejected)
    seen = shown().filter(call=call, wording__isnull=False)
    return Counted(
        received=total,
        shown=by_standing.get("received", 0) - sum(count for _, count in reasons),
        withdrawn=by_standing.get("withdrawn", 0),
        disowned=by_standing.get("disowned", 0),
        rejected=reasons,
        groups=seen.values("wording__root_id").distinct().count(),
        wordings=seen.values("wording_id").distinct().count(),
    )


def largest_groups(call: Call, most: int = 50) -> list[tuple[int, int]]:
    """Root and number of submissions of groups with two or more, the largest first."""
    rows = shown().filter(call=call, wording__root_id__isnull=False).values_list("wording__root_id")
    counted_rows = rows.annotate(count=Count("id")).filter(count__gt=1).order_by("-count", "wording__root_id")
    return [(root, count) for root, count in counted_rows[:most]]


def themes_of(call: Call) -> QuerySet[Theme]:
    """Themes that stand, in the order in which they were begun."""
    return Theme.objects.filter(call=call, merged_into__isnull=True).order_by("id")
