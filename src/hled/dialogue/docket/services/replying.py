"""A Party replies to a theme, with four eyes; those who spoke are told."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from hled.dialogue.accord.models import Proposal
from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.services.notices import after_commit
from hled.dialogue.docket.domain.filing import erased_on
from hled.dialogue.docket.domain.replying import DK_26, DK_27, DK_28, Draft, about_the_draft
from hled.dialogue.docket.domain.telling import Step
from hled.dialogue.docket.models import Reply, Submission, Submitter, Theme
from hled.dialogue.docket.queries.public import shown
from hled.dialogue.docket.queries.waiting import waiting_on
from hled.dialogue.docket.services.telling import tell
from hled.dialogue.meetings.models import AgendaPoint, ProposedItem
from hled.dialogue.meetings.services.proposing import propose_item
from hled.dialogue.workplan.models import Commitment
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, require


@transaction.atomic
def write_reply(*, theme: Theme, said: Draft, by: Person, at: datetime) -> Reply:
    """
    Draft what one's own Party answers to a theme; nobody outside sees it before another person approves it.

    A draft takes the place of a former draft of the Party; an approved reply is replaced only once the new one is approved.

    Raises
    ------
    BrokenRuleError
        DK-25, DK-26, DK-28, all that apply.
    """
    held = Theme.objects.select_for_update(of=("self",)).select_related("call").get(pk=theme.pk)
    findings = list(about_the_draft(said))
    if held.merged_into_id is not None or not _submissions(held).exists():
        findings.append(Finding(DK_28, held.code))
    if not by.party or held.call.party not in ("", by.party):
        findings.append(Finding(DK_28, "party", by.party or "-"))
    if not findings and not _link_exists(said):
        findings.append(Finding(DK_26, "link_id", said.link_id[:60]))
    if findings:
        raise BrokenRuleError(findings)
    held.replies.filter(party=by.party, approved_at__isnull=True).delete()
    after_commit(partial(waiting_on, held.pk))
    former = held.replies.filter(party=by.party, approved_at__isnull=False, replaced_by__isnull=True).last()
    return Reply.objects.create(
        theme=held,
        party=by.party or "",
        answer=said.answer,
        reasons_en=said.reasons[0].strip(),
        reasons_es=said.reasons[1].strip(),
        link=said.link,
        link_id=said.link_id,
        written_by=by,
        written_at=at,
        replaces=former,
    )


@transaction.atomic
def approve_reply(*, reply: Reply, by: Person, at: datetime) -> Reply:
    """
    Make a reply public: another person of the same Party answers for it.

    Everyone who spoke of the theme and left an address is told, and the day of erasure moves with the reply.

    Raises
    ------
    BrokenRuleError
        DK-27.
    """
    held = Reply.objects.select_for_update(of=("self",)).select_related("theme__call").get(pk=reply.pk)
    is_other = held.party == by.party and held.written_by_id != by.pk and held.approved_at is None
    require(DK_27, is_other, place=held.theme.code, found=by.name)
    held.approved_by, held.approved_at = by, at
    held.save(update_fields=["approved_by", "approved_at"])
    tell(theme=held.theme, kind=Step.REPLIED, about=f"{held.theme.code} {held.party} {held.pk}", at=at)
    _date_erasure(held.theme, at)
    bump_revision()
    return held


@transaction.atomic
def bring_to_agenda(*, theme: Theme, by: Person, at: datetime) -> ProposedItem:
    """
    Ask the next meeting to take a theme up, and tell those who spoke of it.

    Raises
    ------
    BrokenRuleError
        DK-28, for a merged theme; MT-01 to MT-03, of the agenda.
    """
    held = Theme.objects.select_related("call").get(pk=theme.pk)
    count = _submissions(held).count()
    require(DK_28, held.merged_into_id is None and count > 0, place=held.code, found=count)
    reason = Bilingual(f"{count} submissions speak of it.", f"{count} aportaciones hablan de ello.")
    item = propose_item(
        title=Bilingual(held.title_en, held.title_es),
        reason=reason,
        pillar=held.pillar,
        origin=held.code,
        origin_page=f"docket/themes/{held.code}/",
        by=by.name,
        at=at,
    )
    tell(theme=held, kind=Step.ON_AGENDA, about=held.code, at=at)
    return item


def _submissions(theme: Theme) -> QuerySet[Submission]:
    return shown().filter(wording__placement__theme=theme)


def _link_exists(said: Draft) -> bool:
    match said.link:
        case "commitment":
            return Commitment.objects.filter(pk=said.link_id).exists()
        case "agenda":
            points = AgendaPoint.objects.filter(dropped_at__isnull=True, origin=said.link_id)
            return points.exists() or ProposedItem.objects.filter(origin=said.link_id).exists()
        case "proposal":
            return said.link_id.isdigit() and len(said.link_id) < 10 and _proposal_exists(int(said.link_id))
        case _:
            return True


def _proposal_exists(number: int) -> bool:
    return Proposal.objects.filter(pk=number, tabled_at__isnull=False).exists()


def _date_erasure(theme: Theme, at: datetime) -> None:
    """Personal data go two years after the last reply to their theme, where that is earlier."""
    rows = Submitter.objects.filter(submission__in=_submissions(theme), erased_at__isnull=True)
    closes = theme.call.closes_on
    days = (
        [None] if closes else rows.values_list("submission__filed_at__date", flat=True).distinct().order_by()
    )
    for filed in list(days):
        of_day = rows if filed is None else rows.filter(submission__filed_at__date=filed)
        day = erased_on(filed=filed or at.date(), closes=closes, last_reply=at.date())
        of_day.update(erase_on=day)
