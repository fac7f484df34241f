"""``hled lists``: the lists of products for the reviews of supply chains, with reasons and citations."""

from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.queries.answers.lists import added_list_answer, list_answer, lists_answer
from hled.interfaces.answers import Answer
from hled.interfaces.terminal.desk import desk, language
from hled.interfaces.terminal.options import LangOption, SheetFormat, SheetFormatOption, example
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph

lists = typer.Typer(
    help=_("List, show and add lists of products: those of Executive Orders 14017 and 14001, and your own."),
    no_args_is_help=True,
)


@lists.command(
    "list",
    help=_("List the lists of products in the package and those added here."),
    epilog=example("hled lists list"),
)
def list_(lang: LangOption = None, format: SheetFormatOption = SheetFormat.TABLE) -> None:
    answer = lists_answer(desk().home)
    show(answer, format, lambda console: _draw_list(console, answer))


def _draw_list(console: Console, answer: Answer) -> None:
    spoken = language()
    heading(console, _("Lists of products"), str(len(answer.items)))
    table = grid(
        (_("Id"), {"no_wrap": True}),
        (_("Title"), {"ratio": 3}),
        (_("Version"), {"justify": "right"}),
        (_("Products"), {"justify": "right"}),
        (_("cited"), {"justify": "right"}),
        (_("Digest"), {"no_wrap": True}),
    )
    for each in answer.items:
        table.add_row(
            each["id"],
            Text.assemble(each[f"title_{spoken}"], (f"\n{_origin(each)}", "dim")),
            each["version"],
            str(each["products"]),
            str(each["cited"]),
            Text(each["digest"][:8], style="dim"),
        )
    console.print(table)
    paragraph(console, _("One list in full: hled lists show ID."), style="dim")


def _origin(item: Any) -> str:
    return (
        f"{item['order']} {item['section']}".strip()
        if item["bundled"]
        else pgettext("table or list", "added here")
    )


@lists.command(
    "show",
    help=_(
        "Show one list: stages, and each product with the document and place that names it, or our reason."
    ),
    epilog=example("hled lists show semiconductors"),
)
def one(
    id: Annotated[str, typer.Argument(metavar="ID", help=_("Identifier of a list."))],
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    answer = list_answer(id, desk().home)
    show(answer, format, lambda console: _draw_one(console, answer))


def _draw_one(console: Console, answer: Answer) -> None:
    spoken, head = language(), answer.extras["list"]
    heading(console, f"{head['id']}  {head[f'title_{spoken}']}")
    pairs(
        console,
        [
            (_("Scope"), head[f"scope_{spoken}"]),
            (_("Review"), head[f"review_{spoken}"] or ""),
            (_("Version"), f"{head['version']}, {head['edition']}"),
            (_("Products"), str(head["products"])),
            (_("Groups"), ", ".join(each["id"] for each in head["groups"])),
            (_("Fewer, because"), head[f"fewer_{spoken}"] or ""),
            (_("Digest"), head["digest"]),
        ],
    )
    for stage, found in groupby(answer.items, key=lambda each: each["stage"]):
        console.print()
        _draw_stage(console, stage, [*found])
    if head["documents"]:
        console.print()
        heading(console, _("Documents"))
    for each in head["documents"]:
        paragraph(console, each[f"title_{spoken}"])
        paragraph(console, f"{each[f'read_{spoken}']} {each['address']}".strip(), indent=2, style="dim")


def _draw_stage(console: Console, stage: str, products: list[Any]) -> None:
    spoken = language()
    heading(console, products[0][f"stage_{spoken}"], f"{stage}: {len(products)}")
    table = grid(
        (pgettext("product", "Code"), {"no_wrap": True}),
        (_("Product"), {"ratio": 2}),
        (_("Why it stands here"), {"ratio": 3}),
    )
    for each in products:
        table.add_row(each["code"], each[f"name_{spoken}"], _why(each, spoken))
    console.print(table)


def _why(item: Any, spoken: str) -> Text:
    """The document and place that names it, or that it is our choice; then the reason, and what to know of the data."""
    source = _("our choice") if item["our_choice"] else f"{item['document']}, {item[f'at_{spoken}']}"
    note = item[f"note_{spoken}"]
    return Text.assemble(
        (f"{source}: ", "dim"), item[f"reason_{spoken}"], *([(f" {note}", "dim")] if note else [])
    )


@lists.command(
    "add",
    help=_("Check a list of your own and keep a copy of it in this installation."),
    epilog=example("hled lists add my-list.yaml"),
)
def add(
    path: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("YAML file of a list."))],
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    from hled.dialogue.studies.domain.screening.kept_lists import add_list

    added = add_list(path, desk().home)
    answer = added_list_answer(added)
    said = _("Added %(id)s: %(count)d products. Screen it: hled screen --list %(id)s") % {
        "id": added.id,
        "count": len(added.products),
    }
    show(answer, format, lambda console: paragraph(console, said))
