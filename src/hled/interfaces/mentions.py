"""
What rooms above say about a thing of a room below.

A page below asks, and knows none of the rooms that answer; each gives its answers when it starts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A thing of another room that is about the one asked for.

    Parameters
    ----------
    room
        What kind of thing it is, in the words of its room.
    page
        Its address on this site without the language.
    """

    room: Bilingual
    code: str
    title: Bilingual
    note: Bilingual
    page: str


Find = Callable[[str, str, Asked], Iterable[Mention]]
"""From kind (``commitment``, ``pillar``), identifier and the day asked for."""
_FINDERS: list[Find] = []


def register_mentions(find: Find) -> None:
    """Safe to repeat."""
    if find not in _FINDERS:
        _FINDERS.append(find)


def mentions(kind: str, id: str, asked: Asked) -> list[Mention]:
    return [each for find in _FINDERS for each in find(kind, id, asked)]
