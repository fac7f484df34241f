"""Who was seen in which office, and when."""

from datetime import date

from hled.dialogue.meetings.models import Attendance


def holders_seen() -> list[tuple[int, str, date]]:
    """Office, holder and day of each named attendance at a meeting that stands."""
    rows = Attendance.objects.filter(name__isnull=False, meeting__retired_at__isnull=True)
    return [
        (office, name, day)
        for office, name, day in rows.values_list("office_id", "name", "meeting__date")
        if name is not None
    ]
