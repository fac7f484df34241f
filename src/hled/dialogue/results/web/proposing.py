"""Propose a joint target on the page of its indicator, and the version of the rules."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.accord.domain.texts.rules import AC_62
from hled.dialogue.accord.permissions import BEGIN_PROPOSAL
from hled.dialogue.accord.web.beginning import read_terms, terms_asked
from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.results.domain.indicators import INDICATORS
from hled.dialogue.results.domain.rulebook import RULEBOOKS
from hled.dialogue.results.domain.rulebook.agreeing import rulebook_digest
from hled.dialogue.results.queries.rulebooks import rulebook_on
from hled.dialogue.results.services.proposing import propose_rulebook, propose_target
from hled.interfaces.acting import does
from hled.interfaces.asked import now, read_day, today
from hled.interfaces.frame import show
from hled.interfaces.problems import not_found, shown_findings
from hled.kernel.action import Whose
from hled.kernel.rule import BrokenRuleError, Finding


@does(BEGIN_PROPOSAL, on=Whose.OWN)
def target(request: HttpRequest, code: str) -> HttpResponse:
    if code not in INDICATORS:
        raise not_found("indicator", code)
    if request.method != "POST":
        return _target(request, code, request.GET)
    said = request.POST
    try:
        terms = read_terms(said)
        made = propose_target(
            indicator=code,
            place=said.get("place", "").strip()[:12],
            value=_value(said.get("value", "")),
            due_on=read_day("due_on", said.get("due_on", "")),
            effective=terms.effective,
            occasion=terms.occasion,
            by=person_of(request),
            at=now(),
        )
    except BrokenRuleError as error:
        return _target(request, code, said, error.findings, 400)
    return HttpResponseRedirect(reverse("proposal", args=[made.pk]))


def _value(written: str) -> Decimal:
    """
    Raises
    ------
    BrokenRuleError
        AC-62, when it is no decimal number of at most 15 digits before the point.
    """
    try:
        found = Decimal(written.strip())
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or abs(found) >= 10**15 or len(written) > 40:
        raise BrokenRuleError([Finding(AC_62, "value", written[:40])])
    return found


def _target(
    request: HttpRequest,
    code: str,
    typed: Mapping[str, Any],
    findings: tuple[Finding, ...] = (),
    status: int = 200,
) -> HttpResponse:
    told = {
        "definition": INDICATORS[code],
        "typed": typed,
        "findings": shown_findings(list(findings)),
        **terms_asked(typed),
    }
    return show(request, "results/propose_target.html", told, status=status)


@does(BEGIN_PROPOSAL, on=Whose.OWN)
def rulebook(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _rulebook(request, request.GET)
    said = request.POST
    try:
        terms = read_terms(said)
        made = propose_rulebook(
            version=said.get("version", ""),
            effective=terms.effective,
            occasion=terms.occasion,
            by=person_of(request),
            at=now(),
        )
    except BrokenRuleError as error:
        return _rulebook(request, said, error.findings, 400)
    return HttpResponseRedirect(reverse("proposal", args=[made.pk]))


def _rulebook(
    request: HttpRequest, typed: Mapping[str, Any], findings: tuple[Finding, ...] = (), status: int = 200
) -> HttpResponse:
    told = {
        "versions": [(each, rulebook_digest(each)) for each in RULEBOOKS],
        "standing": rulebook_on(today()).version,
        "typed": typed,
        "findings": shown_findings(list(findings)),
        **terms_asked(typed),
    }
    return show(request, "results/propose_rulebook.html", told, status=status)
