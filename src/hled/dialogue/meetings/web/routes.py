from django.urls import path

from hled.dialogue.meetings.web import pages

urlpatterns = [
    path("meetings/", pages.meetings, name="meetings"),
    path("meetings/<str:id>/", pages.meeting, name="meeting"),
    path("agenda/", pages.agenda, name="agenda"),
]
