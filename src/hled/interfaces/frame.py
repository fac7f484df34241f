"""What the page frame needs on every page."""

from typing import Any

from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from hled.kernel.bilingual import Language
from hled.kernel.party import parties_in_order


def frame(request: HttpRequest) -> dict[str, Any]:
    """Language, the same page in the other language, the dates asked for, the order of the Parties."""
    language = get_language() or "en"
    return {
        "language": language,
        "other_language": Language(language).other.value,
        "other_language_url": translate_url(request.get_full_path(), Language(language).other),
        "asked": getattr(request, "asked", None),
        "kept_query": _kept(request),
        "parties": parties_in_order(language),
    }


def _kept(request: HttpRequest) -> str:
    """The part of the query that a reader keeps while walking: the two dates."""
    kept = request.GET.copy()
    for name in list(kept):
        if name not in {"as_of", "recorded_by"} or not kept[name]:
            del kept[name]
    return f"?{kept.urlencode()}" if kept else ""
