"""Standard output for answers and standard error for messages, as wide as the terminal and colored only on one."""

import os
import sys
from typing import TextIO

from rich.console import Console

NARROW = 100
"""Below this width a table leaves its less needed columns out."""

FALLBACK_WIDTH = 100


def out() -> Console:
    return _console(sys.stdout)


def err() -> Console:
    return _console(sys.stderr)


class _Screen(Console):
    """Leaves it to the program what to do when the reader of its output hangs up."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def _console(stream: TextIO) -> Console:
    width = None if stream.isatty() or "COLUMNS" in os.environ else FALLBACK_WIDTH
    return _Screen(file=stream, highlight=False, soft_wrap=False, width=width, emoji=False, markup=False)


def speaks_unicode(console: Console) -> bool:
    """Whether the marks can be written as they are."""
    return (console.encoding or "").lower().replace("-", "").startswith("utf")
