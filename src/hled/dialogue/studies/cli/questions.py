"""``hled exposure``, ``hled pair``, ``hled extract``."""

from enum import StrEnum
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.cli.asking import (
    DRAWS,
    SEED,
    BalanceOption,
    DrawsOption,
    KeepOption,
    SeedOption,
    TableOption,
    ask_and_show,
)
from hled.dialogue.studies.cli.cells import amount_cell as _amount
from hled.dialogue.studies.cli.ranges import FIGURES, draw_parts, percents, span, with_range
from hled.interfaces.answers import Answer
from hled.interfaces.terminal.desk import language
from hled.interfaces.terminal.options import LangOption, SheetFormat, SheetFormatOption, example
from hled.interfaces.terminal.tables import grid, paragraph

commands = typer.Typer()


class Convention(StrEnum):
    FACE_VALUE = "face_value"
    LOOK_THROUGH_OUTPUT = "look_through_output"
    LOOK_THROUGH_VALUE_ADDED = "look_through_value_added"
    CORRIDOR = "corridor"


class Flows(StrEnum):
    INTERMEDIATE = "intermediate"
    INTERMEDIATE_AND_FINAL = "intermediate_and_final"


@commands.command(
    "exposure",
    help=_(
        "Say how far the inputs of some industries depend on whom: at face value, looking through, or through a corridor."
    ),
    epilog=example(
        "hled exposure --through MEX", "hled exposure --buyers MEX.manufacturing --suppliers USA,CHN"
    ),
)
def exposure(
    buyers: Annotated[
        str,
        typer.Option("--buyers", metavar="REGION.SECTOR", help=_("Industries that buy; groups count.")),
    ] = "USA.manufacturing",
    suppliers: Annotated[
        str,
        typer.Option(
            "--suppliers",
            metavar="REGION,…",
            help=_("Regions that supply; China through a corridor, else the world in six parts."),
        ),
    ] = "",
    through: Annotated[
        str,
        typer.Option(
            "--through", metavar="REGION", help=_("Only what comes inside inputs bought from this region.")
        ),
    ] = "",
    convention: Annotated[
        Convention | None, typer.Option("--convention", help=_("What is counted; every answer names it."))
    ] = None,
    inputs: Annotated[
        str, typer.Option("--inputs", metavar="SECTOR,…", help=_("Only inputs of these sectors."))
    ] = "all",
    table: TableOption = "",
    balance: BalanceOption = "supplied",
    draws: DrawsOption = DRAWS,
    seed: SeedOption = SEED,
    keep: KeepOption = False,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    given = {
        "buyers": buyers,
        "suppliers": suppliers,
        "through": through,
        "convention": convention.value if convention else "",
        "inputs": inputs,
        "table": table,
        "balance": balance,
        "draws": str(draws),
        "seed": str(seed),
    }
    ask_and_show("exposure", given, _draw_exposure, keep=keep, format=format)


def _draw_exposure(console: Console, answer: Answer) -> None:
    """One supplier in full, with its range and amount; several as columns."""
    suppliers = list(dict.fromkeys(each["supplier"] for each in answer.items))
    if len(suppliers) == 1:
        _draw_ranking(console, answer)
    else:
        _draw_matrix(console, answer, suppliers)


def _draw_ranking(console: Console, answer: Answer) -> None:
    spoken = language()
    written = percents(3)
    table = grid(
        (_("Buyer"), {"ratio": 1}),
        (_("Share, %"), {"justify": "right"}),
        (_("Range, %"), {"justify": "right"}),
        (_("Table alone, %"), {"justify": "right"}),
        (answer.extras["tables"][0]["unit"], {"justify": "right"}),
    )
    for each in answer.items:
        table.add_row(
            Text(each[f"buyer_{spoken}"], style="bold" if each["level"] == "group" else ""),
            written(each["share"]),
            span(each["low"], each["high"], written),
            span(each["low_table"], each["high_table"], written),
            _amount(each["amount"]),
        )
    console.print(table)
    group = answer.items[0]
    draw_parts(console, [(group[f"buyer_{spoken}"], group["parts"])], written)


def _draw_matrix(console: Console, answer: Answer, suppliers: list[str]) -> None:
    spoken = language()
    written = percents(1)
    names = {each["supplier"]: each[f"supplier_{spoken}"] for each in answer.items}
    heads = {code: names[code][:1].upper() + names[code][1:] for code in suppliers}
    found: dict[str, dict[str, Any]] = {}
    for each in answer.items:
        found.setdefault(each["buyer"], {})[each["supplier"]] = each
    table = grid(
        (_("Buyer, %"), {"ratio": 1}),
        *((heads[code], FIGURES) for code in suppliers),
    )
    for place, row in enumerate(found.values()):
        cells = [
            with_range(row[each], "share", ("low", "high"), written) for each in suppliers if each in row
        ]
        name = next(iter(row.values()))[f"buyer_{spoken}"]
        table.add_row(Text(name, style="" if place else "bold"), *cells)
    console.print(table)
    groups = {each["supplier"]: each["parts"] for each in answer.items if each["level"] == "group"}
    draw_parts(console, [(heads[code], groups[code]) for code in suppliers], written)


@commands.command(
    "pair",
    help=_("Set two industries side by side: what each means to the other, in every convention."),
    epilog=example("hled pair USA.c15 MEX.c15"),
)
def pair(
    one: Annotated[
        str, typer.Argument(metavar="REGION.SECTOR", help=_("An industry or a group of industries."))
    ] = "USA.c15",
    other: Annotated[
        str, typer.Argument(metavar="REGION.SECTOR", help=_("An industry or a group of industries."))
    ] = "MEX.c15",
    table: TableOption = "",
    balance: BalanceOption = "supplied",
    draws: DrawsOption = DRAWS,
    seed: SeedOption = SEED,
    keep: KeepOption = False,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    given = {
        "one": one,
        "other": other,
        "table": table,
        "balance": balance,
        "draws": str(draws),
        "seed": str(seed),
    }
    ask_and_show("pair", given, _draw_pair, keep=keep, format=format)


def _draw_pair(console: Console, answer: Answer) -> None:
    spoken = language()
    written = percents(3)
    for buyer in dict.fromkeys(each["buyer"] for each in answer.items):
        rows = [each for each in answer.items if each["buyer"] == buyer]
        console.print(Text(_("Inputs of %(buyer)s") % {"buyer": rows[0][f"buyer_{spoken}"]}, style="bold"))
        table = grid(
            (_("Convention"), {"ratio": 1}),
            (pgettext("corridor", "From"), {"ratio": 1}),
            (_("Share, %"), {"justify": "right"}),
            (_("Range, %"), {"justify": "right"}),
            (_("Table alone, %"), {"justify": "right"}),
            (answer.extras["unit"], {"justify": "right"}),
        )
        for each in rows:
            table.add_row(
                each[f"convention_{spoken}"],
                each[f"origin_{spoken}"],
                written(each["share"]),
                span(each["low"], each["high"], written),
                span(each["low_table"], each["high_table"], written),
                _amount(each["amount"]),
            )
        console.print(table)
        plain = [each for each in rows if each["convention"] != "corridor"]
        draw_parts(console, [(each[f"convention_{spoken}"], each["parts"]) for each in plain], written)
        console.print()


@commands.command(
    "extract",
    help=_("Say what would be lost if part of a corridor stopped and nothing took its place."),
    epilog=example(
        "hled extract",
        "hled extract --from MEX.c15 --to USA --share 1/2",
        "hled extract --from USA.c15 --to all --share 1 --flows intermediate_and_final",
    ),
)
def extract(
    sellers: Annotated[
        str,
        typer.Option("--from", metavar="REGION.SECTOR", help=_("Industries that sell through the corridor.")),
    ] = "MEX",
    buyers: Annotated[
        str,
        typer.Option("--to", metavar="REGION.SECTOR", help=_("Industries that buy through the corridor.")),
    ] = "USA",
    share: Annotated[
        str, typer.Option("--share", metavar="1/3", help=_("Share that stops: 1/3, 0.33 or 33%."))
    ] = "1/3",
    flows: Annotated[
        Flows, typer.Option("--flows", help=_("Inputs alone, or final goods too."))
    ] = Flows.INTERMEDIATE,
    table: TableOption = "",
    balance: BalanceOption = "supplied",
    draws: DrawsOption = DRAWS,
    seed: SeedOption = SEED,
    keep: KeepOption = False,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    given = {
        "sellers": sellers,
        "buyers": buyers,
        "share": share,
        "flows": flows.value,
        "table": table,
        "balance": balance,
        "draws": str(draws),
        "seed": str(seed),
    }
    ask_and_show("extraction", given, _draw_extraction, keep=keep, format=format)


def _draw_extraction(console: Console, answer: Answer) -> None:
    spoken = language()
    table = grid(
        (_("Where"), {"ratio": 1}),
        (_("Value added lost"), {"justify": "right"}),
        (_("of its own, %"), {"justify": "right"}),
        (_("Output lost"), {"justify": "right"}),
        (_("of its own, %"), {"justify": "right"}),
    )
    regions = {each["code"]: each[f"name_{spoken}"] for each in answer.items if each["level"] == "region"}
    former = ""
    for each in answer.items:
        if each["level"] == "industry" and each["region"] != former:
            former = each["region"]
            table.add_row("")
            table.add_row(Text(regions.get(former, former), style="bold"))
        name = each[f"name_{spoken}"]
        table.add_row(
            Text(name[:1].upper() + name[1:], style="" if each["level"] == "industry" else "bold"),
            with_range(each, "value_added_lost", ("low", "high"), _amount),
            with_range(
                each,
                "value_added_share",
                ("value_added_share_low", "value_added_share_high"),
                percents(2),
            ),
            with_range(each, "output_lost", ("output_low", "output_high"), _amount),
            with_range(each, "output_share", ("output_share_low", "output_share_high"), percents(2)),
        )
    console.print(table)
    ends = {each["region"] for each in answer.items if each["level"] == "industry"}
    shown = [each for each in answer.items if each["code"] in ends or each["level"] == "world"]
    draw_parts(console, [(each[f"name_{spoken}"], each["parts"]) for each in shown], _amount)
    paragraph(
        console,
        _("Amounts in %(unit)s, ranges under them; the industries that lose most, of each end.")
        % {"unit": answer.extras["unit"]},
        style="dim",
    )
