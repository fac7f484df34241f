"""Search across all rooms."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from hled.dialogue.briefing.queries.search import search as found_by
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual

LONGEST = 200
HITS_OF_A_PAGE = 50

ROUTES = {
    "commitment": "commitment",
    "report": "commitment",
    "document": "document",
    "meeting": "meeting",
    "agency": "agency",
    "indicator": "indicator",
    "glossary": "",
}
KINDS = {
    "commitment": Bilingual("Commitment", "Compromiso"),
    "report": Bilingual("Report", "Informe"),
    "document": Bilingual("Document", "Documento"),
    "meeting": Bilingual("Meeting", "Reunión"),
    "agency": Bilingual("Agency", "Dependencia"),
    "indicator": Bilingual("Indicator", "Indicador"),
    "glossary": Bilingual("Glossary", "Glosario"),
}


@does(READ_RECORD)
def search(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "")[:LONGEST].strip().replace("\0", "")
    kind = request.GET.get("kind", "")
    hits = found_by(words, asked_of(request))
    counts = [(code, title, sum(hit.kind == code for hit in hits)) for code, title in KINDS.items()]
    chosen = [hit for hit in hits if kind in {"", hit.kind}]
    page = Paginator(chosen, HITS_OF_A_PAGE).get_page(request.GET.get("page"))
    return show(
        request,
        "briefing/search.html",
        {
            "words": words,
            "kind": kind,
            "total": len(hits),
            "counts": [each for each in counts if each[2]],
            "page": page,
            "hits": [(hit, KINDS[hit.kind], ROUTES[hit.kind]) for hit in page.object_list],
        },
    )
