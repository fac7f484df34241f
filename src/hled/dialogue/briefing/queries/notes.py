"""Notes of one Party for one meeting."""

from datetime import date, datetime

from django.db.models import Q

from hled.dialogue.briefing.models import PartyNote
from hled.kernel.party import Party


def notes_of(
    party: Party,
    meeting: str,
    *,
    written_by_end_of: date | None = None,
    recorded_by: datetime | None = None,
) -> list[PartyNote]:
    """
    Notes of this Party and no other, the oldest first.

    Parameters
    ----------
    written_by_end_of
        Only what was written by then and not taken back by then; None for all that stand now.
    """
    rows = PartyNote.objects.filter(party=party.value, meeting=meeting)
    if recorded_by is not None:
        rows = rows.filter(written_at__lte=recorded_by)
    if written_by_end_of is None:
        return list(rows.filter(taken_back_at__isnull=True))
    stood = Q(taken_back_at__isnull=True) | Q(taken_back_at__date__gt=written_by_end_of)
    return list(rows.filter(stood, written_at__date__lte=written_by_end_of))
