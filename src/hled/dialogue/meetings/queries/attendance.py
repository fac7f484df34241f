"""Who was seen in which office, and when."""

from datetime import date

from hled.dialogue.meetings.models import Attendance


def holders_seen() -> list[tuple[int, str, date]]:
    """Office, holder and day of each named attendance at a meeting that stands."""
    return list(
        Attendance.objects.filter(name__isnull=False, meeting__retired_at__isnull=True).values_list(
            "office_id", "name", "meeting__date"
        )
    )
