"""
The editor of a proposal.

One form for the whole text, so that no box is lost when another is saved without script; with script each row is
saved alone. What cannot be saved is shown again in its box, beside what stands.
"""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.accord.domain.texts.editing import EditConflict, Read
from hled.dialogue.accord.domain.texts.plain import tidied
from hled.dialogue.accord.domain.texts.procedure import Step
from hled.dialogue.accord.domain.texts.rules import AC_60
from hled.dialogue.accord.domain.texts.segments import JointText, SegmentKind
from hled.dialogue.accord.permissions import ACTIONS
from hled.dialogue.accord.queries.texts.reading import proposal as known
from hled.dialogue.accord.queries.texts.reading import words_of
from hled.dialogue.accord.services.texts import editing
from hled.dialogue.accord.web.proposals import shown
from hled.dialogue.accord.web.rows import Problem, read_token, row, shown_digest
from hled.dialogue.accord.web.subjects import of_proposal
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.web.visitors import person_of
from hled.interfaces.acting import does
from hled.interfaces.asked import now
from hled.interfaces.frame import show
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding

Words = Mapping[Language, str]


@does(ACTIONS[Step.WRITE], on=of_proposal)
def save(request: HttpRequest, proposal: int) -> HttpResponse:
    """Save every box that was changed, then do what the button says."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    person, said = person_of(request), request.POST
    problems: dict[str, Problem] = {}
    for name in said:
        kind, _, segment = name.partition(":")
        if kind == "read":
            problem = _save(person, proposal, segment, said)
            if problem:
                problems[segment] = problem
    findings: tuple[Finding, ...] = ()
    place = ""
    if not problems and said.get("act"):
        place, findings = _act(person, proposal, said)
    if problems or findings:
        conflict = any(each.conflict for each in problems.values())
        return shown(request, proposal, problems, findings, 409 if conflict else 400)
    return HttpResponseRedirect(reverse("proposal", args=[proposal]) + (f"#segment-{place}" if place else ""))


@does(ACTIONS[Step.WRITE], on=of_proposal)
def save_one(request: HttpRequest, proposal: int, segment: str) -> HttpResponse:
    """Save one row and give it back, with what stood against it."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    person = person_of(request)
    problem = _save(person, proposal, segment, request.POST)
    found = known(proposal, Party(person.party or ""))
    text = words_of(found)
    standing = text.segment(segment)
    if standing is None:
        return shown(request, proposal, {segment: problem} if problem else {}, (), 409)
    told = {"row": row(text, standing, problem, now()), "proposal": found, "saved": problem is None}
    return show(request, "accord/_row.html", {**told, "may": {"write": True}})


def _save(person: Person, proposal: int, segment: str, said: Mapping[str, str]) -> Problem | None:
    """Save the boxes of one segment that differ from what the form showed; None where nothing stood against it."""
    read = read_token(said.get(f"read:{segment}", ""))
    if read is None:
        return Problem({}, (Finding(AC_60, "segment", segment[:40]),))
    versions, was = read
    boxes = {each: tidied(said.get(f"{each}:{segment}", "")) for each in Language}
    words = {each: box for each, box in boxes.items() if shown_digest(box) != was[each]}
    if not words:
        return None
    try:
        found = editing.write_segment(
            proposal=proposal, segment=segment, words=words, read=versions, by=person, at=now()
        )
    except BrokenRuleError as error:
        return Problem(boxes, error.findings)
    return Problem(words, conflict=found) if isinstance(found, EditConflict) else None


def _act(person: Person, proposal: int, said: Mapping[str, str]) -> tuple[str, tuple[Finding, ...]]:
    """Do what a button asks, such as ``confirm:SEGMENT:es``; the place to return to, and what stood against it."""
    act, segment, extra = ([*said["act"].split(":"), "", ""])[:3]
    text = words_of(known(proposal, Party(person.party or "")))
    try:
        found = _ACTS[act](person, proposal, text, segment, extra, said) if act in _ACTS else None
    except BrokenRuleError as error:
        return segment, error.findings
    if found is None or isinstance(found, EditConflict):
        return segment, (Finding(AC_60, "segment", segment[:40]),)
    return found.segment, ()


Done = editing.Saved | EditConflict | None


def _confirm(
    person: Person, proposal: int, text: JointText, segment: str, extra: str, said: Mapping[str, str]
) -> Done:
    read = _read(said, segment)
    if extra not in set(Language) or read is None:
        return None
    return editing.confirm_segment(
        proposal=proposal, segment=segment, language=Language(extra), read=read, by=person, at=now()
    )


def _remove(
    person: Person, proposal: int, text: JointText, segment: str, extra: str, said: Mapping[str, str]
) -> Done:
    read = _read(said, segment)
    if read is None:
        return None
    return editing.remove_segment(proposal=proposal, segment=segment, read=read, by=person, at=now())


def _up(
    person: Person, proposal: int, text: JointText, segment: str, extra: str, said: Mapping[str, str]
) -> Done:
    ids = [each.id for each in text.segments]
    place = ids.index(segment) if segment in ids else 0
    after = ids[place - 2] if place > 1 else None
    return editing.move_segment(proposal=proposal, segment=segment, after=after, by=person, at=now())


def _add(
    person: Person, proposal: int, text: JointText, segment: str, extra: str, said: Mapping[str, str]
) -> Done:
    """After a segment, or at the end; with the words of the boxes of a segment that was removed, if any."""
    standing = text.segment(segment)
    last = text.segments[-1].id if text.segments else None
    kind = said.get(f"kind:{segment}", "paragraph")
    if kind not in set(SegmentKind) - {SegmentKind.FIELD}:
        return None
    made = editing.add_segment(
        proposal=proposal,
        kind=SegmentKind(kind),
        after=standing.id if standing else last,
        by=person,
        at=now(),
    )
    words = {each: tidied(said.get(f"add-{each}:{segment}", "")) for each in Language}
    if isinstance(made, EditConflict) or not any(words.values()):
        return made
    return editing.write_segment(
        proposal=proposal, segment=made.segment, words=words, read=Read(0, 0), by=person, at=now()
    )


def _bracket(
    person: Person, proposal: int, text: JointText, segment: str, extra: str, said: Mapping[str, str]
) -> Done:
    read = _read(said, segment)
    if extra not in set(Language) or read is None:
        return None
    offered = [tidied(each) for each in said.get(f"alternatives-{extra}:{segment}", "").splitlines()]
    return editing.bracket_words(
        proposal=proposal,
        segment=segment,
        language=Language(extra),
        words=tidied(said.get(f"words-{extra}:{segment}", "")),
        reason=tidied(said.get(f"reason-{extra}:{segment}", "")),
        alternatives=[each for each in offered if each],
        read=read,
        by=person,
        at=now(),
    )


_ACTS = {"confirm": _confirm, "remove": _remove, "up": _up, "add": _add, "bracket": _bracket}


def _read(said: Mapping[str, str], segment: str) -> Read | None:
    found = read_token(said.get(f"read:{segment}", ""))
    return found[0] if found else None
