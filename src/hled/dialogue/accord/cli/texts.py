"""Commands on joint texts: ``hled text list``, ``show`` and ``diff``."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.accord.queries.texts.answers import text_answer, text_difference_answer, texts_answer
from hled.interfaces.answers import Answer
from hled.interfaces.asked import ask
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import (
    AsOfOption,
    Format,
    FormatOption,
    LangOption,
    SheetFormat,
    SheetFormatOption,
    example,
)
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph

text = typer.Typer(no_args_is_help=True, help=_("Joint texts of both Parties, in both languages."))

SubjectArgument = Annotated[str, typer.Argument(metavar="SUBJECT", help=_("Identifier of the subject."))]


@text.command("list", help=_("List the joint texts in force."), epilog=example("hled text list"))
def list_texts(
    as_of: AsOfOption = None, lang: LangOption = None, format: SheetFormatOption = SheetFormat.TABLE
) -> None:
    asked = ask(as_of)
    open_store()
    answer = texts_answer(asked)
    show(answer, format, lambda console: _draw_texts(console, answer))


def _draw_texts(console: Console, answer: Answer) -> None:
    heading(console, _("Joint texts in force"), str(len(answer.items)))
    if not answer.items:
        paragraph(console, _("No joint text is in force yet."))
        return
    table = grid(
        (_("Subject"), {"ratio": 2}),
        (_("In force since"), {"width": 14}),
        (_("Versions"), {"justify": "right", "width": 9}),
        (_("Begins"), {"ratio": 4}),
    )
    for each in answer.items:
        begins = Text(each[f"begins_{language()}"], overflow="ellipsis", no_wrap=True)
        table.add_row(each["subject"], each["in_force_since"][:10], str(each["versions"]), begins)
    console.print(table)


@text.command(
    "show",
    help=_("Show a joint text in both languages."),
    epilog=example("hled text show minutes:2022-09-12"),
)
def show_text(
    subject: SubjectArgument,
    act: Annotated[str, typer.Option("--act", help=_("Digest of an act, or its beginning."))] = "",
    as_of: AsOfOption = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    asked = ask(as_of)
    open_store()
    answer = text_answer(asked, subject, act=act)
    show(answer, format, lambda console: _draw_text(console, answer.items[0]))


def _draw_text(console: Console, item: Mapping[str, Any]) -> None:
    heading(console, item["subject"], item["type"])
    pairs(
        console,
        [
            (_("Digest of the act"), item["act"]),
            (_("In force since"), item["in_force_since"]),
            (_("Counts from"), item["effective"]),
            (_("Entry of the register"), str(item["sequence"])),
            *((name, str(value)) for name, value in item["fields"].items()),
        ],
    )
    console.print()
    console.print(_side_by_side([(each["text_en"], each["text_es"]) for each in item["segments"]]))


def _side_by_side(rows: Sequence[tuple[str | Text, str | Text]]) -> Any:
    """English and Spanish beside each other, the reader's language first."""
    ours, theirs = ("English", "Español") if language() == "en" else ("Español", "English")
    table = grid((ours, {"ratio": 1}), (theirs, {"ratio": 1}))
    for english, spanish in rows:
        first, second = (english, spanish) if language() == "en" else (spanish, english)
        table.add_row(
            first if isinstance(first, Text) else Text(first),
            second if isinstance(second, Text) else Text(second),
        )
    return table


@text.command(
    "diff",
    help=_("Show what changed in a joint text, in both languages."),
    epilog=example("hled text diff minutes:2022-09-12"),
)
def diff_text(
    subject: SubjectArgument,
    earlier: Annotated[
        str, typer.Option("--from", help=_("Digest of the earlier act. Default: the one before."))
    ] = "",
    later: Annotated[str, typer.Option("--to", help=_("Digest of the later act. Default: the last."))] = "",
    as_of: AsOfOption = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    asked = ask(as_of)
    open_store()
    answer = text_difference_answer(asked, subject, earlier=earlier, later=later)
    show(answer, format, lambda console: _draw_difference(console, subject, answer))


def _draw_difference(console: Console, subject: str, answer: Answer) -> None:
    old, new = answer.extras["earlier"], answer.extras["later"]
    heading(console, subject, f"{old['act'][:12] if old else '-'} → {new['act'][:12]}")
    paragraph(console, _("Removed words stand between [- -], added words between {+ +}."), style="dim")
    table = grid(("", {"width": 14}), ("English", {"ratio": 1}), ("Español", {"ratio": 1}))
    for each in answer.items:
        table.add_row(Text(changes()[each["change"]]), _marked(each["english"]), _marked(each["spanish"]))
    console.print(table)
    pairs(console, [(each["name"], f"{each['old']} → {each['new']}") for each in answer.extras["fields"]])


def changes() -> Mapping[str, str]:
    """What is said of each kind of change, in the language of the reader."""
    return {
        "same": "",
        "added": _("Added"),
        "removed": _("Removed"),
        "moved": _("Moved"),
        "changed": _("Changed"),
        "moved_and_changed": _("Moved, changed"),
    }


_SHOWN = {"kept": ("", "", ""), "removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}


def _marked(spans: Sequence[Mapping[str, str]]) -> Text:
    """Words with their marks, which are read without color too."""
    drawn = Text()
    for each in spans:
        before, behind, style = _SHOWN[each["mark"]]
        drawn.append(f"{before}{each['text']}{behind}", style=style)
    return drawn
