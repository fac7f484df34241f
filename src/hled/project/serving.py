"""The web server: static files collected, caches warm before the workers fork, and refusals before anything starts."""

import socket
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]  # published without types
from rich.text import Text

from hled.interfaces.terminal.desk import language
from hled.interfaces.terminal.screen import err
from hled.kernel.bilingual import Bilingual
from hled.kernel.digest import sha256_of
from hled.kernel.rule import BrokenRuleError, WorldError
from hled.project.configuration import Configuration

COLLECTED = "collected.sha256"
MANIFEST = "staticfiles.json"
TIMEOUT = 60
AT_HOME = {"127.0.0.1", "::1", "localhost"}
"""Addresses of this machine alone: a browser makes passkeys there under the name ``localhost``, and not under a number."""


def address_of(host: str, port: int) -> str:
    """How a browser should open the site that listens there; by name on this machine, so that passkeys work."""
    name = "localhost" if host in AT_HOME else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/"


def check_serving(configuration: Configuration, host: str, port: int) -> None:
    """
    Raises
    ------
    BrokenRuleError
        SE-03, when the settings are not safe for serving to others.
    WorldError
        When the address cannot be listened on.
    """
    findings = configuration.serving_findings()
    if findings:
        raise BrokenRuleError(findings)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise WorldError(
                Bilingual(
                    f"{host}:{port} cannot be listened on: {error.strerror}. Stop what uses it, or choose another with --port.",
                    f"No se puede escuchar en {host}:{port}: {error.strerror}. Detenga lo que lo usa o elija otro con --port.",
                ),
                again=True,
            ) from error


def collect_static(home: Path) -> bool:
    """Copy the files of the site with their digests into their names, unless they stand there already."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    found = {
        str(name): [stat.st_size, stat.st_mtime_ns]
        for finder in get_finders()
        for name, storage in finder.list([])
        for stat in [Path(storage.path(name)).stat()]
    }
    digest = sha256_of(found)
    marker = home / COLLECTED
    manifest = Path(settings.STATIC_ROOT) / MANIFEST
    if manifest.is_file() and marker.is_file() and marker.read_text() == digest:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    home.mkdir(parents=True, exist_ok=True)
    marker.write_text(digest)
    return True


class _Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with our settings; the application is loaded once, before the workers fork."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from hled.project.kept import share_pages
        from hled.project.settings import HOME
        from hled.project.wsgi import application

        share_pages(HOME)
        warm()
        return application


def warm() -> None:
    """Compute what the first visitor would wait for, then let go of the database, which no worker may inherit."""
    from django.db import connections

    from hled.dialogue.briefing.queries.scoreboard import scoreboard
    from hled.dialogue.results.queries.indicators import indicator_views
    from hled.interfaces.asked import ask

    asked = ask()
    scoreboard(asked)
    indicator_views(asked.as_of)
    connections.close_all()


def serve_forever(configuration: Configuration, host: str, port: int, workers: int) -> None:
    """Serve until a signal says to stop."""
    collect_static(configuration.home)
    address = f"{address_of(host, port)}{language()}/"
    err().print(Text(_("Serving at %(address)s. Stop with Ctrl+C.") % {"address": address}))
    if host in AT_HOME:
        said = _("Passkeys work at this address; a browser refuses them at http://%(host)s.")
        err().print(Text(said % {"host": "127.0.0.1"}))
    _Server(
        {
            "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            "workers": workers,
            "threads": 2,
            "preload_app": True,
            "timeout": TIMEOUT,
            "forwarded_allow_ips": ",".join(configuration.proxies),
            "graceful_timeout": 10,
            "loglevel": "warning",
            "proc_name": "hled",
            "control_socket_disable": True,
        }
    ).run()
