"""A theme on the desk: its name, its place in the plan, its groups; what both Parties reply; the agenda."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.docket.domain.replying import LINKS, Draft
from hled.dialogue.docket.domain.replying import Reply as Answer
from hled.dialogue.docket.models import Theme
from hled.dialogue.docket.permissions import APPROVE_REPLY, SEE_TRIAGE, TRIAGE, WRITE_REPLY
from hled.dialogue.docket.queries.chain import chain_of
from hled.dialogue.docket.queries.desk import After, groups_in, own_reply, theme_of
from hled.dialogue.docket.queries.public import themes_of
from hled.dialogue.docket.services.replying import approve_reply, bring_to_agenda, write_reply
from hled.dialogue.docket.services.themes import attach_to_plan, merge, move, rename, split
from hled.dialogue.docket.web.reading import (
    may,
    of_reply,
    of_theme,
    own_party,
    party_at_the_desk,
    subject_of,
)
from hled.dialogue.results.queries.view import view
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of, now, today
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.interfaces.typed import numbers_in
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError


@does(SEE_TRIAGE, on=of_theme)
def theme(request: HttpRequest, code: str) -> HttpResponse:
    found = theme_of(code)
    if found.merged_into is not None:
        return HttpResponseRedirect(reverse("docket-desk-theme", args=[found.merged_into.code]))
    return _page(request, found)


def _page(
    request: HttpRequest, found: Theme, *, findings: Any = (), typed: Any = None, status: int = 200
) -> HttpResponse:
    party = own_party(request)
    subject = subject_of(found.call)
    standing = {
        Party(each.party): each for each in found.replies.filter(approved_at__isnull=False).order_by("id")
    }
    draft = own_reply(found, party) if party else None
    return show(
        request,
        "docket/desk_theme.html",
        {
            "theme": found,
            "call": found.call,
            "others": [each for each in themes_of(found.call) if each.pk != found.pk],
            "page": groups_in(found, After.read(request.GET.get("after", ""))),
            "replies": [(each, standing.get(each)) for each in found.call.parties],
            "draft": draft if draft is not None and draft.approved_at is None else None,
            "chain": chain_of(found, party),
            "history": list(found.events.order_by("-id")),
            "plan": view(asked_of(request)).plan,
            "today": today(),
            "may": may(request, subject, TRIAGE) | may(request, of_reply(request, found.code), WRITE_REPLY),
            "findings": findings,
            "typed": typed or {},
        },
        status=status,
    )


def _acted(request: HttpRequest, code: str, act: Callable[[Theme], Theme | None]) -> HttpResponse:
    """Carry out an act on a theme and show where it led."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found = theme_of(code)
    try:
        then = act(found)
    except BrokenRuleError as error:
        found.refresh_from_db()
        shown = shown_findings(error.findings)
        return _page(request, found, findings=shown, typed=request.POST, status=400)
    return HttpResponseRedirect(reverse("docket-desk-theme", args=[(then or found).code]))


@does(TRIAGE, on=of_theme)
def named(request: HttpRequest, code: str) -> HttpResponse:
    return _acted(
        request,
        code,
        lambda found: rename(theme=found, title=_title(request), by=person_of(request), at=now()),
    )


@does(TRIAGE, on=of_theme)
def attached(request: HttpRequest, code: str) -> HttpResponse:
    def act(found: Theme) -> Theme:
        said = request.POST
        pillar, commitment = said.get("pillar", "")[:10], said.get("commitment", "").strip()[:40]
        return attach_to_plan(
            theme=found, pillar=pillar, commitment=commitment, by=person_of(request), at=now()
        )

    return _acted(request, code, act)


@does(TRIAGE, on=of_theme)
def merged(request: HttpRequest, code: str) -> HttpResponse:
    def act(found: Theme) -> Theme:
        into = theme_of(request.POST.get("into", ""))
        return merge(theme=found, into=into, by=person_of(request), at=now())

    return _acted(request, code, act)


@does(TRIAGE, on=of_theme)
def parted(request: HttpRequest, code: str) -> HttpResponse:
    """Move chosen groups into another theme, or split them off into a new one."""

    def act(found: Theme) -> Theme:
        said = request.POST
        groups = numbers_in(said.getlist("groups"))
        if into := said.get("into", ""):
            return move(theme=found, groups=groups, to=theme_of(into), by=person_of(request), at=now())
        return split(theme=found, groups=groups, title=_title(request), by=person_of(request), at=now())

    return _acted(request, code, act)


@does(TRIAGE, on=of_theme)
def to_agenda(request: HttpRequest, code: str) -> HttpResponse:
    def act(found: Theme) -> None:
        bring_to_agenda(theme=found, by=person_of(request), at=now())

    return _acted(request, code, act)


def _title(request: HttpRequest) -> tuple[str, str]:
    return request.POST.get("title_en", ""), request.POST.get("title_es", "")


@does(WRITE_REPLY, on=of_reply)
def reply(request: HttpRequest, code: str) -> HttpResponse:
    """Write the reply of one's own Party, or see the draft that waits for another person."""
    found = theme_of(code)
    if request.method != "POST":
        return _reply_page(request, found)
    said = request.POST
    draft = Draft(
        answer=said.get("answer", ""),
        reasons=(said.get("reasons_en", ""), said.get("reasons_es", "")),
        link=said.get("link", ""),
        link_id=said.get("link_id", "").strip(),
    )
    try:
        write_reply(theme=found, said=draft, by=person_of(request), at=now())
    except BrokenRuleError as error:
        shown = shown_findings(error.findings)
        return _reply_page(request, found, findings=shown, typed=said, status=400)
    return HttpResponseRedirect(reverse("docket-reply", args=[code]))


@does(APPROVE_REPLY, on=of_reply)
def approve(request: HttpRequest, code: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found = theme_of(code)
    draft = own_reply(found, party_at_the_desk(request))
    try:
        if draft is not None and str(draft.pk) == request.POST.get("reply", ""):
            approve_reply(reply=draft, by=person_of(request), at=now())
    except BrokenRuleError as error:
        return _reply_page(request, found, findings=shown_findings(error.findings), status=400)
    return HttpResponseRedirect(reverse("docket-reply", args=[code]))


def _reply_page(
    request: HttpRequest, found: Theme, *, findings: Any = (), typed: Any = None, status: int = 200
) -> HttpResponse:
    party = party_at_the_desk(request)
    last = own_reply(found, party)
    draft = last if last is not None and last.approved_at is None else None
    before = found.replies.filter(party=party, approved_at__isnull=False).order_by("-id")
    other = found.replies.filter(party=party.other, approved_at__isnull=False).order_by("-id").first()
    standing = last or None
    filled = {
        name: getattr(standing, name)
        for name in ("answer", "reasons_en", "reasons_es", "link", "link_id")
        if standing is not None
    }
    person = person_of(request)
    opens = may(request, of_reply(request, found.code), APPROVE_REPLY)
    return show(
        request,
        "docket/reply.html",
        {
            "theme": found,
            "call": found.call,
            "party": party,
            "draft": draft,
            "before": list(before),
            "other": other,
            "answers": list(Answer),
            "links": [each for each in LINKS if each],
            "typed": typed or filled,
            "findings": findings,
            "today": today(),
            "may_approve": bool(opens) and draft is not None and draft.written_by_id != person.pk,
            "is_writer": draft is not None and draft.written_by_id == person.pk,
            "chain": chain_of(found, party),
        },
        status=status,
    )
