"""
The marks of the statuses and of the Parties: one shape for page, chart, paper and terminal.

A status is always a word; its mark helps the eye, and is readable in gray print. Shapes are drawn in a square of 12 by 12.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SIZE = 12
DISPUTED_GLYPH = "◹"
DISPUTED_ASCII = "*"
SPLIT_CORNER = '<path class="mark-gap" d="M6 -1H13V6Z"/><path class="mark-split" d="M8 0H12V4Z"/>'
"""Drawn over any mark: a corner cut off and set apart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """
    One status, drawn.

    Parameters
    ----------
    svg
        Elements inside a square of 12 by 12; `currentColor` is the tone of the status.
    glyph
        One character of Unicode, for the terminal.
    ascii
        One character for terminals without Unicode.
    color
        Color name of the terminal, used only where color is allowed.
    """

    svg: str
    glyph: str
    ascii: str
    color: str


_FRAME = 'fill="none" stroke="currentColor" stroke-width="1.5"'
_SQUARE = f'<rect x="1.75" y="1.75" width="8.5" height="8.5" {_FRAME}/>'

MARKS: Mapping[str, Mark] = MappingProxyType(
    {
        "done": Mark('<rect x="1" y="1" width="10" height="10" fill="currentColor"/>', "■", "#", "green"),
        "partly_done": Mark(f'{_SQUARE}<path d="M1 1H6V11H1Z" fill="currentColor"/>', "◧", "%", "green"),
        "under_way": Mark(f'{_SQUARE}<circle cx="6" cy="6" r="2" fill="currentColor"/>', "⊡", "o", "blue"),
        "announced": Mark(_SQUARE, "□", ".", "default"),
        "late": Mark('<path d="M6 1L11.5 11H.5Z" fill="currentColor"/>', "▲", "!", "red"),
        "recurrence_overdue": Mark(
            f'<circle cx="6" cy="6" r="5.25" {_FRAME}/><path d="M6 2.6L8.9 8.1H3.1Z" fill="currentColor"/>',
            "◬",
            "R",
            "red",
        ),
        "silent": Mark('<path d="M1 4.75H11V7.25H1Z" fill="currentColor"/>', "—", "-", "yellow"),
        "restated": Mark('<path d="M1 3H11V5H1ZM1 7H11V9H1Z" fill="currentColor"/>', "═", "=", "yellow"),
        "superseded": Mark(
            f'<path d="M1 6H10M6.5 2.5L10 6L6.5 9.5" {_FRAME}/>',
            "→",
            ">",
            "default",
        ),
        "withdrawn": Mark(f'<path d="M2 2L10 10M10 2L2 10" {_FRAME}/>', "×", "x", "default"),
        "no_information": Mark(
            f'<rect x="1.75" y="1.75" width="8.5" height="8.5" {_FRAME} stroke-dasharray="1.7 1.7"/>',
            "⬚",
            "?",
            "default",
        ),
    }
)
"""Status code -> mark, in the order in which a distribution shows them."""

STATUS_ORDER: tuple[str, ...] = tuple(MARKS)

TONES: Mapping[str, str] = MappingProxyType(
    {
        "done": "done",
        "partly_done": "done",
        "under_way": "going",
        "announced": "open",
        "late": "late",
        "recurrence_overdue": "late",
        "silent": "quiet",
        "restated": "quiet",
        "superseded": "gone",
        "withdrawn": "gone",
        "no_information": "gone",
    }
)
"""Status code -> tone, a class of the style sheet; several statuses share one, the shape tells them apart."""


def mark_svg(status: str, *, disputed: bool = False) -> str:
    """
    The mark as an inline SVG element, hidden from screen readers: the word stands beside it.

    Raises
    ------
    KeyError
        When there is no such status.
    """
    corner = SPLIT_CORNER if disputed else ""
    return (
        f'<svg class="mark tone-{TONES[status]}" viewBox="0 0 {SIZE} {SIZE}" width="{SIZE}" height="{SIZE}"'
        f' aria-hidden="true" focusable="false">{MARKS[status].svg}{corner}</svg>'
    )


def mark_text(status: str, *, disputed: bool = False, unicode: bool = True) -> str:
    """The mark for a terminal: one character, and one more where it is disputed."""
    mark = MARKS[status]
    if unicode:
        return mark.glyph + (DISPUTED_GLYPH if disputed else "")
    return mark.ascii + (DISPUTED_ASCII if disputed else "")
