"""Commands on the register."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.accord.models import Entry
from hled.dialogue.accord.queries import checking
from hled.dialogue.accord.queries.answers import check_answer, entries_answer, entry_answer, proof_answer
from hled.dialogue.accord.services.appending import end_silences
from hled.dialogue.accord.services.checkpoints import checkpoint, register_key
from hled.dialogue.accord.services.editions import EVERY, export_edition
from hled.interfaces.answers import Answer
from hled.interfaces.asked import now
from hled.interfaces.terminal.desk import desk, language, open_store
from hled.interfaces.terminal.failing import Exit, draw_findings
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, example
from hled.interfaces.terminal.progress import steps
from hled.interfaces.terminal.screen import err
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph

register = typer.Typer(no_args_is_help=True)


class Asked(StrEnum):
    YES = "yes"
    NO = "no"


SequenceArgument = Annotated[
    int, typer.Argument(metavar=_("SEQ"), min=0, help=_("Number of the entry, from 0."))
]


@register.command(
    "check",
    help=_("Check every entry: hashes, order, signatures, and the agreed state against the tables."),
    epilog=example("hled register check", "hled register check --signatures no"),
)
def check(
    signatures: Annotated[
        Asked, typer.Option("--signatures", help=_("no: hashes and order alone, which is quicker."))
    ] = Asked.YES,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    deep = signatures is Asked.YES
    total = Entry.objects.count() // checking.EVERY
    with steps(_("Checking the register"), total=total) as told:
        checked = checking.check(signatures=deep, told=lambda done, whole: told(f"{done} / {whole}"))
    answer = check_answer(checked, signatures=deep)
    show(answer, format, lambda console: _draw_check(console, answer))
    if not checked.is_sound:
        draw_findings(err(), checked.findings, language())
        raise typer.Exit(Exit.FINDINGS)


def _draw_check(console: Console, answer: Answer) -> None:
    (found,) = answer.items
    if answer.findings:
        sentence = (
            _("The register is not sound: the first bad entry is %(entry)s.") % {"entry": found["first_bad"]}
            if found["first_bad"] is not None
            else _("The entries are sound; what stands beside them is not.")
        )
        paragraph(console, Text(sentence, style="bold red"))
    else:
        paragraph(console, Text(_("The register is sound."), style="bold"))
    verified = _("not asked for") if found["signatures"] is None else str(found["signatures"])
    pairs(
        console,
        [
            (_("Entries"), str(found["size"])),
            (_("Signatures"), verified),
            (_("Subjects"), "" if found["subjects"] is None else str(found["subjects"])),
            (_("Checkpoints"), str(found["checkpoints"])),
            (_("Root"), found["root"]),
        ],
    )


@register.command(
    "show",
    help=_("Show the latest entries, or one entry with all that was signed."),
    epilog=example("hled register show", "hled register show 0"),
)
def show_register(
    sequence: Annotated[
        int | None, typer.Argument(metavar=_("[SEQ]"), min=0, help=_("Number of the entry, from 0."))
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help=_("How many of the latest."))] = 20,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    if sequence is None:
        answer = entries_answer(limit)
        show(answer, format, lambda console: _draw_entries(console, answer))
        return
    answer = entry_answer(sequence)
    show(answer, format, lambda console: _draw_entry(console, answer))


def _draw_entries(console: Console, answer: Answer) -> None:
    heading(console, _("Register"), _("size %(count)s") % {"count": answer.extras["size"]})
    table = grid(
        (_("Entry"), {"justify": "right"}),
        (_("At"), {"no_wrap": True}),
        (_("By"), {"no_wrap": True}),
        (_("Act"), {"no_wrap": True}),
        (_("Subject"), {"ratio": 1}),
    )
    for each in answer.items:
        by = each["party"] or kind_label(each["kind"])
        table.add_row(
            str(each["sequence"]), each["at"], by, each["type"], Text(each["subject"], overflow="ellipsis")
        )
    console.print(table)
    pairs(console, [(_("Root"), answer.extras["root"])])


def kind_label(kind: str) -> str:
    """Who stands behind an entry, in a word."""
    return {
        "joint": _("both"),
        "party": _("one Party"),
        "import": _("nobody (import)"),
        "term": _("nobody (silence)"),
    }[kind]


def _draw_entry(console: Console, answer: Answer) -> None:
    (said,) = answer.items
    act, content = said["act"], said["content"]
    heading(console, _("Entry %(sequence)s") % {"sequence": said["sequence"]}, said["at"])
    paragraph(console, content[{"en": "english", "es": "spanish"}[language()]])
    pairs(
        console,
        [
            (_("By"), said["party"] or kind_label(said["kind"])),
            (_("Act"), act["type"]),
            (_("Subject"), act["subject"]),
            (_("Effective"), act["effective"]),
            (_("Occasion"), act["occasion"] or ""),
            (_("Digest"), said["digest"]),
            (_("Stands on"), act["predecessor"] or ""),
            (_("Hash"), said["leaf"]),
        ],
    )
    for each in said["signatures"]:
        pairs(console, [(_("Signed"), f"{each['at']}  {each['kind']}  {each['credential']}")])


@register.command(
    "prove",
    help=_("Prove that an entry is in the register: its bytes, the path and the root, as JSON."),
    epilog=example("hled register prove 0"),
)
def prove(
    sequence: SequenceArgument,
    size: Annotated[
        int | None, typer.Option("--size", min=1, help=_("In the register as it was with so many entries."))
    ] = None,
    lang: LangOption = None,
) -> None:
    open_store()
    answer = proof_answer(sequence, size)
    show(answer, "json", lambda console: None)


@register.command(
    "export",
    help=_("Write a signed edition into a new folder; verify_edition.py in it checks it without hled."),
    epilog=example("hled register export edition"),
)
def export(
    folder: Annotated[Path, typer.Argument(metavar=_("FOLDER"), help=_("A new or empty folder."))],
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    key = register_key(desk().home)
    with steps(_("Writing the edition"), total=Entry.objects.count() // EVERY) as told:
        checkpoint(key=key, at=now())
        written = export_edition(folder, key=key, told=lambda done, whole: told(f"{done} / {whole}"))
    item = {
        "folder": str(written.folder),
        "size": written.size,
        "root": written.root,
        "key": written.key,
        "files": written.files,
    }
    answer = Answer("register-edition", {"folder": str(folder)}, [item])
    show(answer, format, lambda console: _draw_edition(console, item))


def _draw_edition(console: Console, item: dict[str, object]) -> None:
    said = {"count": item["size"], "folder": item["folder"]}
    paragraph(console, _("An edition of %(count)s entries was written: %(folder)s") % said)
    pairs(console, [(_("Root"), str(item["root"])), (_("Key"), str(item["key"]))])
    paragraph(console, _("Check it: python3 %(folder)s/verify_edition.py") % said, style="dim")


@register.command(
    "silences",
    help=_("Put in force what was agreed by silence and whose term is over."),
    epilog=example("hled register silences"),
)
def silences(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    from hled.dialogue.accord.queries.answers import silences_answer

    open_store()
    ended = end_silences(at=now())
    answer = silences_answer()
    show(answer, format, lambda console: _draw_silences(console, answer, len(ended)))


def _draw_silences(console: Console, answer: Answer, ended: int) -> None:
    paragraph(console, _("%(count)s silence procedures ran out now.") % {"count": ended})
    table = grid((_("Until"), {"no_wrap": True}), (_("State"), {}), (_("Act"), {"ratio": 1}))
    words = {"running": _("running"), "objected": _("objected to"), "ended": _("in force")}
    for each in answer.items:
        table.add_row(each["until"], words[each["state"]], each["act"])
    console.print(table)
