"""Calls for input as everybody sees them: which are open, which have closed, and what was filed to one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Min, QuerySet

from hled.dialogue.docket.domain.filing import is_open
from hled.dialogue.docket.models import Call, Submission
from hled.dialogue.docket.queries.asking import Filters, number_of
from hled.dialogue.docket.queries.counts import counted_once
from hled.dialogue.docket.queries.groups import whole_text
from hled.dialogue.docket.queries.public import Counted, counted
from hled.dialogue.docket.queries.searching import end_of, matching
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual

EXCERPT = 300
"""Letters of a text where it stands in a list."""


@dataclass(frozen=True, slots=True)
class CallView:
    """
    A call on a day.

    Parameters
    ----------
    questions
        Place and words of each.
    counts
        What was filed to it; None where a list asks for the calls alone.
    """

    row: Call
    title: Bilingual
    about: Bilingual
    is_open: bool
    questions: tuple[tuple[int, Bilingual], ...] = ()
    counts: Counted | None = None

    @property
    def code(self) -> str:
        return self.row.code


@dataclass(frozen=True, slots=True)
class Calls:
    """The standing docket, calls that take submissions on the day, calls announced for later, and those that closed."""

    standing: CallView | None
    open: tuple[CallView, ...]
    ahead: tuple[CallView, ...]
    closed: tuple[CallView, ...]


def calls_known(asked: Asked) -> QuerySet[Call]:
    """Calls announced by the day, the newest first."""
    found = Call.objects.filter(announced_at__date__lte=asked.as_of) if asked.dated else Call.objects.all()
    return found if asked.recorded_by is None else found.filter(announced_at__lte=asked.recorded_by)


def calls_by_standing(asked: Asked) -> Calls:
    every = [_seen(each, asked) for each in calls_known(asked)]
    timed = [each for each in every if not each.row.is_standing]
    return Calls(
        standing=next((each for each in every if each.row.is_standing), None),
        open=tuple(each for each in timed if each.is_open),
        ahead=tuple(each for each in timed if each.row.opens_on > asked.as_of),
        closed=tuple(each for each in timed if not each.is_open and each.row.opens_on <= asked.as_of),
    )


def call_known(code: str, asked: Asked) -> Call:
    """
    Raises
    ------
    NotFoundError
        When there is none, or it had not been announced by the day.
    """
    found = calls_known(asked).filter(pk=number_of(code, "DC-")).first()
    if found is None:
        raise not_found("call", code)
    return found


def call_view(code: str, asked: Asked) -> CallView:
    """A call with its questions and counts."""
    row = call_known(code, asked)
    before = end_of(asked) if asked.dated else None
    rows = Submission.objects.filter(call=row)
    counts = counted_once(f"call {row.pk} {before}", rows, lambda: counted(row, before))
    return _seen(row, asked, _questions(row), counts)


@dataclass(frozen=True, slots=True)
class Campaign:
    """A group of two and more: its true number, and how its oldest submission begins."""

    code: str
    submissions: int
    begins: str
    language: str


def campaigns(call: Call, asked: Asked, most: int = 10) -> tuple[Campaign, ...]:
    """The largest groups of a call, counted in full."""
    rows = matching(Filters(call=call.code), asked)
    before = end_of(asked) if asked.dated else None
    name = f"campaigns {call.pk} {before} {asked.recorded_by} {most}"
    return counted_once(name, rows, lambda: _campaigns(rows, most))


def _campaigns(rows: QuerySet[Submission], most: int) -> tuple[Campaign, ...]:
    grouped = rows.order_by().filter(wording__root_id__isnull=False).values_list("wording__root_id")
    largest = list(
        grouped.annotate(count=Count("pk"), first=Min("pk"))
        .filter(count__gt=1)
        .order_by("-count", "wording__root_id")[:most]
    )
    firsts = Submission.objects.filter(pk__in=[first for _, _, first in largest]).prefetch_related("answers")
    by_id = {each.pk: each for each in firsts}
    return tuple(
        Campaign(f"DG-{root:06d}", count, whole_text(by_id[first])[:EXCERPT], by_id[first].language)
        for root, count, first in largest
    )


def _questions(call: Call) -> tuple[tuple[int, Bilingual], ...]:
    return tuple((each.place, Bilingual(each.asks_en, each.asks_es)) for each in call.questions.all())


def _seen(
    row: Call, asked: Asked, questions: Sequence[tuple[int, Bilingual]] = (), counts: Counted | None = None
) -> CallView:
    return CallView(
        row,
        Bilingual(row.title_en, row.title_es),
        Bilingual(row.about_en, row.about_es),
        is_open(row.opens_on, row.closes_on, asked.as_of),
        tuple(questions),
        counts,
    )
