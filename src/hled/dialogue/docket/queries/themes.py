"""A theme: who says it, in whose words, what each Party replied, what became of it, and who sorted it how."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Min, QuerySet

from hled.dialogue.docket.domain.themes.balance import Quotation, Tally, Voice, quotations
from hled.dialogue.docket.models import Call, Reply, Submission, Theme, ThemeEvent
from hled.dialogue.docket.queries.asking import Filters, number_of
from hled.dialogue.docket.queries.chain import Chain, chains, public_from
from hled.dialogue.docket.queries.counts import counted_once
from hled.dialogue.docket.queries.groups import tally_of, whole_text
from hled.dialogue.docket.queries.searching import matching
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

MOST_GROUPS = 10
MOST_HEARD = 5_000
"""Wordings of a theme that are read for its quotations: those most often sent, then the oldest."""


@dataclass(frozen=True, slots=True)
class Owed:
    """
    What a Party replied by the day, the latest last; none yet is a reply that waits.

    Parameters
    ----------
    overdue
        Whether its day has passed without a reply.
    """

    party: Party
    replies: tuple[Reply, ...]
    due_on: date | None
    overdue: bool

    @property
    def now(self) -> Reply | None:
        return self.replies[-1] if self.replies else None


@dataclass(frozen=True, slots=True)
class Heard:
    """Who says a theme: counts, the sentences that stand for it, and its largest groups with the number of each."""

    tally: Tally
    quotations: tuple[Quotation, ...]
    largest: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    row: Theme
    heard: Heard
    owed: tuple[Owed, ...]
    became: Chain
    history: tuple[ThemeEvent, ...]

    @property
    def code(self) -> str:
        return self.row.code

    @property
    def title(self) -> Bilingual:
        return Bilingual(self.row.title_en, self.row.title_es)

    @property
    def terms(self) -> tuple[Bilingual, ...]:
        said = self.row.terms
        return tuple(
            Bilingual(en, es) for en, es in zip(said.get("en", ()), said.get("es", ()), strict=False)
        )


def theme_named(code: str, seen: Asked) -> Theme:
    """
    Raises
    ------
    NotFoundError
        PG-01, when there is none, or it had not been begun by the day.
    """
    found = Theme.objects.select_related("call", "merged_into").filter(pk=number_of(code, "DT-")).first()
    if found is None or not _by(found.begun_at, seen):
        raise not_found("theme", code)
    return found


def theme_view(row: Theme, seen: Asked) -> ThemeView:
    return ThemeView(
        row,
        heard(row, seen),
        owed_by(row, seen),
        _by_the_day(chains([row.code])[row.code], seen),
        tuple(each for each in row.events.all() if _by(each.at, seen)),
    )


def heard(row: Theme, seen: Asked) -> Heard:
    rows = matching(Filters(theme=row.code), seen)
    name = f"theme {row.pk} {seen.as_of if seen.dated else ''} {seen.recorded_by}"
    return counted_once(name, rows, lambda: _heard(row, rows))


def _heard(row: Theme, rows: QuerySet[Submission]) -> Heard:
    plain = rows.order_by()
    counts = plain.values_list("wording__root_id").annotate(count=Count("pk"))
    groups = {root: count for root, count in counts if root is not None}
    alone = plain.filter(wording__root_id__isnull=True).values("wording_id").distinct().count()
    largest = sorted(groups.items(), key=lambda each: (-each[1], each[0]))[:MOST_GROUPS]
    terms = [term for listed in row.terms.values() for term in listed]
    return Heard(
        tally_of(rows, groups=len(groups) + alone),
        quotations(voices(rows), terms),
        tuple((f"DG-{root:06d}", count) for root, count in largest if count > 1),
    )


def voices(rows: QuerySet[Submission]) -> list[Voice]:
    """The first submission of each wording, for all who sent these words."""
    counted = (
        rows.order_by()
        .values_list("wording_id")
        .annotate(count=Count("pk"), first=Min("pk"))
        .order_by("-count", "first")[:MOST_HEARD]
    )
    senders = {first: count for _, count, first in counted}
    found = Submission.objects.filter(pk__in=senders).select_related("wording").prefetch_related("answers")
    return [
        Voice(
            each.code,
            whole_text(each),
            each.kind,
            each.size,
            each.place,
            each.wording.code if each.wording else each.code,
            senders[each.pk],
            each.language,
        )
        for each in found.order_by("pk")
    ]


def owed_by(row: Theme, seen: Asked) -> tuple[Owed, ...]:
    """The replies of each Party of the call, approved by the day."""
    approved = [(each.approved_at, each.pk, each) for each in row.replies.all() if each.approved_at]
    replies = [each for at, _, each in sorted(approved, key=lambda one: one[:2]) if _by(at, seen)]
    return tuple(_owed(party, replies, row.reply_due_on, seen.as_of) for party in row.call.parties)


def _owed(party: Party, replies: list[Reply], due_on: date | None, as_of: date) -> Owed:
    own = tuple(each for each in replies if each.party == party)
    return Owed(party, own, due_on, not own and due_on is not None and due_on < as_of)


def _by_the_day(found: Chain, seen: Asked) -> Chain:
    """What of the chain had happened by the day."""
    return Chain(
        found.sent if found.sent and _by(found.sent.proposed_at, seen) else None,
        [each for each in found.points if each.meeting.announced_at and _by(each.meeting.announced_at, seen)],
        [each for each in found.decisions if _by(public_from(each), seen)],
        [each for each in found.changes if _by(max(each.at, public_from(each.decision)), seen)],
    )


def _by(at: datetime, seen: Asked) -> bool:
    known = seen.recorded_by is None or at <= seen.recorded_by
    return known and (not seen.dated or at.date() <= seen.as_of)


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme in a list: how many speak of it, and how far each Party has got."""

    row: Theme
    submissions: int
    owed: tuple[Owed, ...]
    became: Chain

    @property
    def code(self) -> str:
        return self.row.code

    @property
    def title(self) -> Bilingual:
        return Bilingual(self.row.title_en, self.row.title_es)


def theme_lines(
    seen: Asked, call: Call | None = None, *, pillar: str = "", commitment: str = ""
) -> list[ThemeLine]:
    """
    Themes that stand and have submissions, those of most submissions first, in a fixed number of queries.

    Parameters
    ----------
    pillar, commitment
        To which they belong; empty for any.
    """
    about = {name: id for name, id in (("pillar", pillar), ("commitment", commitment)) if id}
    found = Theme.objects.filter(merged_into__isnull=True, **about).select_related("call")
    found = found.filter(call=call) if call else found
    rows = [each for each in found.prefetch_related("replies").order_by("id") if _by(each.begun_at, seen)]
    counts = _counts_of(rows, seen)
    became = chains([each.code for each in rows])
    lines = [
        ThemeLine(each, counts[each.pk], owed_by(each, seen), _by_the_day(became[each.code], seen))
        for each in rows
        if counts[each.pk]
    ]
    return sorted(lines, key=lambda each: (-each.submissions, each.row.pk))


def _counts_of(themes: list[Theme], seen: Asked) -> Mapping[int, int]:
    rows = matching(Filters(), seen).filter(wording__placement__theme__in=themes)

    def make() -> Counter[int]:
        return Counter(
            dict(rows.order_by().values_list("wording__placement__theme_id").annotate(count=Count("pk")))
        )

    which = hash(tuple(each.pk for each in themes))
    name = f"themes {which} {seen.as_of if seen.dated else ''} {seen.recorded_by}"
    return counted_once(name, rows, make)
