"""``hled brief``: the briefing book as files, and a Party's notes for it."""

import os
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from hled.dialogue.briefing.domain.edition import Edition
from hled.dialogue.briefing.domain.rules import BB_06, BB_07
from hled.dialogue.briefing.models import PartyNote
from hled.dialogue.briefing.queries.book.bound import FORMATS, BriefFile, brief_file
from hled.dialogue.briefing.queries.book.occasion import NEXT, occasion
from hled.dialogue.briefing.queries.notes import notes_of
from hled.dialogue.briefing.services.notes import take_back as take_note_back
from hled.dialogue.briefing.services.notes import write_note
from hled.interfaces.asked import now
from hled.interfaces.formats import day
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import AsOfOption, LangOption, RecordedByOption, Tongue, example
from hled.interfaces.terminal.progress import steps
from hled.interfaces.terminal.screen import out
from hled.interfaces.terminal.tables import paragraph
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding


class BookFormat(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    BOTH = "both"


brief = typer.Typer(
    help=_("Make the briefing book of a meeting, as PDF and .docx, for the principals."),
    invoke_without_command=True,
)
MeetingOption = Annotated[
    str,
    typer.Option(
        "--meeting",
        metavar="ID",
        help=_(
            "A meeting of the record, as known the day before it, or a planned one; or next, next-cabinet, next-sub_cabinet."
        ),
    ),
]
PartyOption = Annotated[
    Edition,
    typer.Option(
        "--party", help=_("joint: the public version. us or mx: with the notes of that Party alone.")
    ),
]


@brief.callback(epilog=example("hled brief --meeting next --lang es --out briefs"))
def book(
    context: typer.Context,
    meeting: MeetingOption = NEXT,
    party: PartyOption = Edition.JOINT,
    format: Annotated[BookFormat, typer.Option("--format", help=_("Which file to make."))] = BookFormat.BOTH,
    folder: Annotated[
        Path,
        typer.Option("--out", metavar=_("PATH"), help=_("Folder for the files; made where it is not there.")),
    ] = Path(),
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
) -> None:
    if context.invoked_subcommand is not None:
        return
    open_store()
    of = occasion(meeting, as_of, recorded_by, reader=party.party)
    wanted = [each for each in FORMATS if format.value in {each, "both"}]
    _require_folder(folder)
    with steps(_("Making the briefing book"), total=len(wanted)) as told:
        for each in wanted:
            told(each)
            made = brief_file(of, party, language(), each)
            _write(folder, made)
            typer.echo(folder / made.name)


def _require_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BrokenRuleError([Finding(BB_06, "out", str(folder)[:200])]) from error


def _write(folder: Path, made: BriefFile) -> None:
    """Whole or not at all: a former book stays until the new one is complete."""
    handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(made.content)
    Path(name).chmod(0o644)
    Path(name).replace(folder / made.name)


@brief.command(
    "note",
    help=_("Write a note of one Party for a meeting, for its own edition only; or take one back."),
    epilog=example(
        'hled brief note --meeting next --party us --by "Coordinator" --text "Ask for a new date."'
    ),
)
def note(
    meeting: MeetingOption = NEXT,
    party: PartyOption = Edition.JOINT,
    text: Annotated[str, typer.Option("--text", metavar=_("TEXT"), help=_("What the note says."))] = "",
    by: Annotated[
        str, typer.Option("--by", metavar=_("NAME"), help=_("Who writes it: a name or an office."))
    ] = "",
    written_in: Annotated[
        Tongue | None,
        typer.Option(
            "--in", help=_("Language of the note; the language of the terminal where it is left out.")
        ),
    ] = None,
    take_back: Annotated[
        int | None,
        typer.Option(
            "--take-back", min=1, metavar="N", help=_("Number of a note that is to leave the book.")
        ),
    ] = None,
    lang: LangOption = None,
) -> None:
    side = _one_party(party)
    open_store()
    if take_back is not None:
        done = take_note_back(note=take_back, party=side, at=now())
        paragraph(out(), _("Note %(number)s was taken back.") % {"number": done.id})
        return
    kept = write_note(
        meeting=occasion(meeting, reader=side).id,
        party=side,
        language=Language(written_in.value if written_in else language()),
        text=text,
        by=by,
        at=now(),
    )
    said = _("Note %(number)s kept for %(meeting)s; only the edition of this Party carries it.")
    paragraph(out(), said % {"number": kept.id, "meeting": kept.meeting})


@brief.command(
    "notes",
    help=_("List the notes of one Party for a meeting."),
    epilog=example("hled brief notes --meeting next --party us"),
)
def notes(meeting: MeetingOption = NEXT, party: PartyOption = Edition.JOINT, lang: LangOption = None) -> None:
    side = _one_party(party)
    open_store()
    of = occasion(meeting, reader=side)
    found = notes_of(side, of.id)
    if not found:
        paragraph(out(), _("No note of this Party stands for %(meeting)s.") % {"meeting": of.id})
    for each in found:
        _draw(each)


def _draw(each: PartyNote) -> None:
    written = day(each.written_at.date(), language())
    head = Text.assemble((f"{each.id}  ", "bold"), (f"{each.written_by}, {written}", "dim"))
    paragraph(out(), head)
    paragraph(out(), each.text, indent=3)


def _one_party(edition: Edition) -> Party:
    if edition.party is None:
        raise BrokenRuleError([Finding(BB_07, "party", edition.value)])
    return edition.party
