"""``hled tables``: list, show, add, check."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.queries.answers.tables import (
    added_answer,
    table_answer,
    table_check_answer,
    tables_answer,
)
from hled.interfaces.answers import Answer
from hled.interfaces.formats import number
from hled.interfaces.terminal.desk import desk, language
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
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Severity

tables = typer.Typer(help=_("List, show, add and check input-output tables."), no_args_is_help=True)
IdArgument = Annotated[str, typer.Argument(metavar="ID", help=_("Identifier of a table."))]


class AddFormat(StrEnum):
    """The layout of the file, and how the answer is printed: the option may stand twice."""

    PLAIN = "plain"
    OECD_ICIO = "oecd-icio"
    WIOD_2013 = "wiod2013"
    WIOD_2016 = "wiod2016"
    TABLE = "table"
    JSON = "json"


@tables.command(
    "list",
    help=_("List the tables in the package and those added here."),
    epilog=example("hled tables list"),
)
def list_(lang: LangOption = None, format: SheetFormatOption = SheetFormat.TABLE) -> None:
    answer = tables_answer(desk().home)
    show(answer, format, lambda console: _draw_list(console, answer))
    if format is not SheetFormat.JSON:
        draw_findings(err(), answer.findings, language())


def _draw_list(console: Console, answer: Answer) -> None:
    spoken = language()
    heading(console, _("Input-output tables"), str(len(answer.items)))
    table = grid(
        (_("Id"), {"no_wrap": True}),
        (_("Title"), {"ratio": 3}),
        (_("Year"), {"justify": "right", "width": 4}),
        (_("Size"), {"justify": "right"}),
        (_("Origin"), {"ratio": 2}),
    )
    for each in answer.items:
        table.add_row(
            each["id"],
            each[f"title_{spoken}"],
            str(each["year"]),
            f"{each['regions']} × {each['sectors']}",
            Text(_origin(each), style="dim"),
        )
    console.print(table)
    paragraph(console, _("One table in full: hled tables show ID."), style="dim")


def _origin(item: Any) -> str:
    if item["format"] == "bundled":
        return _("in the package")
    return f"{item['format']}; {item[f'layout_note_{language()}']}"


@tables.command(
    "show",
    help=_("Show one table: source, unit, and the labels by which it is asked."),
    epilog=example("hled tables show wiod2013-2011"),
)
def one(id: IdArgument, lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    answer = table_answer(id, desk().home)
    show(answer, format, lambda console: _draw_one(console, answer.items[0]))
    if format is Format.TABLE:
        draw_findings(err(), answer.findings, language())


def _draw_one(console: Console, item: Any) -> None:
    spoken = language()
    heading(console, f"{item['id']}  {item[f'title_{spoken}']}")
    pairs(
        console,
        [
            (_("Source"), item[f"source_{spoken}"]),
            (_("Vintage"), item[f"vintage_{spoken}"]),
            (_("Year"), str(item["year"])),
            (_("Unit"), f"{item[f'unit_{spoken}']}, {item[f'price_basis_{spoken}']}"),
            (_("Industries"), number(item["industries"])),
            (_("Origin"), _origin(item)),
            (_("Parts of industries"), ", ".join(item["parts"])),
            (_("Digest"), item["table_digest"]),
        ],
    )
    for title, labels in (
        (_("Regions"), item["regions"]),
        (_("Groups of regions"), item["region_groups"]),
        (_("Sectors"), item["sectors"]),
        (_("Groups of sectors"), item["sector_groups"]),
        (_("Final demand"), item["categories"]),
        (_("Accounts"), item["accounts"]),
    ):
        if labels:
            console.print()
            _draw_labels(console, title, labels)


def _draw_labels(console: Console, title: str, labels: Sequence[Any]) -> None:
    heading(console, title, str(len(labels)))
    pairs(console, [(each["code"], each[f"name_{language()}"]) for each in labels])


@tables.command(
    "add",
    help=_("Read a table from a file or folder, check it, and keep it in this installation."),
    epilog=example("hled tables add ICIO2021_2018.csv --format oecd-icio"),
)
def add(
    path: Annotated[Path, typer.Argument(metavar=_("PATH"), help=_("File, or folder of the plain layout."))],
    format: Annotated[
        list[AddFormat],
        typer.Option(
            "--format",
            help=_(
                "Layout of the file: plain, oecd-icio, wiod2013 or wiod2016. Given a second time: table or json for the answer."
            ),
        ),
    ],
    id: Annotated[
        str,
        typer.Option("--id", metavar="ID", help=_("Identifier; made of the name of the file without it.")),
    ] = "",
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="YYYY", help=_("Year of the table, where the file does not say it.")),
    ] = None,
    lang: LangOption = None,
) -> None:
    from hled.sources.input_output import STEPS, add_table

    layout, shown = _layout(format)
    with steps(_("Reading %(file)s") % {"file": path.name}, total=STEPS) as told:
        entry = add_table(path, layout, desk().home, told, id=id, year=year)
    answer = added_answer(entry)
    said = _("Added %(id)s: %(regions)d regions, %(sectors)d sectors, %(year)d.") % {
        "id": entry.id,
        "regions": entry.regions,
        "sectors": entry.sectors,
        "year": entry.year,
    }
    show(answer, shown, lambda console: paragraph(console, said))
    if shown != AddFormat.JSON:
        draw_findings(err(), answer.findings, language())


def _layout(given: Sequence[AddFormat]) -> tuple[str, str]:
    """The layout of the file and the form of the answer, each at most once."""
    forms = {str(each) for each in Format}
    layouts = [str(each) for each in given if str(each) not in forms]
    shown = [str(each) for each in given if str(each) in forms]
    if len(layouts) != 1 or len(shown) > 1:
        names = ", ".join(each for each in AddFormat if each not in forms)
        found = Bilingual(f"one layout is needed: {names}", f"se necesita un formato de archivo: {names}")
        raise BrokenRuleError([Finding(CL_01, "--format", found)])
    return layouts[0], shown[0] if shown else str(AddFormat.TABLE)


@tables.command(
    "check",
    help=_("Check one table: balance, signs, output, inventories, productivity."),
    epilog=example("hled tables check wiod2013-2011"),
)
def check(id: IdArgument, lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    answer = table_check_answer(id, desk().home)
    show(answer, format, lambda console: _draw_check(console, answer.items[0]))
    if format is Format.TABLE:
        draw_findings(err(), answer.findings, language())
    if any(finding.rule.severity is Severity.ERROR for finding in answer.findings):
        raise typer.Exit(Exit.FINDINGS)


def _draw_check(console: Console, item: Any) -> None:
    spoken, totals = language(), item["totals"]
    heading(console, item["id"], _("sound") if item["sound"] else _("not sound"))
    pairs(
        console,
        [
            (_("Vintage"), item[f"vintage_{spoken}"]),
            (_("Unit"), item[f"unit_{spoken}"]),
            (_("Output"), _amount(totals["output"])),
            (_("Intermediate flows"), _amount(totals["intermediate"])),
            (_("Final demand"), _amount(totals["final_demand"])),
            (_("Exports out of the table"), _amount(totals["exports"])),
            (_("Imported inputs"), _amount(totals["imports"])),
            (_("Value added"), _amount(totals["value_added"])),
            (_("Output less inputs"), _amount(totals["residual"])),
            (_("Changes in inventories"), _amount(totals["inventories"]) or _("not apart")),
            (_("Industries without output"), number(len(item["zero_output"]))),
            (_("Negative flows"), number(item["negative_flows"])),
        ],
    )
    for title, gaps in (
        (_("Largest gaps by row"), item["rows"]),
        (_("Largest gaps by column"), item["columns"]),
    ):
        if gaps:
            console.print()
            heading(console, title)
            table = grid(
                (_("Industry"), {"ratio": 2}),
                (_("Output"), {"justify": "right"}),
                (_("Gap"), {"justify": "right"}),
            )
            for each in gaps:
                table.add_row(each["industry"], _amount(each["output"]), _amount(each["gap"]))
            console.print(table)


def _amount(text: str | None) -> str:
    from decimal import Decimal

    return "" if text is None else number(Decimal(text))
