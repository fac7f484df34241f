"""
Trade tables that a user adds, under ``HLED_HOME/trade/<id>/``: one Parquet file in the columns of the schema, and a manifest.

A table is written beside its place and moved there whole, so that a reading that was cut short leaves nothing.
"""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, WorldError
from hled.sources.rules import SR_01, SR_02, SR_03
from hled.sources.trade.rules import TR_03

FOLDER = "trade"
MANIFEST = "manifest.json"
DATA = "rows.parquet"

_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,62}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was added, from which file, and what a reader was told when it was."""

    id: str
    title_en: str
    title_es: str
    source_en: str
    source_es: str
    periods: list[str]
    editions: list[str]
    flows: list[str]
    digits: int
    reporters: int
    partners: int
    products: int
    rows: int
    areas: list[str]
    format: str
    layout_tried: bool
    notes_en: list[str]
    notes_es: list[str]
    file: str
    file_sha256: str
    digest: str


def require_free(id: str, home: Path, bundled: frozenset[str]) -> None:
    """Refuse an id that is taken or has other signs than small letters, digits and hyphens, TR-03."""
    if not _ID.fullmatch(id) or id in bundled or (home / FOLDER / id).exists():
        raise BrokenRuleError([Finding(TR_03, "id", id or "''")])


def id_from(name: str) -> str:
    """An id made of the name of a file: ``BACI_HS17_Y2022_V202401b.csv`` becomes ``baci-hs17-y2022-v202401b``."""
    stem = Path(name).name.partition(".")[0]
    return re.sub(r"[^a-z0-9]+", "-", stem.casefold()).strip("-")[:62]


@contextmanager
def partial_folder(id: str, home: Path) -> Iterator[Path]:
    """
    A folder beside the place of a table that is gone when the block ends, whatever happened in it.

    Raises
    ------
    WorldError
        When the disk refuses.
    """
    partial = home / FOLDER / f".{id}.{os.getpid()}.partial"
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        yield partial
    except OSError as error:
        raise WorldError(
            Bilingual(
                f"The table could not be kept in {partial.parent}: {error.strerror}.",
                f"No se pudo guardar la tabla en {partial.parent}: {error.strerror}.",
            ),
            again=True,
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def settle(partial: Path, manifest: Manifest, home: Path) -> None:
    """Put the manifest into a partial folder and move the folder to its place."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=2) + "\n"
    (partial / MANIFEST).write_text(text, encoding="utf-8")
    partial.rename(home / FOLDER / manifest.id)


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


def data_path(id: str, home: Path) -> Path:
    """
    The Parquet file of a table that was added.

    Raises
    ------
    BrokenRuleError
        SR-02, when it is gone.
    """
    path = home / FOLDER / id / DATA
    if not path.is_file():
        raise BrokenRuleError([Finding(SR_02, f"{FOLDER}/{id}/{DATA}")])
    return path


def digest_findings(manifest: Manifest, home: Path) -> tuple[Finding, ...]:
    """SR-02 or SR-03, when the rows are not the ones that were added."""
    try:
        actual = file_digest(data_path(manifest.id, home))
    except BrokenRuleError as error:
        return error.findings
    return () if actual == manifest.digest else (Finding(SR_03, f"{FOLDER}/{manifest.id}/{DATA}", actual),)


def file_digest(path: Path) -> str:
    """SHA-256 of a file, or of the files of a folder one after another by name."""
    kept = sha256()
    for each in [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file()):
        with each.open("rb") as file:
            while block := file.read(1 << 20):
                kept.update(block)
    return kept.hexdigest()


def _paths(home: Path) -> list[Path]:
    return sorted((home / FOLDER).glob(f"[!.]*/{MANIFEST}"))


def _manifest(path: Path) -> Manifest:
    place = f"{FOLDER}/{path.parent.name}/{MANIFEST}"
    try:
        said: Any = json.loads(path.read_text(encoding="utf-8"))
        manifest = Manifest(**said)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError, TypeError) as error:
        raise BrokenRuleError([Finding(SR_01, place, str(error))]) from error
    kinds = {
        name: list if str(kind).startswith("list") else kind
        for name, kind in Manifest.__annotations__.items()
    }
    wrong = [name for name, kind in kinds.items() if not isinstance(getattr(manifest, name), kind)]
    if wrong or manifest.id != path.parent.name:
        raise BrokenRuleError([Finding(SR_01, place, ", ".join(wrong) or manifest.id)])
    return manifest


@contextmanager
def _passed() -> Iterator[None]:
    try:
        yield
    except BrokenRuleError:
        return
