"""Commands on acts that wait for signatures."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.accord.cli.files import (
    passphrase,
    read,
    read_act,
    read_signature,
    write_act,
    write_signature,
)
from hled.dialogue.accord.cli.keys import PassphraseOption, draw_offered
from hled.dialogue.accord.domain.acts import Act, Content
from hled.dialogue.accord.domain.entries import CredentialKind, Signature
from hled.dialogue.accord.domain.keys import fingerprint, public_bytes, read_key
from hled.dialogue.accord.domain.keys import sign as signed
from hled.dialogue.accord.domain.rules import AC_08
from hled.dialogue.accord.queries.answers import acts_answer
from hled.dialogue.accord.queries.offered import act_of, content_of, offered_act
from hled.dialogue.accord.services.checkpoints import keep_note
from hled.dialogue.accord.services.signing import Signed
from hled.dialogue.accord.services.signing import sign as take
from hled.interfaces.answers import Answer
from hled.interfaces.asked import now
from hled.interfaces.terminal.desk import desk, open_store
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, example
from hled.interfaces.terminal.screen import err
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import pairs, paragraph
from hled.kernel.rule import require

acts = typer.Typer(no_args_is_help=True)

DigestArgument = Annotated[
    str, typer.Argument(metavar=_("DIGEST"), help=_("Digest of the act, 64 hexadecimal digits."))
]
KeyOption = Annotated[Path, typer.Option("--key", help=_("Your key file."))]


@acts.command("list", help=_("List the acts that wait for signatures."), epilog=example("hled act list"))
def list_acts(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    open_store()
    answer = acts_answer()

    def draw(console: Console) -> None:
        if not answer.items:
            paragraph(console, _("No act waits for a signature."))
        draw_offered(console, answer)

    show(answer, format, draw)


@acts.command(
    "show",
    help=_("Show exactly what an act says, in both languages."),
    epilog=example("hled act show DIGEST"),
)
def show_act(digest: DigestArgument, lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    open_store()
    row = offered_act(digest)
    answer = acts_answer(row)
    show(answer, format, lambda console: draw_act(console, act_of(row), content_of(row)))


def draw_act(console: Console, act: Act, content: Content) -> None:
    """All that a signature covers: both texts, the fields, and the members of the act."""
    paragraph(console, Text("English", style="bold"))
    paragraph(console, content.english, indent=2)
    paragraph(console, Text("Español", style="bold"))
    paragraph(console, content.spanish, indent=2)
    pairs(console, [(name, str(value)) for name, value in sorted(content.fields.items())])
    pairs(
        console,
        [
            (_("Act"), act.type),
            (_("Subject"), act.subject),
            (_("Effective"), act.effective.isoformat()),
            (_("Occasion"), act.occasion or ""),
            (_("Silence until"), act.condition.as_json()["until"] if act.condition else ""),
            (_("Stands on"), act.predecessor or ""),
            (_("Digest"), act.digest),
        ],
    )


@acts.command(
    "sign",
    help=_(
        "Sign an act with your key file. With --act and --to it is signed in a closed room, where there is no store: "
        "from the file of hled act export, into a file for hled act import."
    ),
    epilog=example(
        "hled act sign DIGEST --key ana.key",
        "hled act sign DIGEST --key ana.key --act act.json --to ana.json",
    ),
)
def sign(
    digest: DigestArgument,
    key: KeyOption,
    passphrase_file: PassphraseOption = None,
    act_file: Annotated[
        Path | None, typer.Option("--act", help=_("The act from a file, without the store."))
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--to", help=_("Write the signature into a new file, and send nothing."))
    ] = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    if act_file is None:
        open_store()
        row = offered_act(digest)
        act, content = act_of(row), content_of(row)
    else:
        act, content = read_act(act_file)
    require(AC_08, act.digest == digest, place="digest", found=digest[:80])
    draw_act(err(), act, content)
    private = read_key(read(key), passphrase(passphrase_file))
    credential = fingerprint(public_bytes(private.public_key()))
    at = now()
    signature = Signature(
        credential, CredentialKind.KEY_FILE, at.replace(microsecond=0), signed(private, digest)
    )
    if to is not None:
        write_signature(to, digest, signature)
        _show_signed(digest, credential, None, format, file=to)
        return
    if act_file is not None:
        open_store()
    _show_signed(digest, credential, _take(digest, signature, at), format)


@acts.command(
    "export",
    help=_("Write an act into a file, to be signed in a closed room."),
    epilog=example("hled act export DIGEST act.json"),
)
def export(
    digest: DigestArgument,
    file: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("A new file."))],
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    row = offered_act(digest)
    write_act(file, act_of(row), content_of(row))
    answer = acts_answer(row)
    said = {"file": file}
    show(answer, format, lambda console: paragraph(console, _("The act was written: %(file)s") % said))


@acts.command(
    "import",
    help=_("Take a signature from the file of a closed room."),
    epilog=example("hled act import ana.json"),
)
def import_signature(
    file: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("File of hled act sign --to."))],
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    digest, signature = read_signature(file)
    open_store()
    _show_signed(digest, signature.credential, _take(digest, signature, now()), format)


def _take(digest: str, signature: Signature, at: datetime) -> Signed:
    taken = take(digest=digest, signature=signature, at=at)
    keep_note(taken.entry, home=desk().home, at=at)
    return taken


def _show_signed(
    digest: str, credential: str, taken: Signed | None, format: Format, *, file: Path | None = None
) -> None:
    entry = taken.entry if taken else None
    item = {
        "digest": digest,
        "credential": credential,
        "in_force": entry is not None,
        "sequence": entry.sequence if entry else None,
        "file": str(file) if file else None,
    }
    answer = Answer("act-signed", {"digest": digest}, [item])
    show(answer, format, lambda console: paragraph(console, _sentence(item)))


def _sentence(item: dict[str, object]) -> str:
    if item["file"]:
        return _("The signature was written: %(file)s") % item
    if item["in_force"]:
        return _("Signed. The act is in force: entry %(sequence)s of the register.") % item
    return _("Signed. The act waits for further signatures.")
