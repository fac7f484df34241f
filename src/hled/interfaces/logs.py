"""The log: one line for each event, in UTC, that nobody can break into two."""

import logging
import re
from datetime import UTC, datetime

SECURITY = logging.getLogger("hled.security")
"""Who came in, who was refused, whose factors changed."""


class OneLine(logging.Formatter):
    """
    Moment, level, logger and message in one line; a trace follows in lines that begin with a bar.

    Whatever cannot be printed is written as an escape, so that no name and no path begins a line of its own.

    Parameters
    ----------
    hidden
        A regular expression; what it finds is left out, such as the path of a link that lets somebody in.
    """

    def __init__(self, hidden: str = "(?!)") -> None:
        super().__init__()
        self.hidden = re.compile(hidden)

    def format(self, record: logging.LogRecord) -> str:
        said = f"{_moment(record)} {record.levelname} {record.name} {self._told(record.getMessage())}"
        if record.exc_info:
            trace = self.formatException(record.exc_info)
            said += "".join(f"\n | {self._told(line)}" for line in trace.splitlines())
        return said

    def _told(self, text: str) -> str:
        return self.hidden.sub("***", _printable(text))


def note(event: str, *, level: int = logging.INFO, **facts: object) -> None:
    """Log an event of security with its facts; secrets are no facts."""
    said = " ".join(f"{name}={str(value)!r}" for name, value in facts.items())
    SECURITY.log(level, "%s %s", event, said)


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def _printable(text: str) -> str:
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text
    )
