"""``hled sources``: the data sets that figures come from."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from rich.console import Console
from rich.text import Text

from hled.dialogue.briefing.queries.answers.datasets import sources_answer
from hled.interfaces.answers import Answer
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
from hled.interfaces.terminal.tables import grid, heading, paragraph
from hled.kernel.rule import Severity
from hled.sources.added import MANIFEST, add_source, list_sources, read_manifest
from hled.sources.catalogue import DATASETS, check_digests

sources = typer.Typer(
    help=_("List, add and check the data sets that figures come from."), no_args_is_help=True
)


@sources.command(
    "list",
    help=_("List the bundled data sets and those added here, with their terms."),
    epilog=example("hled sources list"),
)
def list_(lang: LangOption = None, format: SheetFormatOption = SheetFormat.TABLE) -> None:
    added, findings = list_sources(desk().home)
    answer = sources_answer(DATASETS.values(), added, findings)
    show(answer, format, lambda console: _draw(console, answer))
    if format is not SheetFormat.JSON:
        draw_findings(err(), findings, language())


@sources.command(
    "add",
    help=_("Copy a data set with its manifest.json under the home of this installation."),
    epilog=example("hled sources add my_data/"),
)
def add(
    path: Annotated[
        Path, typer.Argument(metavar=_("PATH"), help=_("Folder with the files and a manifest.json."))
    ],
    manifest: Annotated[
        Path | None, typer.Option("--manifest", help=_("The manifest, where it is not in the folder."))
    ] = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    folder = path if path.is_dir() else path.parent
    dataset = add_source(path, read_manifest(manifest or folder / MANIFEST), desk().home)
    answer = sources_answer((), (dataset,))
    show(
        answer,
        format,
        lambda console: paragraph(
            console, _("Added %(id)s: %(count)s files.") % {"id": dataset.id, "count": len(dataset.files)}
        ),
    )


@sources.command(
    "check",
    help=_("Compare every file with its declared digest."),
    epilog=example("hled sources check"),
)
def check(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    added, broken = list_sources(desk().home)
    findings = (*check_digests(), *broken)
    answer = sources_answer(DATASETS.values(), added, findings)
    said = _("Every file is as declared.") if not findings else _("Files are not as declared.")
    show(answer, format, lambda console: paragraph(console, said))
    if format is Format.TABLE:
        draw_findings(err(), findings, language())
    if any(finding.rule.severity is Severity.ERROR for finding in findings):
        raise typer.Exit(Exit.FINDINGS)


def _draw(console: Console, answer: Answer) -> None:
    spoken = language()
    heading(console, _("Sources of data"), str(len(answer.items)))
    table = grid(
        (_("Id"), {}),
        (_("Title"), {"ratio": 2}),
        (_("Vintage"), {"ratio": 2}),
        (pgettext("license", "Terms"), {"ratio": 3}),
    )
    for each in answer.items:
        added_here = _("added here")
        origin = "" if each["bundled"] else f"\n({added_here})"
        table.add_row(
            f"{each['id']}{origin}",
            each[f"title_{spoken}"],
            each[f"vintage_{spoken}"],
            Text(each[f"license_{spoken}"], style="dim"),
        )
    console.print(table)
