"""The segments of a proposal as rows of the editor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from hled.dialogue.accord.domain.texts.difference import Span, word_spans
from hled.dialogue.accord.domain.texts.editing import EditConflict, Read
from hled.dialogue.accord.domain.texts.segments import Bracket, JointText, Segment
from hled.kernel.bilingual import Language
from hled.kernel.rule import Finding


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row was not saved, with the words that were sent: nothing that was typed is lost."""

    typed: Mapping[Language, str]
    findings: tuple[Finding, ...] = ()
    conflict: EditConflict | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One language of a row: what stands, what is in the box, and how the two differ after a conflict."""

    language: Language
    text: str
    box: str
    stale: bool
    brackets: tuple[tuple[Bracket, int], ...]
    against: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    segment: Segment
    sides: tuple[Shown, ...]
    read: str
    problem: Problem | None = None
    gone: bool = False
    places: tuple[str, ...] = field(default=())


def token(segment: Segment) -> str:
    """What the form says it read: both versions, and a digest of each text as it was shown."""
    sides = [segment.side(each) for each in Language]
    return ".".join([*(str(each.version) for each in sides), *(shown_digest(each.text) for each in sides)])


def shown_digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def read_token(said: str) -> tuple[Read, Mapping[Language, str]] | None:
    """The versions and the digests of a token; None where it is not one."""
    parts = said.split(".")
    if len(parts) != 4 or not all(each.isdecimal() and len(each) < 10 for each in parts[:2]):
        return None
    return Read(int(parts[0]), int(parts[1])), {Language.EN: parts[2], Language.ES: parts[3]}


def rows(text: JointText, problems: Mapping[str, Problem], at: datetime) -> list[Row]:
    """A row for each segment, and one for each segment that was removed while somebody wrote in it."""
    standing = {each.id for each in text.segments}
    found = [row(text, each, problems.get(each.id), at) for each in text.segments]
    found += [_gone(id, each) for id, each in problems.items() if id not in standing]
    return found


def row(text: JointText, segment: Segment, problem: Problem | None, at: datetime) -> Row:
    return Row(
        segment,
        tuple(_shown(text, segment, each, problem, at) for each in Language),
        token(segment),
        problem,
    )


def _shown(
    text: JointText, segment: Segment, language: Language, problem: Problem | None, at: datetime
) -> Shown:
    side = segment.side(language)
    typed = problem.typed.get(language, side.text) if problem else side.text
    differs = problem is not None and problem.conflict is not None and typed != side.text
    return Shown(
        language,
        side.text,
        typed,
        segment.is_stale(language),
        _aged(text.brackets_of(segment.id, language), at),
        word_spans(side.text, typed) if differs else (),
    )


def _aged(brackets: Iterable[Bracket], at: datetime) -> tuple[tuple[Bracket, int], ...]:
    return tuple((each, each.age(at)) for each in brackets)


def _gone(id: str, problem: Problem) -> Row:
    segment = Segment(id)
    sides = tuple(Shown(each, "", problem.typed.get(each, ""), False, ()) for each in Language)
    return Row(segment, sides, token(segment), problem, gone=True)
