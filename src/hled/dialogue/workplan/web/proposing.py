"""Propose a change of the work plan: which act, on what, from which day, under which decision."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.accord.domain.texts.forms import Field, form_of
from hled.dialogue.accord.permissions import BEGIN_PROPOSAL
from hled.dialogue.accord.subjects import codes_of, standing_fields
from hled.dialogue.accord.web.beginning import read_terms, terms_asked
from hled.dialogue.accord.web.boxes import Box, boxes, values_said
from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.workplan.domain.acts import ACT_KINDS, ActKind, Asks, next_identifier
from hled.dialogue.workplan.domain.acts.rules import WP_01
from hled.dialogue.workplan.queries.acts import used_identifiers
from hled.dialogue.workplan.queries.plan import plan
from hled.dialogue.workplan.services.proposing import propose_change
from hled.interfaces.acting import does
from hled.interfaces.asked import now
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.kernel.action import Whose
from hled.kernel.rule import BrokenRuleError, Finding

_FIRST: Mapping[str, tuple[str, ...]] = {
    "commitment.add": ("pillar",),
    "milestone.add": ("commitment", "due"),
    "milestone.amend": ("due",),
    "milestone.reach": ("reached",),
}
"""Fields asked at once, without which there is nothing to propose; the others stand below them, and in the editor of the draft."""


@does(BEGIN_PROPOSAL, on=Whose.OWN)
def propose(request: HttpRequest) -> HttpResponse:
    """One kind of act; without any, the kinds that need no subject yet."""
    said = request.POST if request.method == "POST" else request.GET
    type = said.get("type", "")
    if not type:
        return _which(request)
    kind = ACT_KINDS.get(type)
    if kind is None:
        return _which(request, (Finding(WP_01, type[:60], ", ".join(ACT_KINDS)),), 400)
    if request.method != "POST":
        return _asked(request, kind, said)
    try:
        terms = read_terms(said)
        made = propose_change(
            type=type,
            subject=said.get("subject", "").strip()[:120],
            effective=terms.effective,
            occasion=terms.occasion,
            fields=values_said(_fields(kind), said, _standing(kind, said)),
            by=person_of(request),
            at=now(),
        )
    except BrokenRuleError as error:
        return _asked(request, kind, said, error.findings, 400)
    return HttpResponseRedirect(reverse("proposal", args=[made.pk]))


def _which(request: HttpRequest, findings: tuple[Finding, ...] = (), status: int = 200) -> HttpResponse:
    told = {
        "kinds": [each for each in ACT_KINDS.values() if each.asks is Asks.NEW],
        "findings": shown_findings(list(findings)),
    }
    return show(request, "workplan/propose_which.html", told, status=status)


def _fields(kind: ActKind) -> tuple[Field, ...]:
    """Every field that the act may carry, as the form of the editor has them."""
    subject, _, verb = kind.type.partition(".")
    return form_of(subject).fields_of(verb)


def _is_first(kind: ActKind, box: Box) -> bool:
    return box.field.name in {*_FIRST.get(kind.type, ()), kind.points}


def _standing(kind: ActKind, said: Mapping[str, Any]) -> Mapping[str, Any]:
    return standing_fields(kind.type.partition(".")[0], str(said.get("subject", "")).strip()[:120])


def _asked(
    request: HttpRequest,
    kind: ActKind,
    said: Mapping[str, Any],
    findings: tuple[Finding, ...] = (),
    status: int = 200,
) -> HttpResponse:
    subject = str(said.get("subject", ""))
    given = {name: said[name] for name in ("pillar", "commitment") if said.get(name)}
    shown = shown_findings(list(findings))
    typed = said if "effective" in said else {}
    codes = codes_of(kind.type.partition(".")[0])
    every = boxes(_fields(kind), given, typed, _standing(kind, said), shown, codes)
    further = [each for each in every if not _is_first(kind, each)]
    told = {
        "kind": kind,
        "is_new": kind.asks is Asks.NEW,
        "subject": subject or _next(kind, str(given.get("pillar", "")), given.get("commitment")),
        "commitment": _commitment(kind, subject, str(given.get("commitment", ""))),
        "milestone": plan().milestones.get(subject) if kind.kind == "milestones" else None,
        "plan": plan(),
        "boxes": [each for each in every if _is_first(kind, each)],
        "further": further,
        "further_open": any(each.findings or each.shown for each in further),
        "findings": shown,
        **terms_asked(said),
    }
    return show(request, "workplan/propose.html", told, status=status)


def _next(kind: ActKind, pillar: str, commitment: object) -> str:
    """The next free identifier, as a suggestion; none where the kind has no number."""
    if kind.kind == "milestones" and kind.asks is Asks.NEW:
        return next_identifier("milestones", used_identifiers("milestones"))
    if kind.type == "commitment.add" and pillar in plan().pillars:
        return next_identifier("commitments", used_identifiers("commitments"), pillar=pillar)
    return ""


def _commitment(kind: ActKind, subject: str, named: str) -> str:
    """The commitment whose page the proposal came from."""
    if kind.kind == "commitments":
        return subject if subject in plan().commitments else ""
    milestone = plan().milestones.get(subject)
    id = str(milestone["commitment"]) if milestone else named
    return id if id in plan().commitments else ""
