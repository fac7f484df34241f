"""What a paper is made of, in one language; no writer's markup anywhere."""

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from hled.kernel.digest import sha256_of


@dataclass(frozen=True, slots=True)
class Run:
    """
    A piece of a line.

    Parameters
    ----------
    mark
        Code of a status, whose mark is drawn before the words; the words say it too.
    tone
        Name of a tone of the theme; empty for ink.
    language
        Of the words, where it is not that of the paper.
    whole
        Not divided over two lines, where the writer can hold it together; for identifiers and addresses.
    """

    text: str
    bold: bool = False
    italic: bool = False
    soft: bool = False
    href: str = ""
    mark: str = ""
    tone: str = ""
    language: str = ""
    whole: bool = False


Line = tuple[Run, ...]


def plain(text: str) -> Line:
    return (Run(text),)


class Look(StrEnum):
    BODY = "body"
    LEAD = "lead"
    SMALL = "small"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is 1 to 3, and never skips one; `fresh` begins a page."""

    level: int
    text: str
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Line
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is its share of the table; `end` aligns numbers to the right."""

    title: str
    width: float
    end: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """
    Rows under a heading that is repeated on every page.

    Parameters
    ----------
    caption
        Says what the table shows; required, and read aloud.
    dense
        Smaller letters, for long tables.
    total
        The last row is a sum.

    Raises
    ------
    ValueError
        When a row has not a cell for each column.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    dense: bool = False
    total: bool = False

    def __post_init__(self) -> None:
        wrong = [len(row) for row in self.rows if len(row) != len(self.columns)]
        if wrong:
            raise ValueError(f"rows: {wrong} cells where {len(self.columns)} columns are")


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing in fixed colors, with what it says for those who do not see it, and its source."""

    svg: str
    alternative: str
    caption: str
    source: str


@dataclass(frozen=True, slots=True)
class Cover:
    """
    First page.

    Parameters
    ----------
    stamp
        Which edition this is, such as one for the eyes of one Party.
    facts
        Label and words.
    """

    above: str
    title: str
    subtitle: str
    stamp: str
    guarded: bool
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of level 1; a paper that has pages numbers them."""

    title: str
    entries: tuple[str, ...]


Block = Heading | Paragraph | Bullets | Table | Figure | Cover | Contents


@dataclass(frozen=True, slots=True)
class Paper:
    """
    A whole paper.

    Parameters
    ----------
    day
        Stands as the day of making in the properties of the file.
    running
        Small words at the head of every page but the first.
    page_of
        Words with ``{page}`` and ``{pages}``.
    """

    title: str
    subject: str
    author: str
    language: str
    day: date
    running: str
    page_of: str
    blocks: tuple[Block, ...]

    def as_json(self) -> dict[str, Any]:
        """Every word and drawing, each block under its kind."""
        whole = {name: getattr(self, name) for name in self.__slots__ if name not in {"day", "blocks"}}
        return {
            **whole,
            "day": self.day.isoformat(),
            "blocks": [{"kind": type(each).__name__.lower(), **asdict(each)} for each in self.blocks],
        }

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON: equal papers, whatever format they are written in."""
        return sha256_of(_without_floats(self.as_json()))


def _without_floats(value: Any) -> Any:
    match value:
        case float():
            return str(value)
        case dict():
            return {key: _without_floats(each) for key, each in value.items()}
        case list() | tuple():
            return [_without_floats(each) for each in value]
        case _:
            return value
