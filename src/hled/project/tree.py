"""The tree of commands; each feature brings its own branch."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from hled.dialogue.accord.cli import commands as of_accord
from hled.dialogue.briefing.cli import commands as of_briefing
from hled.dialogue.delegations.cli import commands as of_delegations
from hled.dialogue.docket.cli import commands as of_docket
from hled.dialogue.meetings.cli import commands as of_meetings
from hled.dialogue.results.cli import commands as of_results
from hled.dialogue.studies.cli import commands as of_studies
from hled.dialogue.workplan.cli import plan, statement
from hled.interfaces.terminal.options import LangOption, example
from hled.project.help import HELP
from hled.project.installation import commands as of_installation

tree = typer.Typer(
    help=_(
        "A measured dialogue between two governments: what was promised, what became of it, on what evidence."
    ),
    epilog=example("hled scoreboard --as-of 2023-04-18"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": list(HELP)},
)
for branch in (of_briefing, of_results, of_meetings, of_docket, of_studies, of_accord, of_delegations):
    tree.add_typer(branch)
tree.add_typer(statement, name="statement")
tree.add_typer(plan, name="plan")
tree.add_typer(of_installation)


@tree.callback()
def root(
    lang: LangOption = None,
    version: Annotated[bool, typer.Option("--version", help=_("Show the version."))] = False,
) -> None:
    """The language was chosen before the commands were read; the option stands here to be documented."""
    if version:
        from hled.interfaces.answers import product_version

        typer.echo(product_version())
        raise typer.Exit
