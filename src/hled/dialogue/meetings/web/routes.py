from django.urls import path, register_converter

from hled.dialogue.meetings.web import agendas, calendars, founding, pages, planned, planning


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
    path("meetings/series/<str:id>/rest/", founding.rest, name="rest-series"),
    path("meetings/groups/found/", founding.found, name="found-group"),
    path("meetings/series/<str:id>/", planned.series, name="series"),
    path("meetings/papers/<str:code>/", planned.paper, name="paper"),
    path("meetings/plan/", planning.plan, name="plan-meeting"),
    path("meetings/points/<str:code>/", agendas.point, name="agenda-point"),
    path("meetings/points/<str:code>/move/", agendas.move, name="move-point"),
    path("meetings/points/<str:code>/drop/", agendas.drop, name="drop-point"),
    path("meetings/<planned:code>/change/", planning.change, name="change-meeting"),
    path("meetings/<planned:code>/announce/", planning.announce, name="announce-meeting"),
    path("meetings/<planned:code>/cancel/", planning.cancel, name="cancel-meeting"),
    path("meetings/<planned:code>/hold/", planning.hold, name="hold-meeting"),
    path("meetings/<planned:code>/delegation/", planning.seat, name="seat-delegation"),
    path("meetings/<planned:code>/papers/", planning.file, name="file-paper"),
    path("meetings/<planned:code>/minutes/", planning.minutes, name="draft-minutes"),
    path("meetings/<planned:code>/decisions/", planning.decision, name="draft-decision"),
    path("meetings/<planned:code>/agenda/", agendas.editor, name="agenda-editor"),
    path("meetings/<planned:code>/agenda/accept/", agendas.accept, name="accept-suggestion"),
    path("meetings/<planned:code>/agenda/add/", agendas.add, name="add-point"),
    path("meetings/<planned:code>/", planned.planned_meeting, name="planned-meeting"),
    path("meetings/<str:id>/", pages.meeting, name="meeting"),
    path("agenda/", pages.agenda, name="agenda"),
]
