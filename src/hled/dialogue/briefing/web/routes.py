from django.urls import path

from hled.dialogue.briefing.web import books, data, frame_pages, rules, scoreboard, search

urlpatterns = [
    path("", scoreboard.scoreboard, name="scoreboard"),
    path("alerts/", scoreboard.alerts, name="alerts"),
    path("meetings/<str:id>/brief/", books.brief, name="brief"),
    path("meetings/<str:id>/brief/book.<str:format>", books.book, name="book"),
    path("search/", search.search, name="search"),
    path("data/", data.data, name="data"),
    path("about/", frame_pages.about, name="about"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<str:code>/", rules.rule, name="rule"),
    path("appearance/", frame_pages.appearance, name="appearance"),
]
