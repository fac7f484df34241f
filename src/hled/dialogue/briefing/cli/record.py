"""``hled record``: load, export, check, history."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.console import Console

from hled.dialogue.briefing.queries.answers.loading import export_answer, load_answer, reading_answer
from hled.dialogue.briefing.queries.record import SHELVES
from hled.dialogue.briefing.services.record import export_record, load_record
from hled.dialogue.chronicle.queries import history_of, said
from hled.dialogue.results.queries.answers.commitments import history_answer
from hled.interfaces.answers import Answer
from hled.interfaces.asked import ask, now
from hled.interfaces.formats import number
from hled.interfaces.problems import not_found
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.failing import CL_01, Exit, draw_findings
from hled.interfaces.terminal.options import (
    Format,
    FormatOption,
    LangOption,
    SheetFormat,
    SheetFormatOption,
    example,
)
from hled.interfaces.terminal.progress import steps
from hled.interfaces.terminal.screen import err
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, paragraph
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.record import KINDS, read_record

record = typer.Typer(
    help=_("Load, export and check the record, and see what it said before."), no_args_is_help=True
)
PathArgument = Annotated[
    Path, typer.Argument(metavar=_("PATH"), help=_("Folder in the format of the record."))
]


@record.command(
    "load",
    help=_("Make the store say what a folder says. An error loads nothing; a warning is shown and loads."),
    epilog=example("hled record load my_record/"),
)
def load(path: PathArgument, lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    _require_folder(path)
    open_store()
    with steps(_("Loading the record"), total=len(SHELVES) + 1) as told:
        found = load_record(path, at=now(), told=told)
    answer = load_answer(path, found.changes, found.warnings, found.entry.id if found.entry else None)
    show(answer, format, lambda console: _draw_load(console, answer))
    if format is Format.TABLE:
        draw_findings(err(), answer.findings, language())


def _require_folder(path: Path) -> None:
    found = Bilingual("no such folder", "no existe la carpeta")
    if not path.is_dir():
        raise BrokenRuleError([Finding(CL_01, str(path), found)])


def _draw_load(console: Console, answer: Answer) -> None:
    if not answer.extras["changed"]:
        paragraph(console, _("Nothing changed: the store says this already."))
        return
    heading(console, _("Loaded"), str(answer.params["path"]))
    table = grid(
        (_("Kind"), {"ratio": 1}),
        *((title, {"justify": "right"}) for title in (_("added"), _("changed"), _("retired"))),
    )
    for each in answer.items:
        counts = (each["added"], each["changed"], each["retired"])
        if any(counts):
            table.add_row(KINDS[each["kind"]].says.in_language(language()), *map(number, counts))
    console.print(table)


@record.command(
    "export",
    help=_("Write the record of the store into a folder, in the same format."),
    epilog=example("hled record export my_record/"),
)
def export(
    path: PathArgument,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help=_("Write also over a folder that holds a part of a record and nothing else.")
        ),
    ] = False,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    with steps(_("Writing the record"), total=len(KINDS)) as told:
        count = export_record(path, replace=replace, told=told)
    answer = export_answer(path, count)
    written = _("%(count)s records written to %(path)s.") % {"count": number(count), "path": path}
    show(answer, format, lambda console: paragraph(console, written))


@record.command(
    "check",
    help=_("Read a folder and show everything that breaks a rule; nothing is loaded."),
    epilog=example("hled record check my_record/"),
)
def check(path: PathArgument, lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    _require_folder(path)
    reading = read_record(path)
    answer = reading_answer(path, reading)
    counts = {"errors": len(reading.errors), "warnings": len(reading.warnings)}
    verdict = (
        _("The record can be loaded. Warnings: %(warnings)s.")
        if reading.is_sound
        else _("The record cannot be loaded. Errors: %(errors)s; warnings: %(warnings)s.")
    )
    show(answer, format, lambda console: paragraph(console, verdict % counts))
    if format is Format.TABLE:
        draw_findings(err(), answer.findings, language())
    if not reading.is_sound:
        raise typer.Exit(Exit.FINDINGS)


@record.command(
    "history",
    help=_("Show what each field of a fact said before, from when to when."),
    epilog=example("hled record history commitments P1-SC-01"),
)
def history(
    kind: Annotated[
        str, typer.Argument(metavar=_("KIND"), help=_("Kind of the record, such as commitments."))
    ],
    id: Annotated[str, typer.Argument(metavar="ID", help=_("Identifier of the fact."))],
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    open_store()
    if kind not in SHELVES:
        raise not_found("kind", f"{kind} ({', '.join(SHELVES)})" if len(kind) < 20 else kind)
    found = history_of(kind, id)
    if not found and id not in said(SHELVES[kind]):
        raise not_found(kind, id)
    answer = history_answer(ask(), kind, id, found)
    show(answer, format, lambda console: _draw_history(console, answer))


def _draw_history(console: Console, answer: Answer) -> None:
    heading(console, _("Former wording of %(id)s") % {"id": answer.params["id"]})
    if not answer.items:
        paragraph(console, _("It has never been corrected."))
        return
    table = grid(
        (_("Field"), {}),
        (_("What it said"), {"ratio": 1}),
        (_("From"), {"width": 16}),
        (_("Until"), {"width": 16}),
    )
    for each in answer.items:
        table.add_row(
            each["field"],
            str(each["said"]),
            each["said_from"][:16].replace("T", " "),
            each["said_until"][:16].replace("T", " "),
        )
    console.print(table)
