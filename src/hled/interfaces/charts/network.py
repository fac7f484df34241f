"""Things and the links between them: the strongest as a tree, others as thin lines; filled or hollow by kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from hled.interfaces.charts.by_hand import Free, circle, group, path, sheet, words
from hled.interfaces.charts.finish import Note
from hled.interfaces.charts.theme import LIGHT, wrapped
from hled.interfaces.charts.words import Width, Wording

_HEIGHT = {Width.WIDE: 520, Width.PHONE: 430}
_RADII = {Width.WIDE: (3.2, 11.0), Width.PHONE: (2.2, 7.0)}
_EDGE = 16


@dataclass(frozen=True, slots=True)
class Node:
    """
    A thing at a place between 0 and 1 on both axes.

    Parameters
    ----------
    size : float
        Share of the largest area, from 0 to 1.
    filled : bool
        Drawn full; the others are hollow.
    number : str
        Stands beside it; empty for most.
    """

    x: float
    y: float
    size: float
    filled: bool
    tip: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Between two nodes by position; those of the tree are drawn stronger."""

    source: int
    target: int
    in_tree: bool


def network(
    nodes: Sequence[Node],
    links: Sequence[Link],
    wording: Wording,
    *,
    key: Sequence[str],
    width: Width = Width.WIDE,
) -> str:
    """
    Nodes over their links.

    Parameters
    ----------
    key
        Words for a filled node, a hollow one, a line of the tree and, where there are any, another line.

    Raises
    ------
    ValueError
        When there is no node.
    """
    if not nodes:
        raise ValueError("nodes: none")
    across, down = width.value - 2 * _EDGE, _HEIGHT[width] - 2 * _EDGE
    places = [(_EDGE + each.x * across, _EDGE + each.y * down) for each in nodes]
    least, most = _RADII[width]
    radii = [least + (most - least) * sqrt(each.size) for each in nodes]
    ends = {
        in_tree: [(*places[each.source], *places[each.target]) for each in links if each.in_tree is in_tree]
        for in_tree in (False, True)
    }
    circles: dict[bool, list[str]] = {True: [], False: []}
    for at in sorted(range(len(nodes)), key=lambda at: -radii[at]):
        circles[nodes[at].filled].append(circle(*places[at], radii[at], nodes[at].tip))
    marks = [
        path(ends[False], "line", 0.6),
        path(ends[True], "gone", 0.9),
        group(circles[False], fill="paper", line="soft"),
        group(circles[True], fill="link", line="paper"),
        *_numbers(nodes, places, radii, width),
    ]
    return sheet(marks, _HEIGHT[width], wording, width, _key(key, width))


def _numbers(
    nodes: Sequence[Node], places: Sequence[tuple[float, float]], radii: Sequence[float], width: Width
) -> list[str]:
    """Beside each node that has one, where it covers no other number."""
    free, found = Free(), []
    for node, (x, y), radius in zip(nodes, places, radii, strict=True):
        wide = 7 * len(node.number)
        spots = ((radius + 2, 4), (-radius - 2 - wide, 4), (-wide / 2, -radius - 3), (-wide / 2, radius + 11))
        for dx, dy in spots if node.number else ():
            left, foot = x + dx, y + dy
            if 0 <= left <= width.value - wide and free.take(left, foot - 10, left + wide, foot + 2):
                found.append(words(node.number, left, foot, bold=True))
                break
    return found


def _key(key: Sequence[str], width: Width) -> list[Note]:
    signs = (("● ", "link"), ("○ ", "soft"), ("— ", "gone"), ("— ", "line"))
    most = 104 if width is Width.WIDE else 50
    lines: list[list[tuple[str, str]]] = []
    used = most
    for (sign, tone), said in zip(signs, key, strict=False):
        parts = wrapped(said, most - 3)
        size = len(said) + 6
        if used + size > most or len(parts) > 1:
            lines.append([])
            used = 0
        lines[-1] += [(sign, LIGHT[tone]), (parts[0] + "    ", LIGHT["ink"])]
        lines += [[("   " + each, LIGHT["ink"])] for each in parts[1:]]
        used = most if len(parts) > 1 else used + size
    return list(lines)
