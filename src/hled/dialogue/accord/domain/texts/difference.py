"""What changed between two texts, segment by segment and word by word, in both languages."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from hled.dialogue.accord.domain.texts.segments import JointText, SegmentKind, SegmentWords
from hled.kernel.bilingual import Language

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"
    MOVED_AND_CHANGED = "moved_and_changed"


class Mark(StrEnum):
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Span:
    """Some words and what became of them."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class SegmentChange:
    """One segment of either text; kept and removed spans are the old words, kept and added ones the new."""

    id: str
    kind: SegmentKind
    name: str
    change: Change
    english: tuple[Span, ...]
    spanish: tuple[Span, ...]

    def spans(self, language: Language) -> tuple[Span, ...]:
        return self.english if language is Language.EN else self.spanish


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A structured field; None where it has no value. `is_said`: whether the new text says anything of it."""

    name: str
    old: Any
    new: Any
    is_said: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """Segments in the order of the new text, removed ones where they stood; fields that changed."""

    segments: tuple[SegmentChange, ...]
    fields: tuple[FieldChange, ...]

    @property
    def is_empty(self) -> bool:
        return not self.fields and all(each.change is Change.SAME for each in self.segments)


def difference(old: JointText, new: JointText) -> Difference:
    """From one text to another; `applied` gives the new words back."""
    return Difference(
        tuple(_segments(old.words, new.words)),
        tuple(
            FieldChange(name, old.fields.get(name), new.fields.get(name), name in new.fields)
            for name in sorted({*old.fields, *new.fields})
            if (name in old.fields, old.fields.get(name)) != (name in new.fields, new.fields.get(name))
        ),
    )


def applied(changes: Difference, old: JointText) -> tuple[tuple[SegmentWords, ...], dict[str, Any]]:
    """
    The words and fields that a difference makes of the text that it was taken from.

    Raises
    ------
    ValueError
        When it was taken from another text.
    """
    before = {each.id: each for each in old.words}
    made = []
    for each in changes.segments:
        stood = before.pop(each.id, None)
        for language in Language:
            was = "" if stood is None else stood.text(language)
            if side_before(each.spans(language)) != was:
                raise ValueError(f"segment {each.id} {language} said something else")
        if each.change is not Change.REMOVED:
            sides = (side_after(each.english), side_after(each.spanish))
            made.append(SegmentWords(each.id, each.kind, each.name, *sides))
    if before:
        raise ValueError(f"segments {sorted(before)} are not in the difference")
    fields = {**old.fields, **{each.name: each.new for each in changes.fields}}
    unsaid = {each.name for each in changes.fields if not each.is_said}
    return tuple(made), {name: value for name, value in fields.items() if name not in unsaid}


def side_before(spans: Sequence[Span]) -> str:
    return "".join(each.text for each in spans if each.mark is not Mark.ADDED)


def side_after(spans: Sequence[Span]) -> str:
    return "".join(each.text for each in spans if each.mark is not Mark.REMOVED)


def word_spans(old: str, new: str) -> tuple[Span, ...]:
    """Kept, removed and added words; equal texts give one kept span, or none when empty."""
    if old == new:
        return (Span(Mark.KEPT, old),) if old else ()
    one, two = _TOKENS.findall(old), _TOKENS.findall(new)
    found: list[Span] = []
    for _, start, end, new_start, new_end in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        removed, added = "".join(one[start:end]), "".join(two[new_start:new_end])
        if removed == added:
            found.append(Span(Mark.KEPT, removed))
            continue
        found += [Span(mark, said) for mark, said in ((Mark.REMOVED, removed), (Mark.ADDED, added)) if said]
    return tuple(found)


def _segments(old: Sequence[SegmentWords], new: Sequence[SegmentWords]) -> Iterator[SegmentChange]:
    before, after = {each.id: each for each in old}, {each.id: each for each in new}
    steady = in_place([each.id for each in old if each.id in after], [each.id for each in new])
    gone = _removed_after(old, after)
    yield from (_removed(each) for each in gone.get(None, ()))
    for each in new:
        yield _added(each) if each.id not in before else _kept(before[each.id], each, each.id in steady)
        yield from (_removed(left) for left in gone.get(each.id, ()))


def _removed_after(
    old: Sequence[SegmentWords], after: Mapping[str, SegmentWords]
) -> dict[str | None, list[SegmentWords]]:
    """Removed segments by the last segment before them that is still there; None at the beginning."""
    found: dict[str | None, list[SegmentWords]] = {}
    last: str | None = None
    for each in old:
        if each.id in after:
            last = each.id
        else:
            found.setdefault(last, []).append(each)
    return found


def in_place(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """
    The most identities that keep their order from one sequence to the other; all others were moved.

    The longest increasing run of old places, in the order of the new sequence (patience sorting).
    """
    places = {id: place for place, id in enumerate(old)}
    tails: list[int] = []
    best: list[str] = []
    before: dict[str, str | None] = {}
    for id in new:
        if id not in places:
            continue
        at = bisect_left(tails, places[id])
        before[id] = best[at - 1] if at else None
        tails[at : at + 1] = [places[id]]
        best[at : at + 1] = [id]
    found = set()
    last = best[-1] if best else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)


def _removed(each: SegmentWords) -> SegmentChange:
    return _changed(each, Change.REMOVED, *((text, "") for text in (each.english, each.spanish)))


def _added(each: SegmentWords) -> SegmentChange:
    return _changed(each, Change.ADDED, *(("", text) for text in (each.english, each.spanish)))


def _kept(old: SegmentWords, new: SegmentWords, steady: bool) -> SegmentChange:
    sides = (old.english, new.english), (old.spanish, new.spanish)
    same = all(one == two for one, two in sides)
    change = (
        (Change.SAME if steady else Change.MOVED)
        if same
        else (Change.CHANGED if steady else Change.MOVED_AND_CHANGED)
    )
    return _changed(new, change, *sides)


def _changed(
    each: SegmentWords, change: Change, english: tuple[str, str], spanish: tuple[str, str]
) -> SegmentChange:
    return SegmentChange(each.id, each.kind, each.name, change, word_spans(*english), word_spans(*spanish))
