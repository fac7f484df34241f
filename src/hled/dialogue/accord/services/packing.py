"""A signed edition as one file to download, made once for each size of the register."""

import fcntl
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from hled.dialogue.accord import verify_edition
from hled.dialogue.accord.domain.rules import AC_48
from hled.dialogue.accord.queries.register import root, size
from hled.dialogue.accord.services.checkpoints import RegisterKey
from hled.dialogue.accord.services.editions import export_edition
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import WorldError, require

MOST_ENTRIES = 200_000
FOLDER = "editions"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""Moments are in the register; the archive has none of its own, so that it is the same whenever it is made."""


def packed_edition(*, home: Path, key: RegisterKey) -> Path:
    """
    The archive of the edition of the register as it stands; what was made before for this size is given again.

    Raises
    ------
    BrokenRuleError
        AC-48, when the register is too large to be packed while somebody waits.
    WorldError
        When it cannot be written.
    """
    whole = size()
    require(AC_48, whole <= MOST_ENTRIES, place="register", found=whole)
    folder = home / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            path = folder / f"hled-edition-{whole}-{_name(whole, key)}.zip"
            if not path.exists():
                _make(path, key)
                _forget_others(path)
        return path
    except OSError as error:
        raise WorldError(
            Bilingual(
                f"The edition cannot be packed in {folder}: {error.strerror}.",
                f"No se puede empaquetar la edición en {folder}: {error.strerror}.",
            ),
            again=True,
        ) from error


def _name(whole: int, key: RegisterKey) -> str:
    """Another register, another key or another program for checking makes another edition."""
    parts = (root(whole), key.verifier.encode(), Path(verify_edition.__file__).read_bytes())
    return sha256(b"".join(sha256(each).digest() for each in parts)).hexdigest()[:16]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process packs at a time; who waited finds the archive made."""
    with (folder / ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _make(path: Path, key: RegisterKey) -> None:
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".making-") as place:
        edition = Path(place) / path.stem
        export_edition(edition, key=key)
        beside = Path(place) / path.name
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
            for each in sorted(file for file in edition.rglob("*") if file.is_file()):
                _add(archive, each, f"{path.stem}/{each.relative_to(edition).as_posix()}")
        os.replace(beside, path)


def _add(archive: zipfile.ZipFile, file: Path, name: str) -> None:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    with file.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        while part := source.read(1 << 20):
            target.write(part)


def _forget_others(kept: Path) -> None:
    for other in kept.parent.glob("hled-edition-*.zip"):
        if other != kept:
            other.unlink(missing_ok=True)
