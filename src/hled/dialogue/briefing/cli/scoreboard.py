"""``hled scoreboard``."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hled.dialogue.briefing.queries.answers.scoreboard import kept_rows, scoreboard_answer
from hled.dialogue.briefing.queries.scoreboard import Filter, Scoreboard
from hled.dialogue.briefing.queries.scoreboard import scoreboard as whole_scoreboard
from hled.dialogue.docket.queries.loop import loop_figures
from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.queries.rows import ScoreRow
from hled.interfaces.asked import Asked, ask
from hled.interfaces.formats import MONTHS, age, day, number, short_day
from hled.interfaces.marks import DISPUTED_ASCII, DISPUTED_GLYPH, STATUS_ORDER
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import (
    AsOfOption,
    LangOption,
    RecordedByOption,
    SheetFormat,
    SheetFormatOption,
    example,
)
from hled.interfaces.terminal.screen import speaks_unicode
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import ROOMY, bar, heading, in_lines, mark, paragraph, tally
from hled.kernel.bilingual import Language
from hled.kernel.party import parties_in_order
from hled.kernel.period import Precision

commands = typer.Typer()

INFERRED, INFERRED_ASCII = "≈", "~"
_BESIDE_BAR, _TALLY = 48, 52
"""Cells that the texts beside a bar take, and the numbers after it."""

PillarOption = Annotated[str, typer.Option("--pillar", metavar="P1|P2|P3|P4|X", help=_("Only this pillar."))]
StatusOption = Annotated[
    str,
    typer.Option(
        "--status", metavar=_("STATUS"), help=_("Only this status, such as late or silent; or disputed.")
    ),
]


@commands.command(
    "scoreboard",
    help=_("Show what became of each promise, as known on a day."),
    epilog=example("hled scoreboard --as-of 2023-04-18 --pillar P1"),
)
def scoreboard(
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    pillar: PillarOption = "",
    status: StatusOption = "",
    agency: Annotated[
        str, typer.Option("--agency", metavar=_("CODE"), help=_("Only this agency, such as DOC or SE."))
    ] = "",
    sector: Annotated[str, typer.Option("--sector", metavar=_("CODE"), help=_("Only this sector."))] = "",
    action_type: Annotated[
        str, typer.Option("--action-type", metavar=_("CODE"), help=_("Only this type of action."))
    ] = "",
    kind: Annotated[
        str, typer.Option("--kind", metavar=_("CODE"), help=_("Only commitment, deliverable or related."))
    ] = "",
    words: Annotated[
        str,
        typer.Option(
            "--words",
            metavar=_("WORDS"),
            help=_("Only titles with these words, in either language; accents do not count."),
        ),
    ] = "",
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    asked = ask(as_of, recorded_by)
    wanted = Filter(
        pillar=pillar,
        status=status,
        agency=agency,
        sector=sector,
        action_type=action_type,
        kind=kind,
        words=words,
    )
    open_store()
    show(scoreboard_answer(asked, wanted), format, partial(draw_scoreboard, asked=asked, wanted=wanted))


def draw_scoreboard(console: Console, *, asked: Asked, wanted: Filter) -> None:
    """Sentence, distributions, then the rows by pillar; every mark is explained by its word."""
    board = whole_scoreboard(asked)
    rows = kept_rows(board, wanted)
    spoken = language()
    heading(
        console,
        _("High-Level Economic Dialogue: scoreboard"),
        _("as known on %(day)s") % {"day": day(asked.as_of, spoken)},
    )
    if asked.in_future:
        paragraph(console, _("That day is still to come: nothing after today can be known."), style="yellow")
    if asked.recorded_by:
        told = day(asked.recorded_by.date(), spoken)
        paragraph(
            console, _("Only what this store had been told by %(day)s.") % {"day": told}, style="yellow"
        )
    console.print()
    paragraph(console, board.sentence.in_language(spoken))
    console.print()
    _draw_distributions(console, board)
    console.print()
    _draw_legend(console, board)
    if wanted.any:
        shown = ngettext("%(count)s row of %(all)s matches.", "%(count)s rows of %(all)s match.", len(rows))
        console.print()
        paragraph(console, shown % {"count": number(len(rows)), "all": number(len(board.rows))}, style="bold")
    for pillar in board.plan.pillars:
        _draw_pillar(console, board, pillar, [row for row in rows if row.facts.pillar == pillar])
    _draw_loop(console, asked)
    _draw_notes(console, rows)


def _draw_loop(console: Console, asked: Asked) -> None:
    """One line for each Party on what people said and what it replied; none where no theme was ever made."""
    figures = loop_figures(asked.as_of)
    if not any(each.themes for each in figures.values()):
        return
    console.print()
    paragraph(console, _("What people said, and what became of it"), style="bold")
    said = _(
        "%(party)s: themes %(themes)s, replied %(replied)s, waiting %(waiting)s, overdue %(overdue)s, "
        "sent to the agenda %(agenda)s, decided %(decided)s, commitment changed %(changed)s"
    )
    for party in parties_in_order(language()):
        each = figures[party]
        told = {
            "party": party.label.in_language(language()),
            "themes": number(each.themes),
            "replied": number(each.replied),
            "waiting": number(each.waiting),
            "overdue": number(each.overdue),
            "agenda": number(each.on_agenda),
            "decided": number(each.decided),
            "changed": number(each.changed),
        }
        paragraph(console, said % told)


def _draw_distributions(console: Console, board: Scoreboard) -> None:
    """One bar for each pillar, drawn to the scale of the largest."""
    largest = max((each.total for each in board.pillars), default=0)
    taken = _BESIDE_BAR + (_TALLY if console.width >= ROOMY else 0)
    width = max(min(console.width - taken, 60), 20)
    table = Table.grid(padding=(0, 2))
    for options in ({}, {"max_width": 34}, {"justify": "right"}, {"no_wrap": True}, {"no_wrap": True}):
        table.add_column(**options)
    for each in board.pillars:
        counts = {status.value: count for status, count in each.counts.items()}
        cells = max(round(width * each.total / largest), sum(count > 0 for count in counts.values()))
        line = [
            Text(each.key, style="dim"),
            Text(board.plan.title("pillars", each.key).in_language(language())),
            Text(str(each.total), style="bold"),
            bar(console, counts, cells),
        ]
        table.add_row(*line, tally(console, counts) if console.width >= ROOMY else Text())
    console.print(table)


def _draw_legend(console: Console, board: Scoreboard) -> None:
    """Every status that occurs, as mark, word and number; a line breaks only between them."""
    words = {status.value: status.label.in_language(language()) for status in Status}
    counts = {status.value: count for status, count in board.counts.items()}
    parts = [
        Text.assemble(mark(console, status), f" {words[status]} {counts[status]}")
        for status in STATUS_ORDER
        if counts.get(status)
    ]
    disputed = sum(row.assessment.disputed for row in board.rows)
    if disputed:
        word = _("disputed")
        parts.append(Text(f"{_disputed_sign(console)} {word} {disputed}"))
    in_lines(console, parts)


def _disputed_sign(console: Console) -> str:
    return DISPUTED_GLYPH if speaks_unicode(console) else DISPUTED_ASCII


def _draw_pillar(console: Console, board: Scoreboard, pillar: str, rows: list[ScoreRow]) -> None:
    if not rows:
        return
    console.print()
    title = board.plan.title("pillars", pillar).in_language(language())
    console.print(Text.assemble((f"{pillar}  {title}", "bold"), (f"  {len(rows)}", "dim")))
    widest = max(len(row.id) for row in board.rows)
    table = _roomy_table(widest) if console.width >= ROOMY else _narrow_table(widest)
    draw = _roomy_row if console.width >= ROOMY else _narrow_row
    for row in rows:
        draw(table, console, row, evidence(row, board))
    console.print(table)


def _roomy_table(widest: int) -> Table:
    table = Table(box=None, show_header=True, pad_edge=False, expand=True, header_style="dim")
    table.add_column(_("Status"), width=27)
    table.add_column(_("Id"), no_wrap=True, width=widest)
    table.add_column(_("Title"), ratio=1)
    table.add_column(_("Agencies"), width=24)
    table.add_column(_("Last evidence"), width=26)
    return table


def _roomy_row(table: Table, console: Console, row: ScoreRow, last: Text) -> None:
    status = Text.assemble(
        mark(console, row.status.value, disputed=row.assessment.disputed),
        " ",
        row.status.label.in_language(language()),
    )
    table.add_row(status, row.id, _title(row), agencies(console, row), last)


def _narrow_table(widest: int) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, expand=True)
    table.add_column(width=2, no_wrap=True)
    table.add_column(no_wrap=True, width=widest)
    table.add_column(ratio=1)
    return table


def _narrow_row(table: Table, console: Console, row: ScoreRow, last: Text) -> None:
    """The title, and under it what a wide screen shows in columns."""
    below = Text(" · ", style="dim").join(
        part
        for part in (
            Text(row.status.label.in_language(language()), style="dim"),
            Text(agencies(console, row).plain, style="dim"),
            Text(last.plain, style="dim"),
        )
        if part.plain
    )
    table.add_row(
        mark(console, row.status.value, disputed=row.assessment.disputed),
        row.id,
        Text("\n").join([_title(row), below]),
    )


def _title(row: ScoreRow) -> Text:
    title = Text(row.title.in_language(language()))
    word = _("undated")
    return Text.assemble(title, (f" ({word})", "dim")) if row.undated else title


def agencies(console: Console, row: ScoreRow) -> Text:
    """Both sides in the order of the language; what was not stated by a source carries its sign."""
    signs = {"inferred": INFERRED, "partly_stated": INFERRED} if speaks_unicode(console) else {
        "inferred": INFERRED_ASCII, "partly_stated": INFERRED_ASCII}  # fmt: skip
    sign = signs.get(row.facts.agencies_basis, "")
    sides = {"US": row.facts.agencies_us, "MX": row.facts.agencies_mx}
    parts = [
        Text.assemble(
            (f"{party.value} ", "dim"), ", ".join(f"{code}{sign}" for code in sides[party.value]) or "–"
        )
        for party in parties_in_order(language())
    ]
    return Text("  ").join(parts)


def evidence(row: ScoreRow, board: Scoreboard) -> Text:
    """The latest evidence and its age, or that there is none."""
    found = row.assessment
    if found.last_evidence_on:
        return Text(_dated(row, found.last_evidence_on, board))
    if found.last_report_on:
        return Text(_("repeated: %(day)s") % {"day": _dated(row, found.last_report_on, board)}, style="dim")
    if found.has_report:
        return Text(_("undated report"))
    return Text(_("no report"), style="yellow" if row.status is Status.SILENT else "dim")


def _dated(row: ScoreRow, on: date, board: Scoreboard) -> str:
    spoken = language()
    precision = next(
        (
            each.precision
            for each in board.standing.facts.reports
            if each.commitment == row.id and each.reported_on == on
        ),
        Precision.DAY,
    )
    month = MONTHS[Language(spoken)][on.month - 1][:3]
    shown = {Precision.YEAR: str(on.year), Precision.MONTH: f"{month} {on.year}"}.get(
        Precision(precision), short_day(on, spoken)
    )
    return f"{shown} ({age(on, board.asked.as_of, spoken)})"


def _draw_notes(console: Console, rows: Iterable[ScoreRow]) -> None:
    """What the signs mean that stand in the rows shown."""
    found = list(rows)
    sign = INFERRED if speaks_unicode(console) else INFERRED_ASCII
    notes = []
    if any(row.facts.agencies_basis in {"inferred", "partly_stated"} for row in found):
        notes.append(
            _("%(sign)s agency inferred by the editor, in whole or in part; no source names it.")
            % {"sign": sign}
        )
    if any(row.assessment.disputed for row in found):
        notes.append(_("%(sign)s sources differ.") % {"sign": _disputed_sign(console)})
    if any(row.undated for row in found):
        notes.append(_("Undated items stand only in a view without a date."))
    notes.append(
        _(
            "One commitment in full: hled commitment ID. Reports are those of the Parties and the press; a search by the editor is none."
        )
    )
    console.print()
    for note in notes:
        paragraph(console, note, style="dim")
