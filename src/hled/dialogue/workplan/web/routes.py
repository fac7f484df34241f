from django.urls import path

from hled.dialogue.workplan.web import pages, proposing

urlpatterns = [
    path("plan/propose/", proposing.propose, name="propose-change"),
    path("glossary/", pages.glossary, name="glossary"),
    path("context/<str:kind>/", pages.context, name="context"),
]
