"""Data and methods: downloads, sources and their terms, the rulebook, the agreement with the editor, the warnings."""

from django.http import HttpRequest, HttpResponse

from hled.dialogue.briefing.queries.record import last_load
from hled.dialogue.results.domain.agreement import compare
from hled.dialogue.results.queries.view import view
from hled.dialogue.workplan.queries.context import CONTEXT_KINDS
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD
from hled.sources.catalogue import DATASETS


@does(READ_RECORD)
def data(request: HttpRequest) -> HttpResponse:
    seen = view(asked_of(request))
    judged = {
        id: each["editor_status"]
        for id, each in seen.plan.commitments.items()
        if id in seen.standing.commitments and "editor_status" in each
    }
    agreement = compare(seen.standing.assessments, judged)
    rows = {row.id: row for row in seen.rows(each.commitment for each in agreement.disagreements)}
    load = last_load()
    return show(
        request,
        "briefing/data.html",
        {
            "plan": seen.plan,
            "datasets": DATASETS.values(),
            "rulebook": seen.standing.rulebook,
            "agreement": agreement,
            "disagreements": [(each, rows.get(each.commitment)) for each in agreement.disagreements],
            "load": load,
            "findings": load.findings if load else [],
            "contexts": CONTEXT_KINDS.items(),
        },
    )
