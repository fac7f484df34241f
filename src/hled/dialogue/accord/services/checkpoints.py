"""The register's own key, and the notes that it signs on size and root; it signs nothing else."""

import logging
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hled.dialogue.accord.domain.keys import (
    fingerprint,
    make_key,
    public_bytes,
    read_open_key,
    write_open_key,
)
from hled.dialogue.accord.domain.notes import CheckpointText, sign_note, verifier_key
from hled.dialogue.accord.models import Checkpoint, Entry
from hled.dialogue.accord.queries.register import root, size
from hled.dialogue.accord.services.appending import writer
from hled.dialogue.chronicle.services import bump_revision
from hled.kernel.bilingual import Bilingual
from hled.kernel.files import write_new
from hled.kernel.rule import WorldError

FILE = "register.key"
log = logging.getLogger("hled.register")


@dataclass(frozen=True, slots=True)
class RegisterKey:
    """The key under the name that stands in its notes: ``hled-`` and the beginning of its fingerprint."""

    key: Ed25519PrivateKey

    @property
    def name(self) -> str:
        return f"hled-{fingerprint(public_bytes(self.key.public_key()))[:16]}"

    @property
    def verifier(self) -> str:
        return verifier_key(self.name, self.key.public_key())


def register_key(home: Path) -> RegisterKey:
    """
    The key of this installation, made when it has none.

    Raises
    ------
    WorldError
        When the folder cannot be read or written.
    """
    path = home / FILE
    try:
        if not path.exists():
            _make(path)
        return RegisterKey(read_open_key(path.read_bytes()))
    except OSError as error:
        raise WorldError(
            Bilingual(
                f"The register's key {path} cannot be read or written: {error.strerror}.",
                f"No se puede leer ni escribir la clave del registro {path}: {error.strerror}.",
            ),
            again=False,
        ) from error


def _make(path: Path) -> None:
    """Written whole beside its place, then linked there: whoever comes second takes the key of the first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{FILE}.{os.getpid()}")
    write_new(beside, write_open_key(make_key()), secret=True)
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    finally:
        beside.unlink()


def checkpoint(*, key: RegisterKey, at: datetime) -> Checkpoint:
    """Keep a signed note on the register as it stands; the one of that size, when there is one already."""
    with writer():
        whole = size()
        made = Checkpoint.objects.filter(size=whole).first()
        if made is not None:
            return made
        signed = _note_on(whole, key)
        bump_revision()
        return Checkpoint.objects.create(
            size=whole, root=signed.root, note=signed.note, key=key.verifier, at=at
        )


@dataclass(frozen=True, slots=True)
class SignedNote:
    """What the register's key signs: how large the register is, and its root."""

    size: int
    root: bytes
    note: str


def signed_note(key: RegisterKey) -> SignedNote:
    """
    A note on the register as it stands, signed for whoever reads, and not kept.

    The kept one of that size goes before; without it the same key and size give the same bytes each time.
    """
    whole = size()
    kept = Checkpoint.objects.filter(size=whole).first()
    return SignedNote(whole, bytes(kept.root), kept.note) if kept else _note_on(whole, key)


def _note_on(whole: int, key: RegisterKey) -> SignedNote:
    top = root(whole)
    return SignedNote(whole, top, sign_note(CheckpointText(key.name, whole, top).text, key.name, key.key))


def keep_note(entry: Entry | None, *, home: Path, at: datetime) -> None:
    """
    Keep a note once an act has entered, so that no reader makes the register write.

    The act is in force whatever becomes of the note: a key that cannot be read is told to the operator.
    """
    if entry is None:
        return
    try:
        checkpoint(key=register_key(home), at=at)
    except WorldError as error:
        log.warning("no checkpoint after entry=%s: %s", entry.sequence, error)
