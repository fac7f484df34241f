from django.urls import path

from hled.dialogue.briefing.web import data, frame_pages, rules, scoreboard, search

urlpatterns = [
    path("", scoreboard.scoreboard, name="scoreboard"),
    path("alerts/", scoreboard.alerts, name="alerts"),
    path("search/", search.search, name="search"),
    path("data/", data.data, name="data"),
    path("about/", frame_pages.about, name="about"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<str:code>/", rules.rule, name="rule"),
    path("appearance/", frame_pages.appearance, name="appearance"),
]
