"""Put something before the next meeting."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.meetings.models import ProposedItem
from hled.dialogue.workplan.models import Pillar
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, declare

MT_01 = declare(
    "MT-01",
    en="An item for the agenda says who proposes it.",
    es="Un punto para la agenda dice quién lo propone.",
    remedy_en="Give --by with a name or an office.",
    remedy_es="Indique --by con un nombre o una dependencia.",
)
MT_02 = declare(
    "MT-02",
    en="An item for the agenda belongs to a pillar of the work plan.",
    es="Un punto para la agenda corresponde a un pilar del plan de trabajo.",
    remedy_en="Give --pillar with P1, P2, P3, P4 or X.",
    remedy_es="Indique --pillar con P1, P2, P3, P4 o X.",
)
MT_03 = declare(
    "MT-03",
    en="One origin puts one item on the agenda.",
    es="Un mismo origen lleva un solo punto a la agenda.",
    remedy_en="It stands there already: see hled agenda.",
    remedy_es="Ya está ahí: consulte hled agenda.",
)


@transaction.atomic
def propose_item(
    *,
    title: Bilingual,
    reason: Bilingual,
    pillar: str,
    origin: str,
    origin_page: str,
    by: str,
    at: datetime,
    minutes: int = 15,
) -> ProposedItem:
    """
    Ask the next meeting to take something up.

    Parameters
    ----------
    origin, origin_page
        Public identifier of what led to it, and its address on this site without the language.
    minutes
        Time at the table that it needs.

    Raises
    ------
    BrokenRuleError
        MT-01 to MT-03, all that apply.
    """
    findings = list(_findings(pillar, origin, by))
    if findings:
        raise BrokenRuleError(findings)
    item = ProposedItem.objects.create(
        pillar=pillar,
        title_en=title.en,
        title_es=title.es,
        reason_en=reason.en,
        reason_es=reason.es,
        origin=origin,
        origin_page=origin_page,
        minutes=minutes,
        proposed_by=by.strip(),
        proposed_at=at,
    )
    bump_revision()
    return item


def _findings(pillar: str, origin: str, by: str) -> Iterator[Finding]:
    if not by.strip():
        yield Finding(MT_01, "by")
    if not Pillar.objects.filter(id=pillar, retired_at__isnull=True).exists():
        yield Finding(MT_02, "pillar", pillar[:20])
    if ProposedItem.objects.filter(origin=origin).exists():
        yield Finding(MT_03, "origin", origin)
