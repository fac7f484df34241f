"""Carry what both Parties agreed into the tables of the work plan."""

from datetime import datetime, timedelta

from django.db import transaction

from hled.dialogue.chronicle.models import Entry
from hled.dialogue.chronicle.services import agree, bump_revision, open_entry
from hled.dialogue.workplan.domain.acts import PlanAct, after
from hled.dialogue.workplan.queries.acts import SHELVES, known_to

TICK = timedelta(microseconds=1)
"""The register counts in seconds; in the store each act has a moment of its own."""


@transaction.atomic
def carry_out(*, act: PlanAct, at: datetime) -> Entry:
    """
    Make the work plan say what an act agreed; what it said before is kept.

    Parameters
    ----------
    at
        When the act came into the register.

    Raises
    ------
    BrokenRuleError
        WP-01 to WP-15, or a rule of the record's format: all that apply; nothing has changed then.
    """
    outcome = after(act, known_to(act))
    last = Entry.objects.order_by("-at").values_list("at", flat=True).first()
    entry = open_entry(
        kind=Entry.Kind.JOINT_ACT,
        at=max(at, last + TICK) if last else at,
        source=f"{act.type} {act.subject}",
        digest=act.digest,
        effective=act.on,
    )
    changes = [agree(SHELVES[kind], id, record, entry=entry) for kind, id, record in outcome.records]
    entry.counts = {change.kind: [change.added, change.changed, change.retired] for change in changes}
    entry.findings = [each.as_json() | {"data": each.data} for each in outcome.warnings]
    entry.save()
    bump_revision()
    return entry
