"""
Plain YAML with line numbers: texts, lists and mappings, and nothing that YAML adds to them.

The events of libyaml are read one record at a time, so that memory follows the largest record and not the file.
Anchors, aliases and tags are refused where they appear, before anything is expanded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias, cast

import yaml
from yaml import events
from yaml.reader import ReaderError

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Rule
from hled.sources.record import rules

DEEPEST = 8
MOST_VALUES = 50_000


class Scalar(NamedTuple):
    """A text; `plain` when it stood without quotes, and so may mean null, true or a number."""

    line: int
    text: str
    plain: bool


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    values: list["Node"]


@dataclass(slots=True)
class Mapping:
    """A mapping; `repeated` are the keys met a second time, with their lines."""

    line: int
    values: dict[str, "Node"]
    repeated: list[tuple[str, int]]


Node: TypeAlias = Scalar | Items | Mapping


class UnreadableError(Exception):
    """The rest of a file cannot be read."""

    def __init__(self, rule: Rule, line: int, found: str | Bilingual) -> None:
        self.rule = rule
        self.line = line
        self.found = found
        super().__init__(f"{rule.code} line {line}")


class _Events:
    """Events of one file, refusing what is not plain, and counting the values of one record."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._parser: Any = yaml.CBaseLoader(content)
        self.values = 0

    def next(self) -> Any:
        try:
            event = self._parser.get_event()
        except yaml.MarkedYAMLError as problem:
            raise _syntax_error(problem) from None
        except ReaderError as problem:
            line = self._content.count(b"\n", 0, int(problem.position)) + 1
            raise UnreadableError(rules.BAD_YAML, line, str(problem.reason)) from None
        if isinstance(event, events.NodeEvent):
            self._refuse_what_is_not_plain(event)
        return event

    def _refuse_what_is_not_plain(self, event: Any) -> None:
        self.values += 1
        line = event.start_mark.line + 1
        if self.values > MOST_VALUES:
            raise UnreadableError(rules.TOO_DEEP, line, f"> {MOST_VALUES}")
        if type(event) is events.AliasEvent:
            raise UnreadableError(rules.ANCHOR_OR_TAG, line, f"*{event.anchor}")
        if event.anchor is not None:
            raise UnreadableError(rules.ANCHOR_OR_TAG, line, f"&{event.anchor}")
        if event.tag is not None:
            raise UnreadableError(rules.ANCHOR_OR_TAG, line, str(event.tag))


def _syntax_error(problem: yaml.MarkedYAMLError) -> UnreadableError:
    mark = cast(Any, problem.problem_mark or problem.context_mark)
    line = mark.line + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    reason = problem.problem or problem.context or ""
    found = Bilingual(f"column {column}: {reason}", f"columna {column}: {reason}")
    return UnreadableError(rules.BAD_YAML, line, found)


def top_nodes(content: bytes) -> Iterator[tuple[Scalar | None, Node]]:
    """
    The entries of a file, one after the other, each with its heading where the file is a mapping of lists.

    Raises
    ------
    UnreadableError
        RC-06, RC-07, RC-09 or RC-10, where the rest of the file cannot be read.
    """
    stream = _Events(content)
    stream.next()
    start = stream.next()
    if not isinstance(start, events.DocumentStartEvent):
        raise UnreadableError(rules.WRONG_SHAPE, 1, Bilingual("nothing", "nada"))
    root = stream.next()
    if isinstance(root, events.SequenceStartEvent):
        yield from ((None, node) for node in _list_entries(stream, 1))
    elif isinstance(root, events.MappingStartEvent):
        yield from _headed_entries(stream)
    else:
        raise UnreadableError(rules.WRONG_SHAPE, root.start_mark.line + 1, str(root.value)[:60])
    _expect_the_end(stream)


def _list_entries(stream: _Events, depth: int) -> Iterator[Node]:
    while True:
        stream.values = 0
        event = stream.next()
        if isinstance(event, events.SequenceEndEvent):
            return
        yield _node(stream, event, depth)


def _headed_entries(stream: _Events) -> Iterator[tuple[Scalar | None, Node]]:
    seen: set[str] = set()
    while not isinstance(event := stream.next(), events.MappingEndEvent):
        heading = _key(event)
        if heading.text in seen:
            raise UnreadableError(rules.DUPLICATE_KEY, heading.line, heading.text)
        seen.add(heading.text)
        value = stream.next()
        if not isinstance(value, events.SequenceStartEvent):
            raise UnreadableError(rules.WRONG_SHAPE, value.start_mark.line + 1, heading.text)
        yield from ((heading, node) for node in _list_entries(stream, 2))


def _expect_the_end(stream: _Events) -> None:
    stream.next()
    event = stream.next()
    if not isinstance(event, events.StreamEndEvent):
        raise UnreadableError(rules.WRONG_SHAPE, event.start_mark.line + 1, "---")


def _key(event: Any) -> Scalar:
    line = event.start_mark.line + 1
    if type(event) is not events.ScalarEvent:
        raise UnreadableError(
            rules.WRONG_SHAPE, line, Bilingual("a key that is not text", "una clave que no es texto")
        )
    return Scalar(line, event.value, not event.style)


def _node(stream: _Events, event: Any, depth: int) -> Node:
    kind = type(event)
    line = event.start_mark.line + 1
    if kind is events.ScalarEvent:
        return Scalar(line, event.value, not event.style)
    if depth >= DEEPEST:
        raise UnreadableError(rules.TOO_DEEP, line, f"> {DEEPEST}")
    if kind is events.SequenceStartEvent:
        return _items(stream, line, depth)
    return _mapping(stream, line, depth)


def _items(stream: _Events, line: int, depth: int) -> Items:
    values = []
    while type(event := stream.next()) is not events.SequenceEndEvent:
        values.append(_node(stream, event, depth + 1))
    return Items(line, values)


def _mapping(stream: _Events, line: int, depth: int) -> Mapping:
    values: dict[str, Node] = {}
    repeated = []
    while type(event := stream.next()) is not events.MappingEndEvent:
        key = _key(event)
        if key.text in values:
            repeated.append((key.text, key.line))
        value = _node(stream, stream.next(), depth + 1)
        values.setdefault(key.text, value)
    return Mapping(line, values, repeated)
