from django.urls import path

from hled.dialogue.delegations.web import pages

urlpatterns = [path("offices/", pages.offices, name="offices")]
