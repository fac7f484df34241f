"""The people of a Party, as its administrators keep them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Agency, Person
from hled.dialogue.delegations.permissions import (
    APPOINT,
    END_TERM,
    ENROLL,
    RESET_FACTORS,
    SEE_PEOPLE,
    SHUT_OUT,
)
from hled.dialogue.delegations.queries.account import (
    appointment_known,
    party_of,
    people_of,
    person_known,
    terms_of,
)
from hled.dialogue.delegations.services.access import first_link, let_in, shut_out, take_factors_away
from hled.dialogue.delegations.services.people import PP_07, PP_10, appoint, end_term, enroll
from hled.dialogue.delegations.web.visitors import has_factor, person_of
from hled.interfaces.acting import Subject, does
from hled.interfaces.asked import now, read_day, today
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.kernel.action import Whose
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding


def of_person(request: HttpRequest, person: int, **_: object) -> Subject:
    return party_of(person_known(person))


@does(SEE_PEOPLE, on=Whose.OWN)
def people(request: HttpRequest, findings: Any = (), status: int = 200) -> HttpResponse:
    mine = Party(person_of(request).party or "")
    listed = [(each, terms_of(each, today()), has_factor(each)) for each in people_of(mine)]
    told = {"mine": mine, "listed": listed, "findings": findings, "typed": request.POST}
    return show(request, "delegations/people.html", told, status=status)


@does(ENROLL, on=Whose.OWN)
def enrolled(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        made = enroll(
            email=request.POST.get("email", ""),
            name=request.POST.get("name", ""),
            language=Language.EN if request.POST.get("language") == "en" else Language.ES,
            by=person_of(request),
            at=now(),
        )
    except BrokenRuleError as error:
        return people(request, shown_findings(error.findings), 400)
    return _link(request, made, first_link(made))


@does(SEE_PEOPLE, on=of_person)
def person(request: HttpRequest, person: int, findings: Any = (), status: int = 200) -> HttpResponse:
    found = person_known(person)
    told = {
        "found": found,
        "terms": terms_of(found, today()),
        "has_factor": has_factor(found),
        "is_self": found.pk == person_of(request).pk,
        "roles": list(Role),
        "agencies": Agency.objects.filter(party=found.party, retired_at=None),
        "today": today(),
        "findings": findings,
        "typed": request.POST,
    }
    return show(request, "delegations/person.html", told, status=status)


@does(APPOINT, on=of_person)
def appointed(request: HttpRequest, person: int) -> HttpResponse:
    def act(found: Person) -> None:
        said = request.POST
        appoint(
            person=found,
            role=said.get("role", ""),
            agency=_agency(said.get("agency", "")),
            title=_title(said),
            starts_on=read_day("starts_on", said.get("starts_on", "")),
            ends_on=read_day("ends_on", said["ends_on"]) if said.get("ends_on") else None,
            by=person_of(request),
            at=now(),
        )

    return _done(request, person, act)


@does(END_TERM, on=of_person)
def ended(request: HttpRequest, person: int, term: int) -> HttpResponse:
    def act(found: Person) -> None:
        end_term(
            appointment=appointment_known(term, found.pk),
            ends_on=read_day("ends_on", request.POST.get("ends_on", "")),
            by=person_of(request),
            at=now(),
        )

    return _done(request, person, act)


@does(RESET_FACTORS, on=of_person)
def renewed(request: HttpRequest, person: int) -> HttpResponse:
    """A new link; the former password and factors are gone."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found = person_known(person)
    return _link(request, found, take_factors_away(person=found, by=person_of(request), at=now()))


@does(SHUT_OUT, on=of_person)
def access(request: HttpRequest, person: int) -> HttpResponse:
    def act(found: Person) -> None:
        change = let_in if request.POST.get("access") == "in" else shut_out
        change(person=found, by=person_of(request), at=now())

    return _done(request, person, act)


def _done(request: HttpRequest, number: int, act: Callable[[Person], None]) -> HttpResponse:
    """Carry out an act on a person and show her page again, with what stood against it."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        act(person_known(number))
    except BrokenRuleError as error:
        return person(request, number, shown_findings(error.findings), 400)
    return HttpResponseRedirect(reverse("person", args=[number]))


def _link(request: HttpRequest, found: Person, parts: tuple[str, str]) -> HttpResponse:
    """Shown once, to be handed over."""
    address = request.build_absolute_uri(reverse("welcome", args=parts))
    return show(request, "delegations/link.html", {"found": found, "address": address})


def _title(said: Mapping[str, str]) -> Bilingual:
    english, spanish = said.get("title_en", "").strip(), said.get("title_es", "").strip()
    if not (english and spanish):
        raise BrokenRuleError([Finding(PP_10, "title_es" if english else "title_en")])
    return Bilingual(english[:300], spanish[:300])


def _agency(code: str) -> Agency | None:
    if not code:
        return None
    found = Agency.objects.filter(id=code).first()
    if found is None:
        raise BrokenRuleError([Finding(PP_07, "agency", code[:40])])
    return found
