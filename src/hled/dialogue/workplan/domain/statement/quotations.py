"""Words of speakers: quoted passages, and the turns of a transcript."""

import re
from collections.abc import Sequence

from hled.dialogue.workplan.domain.statement.layout import Block

FEWEST_WORDS = 5
"""A shorter quoted passage is taken for a title or a term."""

_QUOTED = re.compile(
    r"\u201c[^\u201c\u201d]{2,4000}(?:\u201d|$)|\u00ab[^\u00ab\u00bb]{2,4000}(?:\u00bb|$)|\"[^\"]{2,4000}(?:\"|$)"
)
_WORD = re.compile(r"[^\W\d_]+")
_TURN = re.compile(
    r"(?:\*\*)?(?:[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019,-]*(?:\s+[A-Z\u00c0-\u00de(][A-Z\u00c0-\u00de.'\u2019,)-]*){0,8}|Q|P)\s?:(?:\*\*)?(?=\s|$)"
)
_NO_SPEAKER = re.compile(
    r"(?:\*\*)?(?:PILLAR|PILAR|FACT SHEET|GOAL|OBJETIVO|ANNEX|ANEXO|NOTE|NOTA|DECISIONS?|ACTIONS?|ACTION ITEMS?|ACUERDOS?|COMPROMISOS?"
    r"|NEXT STEPS|AGREED|ARTICLE|ART[I\u00cd]CULO|CL[A\u00c1]USULA|CONSIDERANDO|JOINT|COMUNICADO|MOREOVER|DECLARA\w*|ACUERDAN|CONVIENEN|RESUELVEN|SECTION)"
)
FEWEST_TURNS = 3


def quoted_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Places of the passages between two places that quote a speaker; titles and terms are not among them."""
    return [found.span() for found in _QUOTED.finditer(text, start, end) if _is_speech(found[0])]


def without(text: str, start: int, end: int, ranges: Sequence[tuple[int, int]]) -> str:
    """Text of a span with the quoted passages taken out."""
    kept: list[str] = []
    position = start
    for first, last in ranges:
        if last <= start or first >= end:
            continue
        kept.append(text[position : max(position, first)])
        kept.append(" QUOTED ")
        position = min(last, end)
    kept.append(text[position:end])
    return "".join(kept)


def speaker_turns(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """
    Positions of the blocks that a named speaker says.

    In a transcript (three turns or more) a turn lasts until the next one; otherwise only the block itself.
    """
    opening = [
        index
        for index, block in enumerate(blocks)
        if _TURN.match(text, block.start, block.end) and not _NO_SPEAKER.match(text, block.start, block.end)
    ]
    if len(opening) >= FEWEST_TURNS:
        return frozenset(range(opening[0], len(blocks)))
    return frozenset()


def _is_speech(quoted: str) -> bool:
    words = _WORD.findall(quoted)
    if len(words) < FEWEST_WORDS:
        return False
    long_words = [word for word in words if len(word) > 3]
    titled = sum(word[0].isupper() for word in long_words)
    return not long_words or titled < 0.7 * len(long_words)
