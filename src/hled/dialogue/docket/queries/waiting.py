"""What of the docket waits for the officers of a Party."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Count, Exists, Max, OuterRef

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.domain.waiting import Waiting
from hled.dialogue.docket.domain.filing import Standing
from hled.dialogue.docket.models import Call, Moderation, Reply, Submission
from hled.dialogue.docket.queries.alerts import owing
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

SOON = timedelta(days=30)
"""How long before its day a reply begins to wait."""
_OFFICERS = frozenset({Role.COORDINATOR, Role.AGENCY_OFFICER})
_COORDINATORS = frozenset({Role.COORDINATOR})

OVERDUE = Bilingual(
    "Your Party's reply is overdue: write it", "La respuesta de su Parte está vencida: redactarla"
)
DUE = Bilingual("Your Party owes a reply: write it", "Su Parte debe una respuesta: redactarla")
APPROVE = Bilingual(
    "A reply waits for approval by another person than its writer",
    "Una respuesta espera la aprobación de otra persona que quien la redactó",
)
APPEAL = Bilingual(
    "An appeal waits for a coordinator other than who rejected",
    "Una apelación espera a alguien de la coordinación que no haya rechazado",
)
SORT = Bilingual(
    "Submissions stand in no theme: {count}. Sort them", "Aportaciones sin tema: {count}. Ordenarlas"
)


def waiting(party: Party, at: datetime) -> Iterator[Waiting]:
    """Replies to write and to approve, appeals to decide, submissions to sort."""
    yield from _replies(party, at)
    yield from _drafts(party)
    yield from _appeals(party)
    yield from _unsorted(party, at)


def waiting_on(theme: int, at: datetime) -> list[Waiting]:
    """What one theme asks of both Parties."""
    return [each for party in Party for each in _drafts(party, theme)]


def waiting_on_appeal(submission: int, at: datetime) -> list[Waiting]:
    """What an appeal asks of the Party that took the submission in."""
    return [each for party in Party for each in _appeals(party, submission)]


def _replies(party: Party, at: datetime) -> Iterator[Waiting]:
    today = at.date()
    drafted = set(
        Reply.objects.filter(party=party, approved_at__isnull=True).values_list("theme_id", flat=True)
    )
    for each in owing(today):
        if (
            party not in each.by
            or int(each.code.removeprefix("DT-")) in drafted
            or each.due_on > today + SOON
        ):
            continue
        late = each.due_on < today
        yield Waiting(
            f"docket/{each.code}/{party}/{'overdue' if late else 'due'}/{each.due_on}",
            party,
            _OFFICERS,
            each.title,
            OVERDUE if late else DUE,
            f"docket/desk/themes/{each.code}/reply/",
            _morning(each.due_on + timedelta(days=1) if late else max(each.due_on - SOON, date(2021, 9, 9))),
            until=None if late else _morning(each.due_on),
        )


def _drafts(party: Party, theme: int | None = None) -> Iterator[Waiting]:
    rows = Reply.objects.filter(party=party, approved_at__isnull=True, theme__merged_into__isnull=True)
    if theme is not None:
        rows = rows.filter(theme=theme)
    for each in rows.select_related("theme"):
        yield Waiting(
            f"docket/reply/{each.pk}/approve",
            party,
            _COORDINATORS,
            Bilingual(each.theme.title_en, each.theme.title_es),
            APPROVE,
            f"docket/desk/themes/{each.theme.code}/reply/",
            each.written_at,
            not_for=frozenset([each.written_by_id]),
        )


def _appeals(party: Party, submission: int | None = None) -> Iterator[Waiting]:
    last = Moderation.objects.filter(submission=OuterRef("submission"), pk__gt=OuterRef("pk"))
    rows = Moderation.objects.filter(act="appealed", submission__intake=party).exclude(Exists(last))
    if submission is not None:
        rows = rows.filter(submission=submission)
    for each in rows.select_related("submission"):
        rejection = each.submission.moderations.filter(act="rejected").last()
        by = rejection.by_id if rejection else None
        code = each.submission.code
        yield Waiting(
            f"docket/appeal/{each.pk}",
            party,
            _COORDINATORS,
            Bilingual(code, code),
            APPEAL,
            f"docket/desk/submissions/{code}/",
            each.at,
            not_for=frozenset([by] if by else []),
        )


def _unsorted(party: Party, at: datetime) -> Iterator[Waiting]:
    """Calls that closed, and the standing docket, with submissions in no theme; told on the page and by no message."""
    rows = Submission.objects.filter(
        standing=Standing.RECEIVED, rejected_for="", wording__isnull=False, wording__placement__isnull=True
    )
    closed = rows.filter(call__closes_on__lt=at.date()) | rows.filter(call__is_standing=True)
    counts = closed.values_list("call").annotate(count=Count("id"), last=Max("filed_at")).order_by("call")
    found = {call: (count, last) for call, count, last in counts}
    for call in Call.objects.filter(pk__in=found, party__in=["", party]):
        count, last = found[call.pk]
        yield Waiting(
            f"docket/{call.code}/sort/{call.closes_on}",
            party,
            _OFFICERS,
            Bilingual(call.title_en, call.title_es),
            SORT.format(count=count),
            f"docket/desk/calls/{call.code}/",
            _morning(call.closes_on + timedelta(days=1)) if call.closes_on else last,
            is_mailed=False,
        )


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
