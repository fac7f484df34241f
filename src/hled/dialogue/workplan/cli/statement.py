"""``hled statement``: read, draft, edit, drafts. What reads files is imported only when one is read."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from hled.interfaces.terminal.options import Format, FormatOption, SheetFormat, SheetFormatOption, example


class TextLanguage(StrEnum):
    """Language of the statement; auto finds it."""

    AUTO = "auto"
    EN = "en"
    ES = "es"


statement = typer.Typer(
    help=_("Read a joint statement, and take its candidate commitments over as drafts."), no_args_is_help=True
)
FileArgument = Annotated[
    Path, typer.Argument(metavar=_("FILE"), help=_("A statement as .txt, .md, .html, .docx or .pdf."))
]
TextLanguageOption = Annotated[
    TextLanguage, typer.Option("--lang", help=_("Language of the statement; auto finds it."))
]


@statement.command(
    "read",
    help=_("Find the candidate commitments of a statement. A drafting aid: a person decides."),
    epilog=example("hled statement read statement.txt --format json"),
)
def read(
    file: FileArgument,
    lang: TextLanguageOption = TextLanguage.AUTO,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Show too why each other sentence was left out."))
    ] = False,
    text_out: Annotated[
        Path | None,
        typer.Option("--text-out", metavar=_("FILE"), help=_("Write the text to which the offsets refer.")),
    ] = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    from hled.dialogue.workplan.cli import reading

    reading.read(file, lang.value, everything=everything, text_out=text_out, format=format)


@statement.command(
    "draft",
    help=_(
        "Take accepted candidates over as draft commitments; near matches become restatements of known ones."
    ),
    epilog=example("hled statement draft statement.txt --document D-2021-09-09-JS --accept 1,3,5"),
)
def draft(
    file: FileArgument,
    document: Annotated[
        str, typer.Option("--document", metavar="ID", help=_("Document of the record that the file holds."))
    ],
    accept: Annotated[
        str | None,
        typer.Option("--accept", metavar="all|1,3,5", help=_("Numbers of the candidates accepted, or all.")),
    ] = None,
    min_strength: Annotated[
        int | None,
        typer.Option("--min-strength", min=1, max=3, help=_("Only candidates of at least this strength.")),
    ] = None,
    lang: TextLanguageOption = TextLanguage.AUTO,
    format: FormatOption = Format.TABLE,
) -> None:
    from hled.dialogue.workplan.cli import reading

    reading.draft(
        file, lang.value, document=document, accept=accept, min_strength=min_strength, format=format
    )


@statement.command(
    "drafts",
    help=_("List the drafts kept; nobody has agreed to them."),
    epilog=example("hled statement drafts --document D-2021-09-09-JS"),
)
def drafts(
    document: Annotated[
        str, typer.Option("--document", metavar="ID", help=_("Only drafts of this document."))
    ] = "",
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    from hled.dialogue.workplan.cli import reading

    reading.drafts(document, format)


@statement.command(
    "edit",
    help=_("Give a draft its titles and a note, or discard it."),
    epilog=example("hled statement edit 4 --title-en 'Hold a workshop' --title-es 'Celebrar un taller'"),
)
def edit(
    id: Annotated[int, typer.Argument(metavar=_("DRAFT"), help=_("Number of the draft."))],
    title_en: Annotated[str | None, typer.Option("--title-en", help=_("Title in English."))] = None,
    title_es: Annotated[str | None, typer.Option("--title-es", help=_("Title in Spanish."))] = None,
    note: Annotated[str | None, typer.Option("--note", help=_("A remark."))] = None,
    discard: Annotated[
        bool | None,
        typer.Option("--discard/--reopen", help=_("Discard the draft, or take it up again; it is kept.")),
    ] = None,
    format: FormatOption = Format.TABLE,
) -> None:
    from hled.dialogue.workplan.cli import reading

    reading.edit(id, title_en=title_en, title_es=title_es, note=note, discard=discard, format=format)
