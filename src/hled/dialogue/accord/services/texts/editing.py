"""Edit the words of a proposal. Each edit names what was read; a conflict changes nothing and shows both texts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from hled.dialogue.accord.domain.texts import editing
from hled.dialogue.accord.domain.texts.editing import EditConflict, Read
from hled.dialogue.accord.domain.texts.forms import findings_of_fields, form_of
from hled.dialogue.accord.domain.texts.procedure import State, Step, may_open, next_state
from hled.dialogue.accord.domain.texts.segments import JointText, SegmentKind
from hled.dialogue.accord.domain.texts.silence import end_of_day, end_of_term
from hled.dialogue.accord.models import Bracket, Edit, Proposal, Segment
from hled.dialogue.accord.permissions import require_may
from hled.dialogue.accord.queries.texts.reading import standing_of, words_of
from hled.dialogue.accord.services.texts.desk import keep_words, lock, take
from hled.dialogue.delegations.models import Person
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError


@dataclass(frozen=True, slots=True)
class Saved:
    """A proposal after an edit, with its words; `segment` is the one concerned."""

    proposal: Proposal
    text: JointText
    segment: str = ""


@dataclass(frozen=True, slots=True)
class TermsConflict:
    """Someone else changed fields or terms meanwhile; nothing was overwritten."""

    read: int
    standing: Proposal
    yours: Mapping[str, Any]


Change = Callable[[JointText], JointText | EditConflict]


@transaction.atomic
def add_segment(
    *,
    proposal: int,
    kind: SegmentKind,
    by: Person,
    at: datetime,
    after: str | None = None,
    name: str = "",
) -> Saved | EditConflict:
    """
    Add an empty segment after another, or at the beginning.

    Raises
    ------
    BrokenRuleError
        AC-55, AC-60, AC-61, AC-64, AC-65, AC-80, AC-82.
    """
    found, party = _locked(proposal, by, at)
    key = f"p{found.pk}s{Segment.objects.filter(proposal=found).count() + 1}"
    return _edited(
        found, party, by, at, lambda text: editing.add(text, key, kind, after=after, name=name), key
    )


@transaction.atomic
def write_segment(
    *, proposal: int, segment: str, words: Mapping[Language, str], read: Read, by: Person, at: datetime
) -> Saved | EditConflict:
    """
    Let one language of a segment, or both together, say something else.

    Raises
    ------
    BrokenRuleError
        AC-51 to AC-54, AC-56 to AC-59, AC-64, AC-65, AC-80, AC-82.
    """
    found, party = _locked(proposal, by, at)
    return _edited(found, party, by, at, lambda text: editing.write(text, segment, words, read=read), segment)


@transaction.atomic
def confirm_segment(
    *, proposal: int, segment: str, language: Language, read: Read, by: Person, at: datetime
) -> Saved | EditConflict:
    """
    Confirm that one language of a segment says what the other says.

    Raises
    ------
    BrokenRuleError
        AC-60, AC-64, AC-65, AC-80, AC-82.
    """
    found, party = _locked(proposal, by, at)
    return _edited(
        found, party, by, at, lambda text: editing.confirm(text, segment, language, read=read), segment
    )


@transaction.atomic
def move_segment(
    *, proposal: int, segment: str, after: str | None, by: Person, at: datetime
) -> Saved | EditConflict:
    """
    Put a segment after another, or first.

    Raises
    ------
    BrokenRuleError
        AC-60, AC-64, AC-65, AC-80, AC-82.
    """
    found, party = _locked(proposal, by, at)
    return _edited(found, party, by, at, lambda text: editing.move(text, segment, after=after), segment)


@transaction.atomic
def remove_segment(
    *, proposal: int, segment: str, read: Read, by: Person, at: datetime
) -> Saved | EditConflict:
    """
    Take a segment out; its words stay in the history.

    Raises
    ------
    BrokenRuleError
        AC-60, AC-64, AC-65, AC-80, AC-82.
    """
    found, party = _locked(proposal, by, at)
    return _edited(found, party, by, at, lambda text: editing.remove(text, segment, read=read), segment)


@transaction.atomic
def bracket_words(
    *,
    proposal: int,
    segment: str,
    language: Language,
    words: str,
    reason: str,
    read: Read,
    by: Person,
    at: datetime,
    alternatives: Iterable[str] = (),
) -> Saved | EditConflict:
    """
    Put words in brackets for one's own Party, with the reason and what it would accept instead.

    Raises
    ------
    BrokenRuleError
        AC-51 to AC-54, AC-56 to AC-60, AC-63, AC-64, AC-65, AC-80, AC-82.
    """
    found, party = _locked(proposal, by, at)
    key = f"p{found.pk}b{Bracket.objects.filter(proposal=found).count() + 1}"
    offered = tuple(alternatives)

    def change(text: JointText) -> JointText | EditConflict:
        return editing.bracket(
            text,
            segment,
            language,
            words,
            bracket=key,
            owner=party,
            reason=reason,
            at=at,
            alternatives=offered,
            read=read,
        )

    return _edited(found, party, by, at, change, segment)


@transaction.atomic
def set_fields(
    *, proposal: int, values: Mapping[str, Any], read: int, by: Person, at: datetime
) -> Saved | TermsConflict:
    """
    Give a proposal its structured fields, all of them; one that is left out says nothing, and null says that there is none.

    Raises
    ------
    BrokenRuleError
        AC-62 with every field that is not of the form, AC-64, AC-65, AC-80, AC-82.
    """
    found, party = _locked(proposal, by, at)
    findings = list(findings_of_fields(form_of(found.text.kind), values, final=False))
    if findings:
        raise BrokenRuleError(findings)
    return _with_terms(found, party, by, at, {"fields": dict(values)}, read)


@transaction.atomic
def set_terms(
    *,
    proposal: int,
    effective: date,
    read: int,
    by: Person,
    at: datetime,
    occasion: str | None = None,
    silent_from: date | None = None,
    silent_days: int | None = None,
) -> Saved | TermsConflict:
    """
    Say from which day the act counts, under which decision, and whether by a silence procedure.

    Raises
    ------
    BrokenRuleError
        AC-64, AC-65, AC-73, AC-80, AC-82.
    """
    found, party = _locked(proposal, by, at)
    until = None
    if silent_from is not None or silent_days is not None:
        until = end_of_day(end_of_term(silent_from or at.date(), silent_days or 0))
    terms = {
        "effective": effective,
        "occasion": occasion or None,
        "silent_from": None if until is None else silent_from or at.date(),
        "silent_days": None if until is None else silent_days,
        "silent_until": until,
    }
    return _with_terms(found, party, by, at, terms, read)


def _locked(id: int, by: Person, at: datetime) -> tuple[Proposal, Party]:
    party = require_may(by, Step.WRITE, at)
    found = lock(id, party)
    next_state(State(found.state), Step.WRITE, by=party, owner=Party(found.party))
    return found, party


def _edited(
    proposal: Proposal, party: Party, by: Person, at: datetime, change: Change, segment: str
) -> Saved | EditConflict:
    before = words_of(proposal)
    after = change(before)
    if isinstance(after, EditConflict):
        return after
    if after == before:
        return Saved(proposal, before, segment)
    internal = proposal.state == State.DRAFT
    Edit.objects.bulk_create(
        [
            Edit(proposal=proposal, internal=internal, party=party, by=by, at=at, **each)
            for each in _edits(before, after)
        ]
    )
    keep_words(proposal, before, after, by=by, at=at)
    take(proposal, Step.WRITE, party=party, by=by, at=at)
    _reopen(proposal, after, at)
    return Saved(proposal, after, segment)


def _reopen(proposal: Proposal, text: JointText, at: datetime) -> None:
    """Words that both Parties certified before, and that were offered then, are open again when they are back."""
    if proposal.state == State.TABLED and may_open(standing_of(proposal, text)):
        take(proposal, Step.OPEN, at=at)


def _edits(before: JointText, after: JointText) -> Iterator[dict[str, Any]]:
    """The history of one change, in the terms of `Edit`."""
    old = {each.id: each for each in before.segments}
    new = {each.id: each for each in after.segments}
    for id in old.keys() - new.keys():
        yield {"made": "remove", "segment": id}
    for id, segment in new.items():
        if id not in old:
            yield {"made": "add", "segment": id, "said": {"kind": segment.kind, "name": segment.name}}
            continue
        for language in Language:
            was, now = old[id].side(language), segment.side(language)
            if was != now:
                said = {"segment": id, "language": language, "version": now.version, "said": now.text}
                yield {"made": _made(before, after, was.version == now.version), **said}
    stayed = [each for each in old if each in new]
    if stayed != [each for each in new if each in old]:
        yield {"made": "move", "said": list(new)}


def _made(before: JointText, after: JointText, same_words: bool) -> str:
    if same_words:
        return "confirm"
    return "bracket" if len(after.brackets) > len(before.brackets) else "write"


def _with_terms(
    proposal: Proposal, party: Party, by: Person, at: datetime, values: Mapping[str, Any], read: int
) -> Saved | TermsConflict:
    if read != proposal.terms_version:
        return TermsConflict(read, proposal, values)
    if all(getattr(proposal, name) == value for name, value in values.items()):
        return Saved(proposal, words_of(proposal))
    for name, value in values.items():
        setattr(proposal, name, value)
    proposal.terms_version += 1
    Edit.objects.create(
        proposal=proposal,
        made="fields" if "fields" in values else "terms",
        version=proposal.terms_version,
        said=values["fields"] if "fields" in values else {name: _said(each) for name, each in values.items()},
        internal=proposal.state == State.DRAFT,
        party=party,
        by=by,
        at=at,
    )
    take(proposal, Step.WRITE, party=party, by=by, at=at)
    text = replace(words_of(proposal), fields=proposal.fields)
    _reopen(proposal, text, at)
    return Saved(proposal, text)


def _said(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
