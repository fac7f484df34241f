"""
The register at full size: append, sign, verify, prove, check.

``python -m benchmarks.register.run [--entries 1000000]`` writes ``docs/figures/register.json``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure, table, write_figures

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hled.project.settings")

ENTRIES = 1_000_000
TRIES = 300
BATCH = 5000


def tell(text: str) -> None:
    print(f"  {text}", file=sys.stderr, flush=True)


def fill(count: str) -> dict[str, float]:
    """Make the register in an empty store."""
    from hled.project.store import prepare_store, set_up_django

    set_up_django()
    import sqlite3

    from django.conf import settings
    from django.db import connection

    from benchmarks.register.making import START, Making
    from hled.dialogue.accord.domain.merkle import Frontier
    from hled.dialogue.accord.models import PasskeyCount
    from hled.dialogue.accord.queries.register import place_number
    from hled.dialogue.accord.services.appending import keep_credential, keep_item
    from hled.dialogue.delegations.models import Appointment, Person

    prepare_store(settings.HOME, fill=False)
    began = time.perf_counter()
    making, tree = Making(), Frontier()
    for each in making.officers.all:
        said = each.credential
        number = int(said.person.partition(".")[2])
        person = Person.objects.create(
            pk=number,
            email=f"{said.name}@example.org",
            name=said.name,
            party=said.party,
            language="en",
            enrolled_at=START,
        )
        Appointment.objects.create(
            person=person,
            role=said.role,
            title_en="x",
            title_es="x",
            starts_on=said.since,
            appointed_at=START,
        )
    connection.close()
    acts = {}
    with sqlite3.connect(settings.DATABASES["default"]["NAME"]) as store:
        store.execute("PRAGMA synchronous = OFF")
        rows, nodes = [], []
        for entry, text in making.entries(int(count)):
            act = entry.act
            leaf = bytes.fromhex(making.state.leaf or "")
            rows.append(
                (
                    entry.sequence,
                    entry.kind,
                    entry.party or "",
                    entry.at.strftime("%Y-%m-%d %H:%M:%S"),
                    act.type,
                    act.subject,
                    making.state.items[act.subject].act,
                    text,
                    leaf,
                )
            )
            nodes.extend((place_number(place), hash) for place, hash in tree.push(leaf))
            acts[act.subject] = act
            if len(rows) >= BATCH:
                _insert(store, rows, nodes)
                rows, nodes = [], []
                if tree.size % 100_000 < BATCH:
                    tell(f"made {tree.size} entries")
        _insert(store, rows, nodes)
    from django.db import transaction

    with transaction.atomic():
        for item in making.state.items.values():
            keep_item(item, acts[item.subject], making.contents[item.subject])
        for credential in making.state.credentials.values():
            keep_credential(credential)
        PasskeyCount.objects.bulk_create(
            (PasskeyCount(credential=id, counter=count, sequence=0) for id, count in making.counted()),
            batch_size=BATCH,
        )
    return {"seconds": time.perf_counter() - began}


def _insert(store: object, rows: list[tuple[object, ...]], nodes: list[tuple[int, bytes]]) -> None:
    store.executemany(  # type: ignore[attr-defined]
        "INSERT INTO accord_entry (sequence, kind, party, at, type, subject, act, envelope, leaf) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    store.executemany("INSERT INTO accord_node (place, hash) VALUES (?, ?)", nodes)  # type: ignore[attr-defined]
    store.commit()  # type: ignore[attr-defined]


def prove(_: str) -> dict[str, float]:
    from hled.project.store import set_up_django

    set_up_django()
    from random import Random

    from hled.dialogue.accord.queries.register import proof, size

    whole, random = size(), Random(7)
    seconds = []
    for _again in range(TRIES):
        began = time.perf_counter()
        found = proof(random.randrange(whole))
        seconds.append(time.perf_counter() - began)
        if not found["holds"]:
            raise ValueError("a proof does not hold")
    return _spread(seconds)


def _register_alone() -> None:
    """Without the rooms above: no proposal and no decision is asked for, and no work plan changes."""
    from hled.dialogue.accord import subjects
    from hled.dialogue.accord.services.texts import following

    subjects.forget("commitment")
    subjects.register("commitment", lambda agreed: None)
    subjects._CHECKS.clear()
    following.has_form = lambda kind: False  # type: ignore[assignment]


def append(_: str) -> dict[str, float]:
    """Acts signed beforehand, appended one by one, each durable before the next."""
    from hled.project.store import set_up_django

    set_up_django()
    from benchmarks.register.making import Officers, content
    from hled.dialogue.accord.domain.acts import act_over
    from hled.dialogue.accord.queries.state import head_of
    from hled.dialogue.accord.services.appending import append_joint
    from hled.interfaces.asked import now

    _register_alone()
    officers, clocks = Officers(), []
    for number in range(TRIES):
        said, at = content(number), now()
        subject = f"P1-SC-{number:04}"
        act = act_over(
            said, type="commitment.amend", subject=subject, predecessor=head_of(subject), effective=at.date()
        )
        signed = [officers.us.sign(act.digest, at), officers.mx.sign(act.digest, at)]
        with _clocked(clocks):
            append_joint(act=act, content=said, signatures=signed, at=at)
    return _work_and_whole(clocks) | {f"sync_{name}": value for name, value in _spread(_syncs()).items()}


def signing(_: str) -> dict[str, float]:
    """What the server does for one signature that it takes, and for one act that it verifies."""
    from hled.project.store import set_up_django

    set_up_django()
    from benchmarks.register.making import Officers, content
    from hled.dialogue.accord.domain.acts import act_over
    from hled.dialogue.accord.domain.consent import Asked, require_consent
    from hled.dialogue.accord.domain.entries import Kind
    from hled.dialogue.accord.queries.register import entry, envelope_of, size
    from hled.dialogue.accord.queries.state import credentials, head_of
    from hled.dialogue.accord.services.offering import offer_joint
    from hled.dialogue.accord.services.signing import sign
    from hled.interfaces.asked import now

    _register_alone()
    officers, taken, verified = Officers(), [], []
    for number in range(TRIES):
        said, at = content(number), now()
        subject = f"P1-SC-{number + 1000:04}"
        act = act_over(
            said, type="commitment.amend", subject=subject, predecessor=head_of(subject), effective=at.date()
        )
        offer_joint(act=act, content=said, at=at)
        signature = officers.us.sign(act.digest, at)
        with _clocked(taken):
            sign(digest=act.digest, signature=signature, at=at)
    last = size() - 1
    for number in range(TRIES):
        began = time.perf_counter()
        found = envelope_of(entry(last - number))
        asked = Asked(Kind(found.kind), found.party, found.act, found.at)
        known = credentials([each.credential for each in found.signatures])
        require_consent(found.signatures, asked, credential_of=known.get)
        verified.append(time.perf_counter() - began)
    return {f"sign_{name}": value for name, value in _work_and_whole(taken).items()} | {
        f"verify_{name}": value for name, value in _spread(verified).items()
    }


def check(signatures: str) -> dict[str, float]:
    from hled.project.store import set_up_django

    set_up_django()
    from benchmarks.memory import peak_megabytes
    from hled.dialogue.accord.queries.checking import check as whole

    def told(done: int, total: int) -> None:
        if done % 100_000 == 0:
            tell(f"checked {done} of {total}")

    began = time.perf_counter()
    found = whole(signatures=signatures == "yes", told=told)
    seconds = time.perf_counter() - began
    if not found.is_sound:
        raise ValueError(str(found.findings[:3]))
    return {
        "seconds": seconds,
        "megabytes": peak_megabytes(),
        "signatures": found.signatures or 0,
        "entries": found.size,
    }


@contextmanager
def _clocked(clocks: list[tuple[float, float]]) -> Iterator[None]:
    """Processor time of the work and time on the wall, in which the disk has made it durable."""
    whole, work = time.perf_counter(), time.thread_time()
    yield
    clocks.append((time.thread_time() - work, time.perf_counter() - whole))


def _work_and_whole(clocks: list[tuple[float, float]]) -> dict[str, float]:
    work, whole = zip(*clocks, strict=True)
    return _spread(work) | {f"whole_{name}": value for name, value in _spread(whole).items()}


def _syncs() -> list[float]:
    """What this disk takes to make one page durable, beside the store: the floor of every act that is acknowledged."""
    seconds = []
    with tempfile.TemporaryFile(dir=os.environ["HLED_HOME"]) as file:
        for _again in range(TRIES):
            file.write(bytes(4096))
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            seconds.append(time.perf_counter() - began)
    return seconds


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    return {"median": median(ordered) * 1000, "p95": ordered[int(len(ordered) * 0.95)] * 1000}


STEPS = {"fill": fill, "prove": prove, "append": append, "signing": signing, "check": check}


def measured(step: str, argument: str, home: str) -> dict[str, float]:
    """A step in a process of its own."""
    tell(f"{step} {argument}".rstrip())
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.register.run", "--step", step, argument],
        env={**os.environ, "HLED_HOME": home},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    tell(", ".join(f"{name} {value:,.1f}" for name, value in found.items()))
    return found


def figures(entries: int, home: str) -> list[Figure]:
    if not (Path(home) / "hled.sqlite3").exists():
        measured("fill", str(entries), home)
    hashes = measured("check", "no", home)
    whole = measured("check", "yes", home)
    proofs = measured("prove", "", home)
    acts = measured("signing", "", home)
    appended = measured("append", "", home)
    size_en, size_es = f"register of {entries:,} entries", f"registro de {entries:,} asientos"
    count = f"{int(whole['signatures']):,}"
    return [
        Figure("register-append", f"Append an act, {size_en}, work of the server, median", f"Agregar un acto, {size_es}, trabajo del servidor, mediana", appended["median"], "ms", 5),
        Figure("register-append-p95", f"Append an act, {size_en}, work of the server, 95th percentile", f"Agregar un acto, {size_es}, trabajo del servidor, percentil 95", appended["p95"], "ms"),
        Figure("register-append-whole", f"Append an act, {size_en}, until it is durable, median", f"Agregar un acto, {size_es}, hasta que es duradero, mediana", appended["whole_median"], "ms"),
        Figure("register-disk", "Floor: the disk of this machine makes one page durable, median", "Límite: el disco de esta máquina hace duradera una página, mediana", appended["sync_median"], "ms"),
        Figure("register-prove", f"Inclusion proof, {size_en}, median", f"Prueba de inclusión, {size_es}, mediana", proofs["median"], "ms", 20),
        Figure("register-prove-p95", f"Inclusion proof, {size_en}, 95th percentile", f"Prueba de inclusión, {size_es}, percentil 95", proofs["p95"], "ms"),
        Figure("register-sign", "Take a signature, work of the server, median", "Recibir una firma, trabajo del servidor, mediana", acts["sign_median"], "ms", 5),
        Figure("register-sign-whole", "Take a signature, until it is durable, median", "Recibir una firma, hasta que es duradera, mediana", acts["sign_whole_median"], "ms"),
        Figure("register-verify", "Verify the signatures of an act, median", "Verificar las firmas de un acto, mediana", acts["verify_median"], "ms", 10),
        Figure("register-hashes", f"Check hashes and order, {size_en}", f"Comprobar hashes y orden, {size_es}", hashes["seconds"], "s", 60),
        Figure("register-signatures", f"Check everything, {count} signatures, {size_en}", f"Comprobar todo, {count} firmas, {size_es}", whole["seconds"], "s", 300),
        Figure("register-memory", f"Memory of the check of everything, {size_en}", f"Memoria de la comprobación completa, {size_es}", whole["megabytes"], "MB"),
    ]  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--home", help="a folder to keep; a register that was made there is measured again")
    parser.add_argument("--step", nargs=2, metavar=("NAME", "ARGUMENT"))
    chosen = parser.parse_args()
    if chosen.step:
        name, argument = chosen.step
        print(json.dumps(STEPS[name](argument)))
        return 0
    with tempfile.TemporaryDirectory(prefix="hled-register-") as folder:
        found = figures(chosen.entries, chosen.home or folder)
    if chosen.entries == ENTRIES:
        write_figures("register", found, "make bench")
    print(table(found))
    return 0 if all(each.holds for each in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
