"""``hled screen``: where the openings are, how sure their order is, and what another weighting changes."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.cli.asking import SEED as FIRST_SEED
from hled.dialogue.studies.cli.asking import KeepOption, SeedOption, ask_and_show
from hled.dialogue.studies.cli.product_parts import sample_in_words
from hled.dialogue.studies.cli.questions import commands
from hled.dialogue.studies.domain.screening.weighing import by_pillar
from hled.interfaces.answers import Answer
from hled.interfaces.formats import number, share
from hled.interfaces.terminal.desk import language
from hled.interfaces.terminal.options import LangOption, SheetFormat, SheetFormatOption, example
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph

ROOMY = 110
"""From this width on the diagnosis has a column of its own."""
LONGEST_NAME = {True: 90, False: 60}
_ENDINGS = (".yaml", ".yml")
_FIRST = 3


class By(StrEnum):
    PRODUCT = "product"
    HEADING = "heading"
    CHAPTER = "chapter"
    STAGE = "stage"


class Only(StrEnum):
    OPENINGS = "openings"
    ONE_DISTANT_SUPPLIER = "one_distant_supplier"
    EXPAND = "expand"
    BUILD = "build"
    EASE = "ease"
    DIVERSIFY = "diversify"
    LEAVE = "leave"
    HOLD = "hold"


class Sort(StrEnum):
    RANK = "rank"
    ROBUST = "robust"
    MEDIAN = "median"
    TOP20 = "top20"
    SIZE = "size"
    SHIFT = "shift"


@commands.command(
    "screen",
    help=_(
        "Order products by the opening that they are for a partner: dependency, capability, market, relief, stake; with its doubt."
    ),
    epilog=example(
        "hled screen --only one_distant_supplier",
        "hled screen --list semiconductors,medical-supplies:medical-devices --only openings --sort robust --top 10",
        "hled screen --compare relief=0 --sort shift",
    ),
)
def screen(
    list: Annotated[
        str,
        typer.Option(
            "--list",
            metavar="LIST,…",
            help=_("Lists, parts of lists as LIST:PART, or codes; all without it."),
        ),
    ] = "all",
    by: Annotated[By, typer.Option("--by", help=_("What stands in a row."))] = By.PRODUCT,
    only: Annotated[
        Only | None, typer.Option("--only", help=_("Only openings, or only one action area."))
    ] = None,
    sort: Annotated[Sort, typer.Option("--sort", help=_("What the rows are ordered by."))] = Sort.RANK,
    top: Annotated[
        int, typer.Option("--top", min=0, max=10_000, metavar="N", help=_("How many rows; 0 for all."))
    ] = 20,
    partner: Annotated[str, typer.Option("--partner", metavar="ISO3", help=_("Who could supply."))] = "MEX",
    external: Annotated[
        str,
        typer.Option(
            "--external",
            metavar="outside:USMCA",
            help=_("On whom dependency is measured: outside:USA, outside:USMCA, outside:CAN,GBR, one:CHN."),
        ),
    ] = "outside:USMCA",
    importer: Annotated[str, typer.Option("--importer", metavar="ISO3", help=_("Who buys."))] = "USA",
    weights: Annotated[
        str,
        typer.Option(
            "--weights",
            metavar="NAME=NUMBER,…|FILE.yaml",
            help=_("Changes to the weights, or a document of your own."),
        ),
    ] = "",
    compare: Annotated[
        str,
        typer.Option(
            "--compare",
            metavar="NAME=NUMBER,…|FILE.yaml",
            help=_("A second weighting beside the first; document for the weights as they are."),
        ),
    ] = "",
    compare_list: Annotated[
        str, typer.Option("--compare-list", metavar="LIST,…", help=_("A second choice of products."))
    ] = "",
    show_weights: Annotated[
        bool,
        typer.Option(
            "--show-weights", help=_("Print the document of weights with its reasons as YAML, and stop.")
        ),
    ] = False,
    world: Annotated[
        str,
        typer.Option("--world", metavar="ID", help=_("Table with every country's exports, for capability.")),
    ] = "",
    table: Annotated[
        str, typer.Option("--table", metavar="ID", help=_("Trade table with imports; the newest without it."))
    ] = "",
    floor: Annotated[
        int,
        typer.Option(
            "--floor",
            min=0,
            max=1_000_000_000,
            metavar="USD",
            help=_("Products of which less comes from outside stay out."),
        ),
    ] = 1_000_000,
    base: Annotated[
        int, typer.Option("--base", metavar="2^K", help=_("Size of the design, a power of two."))
    ] = 128,
    seed: SeedOption = FIRST_SEED,
    keep: KeepOption = False,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    changes = _weights(weights)
    if show_weights:
        _print_weights(changes)
        return
    given = {
        "list": list,
        "by": by.value,
        "only": only.value if only else "",
        "sort": sort.value,
        "top": str(top),
        "partner": partner,
        "external": external,
        "importer": importer,
        "table": table,
        "world": world,
        "floor": str(floor),
        "weights": changes,
        "compare": _weights(compare),
        "compare_list": compare_list,
        "base": str(base),
        "seed": str(seed),
    }
    ask_and_show("screen", given, _draw, keep=keep, format=format)


def _weights(given: str) -> str:
    """Changes as they were written, or what a document changes."""
    from hled.dialogue.studies.domain.screening.weights import read_weights

    return read_weights(Path(given)) if given.lower().endswith(_ENDINGS) else given


def _print_weights(changes: str) -> None:
    from hled.dialogue.studies.domain.screening.weights import document_text, with_changes

    sys.stdout.write(document_text(with_changes(changes)))


def _draw(console: Console, answer: Answer) -> None:
    if answer.extras["comparison"] is None:
        _draw_rows(console, answer)
    else:
        _draw_comparison(console, answer)
    for draw in (_draw_areas, _draw_movers, _draw_weights, _draw_findings):
        console.print()
        draw(console, answer)


def _draw_rows(console: Console, answer: Answer) -> None:
    spoken, roomy = language(), console.width >= ROOMY
    table = grid(
        (_("Rank"), {"justify": "right", "no_wrap": True}),
        (_("5–95 %"), {"justify": "right", "no_wrap": True}),
        (_("In 20"), {"justify": "right", "no_wrap": True}),
        (_("Product"), {"ratio": 5}),
        (_("Main supplier"), {"ratio": 2}),
        (answer.params["partner"], {"justify": "right", "no_wrap": True}),
        *([(_("Diagnosis"), {"ratio": 2})] if roomy else []),
    )
    for each in answer.items:
        area = Text(each[f"area_{spoken}"], style=_style(each["area"]))
        row: list[str | Text] = [
            str(each["rank"]),
            f"{each['low']}–{each['high']}",
            _percent(each["top20"]),
            _name(each, spoken, roomy, None if roomy else area),
            f"{each[f'supplier_{spoken}']} {_percent(each['supplier_share'])}",
            _percent(each["partner_share"]),
        ]
        if roomy:
            row.append(area)
        table.add_row(*row)
    console.print(table)
    _draw_count(console, answer)


def _draw_count(console: Console, answer: Answer) -> None:
    extras, small = answer.extras, answer.extras["too_small"]
    shown = ngettext("%(shown)s of %(count)s row.", "%(shown)s of %(count)s rows.", extras["count"])
    said = [shown % {"shown": number(len(answer.items)), "count": number(extras["count"])}]
    if small:
        out = ngettext(
            "%(count)s product stays out, for too little comes from outside or too few sell it.",
            "%(count)s products stay out, for too little comes from outside or too few sell it.",
            small,
        )
        said.append(out % {"count": number(small)})
    runs = _("In 20: share of %(runs)s runs in which the row is among the first 20.")
    paragraph(console, " ".join([*said, runs % {"runs": number(extras["runs"])}]), style="dim")
    paragraph(console, sample_in_words(answer), style="dim")


def _name(item: Any, spoken: str, roomy: bool, area: Text | None) -> Text:
    """Code and name, cut where it is long; under it the diagnosis where that has no column."""
    name = item[f"name_{spoken}"]
    most = LONGEST_NAME[roomy]
    said = name if len(name) <= most else f"{name[: most - 1].rsplit(' ', 1)[0].rstrip(',;')}…"
    line = Text(f"{item['code']}  {said}")
    return Text.assemble(line, "\n", area) if area else line


def _style(area: str) -> str:
    return "" if area in {"expand", "build", "ease"} else "dim"


def _draw_comparison(console: Console, answer: Answer) -> None:
    spoken, roomy = language(), console.width >= ROOMY
    table = grid(
        (_("Before"), {"justify": "right", "no_wrap": True}),
        (_("After"), {"justify": "right", "no_wrap": True}),
        (_("Shift"), {"justify": "right", "no_wrap": True}),
        (_("In 20"), {"justify": "right", "no_wrap": True}),
        (_("after"), {"justify": "right", "no_wrap": True}),
        (_("Product"), {"ratio": 5}),
        (_("First 20, 50"), {"ratio": 2}),
    )
    for each in answer.items:
        area = Text(each[f"area_{spoken}"], style=_style(each["area"]))
        table.add_row(
            _rank(each["rank"]),
            _rank(each["rank_after"]),
            _shift(each["shift"]),
            _percent(each["top20"]),
            _percent(each["top20_after"]),
            _name(each, spoken, roomy, area),
            _changes(each),
        )
    console.print(table)
    _draw_agreement(console, answer.extras["comparison"])


def _rank(value: int | None) -> str:
    return "–" if value is None else number(value)


def _shift(value: int | None) -> str:
    """Up is a better place."""
    return "–" if value is None else f"+{number(value)}" if value > 0 else number(value)


def _changes(item: Any) -> str:
    words = {"enters": _("enters %(first)s"), "leaves": _("leaves %(first)s")}
    return ", ".join(
        words[item[f"first{top}"]] % {"first": top} for top in (20, 50) if item[f"first{top}"] in words
    )


def _draw_agreement(console: Console, found: Mapping[str, Any]) -> None:
    spoken = language()
    for top in found["tops"]:
        for name, said in (
            ("enters", _("Into the first %(first)s")),
            ("leaves", _("Out of the first %(first)s")),
        ):
            if top[name]:
                codes = ", ".join(each["code"] for each in top[name])
                paragraph(console, f"{said % {'first': top['first']}}: {codes}")
    if found["largest"]:
        moves = "; ".join(
            f"{each['code']} {each[f'name_{spoken}'][:40]} {_rank(each['rank'])} → {_rank(each['rank_after'])}"
            for each in found["largest"][:_FIRST]
        )
        paragraph(console, _("Largest moves: %(moves)s") % {"moves": moves})


def _draw_areas(console: Console, answer: Answer) -> None:
    spoken = language()
    lacking = {each["code"]: each[f"says_{spoken}"] for each in answer.extras["lacking"]}
    heading(console, _("Action areas, in the order in which their rules are tried"))
    pairs(
        console,
        [
            (
                "–" if each["count"] is None else number(each["count"]),
                Text.assemble(
                    (each[f"title_{spoken}"], "bold"),
                    f". {each[f'when_{spoken}']}",
                    (f" {lacking[each['code']]}" if each["code"] in lacking else "", "dim italic"),
                ),
            )
            for each in answer.extras["areas"]
        ],
    )


def _draw_movers(console: Console, answer: Answer) -> None:
    spoken = language()
    heading(console, _("What moves the order, of its variance over the runs"))
    pairs(
        console,
        [
            (
                each[f"title_{spoken}"],
                _("%(total)s in all, %(first)s alone")
                % {"total": _percent(each["total"]), "first": _percent(each["first"])},
            )
            for each in _foremost(answer.extras["sensitivity"])
        ],
    )


def _foremost(sensitivity: Iterable[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    return sorted(sensitivity, key=lambda each: -float(each["total"]))[:_FIRST]


def _draw_weights(console: Console, answer: Answer) -> None:
    spoken = language()
    compared = answer.extras["comparison"] is not None
    table = grid(
        (_("Weights"), {"ratio": 3}),
        (_("Nominal"), {"justify": "right"}),
        (pgettext("weight", "Effective"), {"justify": "right"}),
        *([(_("Nominal, after"), {"justify": "right"})] if compared else []),
        (_("Known of"), {"justify": "right"}),
    )
    for each in by_pillar(answer.extras["weights"]):
        after = [_percent(each.nominal_after)] if compared else []
        table.add_row(
            each.title.in_language(spoken),
            _percent(each.nominal),
            _percent(each.effective),
            *after,
            _percent(each.known),
        )
    console.print(table)
    paragraph(console, _("Reasons and all indicators: hled screen --show-weights"), style="dim")


def _draw_findings(console: Console, answer: Answer) -> None:
    spoken = language()
    if not answer.findings:
        return
    heading(console, _("What to know of the data"))
    said = [each.as_json() for each in answer.findings]
    pairs(console, [(each["code"], f"{each['place']}: {each[f'found_{spoken}']}") for each in said])


def _percent(text: str | float | None) -> str:
    return "–" if text is None else share(float(text))
