"""Arrays in an NPZ file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, is_zipfile

import numpy as np
from numpy.lib.npyio import NpzFile

from hled.economy.rules import IO_22
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

_NO_ARCHIVE = Bilingual("is no NPZ file", "no es un archivo NPZ")
_OBJECTS = Bilingual(
    "holds objects of a program in place of numbers", "contiene objetos de un programa en lugar de números"
)


@contextmanager
def arrays_in(path: Path, place: str) -> Iterator[NpzFile]:
    """
    The arrays by name, each read when it is asked for.

    Raises
    ------
    BrokenRuleError
        IO-22, when the file is no archive of arrays, is broken, or holds anything but numbers and text.
    """
    if path.is_file() and not is_zipfile(path):
        raise BrokenRuleError([Finding(IO_22, place, _NO_ARCHIVE)])
    try:
        with np.load(path, allow_pickle=False) as held:
            yield held
    except ValueError as error:
        raise BrokenRuleError([Finding(IO_22, place, _OBJECTS)]) from error
    except (OSError, EOFError, BadZipFile) as error:
        raise BrokenRuleError([Finding(IO_22, place, str(error))]) from error
