"""
An amendment merged onto the text that it was copied from, when that text may have moved.

Segment by segment and language by language: what one changed is taken, what both changed alike is taken once,
what both changed otherwise is a conflict that a person decides. Words are never joined unseen.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hled.dialogue.accord.domain.texts.difference import in_place
from hled.dialogue.accord.domain.texts.segments import Bracket, JointText, Segment, Side
from hled.kernel.bilingual import Language


@dataclass(frozen=True, slots=True)
class SideConflict:
    """Both changed the same side of a segment; None where it was removed."""

    segment: str
    language: Language
    base: str | None
    ours: str | None
    theirs: str | None


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """Both changed the same structured field; None where it has no value."""

    name: str
    base: Any
    ours: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class OrderConflict:
    """Both moved segments."""

    base: tuple[str, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


Conflict = SideConflict | FieldConflict | OrderConflict


@dataclass(frozen=True, slots=True)
class Merge:
    """
    The merged text and what a person must decide.

    Where words are in conflict, the text says what the moved original says; a segment removed there stays.
    """

    text: JointText
    conflicts: tuple[Conflict, ...]

    @property
    def is_whole(self) -> bool:
        return not self.conflicts


def merge(base: JointText, ours: JointText, theirs: JointText) -> Merge:
    """
    Take what `ours` and `theirs` each changed of `base`.

    A segment that one removed and the other changed stays, with a conflict for each language that changed.
    A side counts as confirmed when the pair of words stands so in a text in which it was; else it is stale.
    """
    conflicts: list[Conflict] = []
    kept = {}
    for id in dict.fromkeys([*_ids(base), *_ids(theirs), *_ids(ours)]):
        found = [each.segment(id) for each in (base, ours, theirs)]
        segment, against = _segment(*found)
        conflicts += against
        if segment is not None:
            kept[id] = segment
    order, moved = _order(_ids(base), _ids(ours), _ids(theirs), kept)
    conflicts += moved
    fields, differing = _fields(base.fields, ours.fields, theirs.fields)
    segments = tuple(kept[id] for id in order)
    brackets = tuple(each for segment in segments for each in _brackets(segment, ours, theirs))
    return Merge(JointText(segments, fields, brackets), (*conflicts, *differing))


def _ids(text: JointText) -> tuple[str, ...]:
    return tuple(each.id for each in text.segments)


def _segment(
    base: Segment | None, ours: Segment | None, theirs: Segment | None
) -> tuple[Segment | None, list[Conflict]]:
    if ours is None and theirs is None:
        return None, []
    if ours is None or theirs is None:
        return _one_sided(base, ours, theirs)
    conflicts: list[Conflict] = []
    taken = {}
    for language in Language:
        was = None if base is None else base.side(language).text
        mine, other = ours.side(language).text, theirs.side(language).text
        taken[language] = mine if other == was else other
        if was not in (mine, other) and mine != other:
            conflicts.append(SideConflict(theirs.id, language, was, mine, other))
    return _confirmed(taken, ours, theirs), conflicts


def _one_sided(
    base: Segment | None, ours: Segment | None, theirs: Segment | None
) -> tuple[Segment | None, list[Conflict]]:
    """A segment that one of the two does not have: new there, or removed here."""
    standing = ours or theirs
    if base is None or standing is None:
        return standing, []
    changed = [each for each in Language if base.side(each).text != standing.side(each).text]
    if not changed:
        return None, []
    return standing, [
        SideConflict(
            base.id,
            language,
            base.side(language).text,
            ours.side(language).text if ours else None,
            theirs.side(language).text if theirs else None,
        )
        for language in changed
    ]


def _confirmed(taken: Mapping[Language, str], ours: Segment, theirs: Segment) -> Segment:
    """The segment of `theirs` with the words taken; versions go on from the higher of the two."""
    pair = tuple(taken[each] for each in Language)
    seen = [each for each in (ours, theirs) if tuple(each.side(side).text for side in Language) == pair]
    versions = {each: _version(taken[each], ours.side(each), theirs.side(each)) for each in Language}
    sides = {
        each: Side(
            taken[each],
            versions[each],
            versions[each.other] if any(not one.is_stale(each) for one in seen) else versions[each.other] - 1,
        )
        for each in Language
    }
    return replace(theirs, english=sides[Language.EN], spanish=sides[Language.ES])


def _version(taken: str, ours: Side, theirs: Side) -> int:
    if taken == theirs.text:
        return theirs.version
    return max(ours.version, theirs.version + 1)


def _order(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], kept: Mapping[str, Segment]
) -> tuple[list[str], list[Conflict]]:
    """
    The order of `theirs`, with what `ours` moved or has alone put after its neighbor in `ours`.

    When both moved the same segment to different places, the order of `theirs` stands, and a conflict says so.
    """
    mine = _moved(base, ours)
    differing = mine & _moved(base, theirs) and _common(ours, theirs) != _common(theirs, ours)
    order = [id for id in theirs if id in kept and (differing or id not in mine)]
    for before, id in zip((None, *ours), ours, strict=False):
        if id in kept and id not in order:
            order.insert(_after(order, ours, before), id)
    return order, [OrderConflict(tuple(base), tuple(ours), tuple(theirs))] if differing else []


def _moved(base: Sequence[str], other: Sequence[str]) -> frozenset[str]:
    stayed = _common(base, other)
    return frozenset(stayed) - in_place(stayed, other)


def _after(order: Sequence[str], second: Sequence[str], before: str | None) -> int:
    """Where something goes that stood after `before`, or after the last before it that is there."""
    neighbors = second[: second.index(before) + 1] if before is not None else ()
    last = next((each for each in reversed(neighbors) if each in order), None)
    return 0 if last is None else order.index(last) + 1


def _common(one: Sequence[str], other: Sequence[str]) -> list[str]:
    return [each for each in one if each in set(other)]


_UNSAID = object()
"""In the place of a field that a text leaves out: null says that there is none."""


def _fields(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Conflict]]:
    taken: dict[str, Any] = {}
    conflicts: list[Conflict] = []
    for name in sorted({*base, *ours, *theirs}):
        was, mine, other = (each.get(name, _UNSAID) for each in (base, ours, theirs))
        value = mine if other == was else other
        if mine not in (was, other) and other != was:
            conflicts.append(FieldConflict(name, base.get(name), ours.get(name), theirs.get(name)))
        if value is not _UNSAID:
            taken[name] = value
    return taken, conflicts


def _brackets(segment: Segment, ours: JointText, theirs: JointText) -> Iterator[Bracket]:
    """The brackets of the text from which each side was taken."""
    for language in Language:
        for text in (theirs, ours):
            found = text.segment(segment.id)
            if found is not None and found.side(language).text == segment.side(language).text:
                yield from text.brackets_of(segment.id, language)
                break
