"""Write a signed edition: what an outsider needs to prove what was agreed, and nothing that needs hled."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from hled.dialogue.accord import verify_edition
from hled.dialogue.accord.domain.acts import Content
from hled.dialogue.accord.domain.credentials import Credential
from hled.dialogue.accord.domain.fold import JOINT
from hled.dialogue.accord.domain.notes import CheckpointText, sign_note
from hled.dialogue.accord.domain.rules import AC_47
from hled.dialogue.accord.models import AgreedItem, Checkpoint, Entry
from hled.dialogue.accord.queries.state import credentials
from hled.dialogue.accord.services.appending import writer
from hled.dialogue.accord.services.checkpoints import RegisterKey, SignedNote, signed_note
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import WorldError, require

CHUNK = 2000
EVERY = 5000
MANIFEST = "MANIFEST.txt"
NOTE = "checkpoint.txt"
VERIFIER = "verify_edition.py"
README = """\
Signed edition of the register of the dialogue / Edición firmada del registro del diálogo
Size / tamaño: {size}
Root / raíz: {root}

entries.jsonl       every entry, in the bytes of which the tree is made / cada asiento, en los bytes que forman el árbol
leaves.txt          hash of each entry (RFC 6962) / hash de cada asiento
state.json          what is in force, and who may sign / lo vigente y quién puede firmar
texts/              what is in force in both languages / lo vigente en ambos idiomas
checkpoints.jsonl   earlier signed notes / notas firmadas anteriores
key.txt             public key of the register / clave pública del registro
MANIFEST.txt        digest of each file / huella de cada archivo
checkpoint.txt      signed note on size, root and manifest / nota firmada sobre tamaño, raíz y manifiesto
verify_edition.py   checks all of it: python3 verify_edition.py (needs cryptography) / lo comprueba todo
"""


@dataclass(frozen=True, slots=True)
class Edition:
    """What was written."""

    folder: Path
    size: int
    root: str
    key: str
    files: int


def export_edition(
    folder: Path,
    *,
    key: RegisterKey,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> Edition:
    """
    Write a signed edition into a new or empty folder.

    Raises
    ------
    BrokenRuleError
        AC-47, when the folder holds something.
    WorldError
        When it cannot be written.
    """
    try:
        require(AC_47, not folder.exists() or _is_empty(folder), place=str(folder), found="not empty")
        with writer():
            signed = signed_note(key)
            edition = _Writing(folder, signed.size, told)
            edition.write_state()
        edition.write_entries(signed, key.verifier)
        return edition.sign(signed.root, key)
    except OSError as error:
        raise WorldError(
            Bilingual(
                f"The edition cannot be written to {folder}: {error.strerror}.",
                f"No se puede escribir la edición en {folder}: {error.strerror}.",
            ),
            again=True,
        ) from error


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


class _Writing:
    """Files with their digests; `size` entries, whatever is appended meanwhile."""

    def __init__(self, folder: Path, size: int, told: Callable[[int, int], None]) -> None:
        self.folder, self.size, self.told = folder, size, told
        self.digests: dict[str, tuple[str, int]] = {}

    def write_state(self) -> None:
        """While no other process writes: the state is that of `size` entries."""
        (self.folder / "texts").mkdir(parents=True, exist_ok=True)
        items = {}
        for row in AgreedItem.objects.order_by("subject").iterator(chunk_size=CHUNK):
            english, spanish, fields = Content(row.english, row.spanish, row.fields).digests
            items[row.subject] = {
                "owner": row.owner,
                "type": row.type,
                "act": row.act,
                "sequence": row.sequence,
                "english": english,
                "spanish": spanish,
                "fields": fields,
                "effective": row.effective.isoformat(),
            }
            if row.owner == JOINT:
                self._text(f"texts/{row.sequence:09}.en.txt", row.english)
                self._text(f"texts/{row.sequence:09}.es.txt", row.spanish)
        said = {
            "items": items,
            "credentials": {each.id: _credential(each) for each in credentials().values()},
        }
        self._text("state.json", json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    def write_entries(self, signed: SignedNote, verifier: str) -> None:
        """What does not change any more, whoever appends meanwhile; the note of this size whether it is kept or not."""
        rows = (
            Entry.objects.filter(sequence__lt=self.size).order_by("sequence").values_list("envelope", "leaf")
        )
        with (
            (self.folder / "entries.jsonl").open("wb") as entries,
            (self.folder / "leaves.txt").open("wb") as leaves,
        ):
            whole, hashes = _Digested(entries), _Digested(leaves)
            for number, (envelope, leaf) in enumerate(rows.iterator(chunk_size=CHUNK), start=1):
                whole.write(bytes(envelope) + b"\n")
                hashes.write(bytes(leaf).hex().encode() + b"\n")
                if number % EVERY == 0:
                    self.told(number, self.size)
        self.digests["entries.jsonl"], self.digests["leaves.txt"] = whole.digest, hashes.digest
        earlier = Checkpoint.objects.filter(size__lt=self.size).order_by("size")
        notes = [*earlier.values_list("size", "key", "note"), (signed.size, verifier, signed.note)]
        lines = (json.dumps({"size": size, "key": key, "note": note}) for size, key, note in notes)
        self._text("checkpoints.jsonl", "".join(f"{line}\n" for line in lines))
        self._text("key.txt", f"{verifier}\n")
        self._text("README.txt", README.format(size=self.size, root=signed.root.hex()))
        self._text(VERIFIER, Path(verify_edition.__file__).read_text(encoding="utf-8"))

    def _text(self, name: str, text: str) -> None:
        content = text.encode()
        (self.folder / name).write_bytes(content)
        self.digests[name] = (sha256(content).hexdigest(), len(content))

    def sign(self, root: bytes, key: RegisterKey) -> Edition:
        """The manifest, and a checkpoint that carries its digest as a further line."""
        lines = [f"{digest}  {size}  {name}\n" for name, (digest, size) in sorted(self.digests.items())]
        content = "".join(lines).encode()
        (self.folder / MANIFEST).write_bytes(content)
        text = CheckpointText(key.name, self.size, root).text + f"manifest {sha256(content).hexdigest()}\n"
        (self.folder / NOTE).write_bytes(sign_note(text, key.name, key.key).encode())
        return Edition(self.folder, self.size, root.hex(), key.verifier, len(self.digests) + 2)


class _Digested:
    """A file whose digest is taken as it is written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._hash, self._size = file, sha256(), 0

    def write(self, content: bytes) -> None:
        self._file.write(content)
        self._hash.update(content)
        self._size += len(content)

    @property
    def digest(self) -> tuple[str, int]:
        return self._hash.hexdigest(), self._size


def _credential(each: Credential) -> dict[str, Any]:
    return {**each.as_fields(), "enrolled": each.enrolled, "revoked": each.revoked}
