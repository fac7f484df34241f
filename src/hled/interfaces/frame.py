"""What the page frame needs on every page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import translate_url
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from hled.kernel.bilingual import Language
from hled.kernel.party import parties_in_order

TONES: Mapping[str, Any] = MappingProxyType(
    {"auto": _("As the device"), "light": _("Light"), "dark": _("Dark")}
)

_NAVIGATION = (
    ("scoreboard", _("Scoreboard"), {"pillar", "commitment"}),
    (
        "meetings",
        _("Meetings"),
        {
            "meeting",
            "planned-meeting",
            "series",
            "calendar",
            "brief",
            "plan-meeting",
            "change-meeting",
            "agenda-editor",
            "agenda-point",
        },
    ),
    (
        "docket",
        pgettext_lazy("room", "Docket"),
        {
            "docket-call",
            "docket-say",
            "docket-receipt",
            "docket-submissions",
            "docket-submission",
            "docket-group",
            "docket-theme",
            "docket-desk",
            "docket-triage",
            "docket-announce",
            "docket-change-call",
            "docket-desk-themes",
            "docket-desk-theme",
            "docket-reply",
            "docket-moderation",
            "docket-moderate",
        },
    ),
    ("documents", _("Documents"), {"document"}),
    ("texts", _("Joint texts"), {"text"}),
    ("register", _("Register"), {"register-entry", "credentials"}),
    ("agencies", _("Agencies"), {"agency", "offices"}),
    ("indicators", _("Indicators"), {"indicator", "map"}),
    ("alerts", _("Alerts"), set[str]()),
    (
        "studies",
        _("Studies"),
        {
            "dependence",
            "through",
            "pair",
            "corridor",
            "exports",
            "product",
            "screen",
            "complexity",
            "product-lists",
            "product-list",
            "verification",
            "study",
        },
    ),
    ("agenda", _("Agenda"), set[str]()),
    ("data", _("Data and methods"), {"rules", "rule", "glossary", "context", "about"}),
    ("search", _("Search"), set[str]()),
)
"""Route, title, and the routes of the pages that belong under it."""

_KEPT = ("as_of", "recorded_by")


def show(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Render a page; caches keep one copy for each appearance."""
    answer = render(request, template, dict(context or {}), status=status)
    patch_vary_headers(answer, ["Cookie"])
    return answer


def frame(request: HttpRequest) -> dict[str, Any]:
    """Language, the same page in the other language, the dates asked for, the order of the Parties, navigation."""
    language = get_language() or "en"
    other = Language(language).other.value
    tone = request.COOKIES.get(settings.TONE_COOKIE_NAME, "")
    return {
        "language": language,
        "other_language": other,
        "other_language_url": translate_url(request.get_full_path(), other),
        "canonical_url": request.build_absolute_uri(request.path),
        "canonical_other_url": request.build_absolute_uri(translate_url(request.path, other)),
        "asked": getattr(request, "asked", None),
        "kept_query": _kept(request),
        "other_parameters": [(name, value) for name, value in request.GET.items() if name not in _KEPT],
        "parties": parties_in_order(language),
        "navigation": _navigation(request),
        "tones": TONES.items(),
        "tone": tone if tone in TONES and tone != "auto" else "",
        "undated_word": pgettext("date", "undated"),
    }


def _navigation(request: HttpRequest) -> list[dict[str, Any]]:
    route = request.resolver_match.url_name if request.resolver_match else ""
    return [
        {
            "route": name,
            "title": title,
            "current": "page" if route == name else "true" if route in below else "",
        }
        for name, title, below in _NAVIGATION
    ]


def _kept(request: HttpRequest) -> str:
    """The part of the query that a reader keeps while walking: the two dates."""
    kept = request.GET.copy()
    for name in list(kept):
        if name not in _KEPT or not kept[name]:
            del kept[name]
    return f"?{kept.urlencode()}" if kept else ""
