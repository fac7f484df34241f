"""
Tables that a user adds, under ``HLED_HOME/tables/<id>/``: the plain layout and a manifest with the digest.

A table is written beside its place and moved there whole, so that a reading that was cut short leaves nothing.
"""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from hled.economy.rules import IO_23
from hled.economy.tables import Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, WorldError
from hled.sources.input_output.plain import read_plain, write_plain
from hled.sources.rules import SR_01, SR_03

FOLDER = "tables"
MANIFEST = "manifest.json"

_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,62}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was added, and from which file."""

    id: str
    title_en: str
    title_es: str
    year: int
    regions: int
    sectors: int
    industries: int
    format: str
    layout_tried: bool
    file: str
    file_sha256: str
    digest: str


def require_free(id: str, home: Path, bundled: frozenset[str]) -> None:
    """Refuse an id that is taken or has other signs than small letters, digits and hyphens, IO-23."""
    if not _ID.fullmatch(id) or id in bundled or (home / FOLDER / id).exists():
        raise BrokenRuleError([Finding(IO_23, "id", id or "''")])


def id_from(name: str) -> str:
    """An id made of the name of a file: ``ICIO2021_2018.csv`` becomes ``icio2021-2018``."""
    stem = Path(name).name.partition(".")[0]
    return re.sub(r"[^a-z0-9]+", "-", stem.casefold()).strip("-")[:62]


def keep(table: Table, manifest: Manifest, home: Path) -> None:
    """
    Write a table under the home of the installation.

    Raises
    ------
    WorldError
        When the disk refuses.
    """
    destination = home / FOLDER / table.id
    partial = destination.with_name(f".{table.id}.{os.getpid()}.partial")
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir()
        write_plain(table, partial)
        text = json.dumps(asdict(manifest), ensure_ascii=False, indent=2) + "\n"
        (partial / MANIFEST).write_text(text, encoding="utf-8")
        partial.rename(destination)
    except OSError as error:
        raise WorldError(
            Bilingual(
                f"The table could not be kept in {destination.parent}: {error.strerror}.",
                f"No se pudo guardar la tabla en {destination.parent}: {error.strerror}.",
            ),
            again=True,
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def manifests(home: Path) -> Iterator[Manifest]:
    """The manifests of the tables that were added, by id; one that cannot be read is left to `manifest_findings`."""
    for path in _paths(home):
        with _passed():
            yield _manifest(path)


def manifest_findings(home: Path) -> tuple[Finding, ...]:
    """Manifests that cannot be read, SR-01."""
    findings: list[Finding] = []
    for path in _paths(home):
        try:
            _manifest(path)
        except BrokenRuleError as error:
            findings.extend(error.findings)
    return tuple(findings)


def read_kept(id: str, home: Path) -> Table:
    """
    A table that was added.

    Raises
    ------
    BrokenRuleError
        SR-03 when its labels or numbers are not those that were added, and what `read_plain` raises.
    """
    folder = home / FOLDER / id
    manifest = _manifest(folder / MANIFEST)
    table = read_plain(folder, id=id)
    if table.digest != manifest.digest:
        raise BrokenRuleError([Finding(SR_03, f"{FOLDER}/{id}", table.digest)])
    return table


def _paths(home: Path) -> list[Path]:
    return sorted((home / FOLDER).glob(f"[!.]*/{MANIFEST}"))


def _manifest(path: Path) -> Manifest:
    try:
        said: Any = json.loads(path.read_text(encoding="utf-8"))
        manifest = Manifest(**said)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError, TypeError) as error:
        raise BrokenRuleError(
            [Finding(SR_01, f"{FOLDER}/{path.parent.name}/{MANIFEST}", str(error))]
        ) from error
    wrong = [
        name
        for name, kind in Manifest.__annotations__.items()
        if not isinstance(getattr(manifest, name), kind)
    ]
    if wrong or manifest.id != path.parent.name:
        place = f"{FOLDER}/{path.parent.name}/{MANIFEST}"
        raise BrokenRuleError([Finding(SR_01, place, ", ".join(wrong) or manifest.id)])
    return manifest


@contextmanager
def _passed() -> Iterator[None]:
    try:
        yield
    except BrokenRuleError:
        return
