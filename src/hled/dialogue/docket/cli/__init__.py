"""Commands on the docket: ``hled docket``."""

import typer
from django.utils.translation import gettext as _

from hled.dialogue.docket.cli.bulk import import_
from hled.dialogue.docket.cli.keeping import read, tidy
from hled.dialogue.docket.cli.looking import groups, stats, themes
from hled.interfaces.terminal.options import example

docket = typer.Typer(
    help=_("Take submissions in from a table, group near-copies, list themes and the figures of the loop."),
    no_args_is_help=True,
)
docket.command(
    "import",
    help=_(
        "Take in a table of submissions as a whole, or write the template for one. Layouts: regulations.gov "
        "(CSV; read from published column names, not yet tried on a downloaded file) and the template (.xlsx or CSV)."
    ),
    epilog=example(
        'hled docket import table.xlsx --call DC-0002 --of MX --by "Ana Ruiz"',
        "hled docket import --template template.xlsx --call DC-0002",
    ),
)(import_)
docket.command(
    "groups",
    help=_("Compare what was not compared yet in a call, and list its largest groups of near-copies."),
    epilog=example("hled docket groups --call DC-0002 --most 20"),
)(groups)
docket.command(
    "themes",
    help=_("List the themes of a call with their replies, or propose themes for what stands in none."),
    epilog=example(
        "hled docket themes --call DC-0002",
        'hled docket themes --call DC-0002 --propose --of MX --by "Ana Ruiz" --seed 1',
    ),
)(themes)
docket.command(
    "stats",
    help=_("Show what was filed to each call, and the figures of the loop by Party."),
    epilog=example("hled docket stats --as-of 2026-11-30"),
)(stats)
docket.command(
    "read",
    help=_("Read the text of attached files that wait, each in a process of its own."),
    epilog=example("hled docket read"),
)(read)
docket.command(
    "tidy",
    help=_("Erase personal data whose day has come, and forget the numbers of forms that were sent."),
    epilog=example("hled docket tidy"),
)(tidy)
commands = typer.Typer()
commands.add_typer(docket, name="docket")

__all__ = ["commands"]
