"""What of joint texts waits for the officers of a Party, and what came into force: for their tasks and notices."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from hled.dialogue.accord.domain.acts import Act
from hled.dialogue.accord.domain.consent import signing_roles
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.texts.forms import form_of, has_form
from hled.dialogue.accord.domain.texts.procedure import State, Step
from hled.dialogue.accord.models import Entry, OfferedAct, Passage, Proposal
from hled.dialogue.accord.queries.offered import act_of as offered_as
from hled.dialogue.accord.queries.state import heads_of
from hled.dialogue.accord.queries.texts.reading import act_of, visible, words_of
from hled.dialogue.accord.queries.texts.tasks import LIVE, Task, Want, tasks_of
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.domain.waiting import Waiting
from hled.dialogue.delegations.queries.waiting import NEWS
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

ENDS_SOON = timedelta(days=3)
_OFFICERS = frozenset(Role) - {Role.PARTY_ADMINISTRATOR}

IN_FORCE = Bilingual("Is in force, signed by both Parties", "Está en vigor, firmado por ambas Partes")
TERM_ENDS = Bilingual(
    "The silent term ends soon: object, or let it end",
    "El plazo de silencio termina pronto: objetar o dejarlo terminar",
)
SIGN_OWN = Bilingual("Sign, for your Party alone", "Firmar, solo por su Parte")


def waiting(party: Party, at: datetime) -> Iterator[Waiting]:
    """Everything, of every proposal and act that the Party sees."""
    rows = visible(party).filter(state__in=[*LIVE, State.OVERTAKEN])
    yield from _of(rows, party, at)
    news = visible(party).filter(state=State.IN_FORCE, closed_at__gte=at - NEWS)
    yield from (_in_force(each, party) for each in news)
    yield from _own_acts(party)


def waiting_on(proposal: int, at: datetime) -> list[Waiting]:
    """What one proposal asks of both Parties, or tells them."""
    found: list[Waiting] = []
    for party in Party:
        rows = visible(party).filter(pk=proposal)
        found += _of(rows.filter(state__in=[*LIVE, State.OVERTAKEN]), party, at)
        found += [_in_force(each, party) for each in rows.filter(state=State.IN_FORCE)]
    return found


def _of(rows: Iterable[Proposal], party: Party, at: datetime) -> Iterator[Waiting]:
    for proposal in rows:
        for task, roles in tasks_of(proposal, party):
            yield _waits(task, roles, party)
            if task.want is Want.OBJECT and task.until and task.until - at <= ENDS_SOON:
                yield Waiting(
                    f"proposal/{proposal.pk}/term-ends",
                    party,
                    roles,
                    _title(proposal),
                    TERM_ENDS,
                    _page(proposal),
                    task.until - ENDS_SOON,
                    until=task.until,
                    is_news=True,
                )


def _waits(task: Task, roles: frozenset[Role], party: Party) -> Waiting:
    proposal = task.proposal
    return Waiting(
        f"proposal/{proposal.pk}/{task.want}/{_moment_of(task)}",
        party,
        roles,
        _title(proposal),
        task.want.says,
        _signing_page(proposal) if task.want is Want.SIGN else _page(proposal),
        task.since,
        until=task.until,
        not_for=task.not_for,
        is_mailed=task.want is not Want.FINISH,
    )


def _moment_of(task: Task) -> int:
    """Number of the step that brought it about: the same task after another step is told again."""
    steps = Passage.objects.filter(proposal=task.proposal)
    if task.want in {Want.CERTIFY, Want.UPDATE}:
        steps = steps.exclude(step__in=[Step.HAND_OVER, Step.CERTIFY])
    return steps.order_by("-id").values_list("id", flat=True).first() or 0


def _signing_page(proposal: Proposal) -> str:
    act = act_of(proposal, words_of(proposal))
    return f"accord/acts/{act.digest}/" if act else _page(proposal)


def _page(proposal: Proposal) -> str:
    return f"accord/proposals/{proposal.pk}/"


def _title(proposal: Proposal) -> Bilingual:
    return Bilingual(proposal.title_en, proposal.title_es)


def _in_force(proposal: Proposal, party: Party) -> Waiting:
    return Waiting(
        f"act/{proposal.act}",
        party,
        _OFFICERS,
        _title(proposal),
        IN_FORCE,
        _page(proposal),
        proposal.closed_at or proposal.begun_at,
        is_news=True,
    )


def _title_of(act: Act) -> Bilingual:
    label = form_of(act.kind).label if has_form(act.kind) else Bilingual(act.type, act.type)
    return Bilingual("{label}: {subject}", "{label}: {subject}").format(label=label, subject=act.subject)


def _own_acts(party: Party) -> Iterator[Waiting]:
    """Acts of the Party alone that want a signature, told to every role that signs them by the table of consent."""
    rows = list(
        OfferedAct.objects.filter(kind=Kind.PARTY, party=party).exclude(
            digest__in=Entry.objects.values("act")
        )
    )
    heads = heads_of(row.subject for row in rows)
    for row in rows:
        act = offered_as(row)
        if act.predecessor != heads.get(act.subject):
            continue
        yield Waiting(
            f"act/{row.digest}/sign",
            party,
            frozenset(map(Role, signing_roles(Kind.PARTY, act))),
            _title_of(act),
            SIGN_OWN,
            f"accord/acts/{row.digest}/",
            row.offered_at,
        )
