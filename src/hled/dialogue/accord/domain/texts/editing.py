"""Edits of a joint text. Each names the version that was read; when it moved, nothing is overwritten."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from hled.dialogue.accord.domain.texts.brackets import findings_of_marks, keep, put_in_brackets
from hled.dialogue.accord.domain.texts.plain import findings_of_words
from hled.dialogue.accord.domain.texts.rules import AC_55, AC_59, AC_60, AC_61, AC_63
from hled.dialogue.accord.domain.texts.segments import Bracket, JointText, Segment, SegmentKind, Side
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, require

MOST_SEGMENTS = 1_000

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class Read:
    """The versions of both languages of a segment that an editor had before the eyes."""

    english: int
    spanish: int

    @classmethod
    def of(cls, segment: Segment) -> "Read":
        return cls(segment.english.version, segment.spanish.version)

    def version(self, language: Language) -> int:
        return self.english if language is Language.EN else self.spanish


@dataclass(frozen=True, slots=True)
class EditConflict:
    """
    Someone else changed the same words meanwhile; both texts are here, and none was overwritten.

    Parameters
    ----------
    standing
        What the segment says now; None when it was removed.
    yours
        What this editor wanted it to say, by language.
    """

    segment: str
    read: Read
    standing: Segment | None
    yours: Mapping[Language, str]


def find(text: JointText, id: str) -> Segment:
    """
    Raises
    ------
    BrokenRuleError
        AC-60, when the text has no such segment.
    """
    found = text.segment(id)
    if found is None:
        raise BrokenRuleError([Finding(AC_60, "segment", id[:40])])
    return found


def add(
    text: JointText, id: str, kind: SegmentKind, *, after: str | None = None, name: str = ""
) -> JointText:
    """
    A text with one more segment, empty in both languages, after another or at the beginning.

    Raises
    ------
    BrokenRuleError
        AC-55, AC-60 or AC-61.
    """
    require(AC_55, len(text.segments) < MOST_SEGMENTS, place="segment", found=len(text.segments))
    place = 0 if after is None else text.segments.index(find(text, after)) + 1
    require(AC_61, _name_fits(text, kind, name), place="name", found=name[:40])
    require(AC_60, text.segment(id) is None, place="segment", found=id[:40])
    made = Segment(id, kind, name=name)
    return replace(text, segments=(*text.segments[:place], made, *text.segments[place:]))


def _name_fits(text: JointText, kind: SegmentKind, name: str) -> bool:
    if kind is not SegmentKind.FIELD:
        return not name
    return bool(_NAME.fullmatch(name)) and name not in {each.name for each in text.segments}


def write(text: JointText, id: str, words: Mapping[Language, str], *, read: Read) -> JointText | EditConflict:
    """
    A text in which one language of a segment, or both together, say something else.

    One language written alone leaves the other stale; both written together are confirmed against each other.
    The same words again change no version and confirm the side against what was read. Brackets whose words
    no longer stand in brackets are lifted.

    Raises
    ------
    BrokenRuleError
        AC-51 to AC-54, AC-56 to AC-59, all that apply; AC-60 when the text never had the segment.
    """
    refuse_words(id, words)
    standing = text.segment(id)
    if standing is None or any(standing.side(each).version != read.version(each) for each in words):
        return EditConflict(id, read, standing, dict(words))
    made = _written(standing, words, read)
    brackets = _kept_brackets(text, id, words)
    return replace(
        text, segments=tuple(made if each.id == id else each for each in text.segments), brackets=brackets
    )


def refuse_words(id: str, words: Mapping[Language, str]) -> None:
    """
    Raises
    ------
    BrokenRuleError
        All that keeps these words from being sides of a segment.
    """
    findings = [each for language, said in words.items() for each in findings_of_side(id, language, said)]
    if findings:
        raise BrokenRuleError(findings)


def findings_of_side(id: str, language: Language, said: str) -> Iterator[Finding]:
    place = f"{id} {language}"
    yield from findings_of_words(said, place)
    yield from findings_of_marks(said, place)


def _written(segment: Segment, words: Mapping[Language, str], read: Read) -> Segment:
    versions = {
        each: segment.side(each).version + (each in words and words[each] != segment.side(each).text)
        for each in Language
    }
    sides = {each: segment.side(each) for each in Language}
    for language in words:
        seen = versions[language.other] if language.other in words else read.version(language.other)
        sides[language] = Side(words[language], versions[language], seen)
    return replace(segment, english=sides[Language.EN], spanish=sides[Language.ES])


def _kept_brackets(text: JointText, id: str, words: Mapping[Language, str]) -> tuple[Bracket, ...]:
    standing = [each for each in text.brackets if not (each.segment == id and each.language in words)]
    for language, said in words.items():
        kept = keep(said, text.brackets_of(id, language))
        if kept.unexplained:
            place = f"{id} {language}"
            raise BrokenRuleError([Finding(AC_59, place, each[:60]) for each in kept.unexplained])
        standing += kept.standing
    return tuple(standing)


def confirm(text: JointText, id: str, language: Language, *, read: Read) -> JointText | EditConflict:
    """
    A text in which one language of a segment is confirmed to say what the other says.

    A conflict when either language moved after it was read.

    Raises
    ------
    BrokenRuleError
        AC-60.
    """
    segment = find(text, id)
    if Read.of(segment) != read:
        return EditConflict(id, read, segment, {})
    side = replace(segment.side(language), against=segment.side(language.other).version)
    made = replace(segment, english=side) if language is Language.EN else replace(segment, spanish=side)
    return replace(text, segments=tuple(made if each.id == id else each for each in text.segments))


def remove(text: JointText, id: str, *, read: Read) -> JointText | EditConflict:
    """
    A text without a segment; its brackets go with it. A conflict when either language moved after it was read.

    Raises
    ------
    BrokenRuleError
        AC-60.
    """
    segment = find(text, id)
    if Read.of(segment) != read:
        return EditConflict(id, read, segment, {})
    return replace(
        text,
        segments=tuple(each for each in text.segments if each.id != id),
        brackets=tuple(each for each in text.brackets if each.segment != id),
    )


def move(text: JointText, id: str, *, after: str | None) -> JointText:
    """
    A text in which a segment stands after another, or first.

    Raises
    ------
    BrokenRuleError
        AC-60, also when it should stand after itself.
    """
    segment = find(text, id)
    rest = replace(text, segments=tuple(each for each in text.segments if each.id != id))
    place = 0 if after is None else rest.segments.index(find(rest, after)) + 1
    return replace(text, segments=(*rest.segments[:place], segment, *rest.segments[place:]))


def bracket(
    text: JointText,
    id: str,
    language: Language,
    words: str,
    *,
    bracket: str,
    owner: Party,
    reason: str,
    at: datetime,
    alternatives: Iterable[str] = (),
    read: Read,
) -> JointText | EditConflict:
    """
    A text in which some words of a side stand in brackets, with owner, reason and alternatives.

    Raises
    ------
    BrokenRuleError
        AC-59 without a reason, AC-60, AC-63 when the words do not stand there outside brackets, or what keeps
        the reason or an alternative from being plain text.
    """
    segment = find(text, id)
    if segment.side(language).version != read.version(language):
        return EditConflict(id, read, segment, {})
    offered = tuple(alternatives)
    _refuse_remarks(id, reason, offered)
    marked = put_in_brackets(segment.side(language).text, words)
    if marked is None:
        raise BrokenRuleError([Finding(AC_63, f"{id} {language}", words[:60])])
    refuse_words(id, {language: marked})
    side = segment.side(language)
    made = replace(side, text=marked, version=side.version + 1)
    both = replace(segment, english=made) if language is Language.EN else replace(segment, spanish=made)
    new = Bracket(bracket, id, language, words, owner, reason, at, offered)
    others = [each for each in text.brackets if (each.segment, each.language) != (id, language)]
    own = keep(marked, (*text.brackets_of(id, language), new)).standing
    return replace(
        text,
        segments=tuple(both if each.id == id else each for each in text.segments),
        brackets=(*others, *own),
    )


def _refuse_remarks(id: str, reason: str, offered: tuple[str, ...]) -> None:
    findings = [
        finding
        for place, said in (("reason", reason), *(("alternatives", each) for each in offered))
        for finding in findings_of_words(said, f"{id} {place}")
    ]
    if not reason:
        findings.append(Finding(AC_59, f"{id} reason", Bilingual("no reason", "sin motivo")))
    if findings:
        raise BrokenRuleError(findings)


def set_fields(text: JointText, values: Mapping[str, Any]) -> JointText:
    """A text with other structured fields; `forms` says which are allowed."""
    return replace(text, fields=dict(values))
