"""Tables, bars and marks for the terminal: words beside every mark, color only where the terminal has it."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hled.interfaces.marks import MARKS, STATUS_ORDER, mark_text
from hled.interfaces.terminal.screen import speaks_unicode

ROOMY = 124
"""From this width on a row stands in one line with all its columns."""


def mark(console: Console, status: str, *, disputed: bool = False) -> Text:
    """The mark of a status in its color."""
    return Text(
        mark_text(status, disputed=disputed, unicode=speaks_unicode(console)), style=MARKS[status].color
    )


def bar(console: Console, counts: Mapping[str, int], width: int) -> Text:
    """
    A distribution as a row of marks, `width` cells for the whole.

    Cells are shared out by largest remainder; a status that occurs has at least one.
    """
    drawn = Text()
    for status, cells in _cells(counts, width).items():
        glyph = mark_text(status, unicode=speaks_unicode(console))
        drawn.append(glyph * cells, style=MARKS[status].color)
    return drawn


def _cells(counts: Mapping[str, int], width: int) -> dict[str, int]:
    present = {status: counts[status] for status in STATUS_ORDER if counts.get(status)}
    total = sum(present.values())
    if not total or width < len(present):
        return dict.fromkeys(present, 1)
    spare = width - len(present)
    exact = {status: spare * count / total for status, count in present.items()}
    cells = {status: int(share) for status, share in exact.items()}
    by_remainder = sorted(present, key=lambda status: (cells[status] - exact[status], status))
    for status in by_remainder[: spare - sum(cells.values())]:
        cells[status] += 1
    return {status: count + 1 for status, count in cells.items()}


def tally(console: Console, counts: Mapping[str, int]) -> Text:
    """The marks that occur, each with its number."""
    parts = [
        Text.assemble(mark(console, status), f" {counts[status]}")
        for status in STATUS_ORDER
        if counts.get(status)
    ]
    return Text("  ").join(parts)


def in_lines(console: Console, parts: Sequence[Text], gap: int = 3) -> None:
    """Parts side by side; a line breaks between them and never inside one."""
    line = Text()
    for part in parts:
        if line.plain and line.cell_len + gap + part.cell_len > console.width:
            console.print(line)
            line = Text()
        line = Text.assemble(line, " " * gap, part) if line.plain else part
    if line.plain:
        console.print(line)


def heading(console: Console, title: str, aside: str = "") -> None:
    """A title on the left, and what belongs to it on the right where there is room."""
    left, right = Text(title, style="bold"), Text(aside, style="dim")
    gap = console.width - left.cell_len - right.cell_len
    if not aside or gap < 2:
        console.print(left)
        if aside:
            console.print(right)
        return
    console.print(Text.assemble(left, " " * gap, right))


def paragraph(console: Console, text: str | Text, *, indent: int = 0, style: str = "") -> None:
    console.print(Padding(Text(text, style=style) if isinstance(text, str) else text, (0, 0, 0, indent)))


def grid(*columns: tuple[str, Mapping[str, object]]) -> Table:
    """A table with a rule under its heading and nothing between the rows."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True, header_style="bold")
    for title, options in columns:
        table.add_column(title, **options)  # type: ignore[arg-type]
    return table


def pairs(console: Console, lines: Sequence[tuple[str, str | Text]]) -> None:
    """Labels and what they stand for, the empty ones left out."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for label, value in lines:
        if str(value):
            table.add_row(label, value)
    console.print(table)
