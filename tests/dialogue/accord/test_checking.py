"""Whoever owns the tables can write to them; the check says where."""

import json
from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import connection
from tests.dialogue.accord.officers import Made, Office, content

from hled.dialogue.accord.domain.entries import read_envelope
from hled.dialogue.accord.domain.merkle import Frontier, leaf_hash, root_of
from hled.dialogue.accord.domain.notes import CheckpointText, sign_note
from hled.dialogue.accord.models import (
    AgreedItem,
    Checkpoint,
    Credential,
    Entry,
    Node,
    PasskeyCount,
    SilenceTerm,
    triggers,
)
from hled.dialogue.accord.queries import checking
from hled.dialogue.accord.queries.checking import check
from hled.dialogue.accord.queries.register import place_number
from hled.dialogue.accord.services.checkpoints import checkpoint, register_key

ENTRIES = 12


@pytest.fixture
def full(opened, tmp_path):
    """Twelve entries with a checkpoint, and the triggers taken away by the owner of the tables."""
    for number in range(5):
        opened.joint(number, f"P1-SC-{number % 2}")
        if number % 2:
            opened.report(number)
    opened.joint(9, "P1-QUIET", until=opened.at + timedelta(days=1))
    checkpoint(key=register_key(tmp_path), at=opened.at)
    assert check().is_sound
    assert check().size == ENTRIES
    triggers.remove(connection)
    return opened


def found(**asked) -> tuple[int | None, set[str]]:
    """The first bad entry and the codes, with the triggers back in place."""
    triggers.install(connection)
    checked = check(**asked)
    assert not checked.is_sound
    return checked.first_bad, {finding.rule.code for finding in checked.findings}


def rewrite(sequence: int, envelope: bytes) -> None:
    Entry.objects.filter(sequence=sequence).update(envelope=envelope, leaf=leaf_hash(envelope))


@pytest.mark.parametrize("sequence", range(ENTRIES))
def test_a_changed_entry_is_named(full, sequence):
    row = Entry.objects.get(sequence=sequence)
    before = bytes(row.envelope)
    Entry.objects.filter(sequence=sequence).update(envelope=before.replace(b'"version":1', b'"version":1 '))

    assert found() == (sequence, {"AC-42"})
    assert found(signatures=False) == (sequence, {"AC-42"})


@pytest.mark.parametrize("sequence", range(ENTRIES))
def test_a_changed_entry_with_its_hash_made_again_is_named(full, sequence):
    before = bytes(Entry.objects.get(sequence=sequence).envelope)
    rewrite(
        sequence,
        before.replace(b'"english":"', b'"english":"Not ', 1).replace(b'.","fields":{', b'!","fields":{', 1),
    )

    bad, codes = found()
    assert bad == sequence
    assert codes & {"AC-01", "AC-04", "AC-40"}


@pytest.mark.parametrize("sequence", range(ENTRIES))
def test_a_dropped_entry_is_named(full, sequence):
    Entry.objects.filter(sequence=sequence).delete()

    assert found() == (sequence, {"AC-41"} if sequence < ENTRIES - 1 else {"AC-41", "AC-42", "AC-44"})
    assert found(signatures=False)[0] == sequence


@pytest.mark.parametrize("sequence", range(ENTRIES - 1))
def test_exchanged_entries_are_named(full, sequence):
    first, second = (bytes(Entry.objects.get(sequence=sequence + place).envelope) for place in (0, 1))
    rewrite(sequence, second)
    rewrite(sequence + 1, first)

    assert found(signatures=False) == (sequence, {"AC-41"})
    assert found() == (sequence, {"AC-42"})


def written_again(envelopes: list[bytes]) -> None:
    """Another history in the tables, with numbers, predecessors, columns and hashes that agree with each other."""
    made, nodes, tree, previous = [], [], Frontier(), None
    for number, envelope in enumerate(envelopes):
        said = json.loads(envelope) | {"sequence": number, "previous": previous}
        text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        entry, leaf = read_envelope(text), leaf_hash(text)
        previous = leaf.hex()
        columns = {"kind": entry.kind, "party": entry.party or "", "at": entry.at}
        columns |= {"type": entry.act.type, "subject": entry.act.subject, "act": entry.act.digest}
        made.append(Entry(sequence=number, envelope=text, leaf=leaf, **columns))
        nodes += [Node(place=place_number(place), hash=hash) for place, hash in tree.push(leaf)]
    Entry.objects.all()._raw_delete("default")
    Node.objects.all()._raw_delete("default")
    Entry.objects.bulk_create(made)
    Node.objects.bulk_create(nodes)


def stored() -> list[bytes]:
    return [bytes(each.envelope) for each in Entry.objects.order_by("sequence")]


@pytest.mark.parametrize("sequence", range(ENTRIES + 1))
def test_an_inserted_entry_is_named(full, sequence):
    stranger = Made(Office(seed=99)).open()
    stranger.at = stranger.entries[-1].at
    stranger.report(7)
    moment = json.loads(stored()[min(sequence, ENTRIES - 1)])["at"]
    inserted = json.dumps(json.loads(stranger.entries[-1].to_bytes()) | {"at": moment}).encode()
    before = stored()
    written_again([*before[:sequence], inserted, *before[sequence:]])

    bad, codes = found()
    assert (bad, codes) == (sequence, {"AC-10"})
    # By hashes alone, only the checkpoint speaks against it, and of what follows the checkpoint nothing does.
    places = [each.place for each in check(signatures=False).findings]
    assert places == ([f"checkpoint {ENTRIES}, entries 0 to {ENTRIES - 1}"] if sequence < ENTRIES else [])


@pytest.mark.parametrize("sequence", range(ENTRIES - 1))
def test_reordered_entries_are_named(full, sequence):
    before = stored()
    moments = [json.loads(each)["at"] for each in before]
    before[sequence], before[sequence + 1] = before[sequence + 1], before[sequence]
    written_again(
        [json.dumps(json.loads(each) | {"at": at}).encode() for each, at in zip(before, moments, strict=True)]
    )

    bad, _ = found(signatures=False)
    assert bad is None
    assert check(signatures=False).findings[0].rule.code == "AC-43"


@pytest.mark.parametrize("sequence", range(ENTRIES))
def test_a_fork_is_found_between_the_checkpoints_around_it(full, tmp_path, sequence):
    """Another history that agrees with itself: what was signed before says so, and since where."""
    key = register_key(tmp_path)
    before = stored()
    roots = [root_of([leaf_hash(each) for each in before[:size]]) for size in range(ENTRIES)]
    for size in (4, 8):
        note = sign_note(CheckpointText(key.name, size, roots[size]).text, key.name, key.key)
        Checkpoint.objects.create(size=size, root=roots[size], note=note, key=key.verifier, at=full.at)
    said = json.loads(before[sequence])
    said["content"]["english"] += " Not."
    said["act"]["english"] = sha256(said["content"]["english"].encode()).hexdigest()
    written_again([*before[:sequence], json.dumps(said).encode(), *before[sequence + 1 :]])

    bad, codes = found()
    assert bad == sequence
    assert codes & {"AC-04", "AC-11"}
    quick = check(signatures=False)
    start = sequence // 4 * 4
    assert {each.rule.code for each in quick.findings} == {"AC-43"}
    assert quick.findings[0].place == f"checkpoint {start + 4}, entries {start} to {start + 3}"


def test_a_signature_that_is_not_valid_is_named(full):
    row = Entry.objects.get(sequence=7)
    before = bytes(row.envelope)
    place = before.index(b'"value":"') + len(b'"value":"')
    rewrite(7, before[:place] + (b"B" if before[place : place + 1] != b"B" else b"C") + before[place + 1 :])

    assert found() == (7, {"AC-11"})


def test_an_invalid_signature_is_found_by_several_processes_too(full, monkeypatch):
    monkeypatch.setattr("hled.dialogue.accord.domain.batches.BATCH", 3)
    before = bytes(Entry.objects.get(sequence=6).envelope)
    place = before.index(b'"value":"') + len(b'"value":"')
    rewrite(6, before[:place] + (b"B" if before[place : place + 1] != b"B" else b"C") + before[place + 1 :])

    assert found(processes=2) == (6, {"AC-11"})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda: AgreedItem.objects.filter(subject="P1-SC-0").update(english="Other words."), "AC-44"),
        (lambda: AgreedItem.objects.filter(subject="P1-SC-0").update(fields={"lane": 1.5}), "AC-44"),
        (lambda: AgreedItem.objects.filter(subject="P1-SC-0").delete(), "AC-44"),
        (lambda: AgreedItem.objects.filter(subject="P1-SC-0").update(owner="US"), "AC-44"),
        (lambda: Credential.objects.filter(name="Ana.Us").update(role="coordinator"), "AC-44"),
        (lambda: Credential.objects.filter(name="Ana.Us").update(revoked=3), "AC-44"),
        (lambda: SilenceTerm.objects.update(state="ended"), "AC-44"),
        (lambda: PasskeyCount.objects.first().delete(), "AC-44"),
        (lambda: Node.objects.filter(place=(1 << 48) + 2).update(hash=b"x" * 32), "AC-42"),
        (lambda: Node.objects.filter(place=2 << 48).delete(), "AC-42"),
        (lambda: Node.objects.create(place=9 << 48, hash=b"x" * 32), "AC-42"),
        (lambda: Checkpoint.objects.update(root=b"x" * 32), "AC-43"),
        (lambda: Checkpoint.objects.update(note="x"), "AC-43"),
    ],
)
def test_what_stands_beside_the_entries_is_compared(full, change, code):
    change()

    assert found() == (None, {code})


def test_a_column_that_says_something_else_is_named(full):
    Entry.objects.filter(sequence=5).update(subject="P9-XX-01")

    assert found() == (5, {"AC-42"})


def test_a_checkpoint_of_another_history_is_a_finding(full, tmp_path):
    (row,) = Checkpoint.objects.all()
    Checkpoint.objects.all().delete()
    Entry.objects.filter(sequence=ENTRIES - 1).delete()
    PasskeyCount.objects.filter(sequence=ENTRIES - 1).delete()
    SilenceTerm.objects.all().delete()
    Node.objects.filter(place__in=[(1 << 48) + 5, (2 << 48) + 2]).delete()
    full.joint(11, "P1-SC-1")
    Checkpoint.objects.create(size=row.size, root=row.root, note=row.note, key=row.key, at=row.at)

    assert found() == (None, {"AC-43"})


def test_missing_triggers_are_a_finding(full):
    assert {finding.place for finding in check().findings} == {"trigger"}
    assert len(check().findings) == len(triggers.missing(connection))


def test_progress_is_told_and_nothing_is_kept_from_the_writers(opened, monkeypatch):
    monkeypatch.setattr(checking, "EVERY", 2)
    heard: list[tuple[int, int]] = []
    checked = check(told=lambda done, total: heard.append((done, total)))

    assert heard == [(2, 4), (4, 4)]
    assert (checked.size, checked.signatures, checked.items) == (4, 6, 4)
    assert check(signatures=False).signatures is None
    assert content(0).fields == {"lane": 0}
