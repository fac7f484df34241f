"""Steps of a proposal: begin, table, pass the turn, withdraw, certify, renew, and its terms."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.accord.domain.texts.forms import form_of
from hled.dialogue.accord.domain.texts.plain import tidied
from hled.dialogue.accord.domain.texts.procedure import Step
from hled.dialogue.accord.domain.texts.rules import AC_75, AC_84
from hled.dialogue.accord.permissions import ACTIONS, BEGIN_PROPOSAL, RENEW_PROPOSAL
from hled.dialogue.accord.queries.texts.reading import proposal as known
from hled.dialogue.accord.services.texts import editing, proposing
from hled.dialogue.accord.services.texts.opening import certify
from hled.dialogue.accord.subjects import standing_fields
from hled.dialogue.accord.web.beginning import read_occasion
from hled.dialogue.accord.web.boxes import values_said
from hled.dialogue.accord.web.proposals import listed, shown
from hled.dialogue.accord.web.subjects import of_owner, of_proposal
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.web.visitors import person_of
from hled.interfaces.acting import does
from hled.interfaces.asked import now, read_day
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.kernel.action import Whose
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding


@does(BEGIN_PROPOSAL, on=Whose.OWN)
def begin(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    said = request.POST
    try:
        made = proposing.begin(
            subject=said.get("subject", "").strip()[:120],
            kind=said.get("kind", ""),
            verb=said.get("verb", ""),
            title=_title(said.get("title_en", ""), said.get("title_es", "")),
            effective=read_day("effective", said.get("effective", "")),
            by=person_of(request),
            at=now(),
            occasion=read_occasion(said),
        )
    except BrokenRuleError as error:
        return listed(request, shown_findings(error.findings), 400)
    return HttpResponseRedirect(reverse("proposal", args=[made.pk]))


def _title(english: str, spanish: str) -> Bilingual:
    if not (tidied(english) and tidied(spanish)):
        raise BrokenRuleError([Finding(AC_84, "title_es" if tidied(english) else "title_en")])
    return Bilingual(tidied(english), tidied(spanish))


def _done(request: HttpRequest, proposal: int, act: Callable[[Person], Any]) -> HttpResponse:
    """Take a step and show the proposal again, with what stood against it."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        act(person_of(request))
    except BrokenRuleError as error:
        return shown(request, proposal, None, error.findings, 400)
    return HttpResponseRedirect(reverse("proposal", args=[proposal]))


def _remark(request: HttpRequest) -> str:
    return tidied(request.POST.get("remark", ""))


@does(ACTIONS[Step.TABLE], on=of_owner)
def tabled(request: HttpRequest, proposal: int) -> HttpResponse:
    return _done(
        request,
        proposal,
        lambda by: proposing.table(proposal=proposal, by=by, at=now(), remark=_remark(request)),
    )


@does(ACTIONS[Step.HAND_OVER], on=of_proposal)
def handed_over(request: HttpRequest, proposal: int) -> HttpResponse:
    return _done(
        request,
        proposal,
        lambda by: proposing.hand_over(proposal=proposal, by=by, at=now(), remark=_remark(request)),
    )


@does(ACTIONS[Step.WITHDRAW], on=of_owner)
def withdrawn(request: HttpRequest, proposal: int) -> HttpResponse:
    return _done(
        request,
        proposal,
        lambda by: proposing.withdraw(proposal=proposal, by=by, at=now(), remark=_remark(request)),
    )


@does(ACTIONS[Step.CERTIFY], on=of_proposal)
def certified(request: HttpRequest, proposal: int) -> HttpResponse:
    """Of the digest that the page showed, not of whatever stands by now."""
    digest = request.POST.get("digest", "")[:64]
    return _done(request, proposal, lambda by: certify(proposal=proposal, digest=digest, by=by, at=now()))


@does(ACTIONS[Step.WRITE], on=of_proposal)
def terms(request: HttpRequest, proposal: int) -> HttpResponse:
    """The day of effect, the decision, a silence procedure, and the structured fields: all of them, or none."""
    return _done(request, proposal, lambda by: _set_terms(request, proposal, by))


@transaction.atomic
def _set_terms(request: HttpRequest, proposal: int, by: Person) -> None:
    said = request.POST
    found = known(proposal, Party(by.party or ""))
    read = int(said["read"]) if said.get("read", "").isdecimal() else 0
    days = said.get("silent_days", "")
    saved = editing.set_terms(
        proposal=proposal,
        effective=read_day("effective", said.get("effective", "")),
        occasion=read_occasion(said, found.occasion),
        silent_from=read_day("silent_from", said["silent_from"]) if said.get("silent_from") else None,
        silent_days=int(days) if days.isdecimal() and len(days) < 4 else None,
        read=read,
        by=by,
        at=now(),
    )
    if isinstance(saved, editing.TermsConflict):
        raise BrokenRuleError([Finding(AC_75, "terms", str(read))])
    asked = form_of(found.text.kind).fields_of(found.verb)
    if not asked:
        return
    values = values_said(asked, said, standing_fields(found.text.kind, found.text.subject))
    fields = editing.set_fields(
        proposal=proposal, values=values, read=saved.proposal.terms_version, by=by, at=now()
    )
    if isinstance(fields, editing.TermsConflict):
        raise BrokenRuleError([Finding(AC_75, "fields", str(read))])


@does(RENEW_PROPOSAL, on=of_proposal)
def renewed(request: HttpRequest, proposal: int) -> HttpResponse:
    """A new draft on the text now in force; each conflict is decided by a person, with both texts in view."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    chosen = {
        name.removeprefix("choice:"): tidied(str(value))
        for name, value in request.POST.items()
        if name.startswith("choice:")
    }
    decided: dict[str, Any] = {
        place: value.split() if place == "order" else value for place, value in chosen.items()
    }
    try:
        found = proposing.renew(proposal=proposal, by=person_of(request), at=now(), choices=decided)
    except BrokenRuleError as error:
        return shown(request, proposal, None, error.findings, 400)
    if found.proposal is not None:
        return HttpResponseRedirect(reverse("proposal", args=[found.proposal.pk]))
    told = {
        "proposal": known(proposal, Party(person_of(request).party or "")),
        "conflicts": [
            (proposing.place_of(each), type(each).__name__, each) for each in found.merge.conflicts
        ],
    }
    return show(request, "accord/renew.html", told, status=409)
