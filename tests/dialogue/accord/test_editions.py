"""
With the edition and one file alone, a third person proves what was agreed, or names the first entry that is not sound.

The five kinds of tampering are tried at every position, by someone who can write every file but has no key of the
register; and by someone who has it, against whom an earlier edition helps.
"""

import ast
import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dialogue.accord.officers import Made, Office, made_register

from hled.dialogue.accord import verify_edition
from hled.dialogue.accord.domain.entries import Envelope
from hled.dialogue.accord.domain.fold import State
from hled.dialogue.accord.domain.keys import make_key
from hled.dialogue.accord.domain.merkle import root_of
from hled.dialogue.accord.domain.notes import CheckpointText, sign_note
from hled.dialogue.accord.models import AgreedItem
from hled.dialogue.accord.services.checkpoints import RegisterKey, checkpoint, register_key
from hled.dialogue.accord.services.editions import export_edition
from hled.kernel.rule import BrokenRuleError

VERIFIER = Path(verify_edition.__file__)
KEY = RegisterKey(make_key())
BASE = made_register()
SIZE = 10
NUL = b"\0"


def as_json(state: State) -> dict:
    items = {
        each.subject: {
            name: getattr(each, name)
            for name in ("owner", "type", "act", "sequence", "english", "spanish", "fields", "effective")
        }
        for each in state.items.values()
    }
    known = {
        each.id: {**each.as_fields(), "enrolled": each.enrolled, "revoked": each.revoked}
        for each in state.credentials.values()
    }
    return {"items": items, "credentials": known}


def sealed(folder: Path, size: int, root: bytes, key: RegisterKey = KEY) -> None:
    """Write manifest and signed note again, as whoever has the register's key can."""
    names = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in {"MANIFEST.txt", "checkpoint.txt"}
    )
    lines = []
    for name in names:
        said = (folder / name).read_bytes()
        lines.append(f"{sha256(said).hexdigest()}  {len(said)}  {name}\n")
    manifest = "".join(lines).encode()
    (folder / "MANIFEST.txt").write_bytes(manifest)
    text = CheckpointText(key.name, size, root).text + f"manifest {sha256(manifest).hexdigest()}\n"
    (folder / "checkpoint.txt").write_bytes(sign_note(text, key.name, key.key).encode())


def write(folder: Path, entries: list[Envelope], state: State, notes: str = "") -> Path:
    """An edition of a register in memory, in the files of the real one."""
    (folder / "texts").mkdir(parents=True)
    lines = [each.to_bytes() for each in entries]
    (folder / "entries.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
    leaves = [each.leaf for each in entries]
    (folder / "leaves.txt").write_text("".join(f"{leaf.hex()}\n" for leaf in leaves))
    (folder / "key.txt").write_text(f"{KEY.verifier}\n")
    (folder / "checkpoints.jsonl").write_text(notes)
    (folder / "state.json").write_text(json.dumps(as_json(state)))
    (folder / "README.txt").write_text("An edition.\n")
    for item in state.items.values():
        if item.owner == "joint":
            said = entries[item.sequence].content
            (folder / "texts" / f"{item.sequence:09}.en.txt").write_bytes(said.english.encode())
            (folder / "texts" / f"{item.sequence:09}.es.txt").write_bytes(said.spanish.encode())
    sealed(folder, len(entries), root_of(leaves))
    return folder


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> Path:
    assert len(BASE.entries) == SIZE
    return write(tmp_path_factory.mktemp("original") / "edition", BASE.entries, BASE.state)


def continued(position: int) -> Made:
    """The same register up to a position, open for another history."""
    other = Made(BASE.office)
    for each in BASE.entries[:position]:
        other.take(each)
    other.office.mx.counter += 100
    other.at = BASE.at + timedelta(minutes=5)
    return other


@pytest.fixture
def edition(original, tmp_path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "edition"))


def lines(folder: Path) -> list[bytes]:
    return (folder / "entries.jsonl").read_bytes().splitlines()


def put(folder: Path, found: list[bytes], *, cover: bool = False) -> None:
    """Write entries; with `cover` the hashes too, as someone does who has read how editions are made."""
    (folder / "entries.jsonl").write_bytes(b"".join(line + b"\n" for line in found))
    if cover:
        (folder / "leaves.txt").write_text("".join(f"{sha256(NUL + line).hexdigest()}\n" for line in found))


def bad(folder: Path, **asked) -> int | None:
    """The first bad entry that the verifier names; it must find something."""
    verdict = verify_edition.verify(folder, **asked)
    assert verdict.found
    return verdict.entry


def renumbered(found: list[bytes]) -> list[bytes]:
    """Entries made to follow each other again: numbers and predecessors, which no Party signs."""
    made, previous = [], None
    for number, line in enumerate(found):
        said = json.loads(line) | {"sequence": number, "previous": previous}
        made.append(json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode())
        previous = sha256(b"\0" + made[-1]).hexdigest()
    return made


def test_a_sound_edition_is_sound(edition):
    verdict = verify_edition.verify(edition, key=KEY.verifier)

    assert [str(each) for each in verdict.found] == []
    assert (verdict.entry, verdict.register.tree.size) == (None, SIZE)
    assert bad(edition, key=RegisterKey(make_key()).verifier) is None


CHANGES = {
    "a word": lambda said: said["content"].update(english=said["content"]["english"] + " Not."),
    "a word and its digest": lambda said: (
        said["content"].update(spanish="Otra cosa."),
        said["act"].update(spanish=sha256(b"Otra cosa.").hexdigest()),
    ),
    "a field": lambda said: said["content"]["fields"].update(lane=99),
    "the day": lambda said: said["act"].update(effective="2026-11-24"),
    "the moment": lambda said: said.update(at="2026-11-23T12:00:00Z", sequence=said["sequence"] + 100),
    "a member": lambda said: said.update(note="x"),
    "no signature": lambda said: said.update(signatures=said["signatures"] + said["signatures"][:1] + [{}]),
    "the kind": lambda said: said.update(kind="import" if said["kind"] != "import" else "term", party=None),
}


@pytest.mark.parametrize("position", range(SIZE))
@pytest.mark.parametrize("change", list(CHANGES))
def test_a_changed_entry_is_named(edition, position, change):
    found = lines(edition)
    said = json.loads(found[position])
    CHANGES[change](said)
    found[position] = verify_edition.canonical(said)
    put(edition, found)

    assert bad(edition) == position
    put(edition, found, cover=True)
    # Of an entry that nobody signs and that no other follows, only the root can tell.
    alone = position == SIZE - 1 and change in {"a word and its digest", "the day"}
    assert bad(edition) == (None if alone else position)


@pytest.mark.parametrize("position", range(SIZE))
def test_a_dropped_entry_is_named(edition, position):
    found = lines(edition)
    del found[position]
    put(edition, found)

    assert bad(edition) == position
    put(edition, renumbered(found))
    assert bad(edition) == position


@pytest.mark.parametrize("position", range(SIZE - 1))
def test_exchanged_entries_are_named(edition, position):
    found = lines(edition)
    found[position], found[position + 1] = found[position + 1], found[position]
    put(edition, renumbered(found))

    assert bad(edition) == position
    put(edition, found)
    assert bad(edition) == position
    put(edition, found, cover=True)
    assert bad(edition) == position


@pytest.mark.parametrize("position", range(SIZE + 1))
def test_an_inserted_entry_is_named(edition, original, position):
    found = lines(edition)
    stranger = lines(original)[(position + 3) % SIZE]
    put(edition, [*found[:position], stranger, *found[position:]])
    assert bad(edition) == position

    made = Made(Office(seed=1)).open()
    made.import_record("c" * 64)
    sound = [*found[:position], made.entries[-1].to_bytes(), *found[position:]]
    put(edition, renumbered(sound))
    assert bad(edition) == position


@pytest.mark.parametrize("position", range(4, SIZE))
def test_a_fork_is_named(edition, original, tmp_path, position):
    """Another history that both Parties signed too: sound in itself, and not the one that was shown before."""
    other = continued(position)
    for number in range(SIZE - position):
        other.joint(50 + number, "P1-SC-09")
    fork = write(tmp_path / "fork", other.entries, other.state)

    assert verify_edition.verify(fork).found == []
    assert bad(fork, earlier=original) == position
    assert [each.says for each in verify_edition.verify(fork, earlier=original / "checkpoint.txt").found] == [
        "fork"
    ]
    put(edition, lines(fork))
    assert bad(edition) == position


def test_a_later_edition_continues_an_earlier_one(original, tmp_path):
    more = continued(SIZE)
    more.joint(60, "P1-SC-09")
    later = write(tmp_path / "later", more.entries, more.state)

    assert verify_edition.verify(later, earlier=original).found == []
    assert verify_edition.verify(later, earlier=original / "checkpoint.txt").found == []
    assert bad(original, earlier=later) == SIZE


def test_history_rewritten_by_the_registers_own_key_breaks_the_parties_signatures(edition):
    """The operator has the key of the register, and the keys of nobody else."""
    found = lines(edition)
    said = json.loads(found[5])
    said["content"]["english"] = "The Parties close lane 1."
    said["act"]["english"] = sha256(said["content"]["english"].encode()).hexdigest()
    found[5] = verify_edition.canonical(said)
    found = renumbered(found)
    put(edition, found, cover=True)
    sealed(edition, SIZE, root_of([sha256(b"\0" + line).digest() for line in found]))

    verdict = verify_edition.verify(edition)
    assert verdict.entry == 5
    assert verdict.found[0].says == "signature"


def test_checkpoints_signed_on_the_way_hold_the_history_together(edition):
    root = root_of([sha256(b"\0" + line).digest() for line in lines(edition)[:6]])
    for size, top, sound in ((6, root, True), (5, root, False), (SIZE + 1, root, False)):
        note = sign_note(CheckpointText(KEY.name, size, top).text, KEY.name, KEY.key)
        (edition / "checkpoints.jsonl").write_text(
            json.dumps({"size": size, "key": KEY.verifier, "note": note}) + "\n"
        )
        sealed(edition, SIZE, root_of([sha256(b"\0" + line).digest() for line in lines(edition)]))
        assert (verify_edition.verify(edition).found == []) is sound


@settings(max_examples=400)
@given(st.data())
def test_a_byte_changed_anywhere_is_found(original, tmp_path_factory, data):
    folder = original
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    path = data.draw(st.sampled_from(files))
    before = path.read_bytes()
    place = data.draw(st.integers(0, len(before) - 1))
    bit = data.draw(st.integers(0, 7))
    path.write_bytes(before[:place] + bytes([before[place] ^ 1 << bit]) + before[place + 1 :])
    try:
        verdict = verify_edition.verify(folder)
    finally:
        path.write_bytes(before)

    assert verdict.found, (path.name, place, bit)
    if path.name == "entries.jsonl":
        assert verdict.entry == before[:place].count(b"\n")


@pytest.mark.parametrize(
    "name",
    [
        "state.json",
        "texts/000000007.es.txt",
        "README.txt",
        "leaves.txt",
        "key.txt",
        "MANIFEST.txt",
        "entries.jsonl",
    ],
)
def test_a_file_that_is_missing_or_surplus_is_found(edition, name):
    (edition / "surplus.txt").write_text("x")
    assert bad(edition) is None
    (edition / "surplus.txt").unlink()
    (edition / name).unlink()

    assert verify_edition.verify(edition).found


def test_a_state_that_the_entries_do_not_say_is_found_even_when_it_is_sealed(edition):
    said = json.loads((edition / "state.json").read_text())
    said["items"]["P1-SC-01"]["owner"] = "US"
    (edition / "state.json").write_text(json.dumps(said))
    root = root_of([sha256(b"\0" + line).digest() for line in lines(edition)])
    sealed(edition, SIZE, root)
    assert [each.says for each in verify_edition.verify(edition).found] == ["state"]


def run(*arguments: object, home: Path) -> subprocess.CompletedProcess[str]:
    """The file alone, in a place where there is no hled."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "LC_ALL"}}
    return subprocess.run(
        [sys.executable, "-I", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=home,
        env={**environment, "LANG": "C.UTF-8"},
        check=False,
    )


def test_the_file_speaks_both_languages_and_exits_by_what_it_found(edition, tmp_path):
    file = shutil.copy(VERIFIER, tmp_path / "verify.py")
    sound = run(file, edition, "--lang", "es", home=tmp_path)
    found = lines(edition)
    put(edition, [*found[:3], *found[4:]])
    english, spanish = (run(file, edition, "--lang", each, home=tmp_path) for each in ("en", "es"))
    machine = run(file, edition, "--json", home=tmp_path)

    assert (sound.returncode, sound.stdout.split(":")[0]) == (0, "La edición es íntegra")
    assert (english.returncode, english.stdout.splitlines()[:2]) == (
        1,
        ["The edition is NOT sound.", "First bad entry: 3"],
    )
    assert spanish.stdout.splitlines()[1] == "Primer asiento defectuoso: 3"
    assert json.loads(machine.stdout)["first_bad_entry"] == 3
    assert run(file, tmp_path / "nowhere", home=tmp_path).returncode == 2


def test_the_file_imports_the_standard_library_and_cryptography_only():
    tree = ast.parse(VERIFIER.read_text(encoding="utf-8"))
    names = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert names - set(sys.stdlib_module_names) == {"cryptography"}
    assert all(set(map(bool, pair)) == {True} and pair[0] != pair[1] for pair in verify_edition.SAYS.values())


def test_the_first_credentials_are_those_one_was_told_of(edition):
    admins = {party: each.credential.id for party, each in Office(seed=1).admin.items()}

    assert verify_edition.verify(edition, first={str(party): id for party, id in admins.items()}).found == []
    assert [each.says for each in verify_edition.verify(edition, first={"US": "0" * 64}).found] == [
        "stranger"
    ]


def test_the_store_exports_an_edition_that_the_file_finds_sound(opened, tmp_path):
    key = register_key(tmp_path)
    opened.joint(1)
    checkpoint(key=key, at=opened.at)
    opened.joint(2)
    opened.report(3)
    opened.revoke(opened.office.us)
    written = export_edition(tmp_path / "edition", key=key)

    done = run(written.folder / "verify_edition.py", "--key", key.verifier, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (written.size, written.files) == (8, len(list(written.folder.rglob("*.*"))))
    with pytest.raises(BrokenRuleError):
        export_edition(written.folder, key=key)
    AgreedItem.objects.filter(subject="P1-SC-01").update(spanish="Otra cosa.")
    wrong = export_edition(tmp_path / "wrong", key=key)
    assert [each.says for each in verify_edition.verify(wrong.folder).found] == ["state"]
