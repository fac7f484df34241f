"""Tables and texts in Markdown."""

from collections.abc import Iterable, Sequence

from hled.kernel.bilingual import Bilingual

NOTHING = "–"


def plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    for mark in ("\\", "|", "<", "*", "[", "]"):
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())


def table(headings: Sequence[Bilingual], rows: Iterable[Sequence[str]], language: str) -> str:
    """A table whose cells are Markdown already."""
    lines = [
        [heading.in_language(language) for heading in headings],
        ["---"] * len(headings),
        *([cell or NOTHING for cell in row] for row in rows),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(text: str) -> str:
    return f"`{text}`"


def sections(*parts: str) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"
