from django.urls import path

from hled.dialogue.workplan.web import pages

urlpatterns = [
    path("glossary/", pages.glossary, name="glossary"),
    path("context/<str:kind>/", pages.context, name="context"),
]
