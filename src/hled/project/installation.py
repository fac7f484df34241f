"""Commands on the installation itself: ``hled prepare``, ``hled serve``, ``hled schema``, ``hled version``."""

import platform
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from hled.interfaces.answers import Answer, product_version
from hled.interfaces.terminal.desk import desk
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, example
from hled.interfaces.terminal.progress import steps
from hled.interfaces.terminal.show import print_json, show
from hled.interfaces.terminal.tables import pairs, paragraph
from hled.project.store import prepare_store

commands = typer.Typer()

PORT = 8000
HOST = "127.0.0.1"


def open_store(home: Path) -> None:
    """Make the store usable, with progress only when there is something to do."""
    from hled.dialogue.briefing.queries.record import SHELVES
    from hled.dialogue.results.domain.indicators import INDICATORS

    with steps(_("Preparing the store"), total=len(SHELVES) + len(INDICATORS) + 2) as told:
        prepare_store(home, told=told)


@commands.command(
    "prepare",
    help=_(
        "Make the store, load the bundled record and data, collect the files of the site; safe to repeat."
    ),
    epilog=example("hled prepare"),
)
def prepare(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    from hled.dialogue.briefing.queries.record import last_load
    from hled.project.serving import collect_static

    home = desk().home
    open_store(home)
    collect_static(home)
    _answer_beforehand(home)
    load = last_load()
    answer = Answer(
        "prepare", {"home": str(home)}, [{"home": str(home), "record": load.digest if load else ""}]
    )
    show(
        answer, format, lambda console: paragraph(console, _("The store is ready: %(home)s") % {"home": home})
    )


def _answer_beforehand(home: Path) -> None:
    """Compute what the pages of studies begin with, so that no visitor waits for it."""
    from hled.dialogue.studies.queries.answering import answer_to
    from hled.dialogue.studies.queries.answers.verification import checks
    from hled.dialogue.studies.web.asking import PAGES

    asked = [
        (page, given)
        for page in PAGES.values()
        for given in (page.given, *(other for words, other in page.also))
    ]
    with steps(_("Asking the engine"), total=len(asked) + 1) as told:
        for page, given in asked:
            told(page.route)
            answer_to(page.kind, given, home=home)
        told("verification")
        checks(home)


@commands.command(
    "serve",
    help=_("Serve the site and the API, and wait."),
    epilog=example("hled serve --port 8080"),
)
def serve(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=_("Port to listen on."))] = PORT,
    host: Annotated[str, typer.Option("--host", help=_("Address to listen on."))] = HOST,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, max=64, help=_("Processes; HLED_WORKERS without it."))
    ] = None,
    lang: LangOption = None,
) -> None:
    from hled.project.configuration import read_configuration
    from hled.project.serving import check_serving, serve_forever

    configuration = read_configuration()
    check_serving(configuration, host, port)
    open_store(configuration.home)
    serve_forever(configuration, host, port, workers or configuration.workers)


@commands.command(
    "schema",
    help=_("Print the JSON Schema of an answer; without a name, list the names."),
    epilog=example("hled schema scoreboard"),
)
def schema(
    name: Annotated[
        str, typer.Argument(metavar=_("NAME"), help=_("Name of an answer, such as scoreboard."))
    ] = "",
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    from hled.project.schemas import published_schema, schemas_answer

    if name:
        print_json(published_schema(name))
        return
    answer = schemas_answer()
    language = desk().language
    show(
        answer,
        format,
        lambda console: pairs(console, [(each["id"], each[f"title_{language}"]) for each in answer.items]),
    )


@commands.command("version", help=_("Show the version of hled."), epilog=example("hled version"))
def version(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    answer = Answer("version", {}, [{"hled": product_version(), "python": platform.python_version()}])
    show(answer, format, lambda console: console.print(f"hled {product_version()}"))
