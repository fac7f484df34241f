"""
Blocks of a statement: headings, paragraphs and items, each with its place in the text.

Works on lines, once from top to bottom. A line belongs to the block before it when the text is wrapped at a
width and the line goes on with what was said; plain text with one paragraph per line stays as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

WIDEST_WRAP = 120
"""Lines longer than this are whole paragraphs, not wrapped ones."""

LONGEST_HEADING = 110

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]*")
_QUOTE_BAR = re.compile(r"(?:[ \t\u00a0]*>)*[ \t\u00a0]*")
_BULLET = re.compile(
    r"[-*+\u2022\u2023\u25aa\u25cf\u25e6\u25cb\u25a0\u00b7\u2013\u2014\u2043\uf0b7\u27a2\u2714](?=[ \t\u00a0])[ \t\u00a0]*"
)
_ENUMERATED = re.compile(
    r"""
    (?:
      \\?\(\s*(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2})\s*\)            # (a) (iv) (3)
    | (?:[a-z]|[ivx]{1,5}|\d{1,2})\\?\)                          # a) iv) 3)
    | \d{1,2}(?:\.\d{1,2}){0,3}(?:\\?[.)]-?|-|\.?[\u00ba\u00b0][.)]?-?)(?=[ \t\u00a0])    # 1. 1.2. 1.-
    | \d{1,2}(?:\.\d{1,2}){1,3}(?=[ \t\u00a0])                  # 1.2
    | [A-Z]{1,3}[.-]?\d{1,2}(?:\.\d{1,2})*[.)]?(?=[ \t\u00a0])      # A.1 R-3
    | [IVX]{1,5}\.\d{1,2}(?:\.\d{1,2})*[.)]?(?=[ \t\u00a0])        # II.3.
    | (?:[IVX]{1,5}|[a-z]|[ivx]{1,5})\\?(?:\.-?|\.?-)            # IV. a. ii. I.-
    | (?:art[ií]culo|art\.|article|cl[aá]usula|clause|section|secci[oó]n|paragraph|p[aá]rrafo|punto|point)\s+
      (?:\d{1,3}(?:\.?[\u00ba\u00b0])?|[IVX]{1,5}|[a-z]{3,12})\s*(?:[.:\u2013\u2014-]|\.-)
    | (?:agreement|decision|action|commitment|acuerdo|decisi[oó]n|acci[oó]n|compromiso)\s+(?:no\.\s?)?\d{1,3}\s*(?:[.:\u2013\u2014-]|\.-)
    | (?:primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]|sext[oa]|s[eé]ptim[oa]|octav[oa]|noven[oa]|d[eé]cim[oa]
      |first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[uú]nic[oa])
      \s*(?:\.?[\u2013\u2014-]|[.:]-?)
    )[ \t\u00a0]+""",
    re.VERBOSE,
)
_ENUMERATED_WORD = re.compile(_ENUMERATED.pattern, re.VERBOSE | re.IGNORECASE)
_HASHES = re.compile(r"#{1,6}[ \t]+")
_RULE_LINE = re.compile(r"[-*_=~]{3,}|\\?#+|<!--.*-->|[|:-][ :|-]{2,}")
_EMPHASIZED = re.compile(
    r"(?:\*\*|__|<u>|<b>|<strong>)+(?P<inner>(?:(?!\*\*).)+?)(?:\*\*|__|</u>|</b>|</strong>)+:?[ \t]*",
    re.DOTALL,
)
_SENTENCE_END = re.compile(r"[.!?\u2026][\"\u201d\u2019\u00bb)*_\]]*[ \t]*$")
_HEADING_WORD = re.compile(
    r"(?:pillar|pilar|chapter|cap[ií]tulo|section|secci[oó]n|goal|objetivo|annex|anexo)\s+[\dIVXivx]+\b", re.I
)


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Block:
    """
    A heading, paragraph or item; ``start`` and ``end`` are code points in the text, the item's mark left out.

    ``indent`` orders items by depth: an item belongs to the nearest block above that is less deep.
    ``soft`` marks a heading that was told only by its shortness, and may yet be a sentence without a period.
    """

    kind: BlockKind
    start: int
    end: int
    indent: int = 0
    mark: str = ""
    soft: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    mark: str
    hashes: bool

    def body(self, text: str) -> str:
        return text[self.start : self.end]


def blocks(text: str) -> tuple[Block, ...]:
    """Blocks of a text in order; they do not overlap and leave out only marks, rules and white space."""
    lines = list(_lines(text))
    wrapped_at = _wrap_width(lines)
    found: list[Block] = []
    group: list[_Line] = []
    for line in [*lines, None]:
        if group and (line is None or not _goes_on(text, group, line, wrapped_at)):
            found.append(_block(text, group))
            group = []
        if line is not None and line.end > line.start:
            group.append(line)
    return tuple(_numbered_headings(text, found))


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    while position <= len(text):
        match = _LINE.match(text, position)
        stop = match.end() if match else position
        yield _read_line(text, position, stop)
        position = stop + (2 if text[stop : stop + 2] == "\r\n" else 1)


def _read_line(text: str, start: int, stop: int) -> _Line:
    if stop - start <= WIDEST_WRAP * 4 and _RULE_LINE.fullmatch(text[start:stop].strip()):
        return _Line(stop, stop, 0, "", False)
    bar = _QUOTE_BAR.match(text, start, stop)
    first = bar.end() if bar else start
    indent = len(text[start:first].expandtabs(4))
    hashes = _HASHES.match(text, first, stop)
    if hashes:
        first = hashes.end()
    mark = _BULLET.match(text, first, stop) or _ENUMERATED.match(text, first, stop)
    mark = mark or _ENUMERATED_WORD.match(text, first, min(stop, first + 40))
    after = mark.end() if mark and mark.end() < stop else first
    while stop > after and text[stop - 1].isspace():
        stop -= 1
    return _Line(after, max(stop, after), indent, text[first:after].strip(), bool(hashes))


def _wrap_width(lines: list[_Line]) -> int:
    """Width at which the text is wrapped, 0 when it has one paragraph per line."""
    lengths = sorted(line.end - line.start + line.indent for line in lines if line.end > line.start)
    if not lengths:
        return 0
    wide = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
    return wide if 30 <= wide <= WIDEST_WRAP else 0


def _goes_on(text: str, group: list[_Line], line: _Line, wrapped_at: int) -> bool:
    """Whether a line continues the block before it."""
    if line.end == line.start or line.hashes or group[-1].hashes:
        return False
    previous, first = group[-1].body(text), text[line.start]
    so_far = text[group[0].start : group[-1].end]
    if len(so_far) <= LONGEST_HEADING and so_far.startswith("**") and so_far.count("**") % 2:
        return not line.mark
    if line.mark:
        return _is_dash_in_running_text(group[0], line, previous, first)
    if _is_heading_line(so_far, alone=True) and not group[0].mark and not first.islower():
        return False
    if first.islower() and not _SENTENCE_END.search(previous) and previous[-1] not in ":;":
        return True
    if not wrapped_at:
        return False
    room = wrapped_at - (group[-1].end - group[-1].start) - group[-1].indent
    next_word = line.body(text).split(maxsplit=1)[0]
    fits = len(next_word) + 1 <= room - 2
    return not (
        fits and (_SENTENCE_END.search(previous) or previous.endswith((":", ";")) or room > wrapped_at // 2)
    )


def _is_dash_in_running_text(opening: _Line, line: _Line, previous: str, first: str) -> bool:
    """A wrapped line may begin with the dash of an insertion, which is no bullet."""
    is_dash = line.mark in {"\u2013", "\u2014"}
    return is_dash and first.islower() and opening.mark != line.mark and previous[-1:] not in ".:;!?"


def _is_heading_line(body: str, *, alone: bool) -> bool:
    if not alone or len(body) > LONGEST_HEADING:
        return False
    whole = _EMPHASIZED.fullmatch(body.strip())
    if whole and not _SENTENCE_END.search(whole["inner"]):
        return True
    if _SENTENCE_END.search(body) or body.endswith((";", ",")):
        return False
    letters = [character for character in body if character.isalpha()]
    if len(letters) > 3 and all(character.isupper() for character in letters):
        return True
    return bool(_HEADING_WORD.match(body.lstrip("*_ ")))


def _block(text: str, group: list[_Line]) -> Block:
    first, last = group[0], group[-1]
    body = text[first.start : last.end]
    single = len(group) == 1
    is_bullet = bool(first.mark) and not any(character.isalnum() for character in first.mark)
    if first.hashes or (
        not is_bullet and _is_heading_line(body, alone=True) and not _is_item_sentence(first.mark, body)
    ):
        return Block(BlockKind.HEADING, first.start, last.end, first.indent, first.mark)
    if first.mark:
        return Block(BlockKind.ITEM, first.start, last.end, _depth(first), first.mark)
    if single and _looks_like_title(body):
        return Block(BlockKind.HEADING, first.start, last.end, first.indent, "", soft=True)
    return Block(BlockKind.PARAGRAPH, first.start, last.end, first.indent, "")


def _is_item_sentence(mark: str, body: str) -> bool:
    return bool(mark) and not body.isupper() and not body.rstrip().endswith(("**", "**:", "__"))


def _depth(line: _Line) -> int:
    """Indent, with one step more for the marks that stand under a numbered clause when nothing is indented."""
    if re.fullmatch(r"\\?\(?[a-z]{1,5}\\?[.)]+", line.mark) or (
        not line.mark[-1:].isalnum() and len(line.mark) == 1
    ):
        return line.indent + 1
    return line.indent


def _looks_like_title(body: str) -> bool:
    """A short line without an end: mostly capitalized words, or few words."""
    if len(body) > LONGEST_HEADING or re.search(r"[.!?;:,\u2026\"\u201d\u00bb]$", body.rstrip("*_ ")):
        return False
    words = body.split()
    return (len(words) <= 12 and body[:1].strip("*_\u00bf\u201c")[:1] != body[:1].lower()) or body.isupper()


_CLAUSE_MARK = re.compile(
    r"(?:art|section|secci|cl[a\u00e1]us|clause|primer|segund|tercer|cuart|quint|sext|s[e\u00e9]ptim|octav|noven|d[e\u00e9]cim|[u\u00fa]nic|first|second|third)",
    re.IGNORECASE,
)


def _numbered_headings(text: str, found: list[Block]) -> Iterator[Block]:
    """A short numbered line without an end is a heading when a paragraph, or its own sub-numbers, follow it."""
    for block, following in zip(found, [*found[1:], None], strict=True):
        body = text[block.start : block.end]
        is_number = block.kind is BlockKind.ITEM and block.mark[:1].isalnum() and len(block.mark) > 1
        is_short = len(body) <= 80 and not re.search(r"[.;:,!?]$", body)
        if is_number and is_short and following is not None and _heads(block, following):
            yield Block(BlockKind.HEADING, block.start, block.end, block.indent, block.mark)
        else:
            yield block


def _heads(block: Block, following: Block) -> bool:
    number = block.mark.rstrip(".) ")
    is_subnumber = following.mark.startswith(f"{number}.") and following.mark.rstrip(".) ") != number
    return following.kind is BlockKind.PARAGRAPH or is_subnumber or _CLAUSE_MARK.match(block.mark) is not None
