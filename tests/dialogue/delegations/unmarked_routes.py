"""A site on which somebody forgot to name the actions."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import path
from ninja import NinjaAPI

from hled.project.routes import urlpatterns as named

api = NinjaAPI(urls_namespace="unmarked", docs_url=None, openapi_url=None)


@api.get("/open/")
def forgotten(request: HttpRequest) -> str:
    return "open"


def open_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open")


urlpatterns = [path("api/", api.urls), *named, *i18n_patterns(path("open/", open_page))]
