"""Commands on keys of officers."""

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated

import typer
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.accord.cli.files import passphrase, read, write_new
from hled.dialogue.accord.domain.acts import read_day
from hled.dialogue.accord.domain.entries import CredentialKind
from hled.dialogue.accord.domain.keys import fingerprint, make_key, public_bytes, read_public_file, write_key
from hled.dialogue.accord.domain.rules import AC_25
from hled.dialogue.accord.queries.answers import acts_answer, credentials_answer
from hled.dialogue.accord.queries.officers import credential_for, term_of
from hled.dialogue.accord.services.enrolling import offer_enrollment, offer_revocation
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.interfaces.answers import Answer
from hled.interfaces.asked import now
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, example
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError

keys = typer.Typer(no_args_is_help=True)

PassphraseOption = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file", help=_("File whose first line is the passphrase; asked for without it.")
    ),
]


@keys.command(
    "make",
    help=_("Make a key file for one person, encrypted by a passphrase, and its public part in FILE.pub."),
    epilog=example("hled keys make ana.key"),
)
def make(
    file: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("A new file."))],
    passphrase_file: PassphraseOption = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    key = make_key()
    content = write_key(key, passphrase(passphrase_file, twice=True))
    public = Path(f"{file}.pub")
    write_new(public, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    write_new(file, content, secret=True)
    name = fingerprint(public_bytes(key.public_key()))
    answer = Answer(
        "key", {"file": str(file)}, [{"file": str(file), "public": str(public), "credential": name}]
    )
    show(answer, format, lambda console: _draw_key(console, answer))


def _draw_key(console: Console, answer: Answer) -> None:
    (said,) = answer.items
    paragraph(
        console,
        _("The key was made. Keep the file to yourself; give %(public)s to your administrator.") % said,
    )
    pairs(console, [(_("File"), said["file"]), (_("Credential"), said["credential"])])


@keys.command(
    "enroll",
    help=_(
        "Offer the act that enrolls a public key for a person's term. It is in force when an administrator of the "
        "Party and the key itself have signed it with hled act sign."
    ),
    epilog=example("hled keys enroll ana.key.pub --person ana@agency.example --role signing_officer"),
)
def enroll(
    public: Annotated[Path, typer.Argument(metavar=_("FILE.pub"), help=_("Public part of the key file."))],
    person: Annotated[str, typer.Option("--person", help=_("E-mail address of the person."))],
    role: Annotated[Role, typer.Option("--role", help=_("Role of the person's term."))],
    first: Annotated[
        bool, typer.Option("--first", help=_("The first credential of a Party, that of its administrator."))
    ] = False,
    expires: Annotated[
        str | None,
        typer.Option("--expires", metavar="YYYY-MM-DD", help=_("Day from which it signs nothing (UTC).")),
    ] = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    at = now()
    credential = credential_for(
        term_of(_person(person), role, at.date()),
        kind=CredentialKind.KEY_FILE,
        public_key=read_public_file(read(public), str(public)),
        expires=_expiry(expires),
        bootstrap=first,
    )
    answer = acts_answer(offer_enrollment(credential=credential, at=at))
    show(answer, format, lambda console: draw_offered(console, answer))


def _person(email: str) -> Person:
    found = Person.objects.filter(email=email.strip().lower()).first()
    if found is None or found.party is None:
        raise NotFoundError([Finding(AC_25, "--person", email)])
    return found


def _expiry(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.combine(read_day(text), time(), tzinfo=UTC)
    except ValueError:
        raise BrokenRuleError([Finding(AC_25, "--expires", text)]) from None


@keys.command(
    "revoke",
    help=_("Offer the act that revokes a credential; an administrator of its Party signs it."),
    epilog=example('hled keys revoke CREDENTIAL --reason-en "Lost." --reason-es "Extraviada."'),
)
def revoke(
    credential: Annotated[str, typer.Argument(metavar=_("CREDENTIAL"), help=_("Fingerprint of the key."))],
    reason_en: Annotated[str, typer.Option("--reason-en", help=_("Reason in English."))],
    reason_es: Annotated[str, typer.Option("--reason-es", help=_("Reason in Spanish."))],
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    offered = offer_revocation(credential=credential, reason_en=reason_en, reason_es=reason_es, at=now())
    answer = acts_answer(offered)
    show(answer, format, lambda console: draw_offered(console, answer))


def draw_offered(console: Console, answer: Answer) -> None:
    """What waits for signatures, in the reader's language, with its digest."""
    for each in answer.items:
        paragraph(console, each["content"][{"en": "english", "es": "spanish"}[language()]])
        names = ", ".join(f"{by['party']} {by['name']}" for by in each["signed_by"])
        pairs(
            console,
            [
                (_("Act"), each["act"]["type"]),
                (_("Subject"), each["act"]["subject"]),
                (_("Effective"), each["act"]["effective"]),
                (_("Digest"), each["digest"]),
                (_("Signed by"), names),
            ],
        )
        console.print()


@keys.command("list", help=_("List the credentials of both Parties."), epilog=example("hled keys list"))
def list_keys(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    open_store()
    answer = credentials_answer()
    show(answer, format, lambda console: _draw_credentials(console, answer))


def _draw_credentials(console: Console, answer: Answer) -> None:
    heading(console, _("Credentials"), str(len(answer.items)))
    table = grid(
        (_("Party"), {"width": 6}),
        (_("Name"), {"ratio": 1}),
        (_("Role"), {"no_wrap": True}),
        (_("Term"), {"no_wrap": True}),
        (_("State"), {"no_wrap": True}),
        (_("Credential"), {"width": 18, "no_wrap": True}),
    )
    for each in answer.items:
        role = Role(each["role"]).label.in_language(language())
        term = f"{each['since']} – {each['until'] or ''}".rstrip()
        state = (
            _("revoked")
            if each["revoked"] is not None
            else _("first of its Party")
            if each["bootstrap"]
            else ""
        )
        table.add_row(
            each["party"], each["name"], role, term, state, Text(each["credential"][:16] + "…", style="dim")
        )
    console.print(table)
