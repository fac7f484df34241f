"""``hled notices``: what was told by e-mail, and another attempt at what was not."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console

from hled.dialogue.delegations.queries.notices import notices_answer
from hled.dialogue.delegations.services.notices import tell_everybody
from hled.interfaces.answers import Answer
from hled.interfaces.asked import now
from hled.interfaces.formats import moment
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, example
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, paragraph

notices = typer.Typer(
    no_args_is_help=True,
    help=_("Notices to officers by e-mail, about what waits for them."),
    epilog=example("hled notices send"),
)


@notices.command(
    "list",
    help=_("List the last notices: to whom, about what, and whether they were sent."),
    epilog=example("hled notices list"),
)
def listed(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    open_store()
    answer = notices_answer()
    show(answer, format, lambda console: _draw(console, answer))


@notices.command(
    "send",
    help=_(
        "Work out what waits for whom, tell what was not told yet, and try again what failed. Let a timer call it daily."
    ),
    epilog=example("hled notices send"),
)
def send(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    open_store()
    done = tell_everybody(at=now())
    answer = notices_answer(sent=done.sent)
    show(answer, format, lambda console: _draw(console, answer))


def _sent(notice: Mapping[str, Any]) -> str:
    """When it was sent, or what stood against it."""
    if notice["sent_at"]:
        return moment(datetime.fromisoformat(notice["sent_at"]), language())
    return str(notice["failure"] or "–")


def _draw(console: Console, answer: Answer) -> None:
    heading(console, _("Notices"), str(answer.total))
    if (sent := answer.extras.get("sent_now")) is not None:
        paragraph(
            console,
            _("Sent now: %(sent)s. Not sent: %(kept)s.") % {"sent": sent, "kept": answer.extras["kept"]},
        )
    table = grid((_("Address"), {"ratio": 2}), (_("About"), {"ratio": 4}), (_("Sent"), {"no_wrap": True}))
    for each in answer.items:
        table.add_row(each["to"], each["subject"], _sent(each))
    console.print(table)
