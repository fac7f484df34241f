"""Files that are written once, or whole."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO


def write_new(path: Path, content: bytes, *, secret: bool = False) -> None:
    """
    Write a file that is not there yet, durably; a secret one is read by its owner alone.

    Raises
    ------
    OSError
        When it is there, or cannot be written.
    """
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if secret else 0o644), "wb"
    ) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_whole(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """
    Write a file, or over one, so that another process reads it whole or not at all; folders are made.

    Parameters
    ----------
    write
        Puts the content into the open file.

    Raises
    ------
    OSError
        When it cannot be written; then nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
