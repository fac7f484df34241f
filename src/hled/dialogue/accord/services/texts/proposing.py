"""Begin a proposal as one Party's draft, table it, pass the turn, withdraw it, renew it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.texts.editing import Read, add, refuse_words, write
from hled.dialogue.accord.domain.texts.forms import findings_of_fields, form_of
from hled.dialogue.accord.domain.texts.merging import (
    Conflict,
    FieldConflict,
    Merge,
    OrderConflict,
    SideConflict,
    merge,
)
from hled.dialogue.accord.domain.texts.plain import findings_of_words
from hled.dialogue.accord.domain.texts.procedure import State, Step, refuse_passing
from hled.dialogue.accord.domain.texts.rules import AC_64, AC_77, AC_81, AC_84
from hled.dialogue.accord.domain.texts.segments import JointText, Segment, SegmentKind
from hled.dialogue.accord.models import Edit, Proposal
from hled.dialogue.accord.models import JointText as TextRow
from hled.dialogue.accord.permissions import require_may
from hled.dialogue.accord.queries.texts.reading import (
    agreed_on,
    base_of,
    content_of,
    turn_of,
    words_of,
)
from hled.dialogue.accord.services.texts.desk import keep_words, lock, take
from hled.dialogue.delegations.models import Person
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, require

_VERB = re.compile(r"[a-z][a-z_]{0,39}")


@transaction.atomic
def begin(
    *,
    subject: str,
    kind: str,
    verb: str,
    title: Bilingual,
    effective: date,
    by: Person,
    at: datetime,
    occasion: str | None = None,
    fields: Mapping[str, Any] | None = None,
) -> Proposal:
    """
    Begin a draft on a subject: a copy of what is agreed, or an empty text with the named fields of its kind.

    Parameters
    ----------
    fields
        Structured fields in the place of those that are agreed; without it those are copied too.

    Raises
    ------
    BrokenRuleError
        AC-80; AC-81 when the kind is unknown or the subject is of another; AC-84.
    """
    party = require_may(by, Step.WRITE, at)
    form = form_of(kind)
    require(AC_81, _VERB.fullmatch(verb) is not None, place="verb", found=verb[:40])
    _refuse_title(title)
    text, _ = TextRow.objects.get_or_create(subject=subject, defaults={"kind": kind, "opened_at": at})
    require(AC_81, text.kind == kind, place="kind", found=f"{subject}: {text.kind}")
    TextRow.objects.select_for_update().get(pk=text.pk)
    head, agreed = agreed_on(subject)
    made = _create(text, verb, title, effective, occasion, party, head, agreed, by, at, fields=fields)
    words = agreed if head else _blank(made, form.named)
    keep_words(made, JointText(), words, by=by, at=at)
    return made


def _refuse_title(title: Bilingual) -> None:
    findings = [
        finding
        for language in Language
        for finding in findings_of_words(title.in_language(language), f"title_{language}")
    ]
    findings += [
        Finding(AC_84, f"title_{each}", str(len(title.in_language(each))))
        for each in Language
        if len(title.in_language(each)) > 300
    ]
    if findings:
        raise BrokenRuleError(findings)


def _create(
    text: TextRow,
    verb: str,
    title: Bilingual,
    effective: date,
    occasion: str | None,
    party: Party,
    head: str | None,
    agreed: JointText,
    by: Person,
    at: datetime,
    renews: Proposal | None = None,
    fields: Mapping[str, Any] | None = None,
) -> Proposal:
    base = content_of(agreed) if head else None
    return Proposal.objects.create(
        text=text,
        verb=verb,
        party=party,
        title_en=title.en,
        title_es=title.es,
        predecessor=head,
        base_english=base.english if base else "",
        base_spanish=base.spanish if base else "",
        base_fields=dict(base.fields) if base else {},
        fields=dict(agreed.fields if fields is None else fields),
        effective=effective,
        occasion=occasion,
        awaited=party,
        awaited_since=at,
        begun_at=at,
        begun_by=by,
        renews=renews,
    )


def _blank(proposal: Proposal, names: tuple[str, ...]) -> JointText:
    text = JointText()
    for number, name in enumerate(reversed(names)):
        text = add(text, f"p{proposal.pk}n{number + 1}", SegmentKind.FIELD, name=name)
    return text


@transaction.atomic
def table(*, proposal: int, by: Person, at: datetime, remark: str = "") -> Proposal:
    """
    Put a draft before the other Party: from now on both see it and every edit of it.

    Raises
    ------
    BrokenRuleError
        AC-64, AC-65, AC-80, AC-82; AC-62 when a structured field is not of its form; what a room above asks of it.
    """
    party = require_may(by, Step.TABLE, at)
    found = lock(proposal, party)
    findings = list(findings_of_fields(form_of(found.text.kind), found.fields, final=False))
    if findings:
        raise BrokenRuleError(findings)
    subjects.look_at(subjects.Asked(found.text.kind, found.text.subject, found.occasion))
    _refuse_remark(remark)
    take(found, Step.TABLE, party=party, by=by, at=at, remark=remark)
    return found


@transaction.atomic
def hand_over(*, proposal: int, by: Person, at: datetime, remark: str = "") -> Proposal:
    """
    Pass the turn to the other Party.

    Raises
    ------
    BrokenRuleError
        AC-64, AC-78, AC-80, AC-82.
    """
    party = require_may(by, Step.HAND_OVER, at)
    found = lock(proposal, party)
    refuse_passing(turn_of(found), party)
    _refuse_remark(remark)
    take(found, Step.HAND_OVER, party=party, by=by, at=at, remark=remark)
    return found


@transaction.atomic
def withdraw(*, proposal: int, by: Person, at: datetime, remark: str = "") -> Proposal:
    """
    Take back a proposal of one's own Party that is not in force; it stays on record.

    Raises
    ------
    BrokenRuleError
        AC-64, AC-65, AC-80, AC-82.
    """
    party = require_may(by, Step.WITHDRAW, at)
    found = lock(proposal, party)
    _refuse_remark(remark)
    take(found, Step.WITHDRAW, party=party, by=by, at=at, remark=remark)
    return found


def _refuse_remark(remark: str) -> None:
    findings = list(findings_of_words(remark, "remark"))
    if findings:
        raise BrokenRuleError(findings)


@dataclass(frozen=True, slots=True)
class Renewal:
    """A new draft on the text now in force, or the conflicts that a person must decide first."""

    proposal: Proposal | None
    merge: Merge


def place_of(conflict: Conflict) -> str:
    """How a choice names a conflict: ``segment SEGMENT LANGUAGE``, ``field NAME`` or ``order``."""
    match conflict:
        case SideConflict():
            return f"segment {conflict.segment} {conflict.language}"
        case FieldConflict():
            return f"field {conflict.name}"
        case OrderConflict():
            return "order"


@transaction.atomic
def renew(*, proposal: int, by: Person, at: datetime, choices: Mapping[str, Any] | None = None) -> Renewal:
    """
    Merge the changes of an overtaken proposal onto the text now in force, as a new draft of one's own Party.

    Parameters
    ----------
    choices
        What was decided where both changed the same words, by the place of the conflict (`place_of`): the words of
        a side, the value of a field, or the identities of the segments in their order.

    Returns
    -------
    Renewal
        Without a proposal while a conflict is undecided; nothing has changed then, and no word is lost.

    Raises
    ------
    BrokenRuleError
        AC-64 when it was not overtaken, AC-80, AC-82, AC-77 for a choice where there is no conflict, and what
        keeps chosen words from being sides.
    """
    party = require_may(by, Step.WRITE, at)
    old = lock(proposal, party)
    require(AC_64, old.state == State.OVERTAKEN, place="proposal", found=State(old.state).label)
    head, agreed = agreed_on(old.text.subject)
    merged = merge(base_of(old), words_of(old), agreed)
    decided = dict(choices or {})
    places = {place_of(each) for each in merged.conflicts}
    require(
        AC_77, decided.keys() <= places, place="choices", found=", ".join(sorted(decided.keys() - places))
    )
    if places - decided.keys():
        return Renewal(None, merged)
    words = _decided(merged, decided)
    title = Bilingual(old.title_en, old.title_es)
    made = _create(
        old.text, old.verb, title, old.effective, old.occasion, party, head, agreed, by, at, renews=old
    )
    made.fields = dict(words.fields)
    made.save(update_fields=["fields"])
    keep_words(made, JointText(), words, by=by, at=at)
    _keep_origin(made, words, agreed, old, by, at)
    return Renewal(made, merged)


def _decided(merged: Merge, decided: Mapping[str, Any]) -> JointText:
    text = merged.text
    for conflict in merged.conflicts:
        said = decided[place_of(conflict)]
        match conflict:
            case SideConflict():
                segment = text.segment(conflict.segment)
                if segment is None:
                    continue
                refuse_words(conflict.segment, {conflict.language: said})
                wrote = write(text, segment.id, {conflict.language: said}, read=Read.of(segment))
                if isinstance(wrote, JointText):
                    text = wrote
            case FieldConflict():
                text = replace(text, fields={**text.fields, conflict.name: said})
            case OrderConflict():
                known = {each.id: each for each in text.segments}
                require(AC_77, sorted(said) == sorted(known), place="order", found=", ".join(map(str, said)))
                text = replace(text, segments=tuple(known[id] for id in said))
    return text


def _keep_origin(
    made: Proposal, words: JointText, agreed: JointText, old: Proposal, by: Person, at: datetime
) -> None:
    """
    Keep with what words the draft begins, and who wrote them.

    Words that are agreed stand in the register; all others are kept here, for they may have been chosen in the merge.
    Whoever wrote in the overtaken proposal, and whoever merged it, wrote in this one.
    """
    authors = Edit.objects.filter(proposal=old).order_by("by_id").values_list("by_id", "party").distinct()
    wrote = partial(Edit, proposal=made, made="renew", internal=True, at=at)
    Edit.objects.bulk_create(
        [
            *(wrote(party=party, by_id=author) for author, party in {*authors, (by.pk, made.party)}),
            *(
                wrote(
                    party=made.party,
                    by=by,
                    segment=segment.id,
                    language=language,
                    version=segment.side(language).version,
                    said=segment.side(language).text,
                )
                for segment in words.segments
                for language in Language
                if not _stands_in(agreed, segment, language)
            ),
        ]
    )


def _stands_in(agreed: JointText, segment: Segment, language: Language) -> bool:
    standing = agreed.segment(segment.id)
    return standing is not None and standing.side(language).text == segment.side(language).text
