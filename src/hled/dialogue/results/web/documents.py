"""The list of documents, and what one states and reports."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from hled.dialogue.results.queries.papers import paper, papers
from hled.dialogue.results.queries.view import view
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD

ROWS_OF_A_PAGE = 100


@does(READ_RECORD)
def documents(request: HttpRequest) -> HttpResponse:
    seen = view(asked_of(request))
    page = Paginator(papers(seen), ROWS_OF_A_PAGE).get_page(request.GET.get("page"))
    return show(request, "results/documents.html", {"plan": seen.plan, "page": page})


@does(READ_RECORD)
def document(request: HttpRequest, id: str) -> HttpResponse:
    found = paper(id, asked_of(request))
    return show(
        request,
        "results/document.html",
        {"paper": found, "record": found.record, "plan": found.view.plan},
    )
