"""Drawings kept between processes: a chart takes a second to draw and a millisecond to read."""

import logging
import os
import tempfile
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

import hled.interfaces.charts
from hled.kernel.digest import sha256_of

_LOG = logging.getLogger(__name__)


@cache
def _hand() -> str:
    """Digest of the code that draws, so that a drawing by older code is not shown."""
    package = Path(str(hled.interfaces.charts.__file__)).parent
    return sha256(b"".join(each.read_bytes() for each in sorted(package.glob("*.py")))).hexdigest()


def drawing(figures: str, draw: Callable[[], str]) -> str:
    """
    A drawing from the folder of this installation, made where it is not there.

    Parameters
    ----------
    figures
        Everything that the drawing shows, as text: equal figures give the same drawing.
    """
    kept = Path(settings.HOME) / "drawings" / f"{sha256_of([figures, _hand()])}.svg"
    try:
        return kept.read_text(encoding="utf-8")
    except FileNotFoundError:
        made = draw()
    except OSError as error:
        _LOG.warning("drawing %s cannot be read: %s", kept, error)
        return draw()
    try:
        _write(kept, made)
    except OSError as error:
        _LOG.warning("drawing %s cannot be kept: %s", kept, error)
    return made


def _write(kept: Path, made: str) -> None:
    """Whole or not at all: another process may be reading."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=kept.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(made)
    Path(name).replace(kept)
