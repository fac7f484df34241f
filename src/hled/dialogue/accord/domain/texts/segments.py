"""Segments in two equal languages, and the text that they make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from hled.kernel.bilingual import Language
from hled.kernel.party import Party

STRUCTURE = "segments"
"""The member of the structured fields that says which segments the two texts have."""

BETWEEN = "\n\n"
"""What stands between two segments in the text of a language; no segment has it inside."""


class SegmentKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Side:
    """
    One language of a segment.

    Parameters
    ----------
    version
        How many times the words were changed.
    against
        Version of the other language that this one was last confirmed to say.
    """

    text: str = ""
    version: int = 0
    against: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """One paragraph in both languages; its identity outlives every edit."""

    id: str
    kind: SegmentKind = SegmentKind.PARAGRAPH
    english: Side = Side()
    spanish: Side = Side()
    name: str = ""

    def side(self, language: Language) -> Side:
        return self.english if language is Language.EN else self.spanish

    def is_stale(self, language: Language) -> bool:
        """Whether the other language changed after this one was last confirmed."""
        return self.side(language).against != self.side(language.other).version

    @property
    def stale(self) -> tuple[Language, ...]:
        return tuple(each for each in Language if self.is_stale(each))

    @property
    def is_complete(self) -> bool:
        return bool(self.english.text and self.spanish.text)

    @property
    def words(self) -> "SegmentWords":
        return SegmentWords(self.id, self.kind, self.name, self.english.text, self.spanish.text)


@dataclass(frozen=True, slots=True)
class SegmentWords:
    """What a segment says, whatever its versions."""

    id: str
    kind: SegmentKind
    name: str
    english: str
    spanish: str

    def text(self, language: Language) -> str:
        return self.english if language is Language.EN else self.spanish


@dataclass(frozen=True, slots=True)
class Bracket:
    """
    Words of one side that are not agreed: who put them in brackets, when, why, and what else was offered.

    `words` is what stands between the brackets in the side's text.
    """

    id: str
    segment: str
    language: Language
    words: str
    owner: Party
    reason: str
    since: datetime
    alternatives: tuple[str, ...] = ()

    def age(self, at: datetime) -> int:
        """Whole days that the words have been in brackets."""
        return (at - self.since).days


def _no_fields() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class JointText:
    """Segments in their order, structured fields, and the brackets that stand in them."""

    segments: tuple[Segment, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=_no_fields)
    brackets: tuple[Bracket, ...] = ()

    def segment(self, id: str) -> Segment | None:
        return next((each for each in self.segments if each.id == id), None)

    def brackets_of(self, segment: str, language: Language) -> tuple[Bracket, ...]:
        return tuple(each for each in self.brackets if (each.segment, each.language) == (segment, language))

    @property
    def is_clean(self) -> bool:
        return not self.brackets

    @property
    def is_complete(self) -> bool:
        return bool(self.segments) and all(each.is_complete for each in self.segments)

    @property
    def stale(self) -> tuple[tuple[str, Language], ...]:
        return tuple((each.id, language) for each in self.segments for language in each.stale)

    @property
    def words(self) -> tuple[SegmentWords, ...]:
        return tuple(each.words for each in self.segments)

    def text(self, language: Language) -> str:
        """The words of one language; with `structure`, the segments can be read back from it."""
        return BETWEEN.join(each.side(language).text for each in self.segments)

    @property
    def signed_fields(self) -> dict[str, Any]:
        """The structured fields as an act carries them, with the structure of the two texts."""
        return {**self.fields, STRUCTURE: list(_structure(self.segments))}


def _structure(segments: tuple[Segment, ...]) -> Iterator[dict[str, str]]:
    for each in segments:
        named = {"name": each.name} if each.name else {}
        yield {"id": each.id, "kind": str(each.kind), **named}


def read_back(english: str, spanish: str, fields: Mapping[str, Any]) -> JointText:
    """
    The joint text that an act carries, each side confirmed against the other.

    An act that was made elsewhere may name no segments; its paragraphs are then numbered.

    Raises
    ------
    ValueError
        When the two texts do not have the segments that the fields name, or not equally many paragraphs.
    """
    sides = [text.split(BETWEEN) for text in (english, spanish)]
    structure = fields.get(STRUCTURE)
    if structure is None:
        structure = [{"id": f"s{number + 1}", "kind": "paragraph"} for number in range(len(sides[0]))]
    if {len(each) for each in sides} != {len(structure)}:
        raise ValueError(f"{len(structure)} segments named, {[len(each) for each in sides]} found")
    return JointText(
        tuple(
            Segment(
                each["id"], SegmentKind(each["kind"]), Side(en, 1, 1), Side(es, 1, 1), each.get("name", "")
            )
            for each, en, es in zip(structure, *sides, strict=True)
        ),
        MappingProxyType({name: value for name, value in fields.items() if name != STRUCTURE}),
    )
