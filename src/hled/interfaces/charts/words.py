"""What a chart is given: series, marks, and the words around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class Width(Enum):
    """Two drawings of each chart, for a page and for a phone: text keeps its size in both."""

    WIDE = 700
    PHONE = 340


@dataclass(frozen=True, slots=True)
class Wording:
    """
    The words of a chart, in one language.

    Parameters
    ----------
    title : str
        The finding, with its year; empty where the page says it in its own heading.
    unit : str
        Stands above the axis.
    source : str
        Stands under the plot.
    alternative : str
        What the chart says, for those who do not see it.
    """

    title: str
    unit: str
    source: str
    alternative: str
    language: str


@dataclass(frozen=True, slots=True)
class Line:
    """A series with the words that stand at its end; a value of None breaks the line."""

    label: str
    points: Sequence[tuple[date, Decimal | None]]

    @property
    def last(self) -> tuple[date, Decimal] | None:
        """The last day with a value."""
        known = [(day, value) for day, value in self.points if value is not None]
        return max(known) if known else None


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal line from a day on, such as a baseline."""

    label: str
    value: Decimal
    since: date


@dataclass(frozen=True, slots=True)
class Aim:
    """A target on its day, or a projection with its interval."""

    label: str
    day: date
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day worth a mark; only a named one is labeled, the others are ticks on the axis."""

    day: date
    label: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a distribution, with the tone of its status; a faint one is drawn lighter than its tone."""

    label: str
    count: int
    tone: str
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """A bar with its words; `low` and `high` where how sure the value is can be drawn."""

    label: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Stacked:
    """A bar made of pieces, in the order of the key; each its part of the whole, 0 or more."""

    label: str
    pieces: Sequence[Decimal]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a matrix: its words and a value for each column, None where there is none."""

    label: str
    values: Sequence[Decimal | None]


@dataclass(frozen=True, slots=True)
class Point:
    """A point of two measures with its words; empty where none may stand beside it. A marked one is drawn as a square."""

    label: str
    x: Decimal
    y: Decimal
    marked: bool = False
