"""``hled sweep``, ``hled structure``."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
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
from hled.dialogue.studies.cli.questions import commands
from hled.dialogue.studies.cli.ranges import with_range
from hled.dialogue.studies.domain.names import unit_name
from hled.dialogue.studies.domain.numbers import percent
from hled.dialogue.studies.domain.questions.structure_measures import (
    BY_CODE,
    GROUPS,
    MEASURES,
    Measure,
    shown_measures,
)
from hled.dialogue.studies.domain.questions.sweep_words import in_order
from hled.interfaces.answers import Answer
from hled.interfaces.formats import number
from hled.interfaces.terminal.desk import language
from hled.interfaces.terminal.options import LangOption, SheetFormat, SheetFormatOption, example
from hled.interfaces.terminal.tables import grid, pairs, paragraph

_FEW = 3
"""Industries that are shown with every measure, and not as rows of a table."""

TopOption = Annotated[
    int,
    typer.Option("--top", min=1, max=100_000, help=_("Rows of the table; csv and json hold all of them.")),
]


class Over(StrEnum):
    INDUSTRIES = "industries"
    COUNTRIES = "countries"


class Loss(StrEnum):
    VALUE_ADDED = "value_added"
    OUTPUT = "output"


class Inventories(StrEnum):
    CORRECTED = "corrected"
    FINAL = "final"


@commands.command(
    "sweep",
    help=_("Rank industries, or countries, by what some regions would lose if each alone were gone."),
    epilog=example(
        "hled sweep",
        "hled sweep --over countries --affected MEX",
        "hled sweep --among foreign --top 40",
    ),
)
def sweep(
    affected: Annotated[
        str,
        typer.Option(
            "--affected",
            metavar="REGION,…",
            help=_("Regions whose loss is counted; the two Parties without it."),
        ),
    ] = "",
    over: Annotated[
        Over, typer.Option("--over", help=_("What is taken out, one after another."))
    ] = Over.INDUSTRIES,
    among: Annotated[
        str,
        typer.Option(
            "--among",
            metavar="REGION.SECTOR",
            help=_("Only these; groups count, and foreign is all but the affected regions."),
        ),
    ] = "all",
    by: Annotated[Loss, typer.Option("--by", help=_("Loss that ranks."))] = Loss.VALUE_ADDED,
    top: TopOption = 20,
    table: TableOption = "",
    balance: BalanceOption = "supplied",
    draws: DrawsOption = DRAWS,
    seed: SeedOption = SEED,
    keep: KeepOption = False,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    given = {
        "affected": affected,
        "over": over.value,
        "among": among,
        "by": by.value,
        "table": table,
        "balance": balance,
        "draws": str(draws),
        "seed": str(seed),
    }
    ask_and_show(
        "sweep", given, lambda console, answer: _draw_sweep(console, answer, top), keep=keep, format=format
    )


def _draw_sweep(console: Console, answer: Answer, top: int) -> None:
    """The loss that ranks: its amount, its share of the affected regions together, and of each."""
    spoken, by = language(), answer.params["by"]
    each_of = in_order([each["region"] for each in answer.extras["affected"]], spoken)
    each_of = each_of if len(each_of) > 1 else []
    lost = _("Value added lost") if by == "value_added" else _("Output lost")
    table = grid(
        ("", {"justify": "right", "min_width": 4}),
        (_("Without"), {"ratio": 1}),
        (_("Own"), {}),
        (lost, {"justify": "right", "min_width": 11, "max_width": 23}),
        (_("% of all"), {"justify": "right", "min_width": 6}),
        *((f"% {code}", {"justify": "right", "min_width": 6}) for code in each_of),
    )
    for row in answer.items[:top]:
        name = row[f"name_{spoken}"]
        table.add_row(
            str(row["rank"]),
            f"{name}, {row['region']}" if answer.params["over"] == Over.INDUSTRIES else _capital(name),
            _("yes") if row["own"] else "",
            with_range(row, f"{by}_lost", (f"{by}_low", f"{by}_high"), _amount),
            _percent(row[f"{by}_share"], 2),
            *(_percent(row["by_region"][code][f"{by}_share"], 2) for code in each_of),
        )
    console.print(table)
    paragraph(
        console,
        _("%(shown)s of %(total)s rows; amounts in %(unit)s. Own: it stands in an affected region.")
        % {
            "shown": number(min(top, len(answer.items))),
            "total": number(len(answer.items)),
            "unit": unit_name(answer.extras["unit"]).in_language(spoken),
        },
        style="dim",
    )
    for each in answer.extras["left_out"]:
        paragraph(
            console,
            _("The range leaves out: %(name)s; %(reason)s.")
            % {"name": each[f"name_{spoken}"], "reason": each[f"missing_{spoken}"]},
            style="dim",
        )


@commands.command(
    "structure",
    help=_(
        "Say where industries stand: multipliers, linkages, what is tied to their supply, distance to final use, and the footprint of their region."
    ),
    epilog=example(
        "hled structure",
        "hled structure MEX.c15",
        "hled structure --table bea-2017-detail --by forward --top 30",
    ),
)
def structure(
    industries: Annotated[
        str,
        typer.Argument(
            metavar="[REGION.SECTOR,…]",
            help=_("Industries that are looked at; those of the United States without it."),
        ),
    ] = "",
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar=_("MEASURE"),
            help=_("Measure that ranks, and whose group is shown, such as backward or value_added_home."),
        ),
    ] = "upstreamness",
    account: Annotated[
        str,
        typer.Option(
            "--account",
            metavar=_("ACCOUNT"),
            help=_("Account of the footprint: value_added, output or one of the table."),
        ),
    ] = "value_added",
    inventories: Annotated[
        Inventories,
        typer.Option(
            "--inventories", help=_("Corrected for in the place in the chain, or taken as final use.")
        ),
    ] = Inventories.CORRECTED,
    top: TopOption = 40,
    table: TableOption = "",
    balance: BalanceOption = "supplied",
    keep: KeepOption = False,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    given = {
        "industries": industries,
        "by": by,
        "account": account,
        "inventories": inventories.value,
        "table": table,
        "balance": balance,
    }
    ask_and_show(
        "structure",
        given,
        lambda console, answer: _draw_structure(console, answer, top),
        keep=keep,
        format=format,
    )


def _draw_structure(console: Console, answer: Answer, top: int) -> None:
    """A few industries with every measure; many by the group of the measure that ranks."""
    if len(answer.items) <= _FEW:
        for row in answer.items:
            _draw_whole(console, row)
    else:
        _draw_group(console, answer, top)
    _draw_countries(console, answer)
    _draw_footprint(console, answer)


def _draw_whole(console: Console, row: Any) -> None:
    spoken = language()
    console.print(Text(f"{row[f'name_{spoken}']}, {row[f'region_{spoken}']}", style="bold"))
    said = [
        (each.title.in_language(spoken), f"{_shown(each, row)} %" if each.percent else _shown(each, row))
        for each in MEASURES
        if row[each.code] is not None
    ]
    pairs(console, [*said, (_("Key sector"), _key(row))])
    console.print()


def _draw_group(console: Console, answer: Answer, top: int) -> None:
    spoken, by = language(), BY_CODE.get(answer.params["by"], BY_CODE["upstreamness"])
    shown = shown_measures(by.group, answer.items)
    title = next(each.title for each in GROUPS if each.code == by.group)
    several = len({each["region"] for each in answer.items}) > 1
    console.print(Text(title.in_language(spoken), style="bold"))
    table = grid(
        (_("Industry"), {"ratio": 1, "min_width": 14, "overflow": "fold"}),
        *_columns(shown),
        *([(_("Key"), {})] if by.group == "linkages" else []),
    )
    for row in answer.items[:top]:
        name = f"{row[f'name_{spoken}']}, {row['region']}" if several else row[f"name_{spoken}"]
        key = [_key(row)] if by.group == "linkages" else []
        table.add_row(name, *(_shown(each, row) for each in shown), *key)
    console.print(table)
    paragraph(
        console,
        _("%(shown)s of %(total)s industries; other groups by --by: %(others)s")
        % {
            "shown": number(min(top, len(answer.items))),
            "total": number(len(answer.items)),
            "others": ", ".join(
                next(each.code for each in MEASURES if each.group == group.code)
                for group in GROUPS
                if group.code != by.group
            ),
        },
        style="dim",
    )


def _columns(shown: Sequence[Measure]) -> list[tuple[str, dict[str, Any]]]:
    least, most = (6, 9) if len(shown) > 5 else (9, 12)
    return [
        (each.head.in_language(language()), {"justify": "right", "min_width": least, "max_width": most})
        for each in shown
    ]


def _draw_countries(console: Console, answer: Answer) -> None:
    """The place in the chain of the countries that the industries stand in."""
    spoken, mine = language(), {each["region"] for each in answer.items}
    if not answer.extras["countries"]:
        return
    shown = [each for each in MEASURES if each.group == "position"]
    table = grid((_("Country by country"), {"ratio": 1, "min_width": 16}), *_columns(shown))
    for row in answer.extras["countries"]:
        if row["region"] in mine:
            table.add_row(row[f"region_{spoken}"], *(_shown(each, row) for each in shown))
    console.print()
    console.print(table)


def _draw_footprint(console: Console, answer: Answer) -> None:
    spoken, account = language(), answer.extras["account"]
    for row in answer.extras["footprints"][:_FEW]:
        table = grid(
            (
                _("%(account)s behind the final demand of %(region)s")
                % {"account": _capital(account[f"name_{spoken}"]), "region": row[f"region_{spoken}"]},
                {"ratio": 3},
            ),
            (account["unit"], {"justify": "right"}),
            ("%", {"justify": "right"}),
        )
        for each in row["origins"]:
            table.add_row(
                _capital(each[f"origin_{spoken}"]), _amount(each["amount"]), _percent(each["share"], 1)
            )
        console.print()
        console.print(table)


def _shown(measure: Measure, row: Any) -> str:
    value = row[measure.code]
    if value is None:
        return "–"
    if measure.is_amount:
        return _amount(value)
    return _percent(value, measure.decimals) if measure.percent else number(Decimal(value), measure.decimals)


def _key(row: Any) -> str:
    return "–" if row["key"] is None else _("yes") if row["key"] else _("no")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _percent(text: str, decimals: int) -> str:
    value = percent(text)
    return "–" if value is None else number(value, decimals)


def _amount(text: str) -> str:
    """Whole units; one decimal where less than ten are there to be seen."""
    value = Decimal(text)
    return number(value, 0 if abs(value) >= 10 or not value else 1)
