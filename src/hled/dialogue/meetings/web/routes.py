from django.urls import path, register_converter

from hled.dialogue.meetings.web import calendars, pages, planned


class PlannedCode:
    """Identifier of a planned meeting, beside those of the record under one address."""

    regex = "PM-[0-9]{4,12}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(PlannedCode, "planned")

urlpatterns = [
    path("calendar/", calendars.calendar, name="calendar"),
    path("meetings/calendar.ics", calendars.calendar_feed, name="calendar-feed"),
    path("meetings/", pages.meetings, name="meetings"),
    path("meetings/series/<str:id>.ics", calendars.series_feed, name="series-feed"),
    path("meetings/series/<str:id>/", planned.series, name="series"),
    path("meetings/papers/<str:code>/", planned.paper, name="paper"),
    path("meetings/<planned:code>/", planned.planned_meeting, name="planned-meeting"),
    path("meetings/<str:id>/", pages.meeting, name="meeting"),
    path("agenda/", pages.agenda, name="agenda"),
]
