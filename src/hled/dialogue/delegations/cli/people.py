"""Commands on people: the operator begins each Party with one administrator, who does the rest on a page."""

from datetime import date
from typing import Annotated

import typer
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.delegations.models import Appointment, Person
from hled.dialogue.delegations.queries.answers import people_answer
from hled.dialogue.delegations.services.access import first_link, operators_link
from hled.dialogue.delegations.services.people import (
    PP_10,
    appoint_first_administrator,
    end_first_administrator,
    enroll_first_administrator,
)
from hled.interfaces.answers import Answer
from hled.interfaces.asked import ask, now, today
from hled.interfaces.formats import day
from hled.interfaces.problems import not_found
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, example
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, paragraph
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding

people = typer.Typer(
    no_args_is_help=True,
    help=_(
        "Who acts for the Parties; the operator enrolls the first administrator of each, and nobody else."
    ),
    epilog=example("hled people list"),
)

EmailArgument = Annotated[
    str, typer.Argument(metavar=_("EMAIL"), help=_("Address with which the person signs in."))
]
EnglishOption = Annotated[str, typer.Option("--title-en", help=_("Title of the office in English."))]
SpanishOption = Annotated[str, typer.Option("--title-es", help=_("Title of the office in Spanish."))]
StartsOption = Annotated[
    str | None,
    typer.Option("--starts-on", metavar="YYYY-MM-DD", help=_("First day of the term; today without it.")),
]


@people.command(
    "list",
    help=_("List the people of both Parties and their running terms."),
    epilog=example("hled people list"),
)
def listed(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    open_store()
    answer = people_answer(today())
    show(answer, format, lambda console: _draw(console, answer))


@people.command(
    "enroll",
    help=_(
        "Enroll and appoint the first administrator of a Party; prints the path at which to choose a password."
    ),
    epilog=example(
        'hled people enroll ana@agencia.example --name "Ana Ríos" --party MX --title-en "Director" --title-es "Directora"'
    ),
)
def enroll(
    email: EmailArgument,
    name: Annotated[str, typer.Option("--name", help=_("Name of the person."))],
    party: Annotated[Party, typer.Option("--party", help=_("Party that the person belongs to, for good."))],
    title_en: EnglishOption,
    title_es: SpanishOption,
    starts_on: StartsOption = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    made = enroll_first_administrator(
        email=email,
        name=name,
        title=_title(title_en, title_es),
        party=party,
        language=Language.EN if party is Party.US else Language.ES,
        starts_on=_day(starts_on),
        at=now(),
    )
    _told(made, format, first_link(made.person))


@people.command(
    "appoint",
    help=_("Appoint somebody who is enrolled as administrator of a Party that has none."),
    epilog=example('hled people appoint ana@agencia.example --title-en "Director" --title-es "Directora"'),
)
def appoint(
    email: EmailArgument,
    title_en: EnglishOption,
    title_es: SpanishOption,
    starts_on: StartsOption = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    made = appoint_first_administrator(
        person=_known(email), title=_title(title_en, title_es), starts_on=_day(starts_on), at=now()
    )
    _told(made, format)


@people.command(
    "end",
    help=_("Take back an appointment of the operator that nobody has used yet."),
    epilog=example("hled people end ana@agencia.example"),
)
def end(email: EmailArgument, lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    open_store()
    person = _known(email)
    standing = person.appointments.filter(appointed_by=None, ended_at=None).first()
    if standing is None:
        raise not_found("term", email)
    _told(end_first_administrator(appointment=standing, at=now()), format)


@people.command(
    "link",
    help=_("Print a new path for a first administrator who has not signed in yet."),
    epilog=example("hled people link ana@agencia.example"),
)
def link(email: EmailArgument, lang: LangOption = None) -> None:
    open_store()
    person = _known(email)
    typer.echo(_address(person, operators_link(person)))


def _known(email: str) -> Person:
    found = Person.objects.filter(email=email.strip().lower()).first()
    if found is None:
        raise not_found("person", email)
    return found


def _title(english: str, spanish: str) -> Bilingual:
    if not (english.strip() and spanish.strip()):
        raise BrokenRuleError([Finding(PP_10, "title")])
    return Bilingual(english.strip(), spanish.strip())


def _day(written: str | None) -> date:
    return ask(written).as_of


def _address(person: Person, parts: tuple[str, str]) -> str:
    with translation.override(person.language):
        return reverse("welcome", args=parts)


def _told(made: Appointment, format: Format, parts: tuple[str, str] | None = None) -> None:
    answer = people_answer(today(), only=made.person, link=_address(made.person, parts) if parts else None)
    show(answer, format, lambda console: _draw(console, answer))


def _draw(console: Console, answer: Answer) -> None:
    heading(console, _("People"), str(len(answer.items)))
    table = grid(
        (_("Party"), {"width": 6}),
        (_("Name"), {"ratio": 2}),
        (_("Address"), {"ratio": 2}),
        (_("Running terms"), {"ratio": 3}),
    )
    for each in answer.items:
        terms = ", ".join(
            f"{term[f'role_{language()}']} ({_('from')} {day(date.fromisoformat(term['starts_on']), language())})"
            for term in each["terms"]
        )
        table.add_row(each["party"] or "–", each["name"], each["email"], Text(terms or "–"))
    console.print(table)
    if link := answer.extras.get("link"):
        paragraph(console, _("To choose a password, within three days and once: %(link)s") % {"link": link})
