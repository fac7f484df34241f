"""The desk: calls of a Party, and the page on which what came in is sorted, group by group."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from hled.dialogue.delegations.web.visitors import person_of
from hled.dialogue.docket.domain.owning import LARGEST_SEED, MOST_ASKED
from hled.dialogue.docket.domain.speakers import Kind
from hled.dialogue.docket.models import Theme
from hled.dialogue.docket.permissions import MANAGE_CALL, MODERATE, SEE_TRIAGE, TRIAGE
from hled.dialogue.docket.queries.asking import Filters
from hled.dialogue.docket.queries.desk import (
    UNSORTED,
    After,
    call_of,
    calls_on_the_desk,
    desk_page,
    moderated,
    progress,
    roots_fitting,
    theme_of,
    theme_rows,
)
from hled.dialogue.docket.queries.public import themes_of
from hled.dialogue.docket.services.copies import group_waiting
from hled.dialogue.docket.services.themes import follow_groups, propose_themes, sort_groups
from hled.dialogue.docket.web.reading import may, of_call, own_party, party_at_the_desk, subject_of
from hled.interfaces.acting import Subject, does
from hled.interfaces.asked import now, today
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.interfaces.typed import numbers_in, sent_number, whole_number
from hled.kernel.action import Whose
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError

EVERY = "every"
"""In place of a theme: groups wherever they stand."""
COMPARED_AT_ONCE = 200


@does(SEE_TRIAGE, on=Whose.JOINT)
def desk(request: HttpRequest) -> HttpResponse:
    party = party_at_the_desk(request)
    own = Subject(party)
    return show(
        request,
        "docket/desk.html",
        {
            "calls": calls_on_the_desk(party),
            "party": party,
            "today": today(),
            "may": may(request, Subject(None), MANAGE_CALL) | may(request, own, MODERATE),
            "appeals": len(moderated(party, only_appealed=True)),
        },
    )


@does(SEE_TRIAGE, on=of_call)
def triage(request: HttpRequest, code: str) -> HttpResponse:
    return triage_page(request, code)


def triage_page(
    request: HttpRequest,
    code: str,
    *,
    findings: Any = (),
    typed: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    call = call_of(code)
    said = request.POST if request.method == "POST" else request.GET
    asked = filters_of(said)
    themes = list(themes_of(call))
    page = desk_page(call, asked, After.read(said.get("after", "")))
    return show(
        request,
        "docket/triage.html",
        {
            "call": call,
            "asked": asked,
            "chosen_theme": said.get("theme", UNSORTED),
            "fields": [(name, value) for name, value in said_of(said).items() if value],
            "page": page,
            "progress": progress(call),
            "themes": themes,
            "kinds": list(Kind),
            "may": may(request, subject_of(call), TRIAGE, MANAGE_CALL),
            "done": _done(request.GET, themes),
            "findings": findings,
            "typed": typed or {},
            "ticked": set(typed.getlist("groups")) if isinstance(typed, QueryDict) else set(),
            "most_asked": MOST_ASKED,
            "largest_seed": LARGEST_SEED,
        },
        status=status,
    )


_NAMES = ("theme", "words", "kind", "language", "intake")


def said_of(said: Mapping[str, Any]) -> dict[str, str]:
    """What the address, or the form that keeps it, says of the filters."""
    return {name: str(said.get(name, ""))[:200] for name in _NAMES}


def filters_of(said: Mapping[str, Any]) -> Filters:
    """What is in no list asks for everything; without a theme, for what stands in none yet."""
    told = said_of(said)
    known = {"kind": tuple(Kind), "language": tuple(Language), "intake": tuple(Party)}
    for name, values in known.items():
        if told[name] not in values:
            told[name] = ""
    theme = told["theme"] or UNSORTED
    return Filters(**(told | {"theme": "" if theme == EVERY else theme}))


def _done(said: Mapping[str, Any], themes: list[Theme]) -> tuple[int, Theme] | None:
    """How many wordings were put where, as the address says after sorting."""
    count = whole_number(said.get("sorted"))
    theme = next((each for each in themes if each.code == said.get("into")), None)
    return (count, theme) if theme is not None and count is not None else None


@does(TRIAGE, on=of_call)
def sort(request: HttpRequest, code: str) -> HttpResponse:
    """Put the chosen groups, or all that fit the filters, into a theme."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    call, said = call_of(code), request.POST
    try:
        if said.get("everything"):
            groups = roots_fitting(call, filters_of(said))
        else:
            groups = numbers_in(said.getlist("groups"))
        chosen = said.get("into", "")
        into: Theme | tuple[str, str] = (
            theme_of(chosen) if chosen else (said.get("title_en", ""), said.get("title_es", ""))
        )
        theme, count = sort_groups(call=call, groups=groups, into=into, by=person_of(request), at=now())
    except BrokenRuleError as error:
        found = shown_findings(error.findings)
        return triage_page(request, code, findings=found, typed=said, status=400)
    kept = {name: value for name, value in said_of(said).items() if value}
    return _to_triage(code, kept | {"sorted": count, "into": theme.code})


@does(TRIAGE, on=of_call)
def propose(request: HttpRequest, code: str) -> HttpResponse:
    """Let the method propose themes for what stands in none."""

    def act() -> None:
        said = request.POST
        propose_themes(
            call=call_of(code),
            by=person_of(request),
            at=now(),
            seed=sent_number(said.get("seed", "1")),
            count=sent_number(said["count"]) if said.get("count") else None,
        )

    return _acted(request, code, act, reverse("docket-desk-themes", args=[code]))


@does(TRIAGE, on=of_call)
def compare(request: HttpRequest, code: str) -> HttpResponse:
    """Compare what has come in since, and let copies follow their group into its theme."""

    def act() -> None:
        group_waiting(call=call_of(code), at=now(), most=COMPARED_AT_ONCE)
        follow_groups(call=call_of(code))

    return _acted(request, code, act, reverse("docket-triage", args=[code]))


def _acted(request: HttpRequest, code: str, act: Callable[[], None], then: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        act()
    except BrokenRuleError as error:
        found = shown_findings(error.findings)
        return triage_page(request, code, findings=found, typed=request.POST, status=400)
    return HttpResponseRedirect(then)


@does(SEE_TRIAGE, on=of_call)
def themes(request: HttpRequest, code: str) -> HttpResponse:
    call = call_of(code)
    return show(
        request,
        "docket/desk_themes.html",
        {
            "call": call,
            "rows": theme_rows(call, own_party(request)),
            "party": own_party(request),
            "today": today(),
            "may": may(request, subject_of(call), TRIAGE, MANAGE_CALL),
        },
    )


def _to_triage(code: str, query: Mapping[str, str | int]) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('docket-triage', args=[code])}?{urlencode(query)}")
