"""
The desk on which officers sort what came in: by groups of copies, the largest first.

Every question has a fixed number of queries, whatever the number of submissions; pages are walked by the last row seen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Max, Min, Q, QuerySet

from hled.dialogue.docket.domain.speakers import Kind
from hled.dialogue.docket.models import Call, Moderation, Placement, Reply, Submission, Theme, Wording
from hled.dialogue.docket.queries.asking import Filters, number_of
from hled.dialogue.docket.queries.chain import Chain, chains
from hled.dialogue.docket.queries.public import searched, shown
from hled.dialogue.meetings.queries.planned import Reader
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.interfaces.typed import whole_number
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

ROWS = 50
"""Groups of one page of the desk."""
LETTERS = 320
"""Of the text of a group, on the desk."""
UNSORTED = "none"
"""In place of a theme: groups that stand in none."""


def call_of(code: str) -> Call:
    """
    Raises
    ------
    NotFoundError
        PG-01.
    """
    found = Call.objects.filter(pk=number_of(code, "DC-")).first()
    if found is None:
        raise not_found("call", code)
    return found


def theme_of(code: str) -> Theme:
    """
    Raises
    ------
    NotFoundError
        PG-01.
    """
    found = Theme.objects.select_related("call", "merged_into").filter(pk=number_of(code, "DT-")).first()
    if found is None:
        raise not_found("theme", code)
    return found


def submission_of(code: str) -> Submission:
    """
    Raises
    ------
    NotFoundError
        PG-01.
    """
    found = Submission.objects.select_related("call", "wording").filter(pk=number_of(code, "DS-")).first()
    if found is None:
        raise not_found("submission", code)
    return found


@dataclass(frozen=True, slots=True)
class After:
    """The last row of a page: how many it counts, and its group."""

    count: int
    root: int

    @classmethod
    def read(cls, text: str) -> "After | None":
        """As an address has it, ``120-45``; None for anything else, which begins anew."""
        written, _, of_root = text.partition("-")
        count, root = whole_number(written), whole_number(of_root)
        return None if count is None or root is None else cls(count, root)

    def __str__(self) -> str:
        return f"{self.count}-{self.root}"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """
    A group on the desk.

    Parameters
    ----------
    submissions
        How many of it fit the filters.
    english, spanish, us, mx
        Of these, in which language they came and which Party took them in.
    text
        The beginning of its oldest wording that fits.
    """

    root: int
    submissions: int
    wordings: int
    english: int
    us: int
    text: str
    kinds: tuple[Kind, ...]
    theme: Theme | None

    @property
    def code(self) -> str:
        return f"DG-{self.root:06d}"

    @property
    def spanish(self) -> int:
        return self.submissions - self.english

    @property
    def mx(self) -> int:
        return self.submissions - self.us


@dataclass(frozen=True, slots=True)
class DeskPage:
    """Groups that fit the filters, from a place on; `submissions` and `groups` count all that fit."""

    rows: list[GroupRow]
    submissions: int
    groups: int
    after: After | None


def fitting(call: Call, asked: Filters) -> QuerySet[Submission]:
    """Submissions of a call that stand in a group and fit the filters; `UNSORTED` as the theme for those in none."""
    wanted = replace(asked, call="", theme="" if asked.theme == UNSORTED else asked.theme)
    found = searched(wanted).filter(call=call, wording__root_id__isnull=False)
    return found.filter(wording__placement__isnull=True) if asked.theme == UNSORTED else found


def desk_page(call: Call, asked: Filters, after: After | None = None, most: int = ROWS) -> DeskPage:
    found = fitting(call, asked)
    totals = found.order_by().aggregate(
        submissions=Count("id"), groups=Count("wording__root_id", distinct=True)
    )
    rows = (
        found.order_by()
        .values("wording__root_id")
        .annotate(
            count=Count("id"),
            wordings=Count("wording_id", distinct=True),
            english=Count("id", filter=Q(language="en")),
            us=Count("id", filter=Q(intake="US")),
            oldest=Min("wording_id"),
        )
    )
    if after is not None:
        later = Q(count=after.count, wording__root_id__gt=after.root)
        rows = rows.filter(Q(count__lt=after.count) | later)
    page = list(rows.order_by("-count", "wording__root_id")[: most + 1])
    some = page[:most]
    texts = dict(Wording.objects.filter(pk__in=[each["oldest"] for each in some]).values_list("pk", "text"))
    themes = _themes_of([each["oldest"] for each in some])
    kinds = _kinds_of(found, [each["wording__root_id"] for each in some])
    made = [
        GroupRow(
            root=each["wording__root_id"] or 0,
            submissions=each["count"],
            wordings=each["wordings"],
            english=each["english"],
            us=each["us"],
            text=texts[each["oldest"]][:LETTERS],
            kinds=tuple(kind for kind in Kind if (each["wording__root_id"], kind) in kinds),
            theme=themes.get(each["oldest"]),
        )
        for each in some
    ]
    last = After(made[-1].submissions, made[-1].root) if len(page) > most else None
    return DeskPage(made, totals["submissions"], totals["groups"], last)


def _kinds_of(found: QuerySet[Submission], roots: list[int | None]) -> set[tuple[int | None, str]]:
    rows = found.order_by().filter(wording__root_id__in=roots)
    return set(rows.values_list("wording__root_id", "kind").distinct())


def _themes_of(wordings: Iterable[int]) -> dict[int, Theme]:
    rows = Placement.objects.filter(wording__in=list(wordings)).select_related("theme")
    return {each.wording_id: each.theme for each in rows}


def roots_fitting(call: Call, asked: Filters) -> list[int]:
    """Every group that fits the filters."""
    rows = fitting(call, asked).order_by().values_list("wording__root_id", flat=True).distinct()
    return [each for each in rows if each is not None]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the sorting of a call has come; `apart` are submissions of files alone, which stand in no group."""

    shown: int
    sorted: int
    uncompared: int
    apart: int

    @property
    def unsorted(self) -> int:
        return self.shown - self.sorted - self.uncompared - self.apart


def progress(call: Call) -> Progress:
    counts = (
        shown()
        .filter(call=call)
        .aggregate(
            shown=Count("id"),
            sorted=Count("id", filter=Q(wording__placement__isnull=False)),
            uncompared=Count(
                "id",
                filter=Q(wording__isnull=False, wording__root__isnull=True, wording__placement__isnull=True),
            ),
            apart=Count("id", filter=Q(wording__isnull=True)),
        )
    )
    return Progress(**counts)


@dataclass(frozen=True)
class ThemeRow:
    """
    A theme as officers see it.

    Parameters
    ----------
    replies
        Party -> its reply that stands.
    owed_by
        Parties that have not replied.
    """

    theme: Theme
    submissions: int
    groups: int
    replies: Mapping[Party, Reply]
    owed_by: tuple[Party, ...]
    drafted: bool
    chain: Chain

    def is_overdue(self, on: date) -> bool:
        due = self.theme.reply_due_on
        return bool(self.owed_by) and due is not None and due < on


def theme_rows(call: Call, reader: Reader) -> list[ThemeRow]:
    """Themes of a call, the largest first; in a fixed number of queries."""
    themes = list(Theme.objects.filter(call=call, merged_into__isnull=True).select_related("call"))
    counts = {
        theme: (submissions, groups)
        for theme, submissions, groups in shown()
        .filter(call=call, wording__placement__isnull=False)
        .order_by()
        .values_list("wording__placement__theme")
        .annotate(submissions=Count("id"), groups=Count("wording__root_id", distinct=True))
    }
    replies: dict[int, dict[Party, Reply]] = {}
    drafted = set()
    for reply in Reply.objects.filter(theme__in=themes).order_by("id"):
        if reply.approved_at is not None:
            replies.setdefault(reply.theme_id, {})[Party(reply.party)] = reply
        elif reply.party == reader:
            drafted.add(reply.theme_id)
    became = chains([each.code for each in themes], reader)
    made = []
    for each in themes:
        submissions, groups = counts.get(each.pk, (0, 0))
        given = replies.get(each.pk, {})
        owed = tuple(party for party in each.call.parties if submissions and party not in given)
        made.append(ThemeRow(each, submissions, groups, given, owed, each.pk in drafted, became[each.code]))
    return sorted(made, key=lambda row: (-row.submissions, row.theme.pk))


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call on the desk of a Party."""

    call: Call
    received: int
    unsorted: int
    themes: int
    due_on: date | None

    @property
    def title(self) -> Bilingual:
        return Bilingual(self.call.title_en, self.call.title_es)


def calls_on_the_desk(party: Party) -> list[CallRow]:
    """Calls of a Party and of both, the last opened first."""
    calls = list(Call.objects.filter(party__in=["", party]))
    received = _counted(shown(), "call")
    unsorted = _counted(shown().filter(wording__isnull=False, wording__placement__isnull=True), "call")
    standing = Theme.objects.filter(merged_into__isnull=True)
    themes = _counted(standing, "call")
    replied = Reply.objects.filter(party=party, approved_at__isnull=False).values("theme")
    due = dict(
        standing.exclude(pk__in=replied).order_by().values_list("call").annotate(first=Min("reply_due_on"))
    )
    return [
        CallRow(
            each,
            received.get(each.pk, 0),
            unsorted.get(each.pk, 0),
            themes.get(each.pk, 0),
            due.get(each.pk),
        )
        for each in calls
    ]


def _counted(rows: QuerySet[Submission] | QuerySet[Theme], by: str) -> dict[int, int]:
    counted = rows.order_by().values_list(by).annotate(count=Count("id"))
    return dict(counted)


@dataclass(frozen=True, slots=True)
class Moderated:
    """A submission out of sight, with the last act on it."""

    submission: Submission
    last: Moderation


def moderated(
    party: Party, *, only_appealed: bool = False, before: int | None = None, most: int = ROWS
) -> list[Moderated]:
    """What a Party keeps out of sight, the latest act first."""
    latest = (
        Moderation.objects.filter(submission__intake=party)
        .order_by()
        .values("submission")
        .annotate(last=Max("id"))
        .values("last")
    )
    rows = Moderation.objects.filter(pk__in=latest).select_related("submission__call")
    rows = rows.filter(act="appealed") if only_appealed else rows.exclude(act="restored")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return [Moderated(each.submission, each) for each in rows.order_by("-pk")[:most]]


def groups_in(theme: Theme, after: After | None = None) -> DeskPage:
    """Groups of a theme, the largest first."""
    return desk_page(theme.call, Filters(theme=theme.code), after)


def own_reply(theme: Theme, party: Party) -> Reply | None:
    """The draft of a Party, or else its reply that stands."""
    rows: Sequence[Reply] = list(
        theme.replies.filter(party=party).select_related("written_by", "approved_by").order_by("id")
    )
    return rows[-1] if rows else None


def calls_about(scope: str, id: str, seen: Asked) -> list[Call]:
    """Calls about a pillar, a commitment, a meeting or a study, announced by the day; the last opened first."""
    found = Call.objects.filter(scope=scope, scope_id=id, announced_at__date__lte=seen.as_of)
    return list(found if seen.recorded_by is None else found.filter(announced_at__lte=seen.recorded_by))


def last_arrived() -> int:
    """Number of the latest submission, 0 without any: what is computed of submissions is kept until another comes."""
    return Submission.objects.aggregate(last=Max("id"))["last"] or 0
