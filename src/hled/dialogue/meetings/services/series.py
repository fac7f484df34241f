"""Bodies that meet: those that the record founded, and working groups after them; their rests."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.delegations.models import Agency
from hled.dialogue.meetings.domain.planning import said_in_both
from hled.dialogue.meetings.domain.series import FOUNDED, MT_11, MT_12, Founding, SeriesKind
from hled.dialogue.meetings.models import GroupMember, GroupTask, MeetingSeries, Pause
from hled.dialogue.workplan.models import AgencyPart, Commitment, Document
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, require


@transaction.atomic
def found_series(*, at: datetime) -> list[MeetingSeries]:
    """
    Enter the bodies that the record founds and that are not known yet.

    A record without the founding document founds none. The agencies of the commitment that creates a group lead it;
    its action plan holds the commitments that the record gives to it.
    """
    known = set(MeetingSeries.objects.values_list("id", flat=True))
    documents = set(Document.objects.filter(retired_at__isnull=True).values_list("id", flat=True))
    made = [
        _found(each, position, at)
        for position, each in enumerate(FOUNDED)
        if each.id not in known and each.document in documents
    ]
    if made:
        bump_revision()
    return made


def _found(founding: Founding, position: int, at: datetime) -> MeetingSeries:
    series = MeetingSeries.objects.create(
        id=founding.id,
        kind=founding.kind,
        title_en=founding.title.en,
        title_es=founding.title.es,
        mandate_en=founding.mandate.en if founding.mandate else None,
        mandate_es=founding.mandate.es if founding.mandate else None,
        period_months=founding.period_months,
        since=founding.since,
        document_id=founding.document,
        entered_at=at,
        position=position,
    )
    owners = AgencyPart.objects.filter(commitment_id=founding.founded_by).select_related("agency")
    GroupMember.objects.bulk_create(
        GroupMember(series=series, party=each.agency.party, agency=each.agency, leads=True) for each in owners
    )
    _give_tasks(series, founding.tasks)
    return series


@dataclass(frozen=True, slots=True)
class Group:
    """
    A working group that both Parties found.

    Parameters
    ----------
    members
        Identifiers of agencies of both Parties; those in `leading` lead.
    tasks
        Commitments of its action plan, in their order.
    """

    id: str
    title: tuple[str, str]
    mandate: tuple[str, str]
    members: Sequence[str]
    since: date
    leading: Sequence[str] = ()
    period_months: int | None = None
    tasks: Sequence[str] = ()


@transaction.atomic
def put_group(*, group: Group, at: datetime) -> MeetingSeries:
    """
    Found a working group, or make a standing one what both Parties agreed.

    Raises
    ------
    BrokenRuleError
        MT-10 and MT-11, all that apply.
    """
    agencies = refuse_group(group)
    last = MeetingSeries.objects.aggregate(last=Max("position"))["last"]
    series, is_new = MeetingSeries.objects.update_or_create(
        id=group.id,
        defaults={
            "title_en": group.title[0].strip(),
            "title_es": group.title[1].strip(),
            "mandate_en": group.mandate[0].strip(),
            "mandate_es": group.mandate[1].strip(),
            "period_months": group.period_months,
        },
        create_defaults={
            "kind": SeriesKind.WORKING_GROUP,
            "title_en": group.title[0].strip(),
            "title_es": group.title[1].strip(),
            "mandate_en": group.mandate[0].strip(),
            "mandate_es": group.mandate[1].strip(),
            "period_months": group.period_months,
            "since": group.since,
            "entered_at": at,
            "position": 0 if last is None else last + 1,
        },
    )
    if not is_new:
        series.members.all().delete()
        series.tasks.all().delete()
    GroupMember.objects.bulk_create(
        GroupMember(series=series, party=each.party, agency=each, leads=each.id in set(group.leading))
        for each in (agencies[id] for id in dict.fromkeys(group.members))
    )
    _give_tasks(series, group.tasks)
    bump_revision()
    return series


def refuse_group(group: Group) -> Mapping[str, Agency]:
    """
    The agencies of a sound group.

    Raises
    ------
    BrokenRuleError
        MT-10 and MT-11, all that apply.
    """
    agencies = Agency.objects.filter(retired_at__isnull=True).in_bulk(list(group.members))
    findings = list(_unfit(group, agencies))
    if findings:
        raise BrokenRuleError(findings)
    return agencies


def _give_tasks(series: MeetingSeries, tasks: Sequence[str]) -> None:
    known = Commitment.objects.filter(retired_at__isnull=True).in_bulk(list(tasks))
    GroupTask.objects.bulk_create(
        GroupTask(series=series, commitment=known[id], position=position)
        for position, id in enumerate(each for each in dict.fromkeys(tasks) if each in known)
    )


def _unfit(group: Group, agencies: Mapping[str, Agency]) -> Iterator[Finding]:
    yield from said_in_both(title=group.title)
    for language, text in zip(("en", "es"), group.mandate, strict=True):
        if not text.strip():
            yield Finding(MT_11, f"mandate_{language}")
    if (
        not group.id
        or not group.id.replace("_", "").isalnum()
        or not group.id.isascii()
        or len(group.id) > 60
    ):
        yield Finding(MT_11, "id", group.id[:60])
    standing = MeetingSeries.objects.filter(pk=group.id).first()
    if standing and standing.kind != SeriesKind.WORKING_GROUP:
        yield Finding(MT_11, "id", group.id)
    for id in group.members:
        if id not in agencies:
            yield Finding(MT_11, "members", id[:40])
    for party in Party:
        if not any(each.party == party for each in agencies.values()):
            yield Finding(MT_11, "members", party.label)
    for id in set(group.leading) - set(group.members):
        yield Finding(MT_11, "leading", id[:40])
    if group.period_months is not None and not 1 <= group.period_months <= 120:
        yield Finding(MT_11, "period_months", str(group.period_months))
    missing = set(group.tasks) - set(
        Commitment.objects.filter(id__in=list(group.tasks), retired_at__isnull=True).values_list(
            "id", flat=True
        )
    )
    for id in sorted(missing):
        yield Finding(MT_11, "tasks", id[:40])


@transaction.atomic
def rest_series(*, series: MeetingSeries, on: date, reason: Bilingual, agreed_by: str, at: datetime) -> Pause:
    """
    Let a series rest from a day on: nothing of it falls due until it meets again.

    Parameters
    ----------
    agreed_by
        Digest of the act of both Parties.

    Raises
    ------
    BrokenRuleError
        MT-12, when it rests already, or met again after that day.
    """
    standing = MeetingSeries.objects.select_for_update().get(pk=series.pk)
    last = standing.pauses.last()
    fits = last is None or (last.resumed_on is not None and last.resumed_on <= on)
    require(MT_12, fits and on >= standing.since, place=standing.id, found=on.isoformat())
    pause = Pause.objects.create(
        series=standing,
        paused_on=on,
        reason_en=reason.en,
        reason_es=reason.es,
        paused_by=agreed_by,
        entered_at=at,
    )
    bump_revision()
    return pause


@transaction.atomic
def restart_series(*, series: MeetingSeries, on: date, agreed_by: str) -> Pause:
    """
    Let a series that rests meet again from a day on; its next meeting is due one interval later.

    Raises
    ------
    BrokenRuleError
        MT-12, when it does not rest, or that day is not after the first of its rest.
    """
    standing = MeetingSeries.objects.select_for_update().get(pk=series.pk)
    pause = standing.pauses.filter(resumed_on__isnull=True).first()
    if pause is None or on <= pause.paused_on:
        raise BrokenRuleError([Finding(MT_12, standing.id, on.isoformat())])
    pause.resumed_on, pause.resumed_by = on, agreed_by
    pause.save(update_fields=["resumed_on", "resumed_by"])
    bump_revision()
    return pause
