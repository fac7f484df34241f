from django.urls import path

from hled.dialogue.studies.web import pages, questions
from hled.dialogue.studies.web.complexity import complexity

urlpatterns = [
    path("studies/", pages.index, name="studies"),
    path("studies/dependence/", questions.dependence, name="dependence"),
    path("studies/through/", questions.through, name="through"),
    path("studies/pair/", questions.pair, name="pair"),
    path("studies/corridor/", questions.corridor, name="corridor"),
    path("studies/exports/", questions.exports, name="exports"),
    path("studies/complexity/", complexity, name="complexity"),
    path("studies/verification/", pages.verification, name="verification"),
    path("studies/<str:id>/", pages.study, name="study"),
]
