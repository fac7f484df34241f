"""``hled trade``: list, show, check; `trade_adding` has add and fetch."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.queries.answers.trade import (
    trade_check_answer,
    trade_table_answer,
    trade_tables_answer,
)
from hled.interfaces.answers import Answer
from hled.interfaces.formats import number
from hled.interfaces.terminal.desk import desk, language
from hled.interfaces.terminal.failing import Exit, draw_findings
from hled.interfaces.terminal.options import (
    Format,
    FormatOption,
    LangOption,
    SheetFormat,
    SheetFormatOption,
    example,
)
from hled.interfaces.terminal.screen import err
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph

trade = typer.Typer(
    help=_("List, show, add, check and fetch trade tables: who buys what from whom."), no_args_is_help=True
)
IdArgument = Annotated[str, typer.Argument(metavar="ID", help=_("Identifier of a trade table."))]
SHOWN = 15
"""Partners that are drawn; JSON has all."""


@trade.command(
    "list",
    help=_("List the trade tables in the package and those added here."),
    epilog=example("hled trade list"),
)
def list_(lang: LangOption = None, format: SheetFormatOption = SheetFormat.TABLE) -> None:
    answer = trade_tables_answer(desk().home)
    show(answer, format, lambda console: _draw_list(console, answer))
    if format is not SheetFormat.JSON:
        draw_findings(err(), answer.findings, language())


def _draw_list(console: Console, answer: Answer) -> None:
    spoken = language()
    heading(console, _("Trade tables"), str(len(answer.items)))
    table = grid(
        (_("Id"), {"no_wrap": True}),
        (_("Title"), {"ratio": 3}),
        (_("Periods"), {"justify": "right"}),
        (_("Rows"), {"justify": "right"}),
        (_("Origin"), {"ratio": 2}),
    )
    for each in answer.items:
        table.add_row(
            each["id"],
            each[f"title_{spoken}"],
            span(each["periods"]),
            number(each["rows"]),
            Text(_origin(each), style="dim"),
        )
    console.print(table)
    paragraph(console, _("One table in full: hled trade show ID."), style="dim")


def _origin(item: Any) -> str:
    if item["format"] == "bundled":
        return _("in the package")
    return f"{item['format']}; {item[f'layout_note_{language()}']}"


def span(periods: Sequence[str]) -> str:
    """First and last of some periods."""
    return "-".join(dict.fromkeys((periods[0], periods[-1]))) if periods else ""


@trade.command(
    "show",
    help=_("Show one trade table: source, size, and who sells to an importer."),
    epilog=example("hled trade show us-imports-2024"),
)
def one(
    id: IdArgument,
    importer: Annotated[
        str | None,
        typer.Option(
            "--importer", metavar="ISO3", help=_("Whose market is shown; the United States without it.")
        ),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", metavar="YYYY", help=_("The latest year of the table without it."))
    ] = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    answer = trade_table_answer(id, desk().home, importer=importer, year=year, backend=desk().trade_backend)
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
            (_("Periods"), ", ".join(item["periods"])),
            (_("Edition of the Harmonized System"), ", ".join(item["editions"])),
            (_("Digits of the codes"), str(item["digits"])),
            (_("Flows"), ", ".join(item["flows"])),
            (_("Reporters"), number(item["reporters"])),
            (pgettext("trade", "Partners"), number(item["partners"])),
            (_("Products"), number(item["products"])),
            (_("Rows"), number(item["rows"])),
            (_("Origin"), _origin(item)),
            (pgettext("sample", "Left out"), "; ".join(each[f"note_{spoken}"] for each in item["notes"])),
            (_("Digest"), item["digest"]),
        ],
    )
    if item["market"]:
        console.print()
        _draw_market(console, item["market"])


def _draw_market(console: Console, market: Any) -> None:
    spoken = language()
    heading(
        console,
        _("Imports of %(country)s, %(year)d")
        % {"country": market[f"importer_{spoken}"], "year": market["year"]},
        _("billion U.S. dollars"),
    )
    table = grid(
        (_("Partner"), {"ratio": 2}),
        (_("Value"), {"justify": "right"}),
        (_("Share"), {"justify": "right"}),
        (_("Duty"), {"justify": "right"}),
    )
    for each in market["partners"][:SHOWN]:
        table.add_row(
            f"{each['code']}  {each[f'name_{spoken}']}",
            _billions(each["value"]),
            _percent(each["share"]),
            "" if each["duty"] is None else _billions(each["duty"]),
        )
    table.add_row(_("All goods"), _billions(market["goods"]), _percent("1"), "")
    console.print(table)
    others = len(market["partners"]) - SHOWN
    if others > 0:
        paragraph(
            console, _("%(count)d more partners: --format json has all.") % {"count": others}, style="dim"
        )


def _billions(text: str) -> str:
    from decimal import Decimal

    return number(round(Decimal(text) / 10**9, 3))


def _percent(text: str) -> str:
    from decimal import Decimal

    return f"{number(round(Decimal(text) * 100, 1))} %"


@trade.command(
    "check",
    help=_("Check one trade table: codes, values, partners, duplicates, groups beside their members."),
    epilog=example("hled trade check us-imports-2024"),
)
def check(id: IdArgument, lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    answer = trade_check_answer(id, desk().home)
    show(answer, format, lambda console: _draw_check(console, answer.items[0]))
    if format is Format.TABLE:
        draw_findings(err(), answer.findings, language())
    if answer.items[0]["errors"]:
        raise typer.Exit(Exit.FINDINGS)


def _draw_check(console: Console, item: Any) -> None:
    heading(console, item["id"], _("sound") if item["sound"] else _("not sound"))
    pairs(
        console,
        [
            (_("Rows"), number(item["rows"])),
            (_("Errors"), number(item["errors"])),
            (_("Warnings"), number(item["warnings"])),
        ],
    )
