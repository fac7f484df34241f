"""Lists of products of an installation: those of the program, and those that were added under its home."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from hled.dialogue.studies.domain.screening.lists import NAMES, ProductList, product_lists, read_list
from hled.dialogue.studies.domain.screening.screen_rules import SC_35
from hled.kernel.rule import BrokenRuleError, Finding

_FOLDER = "lists"


def installed_lists(home: Path) -> Mapping[str, ProductList]:
    """
    Id -> list; those of the program first.

    Raises
    ------
    BrokenRuleError
        SC-01 to SC-12, when an added file was changed by hand and is sound no more.
    """
    return {**product_lists(), **{each.id: each for each in _added(home)}}


def add_list(path: Path, home: Path) -> ProductList:
    """
    Check a list and keep a copy of it; a list with the same id is replaced.

    Raises
    ------
    BrokenRuleError
        SC-01 to SC-12 on what is wrong in the file, SC-35 when the id is that of a list of the program.
    """
    found = read_list(path)
    if found.id in NAMES:
        raise BrokenRuleError([Finding(SC_35, f"{path}: id", found.id)])
    folder = home / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    handle, partial = tempfile.mkstemp(dir=folder, suffix=".partial")
    with os.fdopen(handle, "wb") as file:
        file.write(path.read_bytes())
    Path(partial).replace(folder / f"{found.id}.yaml")
    return found


def _added(home: Path) -> Iterator[ProductList]:
    folder = home / _FOLDER
    if folder.is_dir():
        yield from map(read_list, sorted(folder.glob("*.yaml")))
