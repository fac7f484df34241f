"""Lists of products of an installation: those of the program, and those that were added under its home."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from hled.dialogue.studies.domain.screening.lists import NAMES, ProductList, product_lists, read_list
from hled.dialogue.studies.domain.screening.rules import SC_09
from hled.dialogue.studies.domain.screening.screen_rules import SC_35
from hled.economy.tables.choosing import near_ones
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError

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


def installed_list(id: str, home: Path) -> ProductList:
    """
    One list.

    Raises
    ------
    NotFoundError
        SC-09, with near ids.
    """
    known = installed_lists(home)
    if id not in known:
        said = ", ".join(near_ones(id, tuple(known)) or known)
        shown = id[:60] or "-"
        found = Bilingual(f"{shown}; known: {said}", f"{shown}; existen: {said}")
        raise NotFoundError([Finding(SC_09, "list", found)])
    return known[id]


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


def added_files(home: Path) -> list[Path]:
    """Files of the lists that were added, by name."""
    return sorted((home / _FOLDER).glob("*.yaml"))


def _added(home: Path) -> Iterator[ProductList]:
    yield from map(read_list, added_files(home))
