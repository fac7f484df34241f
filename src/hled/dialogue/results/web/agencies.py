"""The list of agencies of both Parties, and the part of one."""

from django.http import HttpRequest, HttpResponse

from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.queries.owners import owner, owners
from hled.dialogue.results.queries.view import view
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD
from hled.kernel.party import parties_in_order


@does(READ_RECORD)
def agencies(request: HttpRequest) -> HttpResponse:
    seen = view(asked_of(request))
    found = owners(seen)
    scale = max((each.total for _, _, each in found if each), default=1)
    sides = [
        (side, [each for each in found if each[1]["country"] == side.value])
        for side in parties_in_order(request.LANGUAGE_CODE)
    ]
    return show(
        request,
        "results/agencies.html",
        {"sides": sides, "scale": scale, "plan": seen.plan, "statuses": list(Status)},
    )


@does(READ_RECORD)
def agency(request: HttpRequest, id: str) -> HttpResponse:
    found = owner(id, asked_of(request))
    return show(
        request,
        "results/agency.html",
        {
            "owner": found,
            "record": found.record,
            "plan": found.view.plan,
            "groups": [
                ("stated", found.stated),
                ("partly_stated", found.partly),
                ("inferred", found.inferred),
            ],
            "narrowed": f"agency={id}&",
        },
    )
