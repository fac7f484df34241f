"""A group of near-copies: the shared text once, each one's own words, and how many they truly are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, QuerySet

from hled.dialogue.docket.domain.differences import Span, shared_text, spans
from hled.dialogue.docket.domain.themes.balance import Tally
from hled.dialogue.docket.models import Call, Submission, Theme, Wording
from hled.dialogue.docket.queries.asking import Filters, number_of
from hled.dialogue.docket.queries.counts import counted_once
from hled.dialogue.docket.queries.searching import matching, search
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found

ROWS = 20
MOST_COMPARED = 60_000
"""Letters of a page whose own words are marked; a longer text is marked on its own page."""
MOST_CANDIDATES = 200
"""Wordings, those most often sent, among which the shared text is chosen."""


@dataclass(frozen=True, slots=True)
class Member:
    """One of a group; `pieces` is empty where the text is too long for a page of many."""

    row: Submission
    pieces: tuple[Span, ...]

    @property
    def own(self) -> str:
        """The own words alone, one piece after the other."""
        return " … ".join(filter(None, (each.text.strip() for each in self.pieces if each.own)))

    @property
    def is_the_shared_text(self) -> bool:
        return bool(self.pieces) and not any(each.own for each in self.pieces)


@dataclass(frozen=True, slots=True)
class GroupView:
    """
    A group as everybody sees it.

    Parameters
    ----------
    root
        Number of its oldest wording, by which it is named.
    wordings
        Distinct sequences of words in it.
    themes
        Where it stands; people may have put parts of it into several.
    """

    root: int
    call: Call
    shared: str
    language: str
    tally: Tally
    wordings: int
    first_at: datetime
    last_at: datetime
    themes: tuple[Theme, ...]

    @property
    def code(self) -> str:
        return f"DG-{self.root:06d}"

    @property
    def submissions(self) -> int:
        return self.tally.submissions


def whole_text(submission: Submission) -> str:
    """What a submission says with its answers, as it is compared."""
    return "\n".join(filter(None, [submission.text, *(each.text for each in submission.answers.all())]))


def group_view(code: str, seen: Asked) -> GroupView:
    """
    Raises
    ------
    NotFoundError
        PG-01, when there is none, or nothing in it is shown on the day.
    """
    wording = Wording.objects.select_related("call").filter(pk=number_of(code, "DG-")).first()
    root = (wording.root_id or wording.pk) if wording else 0
    rows = matching(Filters(group=f"DG-{root:06d}"), seen) if wording else Submission.objects.none()
    first = rows.first()
    if wording is None or first is None:
        raise not_found("group", code)
    name = f"group {root} {seen.as_of if seen.dated else ''} {seen.recorded_by}"
    tally, wordings, first_at, last_at, shared = counted_once(name, rows, lambda: _measured(rows))
    themes = Theme.objects.filter(placements__wording__root_id=root).distinct().order_by("id")
    text, language = shared
    return GroupView(root, wording.call, text, language, tally, wordings, first_at, last_at, tuple(themes))


def _measured(
    rows: QuerySet[Submission],
) -> tuple[Tally, int, datetime, datetime, tuple[str, str]]:
    plain = rows.order_by()
    span = plain.aggregate(
        first=Min("filed_at"), last=Max("filed_at"), wordings=Count("wording_id", distinct=True)
    )
    return tally_of(rows, groups=1), span["wordings"], span["first"], span["last"], shared_of(rows)


def tally_of(rows: QuerySet[Submission], *, groups: int) -> Tally:
    """Who says it, counted by the store; the order is that of `balance.tally`."""
    counted = {
        name: tuple(
            sorted(
                rows.order_by().values_list(name).annotate(count=Count("pk")),
                key=lambda each: (-each[1], each[0]),
            )
        )
        for name in ("kind", "size", "place")
    }
    total = sum(count for _, count in counted["kind"])
    return Tally(total, groups, counted["kind"], counted["size"], counted["place"])


def shared_of(rows: QuerySet[Submission]) -> tuple[str, str]:
    """
    The text that stands for a group, and its language.

    Read from submissions that are shown: what was rejected or taken back lends its words to nothing.
    """
    candidates = (
        rows.order_by()
        .values_list("wording_id")
        .annotate(count=Count("pk"), first=Min("pk"))
        .order_by("-count", "first")[:MOST_CANDIDATES]
    )
    sent = {first: count for _, count, first in candidates}
    texts = {
        whole_text(each): (each.language, sent[each.pk])
        for each in Submission.objects.filter(pk__in=sent).prefetch_related("answers")
    }
    chosen = shared_text((text, count) for text, (_, count) in texts.items())
    return chosen, texts[chosen][0]


def members(view: GroupView, seen: Asked, *, before: str = "") -> tuple[tuple[Member, ...], str]:
    """A page of a group, the newest first, and where the next page begins."""
    page = search(Filters(group=view.code), seen, before=before, most=ROWS)
    rows = Submission.objects.filter(pk__in=[each.pk for each in page.rows]).prefetch_related("answers")
    return tuple(_compared(rows.order_by("-pk"), view.shared)), page.before


def _compared(rows: Iterable[Submission], shared: str) -> Iterable[Member]:
    left = MOST_COMPARED
    for row in rows:
        text = whole_text(row)
        left -= len(text)
        yield Member(row, tuple(spans(text, shared)) if left > 0 else ())
