"""The entrance, the appearance a reader chose, and what this site is."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language_from_request, override

from hled.dialogue.briefing.queries.record import last_load
from hled.interfaces.acting import does
from hled.interfaces.frame import TONES, show
from hled.kernel.action import READ_RECORD

A_YEAR = 365 * 24 * 3600


@does(READ_RECORD)
def entrance(request: HttpRequest) -> HttpResponse:
    """To the scoreboard in the language that the browser asks for."""
    with override(get_language_from_request(request)):
        query = request.META.get("QUERY_STRING", "")
        answer = HttpResponseRedirect(reverse("scoreboard") + (f"?{query}" if query else ""))
    patch_vary_headers(answer, ["Accept-Language", "Cookie"])
    return answer


@does(READ_RECORD)
def appearance(request: HttpRequest) -> HttpResponse:
    """Keep the chosen tone in a cookie and go back to the page."""
    back = request.GET.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = reverse("scoreboard")
    answer = HttpResponseRedirect(back)
    tone = request.GET.get("tone", "")
    if tone in TONES and tone != "auto":
        answer.set_cookie(
            settings.TONE_COOKIE_NAME,
            tone,
            max_age=A_YEAR,
            samesite="Lax",
            secure=request.is_secure(),
            httponly=True,
        )
    else:
        answer.delete_cookie(settings.TONE_COOKIE_NAME, samesite="Lax")
    return answer


@does(READ_RECORD)
def about(request: HttpRequest) -> HttpResponse:
    return show(request, "briefing/about.html", {"load": last_load()})
