"""Text of HTML: what a reader of the page sees, one paragraph or item per line; scripts are dropped, never run."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from hled.sources.texts.decoding import decoded

_DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "embed",
    "head",
    "nav",
    "form",
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "header",
        "hr",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "html",
    ]
)
_BLANK = re.compile(r"[^\S\n]+")
DEEPEST = 200
"""Nesting beyond this is read as one run of text."""


def html_text(content: bytes, place: str) -> tuple[str, str | None]:
    """Text and title of a page; headings as ``#`` lines, items with a dash or number, blocks apart by blank lines."""
    soup = BeautifulSoup(decoded(content, place), "html.parser")
    title = soup.title.get_text(" ", strip=True) if soup.title else None
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    lines = "".join(_pieces(soup, 0, 0)).split("\n")
    kept = [_BLANK.sub(" ", line).rstrip() if not line.startswith(" ") else line.rstrip() for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip() + "\n", title or None


def _pieces(node: Tag, depth: int, level: int) -> Iterator[str]:
    if level > DEEPEST:
        yield node.get_text(" ")
        return
    number = 0
    for child in node.children:
        if isinstance(child, PreformattedString):
            continue
        if isinstance(child, NavigableString):
            yield re.sub(r"\s+", " ", str(child))
        elif isinstance(child, Tag):
            number += child.name == "li"
            yield from _tag(child, node.name, number, depth, level)


def _tag(tag: Tag, parent: str, number: int, depth: int, level: int) -> Iterator[str]:
    if tag.name == "br":
        yield "\n"
    elif tag.name in _HEADINGS:
        yield f"\n\n{'#' * _HEADINGS[tag.name]} {tag.get_text(' ', strip=True)}\n\n"
    elif tag.name == "li":
        mark = f"{number}." if parent == "ol" else "-"
        body = "".join(_pieces(tag, depth + 1, level + 1)).strip()
        yield f"\n{'    ' * depth}{mark} {body}\n"
    elif tag.name in {"ul", "ol"} and depth:
        yield "\n"
        yield from _pieces(tag, depth, level + 1)
        yield "\n"
    elif tag.name in _BLOCKS:
        yield "\n\n"
        yield from _pieces(tag, depth, level + 1)
        yield "\n\n"
    else:
        yield from _pieces(tag, depth, level + 1)
