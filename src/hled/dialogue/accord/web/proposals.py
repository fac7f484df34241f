"""What waits for whom, the proposals, and one of them: words, brackets, turn, difference and history."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from hled.dialogue.accord.domain.texts.difference import difference
from hled.dialogue.accord.domain.texts.forms import form_of, forms
from hled.dialogue.accord.domain.texts.procedure import State, Step, findings_before_opening
from hled.dialogue.accord.domain.texts.segments import SegmentKind
from hled.dialogue.accord.domain.texts.silence import days_left
from hled.dialogue.accord.models import Proposal
from hled.dialogue.accord.permissions import ACTIONS, BEGIN_PROPOSAL, SEE_PROPOSAL, SEE_PROPOSALS
from hled.dialogue.accord.queries.texts.reading import (
    base_of,
    edits_seen,
    standing_of,
    tried,
    turn_of,
    visible,
    words_of,
)
from hled.dialogue.accord.queries.texts.reading import (
    proposal as known,
)
from hled.dialogue.accord.queries.texts.tasks import passages
from hled.dialogue.accord.subjects import codes_of, occasions, standing_fields
from hled.dialogue.accord.web.boxes import boxes
from hled.dialogue.accord.web.rows import Problem, rows
from hled.dialogue.accord.web.subjects import of_owner, of_proposal
from hled.dialogue.delegations.queries.permitting import may
from hled.dialogue.delegations.queries.waiting import waits_for
from hled.dialogue.delegations.web.visitors import person_of
from hled.interfaces.acting import Subject, does
from hled.interfaces.asked import now
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.kernel.action import Whose
from hled.kernel.party import Party
from hled.kernel.rule import Finding

MOST_OF_A_ROLE = 50
"""Tasks of one role on the page, those that wait longest."""


@does(SEE_PROPOSALS, on=Whose.JOINT)
def tasks(request: HttpRequest) -> HttpResponse:
    at = now()
    found = waits_for(person_of(request), at)
    told = {
        "tasks": [
            (role, [(each, each.days(at)) for each in of_role[:MOST_OF_A_ROLE]], len(of_role))
            for role, of_role in found.items()
        ],
        "total": len({each.key for of_role in found.values() for each in of_role}),
        "most": MOST_OF_A_ROLE,
    }
    return show(request, "accord/tasks.html", told)


@does(SEE_PROPOSALS, on=Whose.JOINT)
def listed(request: HttpRequest, findings: Any = (), status: int = 200) -> HttpResponse:
    at, party = now(), Party(person_of(request).party or "")
    told = {
        "proposals": [(each, State(each.state), _turn(each, at)) for each in visible(party)[:500]],
        "forms": forms(),
        "may_begin": may(person_of(request), BEGIN_PROPOSAL, Subject(party), at.date()),
        "findings": findings,
        "typed": request.POST,
        "today": at.date(),
    }
    return show(request, "accord/proposals.html", told, status=status)


def _turn(found: Proposal, at: datetime) -> dict[str, Any]:
    turn = turn_of(found)
    return {"awaited": sorted(turn.awaited), "days": turn.age(at), "since": turn.since}


@does(SEE_PROPOSAL, on=of_proposal)
def shown(
    request: HttpRequest,
    proposal: int,
    problems: Mapping[str, Problem] | None = None,
    findings: tuple[Finding, ...] = (),
    status: int = 200,
) -> HttpResponse:
    person, at = person_of(request), now()
    found = known(proposal, Party(person.party or ""))
    text = words_of(found)
    standing, form = standing_of(found, text), form_of(found.text.kind)
    stand = standing_fields(found.text.kind, found.text.subject)
    against = tried(found, text, at) if State(found.state) in {State.DRAFT, State.TABLED} else ()
    allowed = {
        step: may(
            person,
            ACTIONS[step],
            (of_owner if step in {Step.TABLE, Step.WITHDRAW} else of_proposal)(request, found.pk),
            at.date(),
        )
        for step in ACTIONS
    }
    told = {
        "proposal": found,
        "state": State(found.state),
        "form": form,
        "typed": request.POST,
        "boxes": boxes(
            form.fields_of(found.verb),
            found.fields,
            request.POST if "read" in request.POST else {},
            stand,
            [*shown_findings(findings), *shown_findings(against)],
            codes_of(found.text.kind) if allowed[Step.WRITE] else {},
        ),
        "keeps": bool(stand),
        "stands": [(each, found.fields[each.name]) for each in form.fields if each.name in found.fields],
        "occasions": occasions(),
        "occasion": request.POST.get("occasion", found.occasion or ""),
        "turn": _turn(found, at),
        "mine": Party(person.party or ""),
        "rows": rows(text, problems or {}, at),
        "may": {str(step): holds for step, holds in allowed.items()},
        "certified": [
            each for each in found.certifications.select_related("by") if each.digest == standing.digest
        ],
        "digest": standing.digest,
        "wanting": shown_findings([*findings_before_opening(standing), *against]),
        "kinds": [each for each in SegmentKind if each is not SegmentKind.FIELD],
        "days_left": days_left(at.date(), found.silent_until.date()) if found.silent_until else None,
        "passages": passages(found, Party(person.party or "")),
        "findings": shown_findings(findings),
        "today": at.date(),
    }
    return show(request, "accord/proposal.html", told, status=status)


@does(SEE_PROPOSAL, on=of_proposal)
def changed(request: HttpRequest, proposal: int) -> HttpResponse:
    found = known(proposal, Party(person_of(request).party or ""))
    changes = difference(base_of(found), words_of(found))
    told = {"proposal": found, "changes": changes, "state": State(found.state)}
    return show(request, "accord/difference.html", told)


@does(SEE_PROPOSAL, on=of_proposal)
def history(request: HttpRequest, proposal: int) -> HttpResponse:
    party = Party(person_of(request).party or "")
    found = known(proposal, party)
    told = {"proposal": found, "edits": edits_seen(found, party), "state": State(found.state)}
    return show(request, "accord/history.html", told)
