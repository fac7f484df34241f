"""Files that are written once."""

import os
from pathlib import Path


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
