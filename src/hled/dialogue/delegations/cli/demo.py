"""Commands for a demonstration: ``hled demo people``."""

import typer
from django.conf import settings
from django.utils.translation import gettext as _
from rich.console import Console

from hled.dialogue.delegations.queries.answers import samples_answer
from hled.dialogue.delegations.services.samples import make_samples
from hled.interfaces.answers import Answer
from hled.interfaces.asked import now
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, example
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, paragraph

demo = typer.Typer(
    no_args_is_help=True,
    help=_("What a demonstration needs; refused where the site serves others."),
    epilog=example("hled demo people"),
)


@demo.command(
    "people",
    help=_("Make one sample officer for each role and Party, and print how to sign in as each."),
    epilog=example("hled demo people"),
)
def people(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    open_store()
    made = make_samples(file=settings.SAMPLES_FILE, allowed=settings.SAMPLES_MAY_SIGN_IN, at=now())
    answer = samples_answer(made)
    show(answer, format, lambda console: _draw(console, answer))


def _draw(console: Console, answer: Answer) -> None:
    heading(console, _("Sample officers"), str(len(answer.items)))
    table = grid(
        (_("Party"), {"width": 6}),
        (_("Role"), {"ratio": 2}),
        (_("Address"), {"no_wrap": True}),
        (_("Password"), {"no_wrap": True}),
    )
    for each in answer.items:
        table.add_row(each["party"], each[f"role_{language()}"], each["email"], each["password"])
    console.print(table)
    paragraph(
        console,
        _(
            "Made for this installation. Samples need no second factor, and cannot sign in where the site serves others."
        ),
    )
