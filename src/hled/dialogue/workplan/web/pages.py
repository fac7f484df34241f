"""The words of the dialogue, and what surrounds it: events, first era, Executive Orders, dockets, organizations."""

from django.http import HttpRequest, HttpResponse

from hled.dialogue.workplan.queries.context import CONTEXT_KINDS, context_items, glossary_terms
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.interfaces.problems import not_found
from hled.kernel.action import READ_RECORD


@does(READ_RECORD)
def glossary(request: HttpRequest) -> HttpResponse:
    terms, said = glossary_terms(asked_of(request))
    return show(request, "workplan/glossary.html", {"terms": terms, "plan": said})


@does(READ_RECORD)
def context(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in CONTEXT_KINDS:
        raise not_found("context", kind)
    items, said = context_items(kind, asked_of(request))
    return show(
        request,
        f"workplan/context_{kind.replace('-', '_')}.html",
        {"items": items, "plan": said, "kind": kind, "kinds": CONTEXT_KINDS.items()},
    )
