"""Which version of the rules is in force on a day."""

from datetime import date, datetime

from hled.dialogue.results.domain.rulebook import CURRENT, RULEBOOKS, Rulebook
from hled.dialogue.results.models import RulebookInForce


def rulebook_on(as_of: date, recorded_by: datetime | None = None) -> Rulebook:
    """The version that both Parties agreed to; the current one of this release where they have agreed to none."""
    rows = RulebookInForce.objects.filter(effective__lte=as_of)
    if recorded_by is not None:
        rows = rows.filter(entered_at__lte=recorded_by)
    version = rows.order_by("-effective", "-id").values_list("version", flat=True).first()
    return RULEBOOKS.get(version or "", CURRENT)
