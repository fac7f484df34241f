"""Who held which office, as seen at the meetings."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse

from hled.dialogue.delegations.queries.account import officers_seen
from hled.dialogue.delegations.queries.terms import Term, terms_known
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.kernel.action import READ_RECORD
from hled.kernel.party import parties_in_order


@does(READ_RECORD)
def offices(request: HttpRequest) -> HttpResponse:
    as_of = asked_of(request).as_of
    terms, officers = terms_known(as_of), officers_seen(as_of)
    sides = [
        (
            side,
            [
                (office, list(each))
                for office, each in groupby((term for term in terms if term.party == side.value), key=_office)
            ],
            [each for each in officers if each.party is side],
        )
        for side in parties_in_order(request.LANGUAGE_CODE)
    ]
    return show(request, "delegations/offices.html", {"sides": sides})


def _office(term: Term) -> object:
    return term.office
