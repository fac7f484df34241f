"""
Strangers file submissions on the real server, over HTTP, fifty a second.

``python -m benchmarks.docket.posting [--seconds 60] [--rate 50] [--standing 20000]`` writes ``docs/figures/posting.json``.
"""

import argparse
import json
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.docket.made import comments
from benchmarks.editors.run import STORES, stores
from benchmarks.figures import Figure, table, write_figures
from benchmarks.run import served, tell
from benchmarks.traffic import Answers, Request, send_each

GOAL = 300.0
RATE = 50.0
SECONDS = 60.0
STANDING = 20_000
"""Submissions that the call has before the first form comes."""
WORKERS = 2
BOUNDARY = "form-of-a-stranger"
READS = 500
"""Of forms and receipts, asked for at the same rate when all forms have come."""


def fill(standing: int) -> str:
    """The loaded store with an open call and so many submissions to it; code of the call."""
    from hled.project.store import prepare_store, set_up_django

    set_up_django()
    from datetime import timedelta

    from django.conf import settings
    from django.db import transaction

    from hled.dialogue.docket.domain.calls import Plan
    from hled.dialogue.docket.domain.filing import Speaker
    from hled.dialogue.docket.services.calls import announce_call
    from hled.dialogue.docket.services.copies import group_waiting
    from hled.dialogue.docket.services.filing import Said, file_submission
    from hled.interfaces.asked import now

    prepare_store(settings.HOME)
    at = now()
    plan = Plan(
        title=("Border crossings", "Cruces fronterizos"),
        about=("What slows you down?", "¿Qué le retrasa?"),
        opens_on=at.date() - timedelta(days=1),
        closes_on=at.date() + timedelta(days=30),
        questions=(("Which crossing?", "¿Qué cruce?"),),
    )
    call = announce_call(plan=plan, by=_Officer(), at=at)
    speaker = Speaker(kind="person", place="MX-SON", language="es")
    with transaction.atomic():
        for text, _ in comments(standing, seed=2):
            file_submission(call=call, said=Said(text, speaker, intake="MX"), at=at)
    group_waiting(call=call, at=at)
    return call.code


class _Officer:
    name, party = "Officer of the sample", "MX"


def form(text: str, number: int, secret: bytes) -> bytes:
    """A form that was opened half a minute ago and needs no work; every second leaves an address."""
    from hled.dialogue.docket.domain.proof_of_work import challenge

    said = {
        "challenge": str(challenge(secrets.token_urlsafe(16), int(time.time()) - 30, secret)),
        "work": "",
        "text": text,
        "answer_1": "Nogales",
        "kind": "person",
        "size": "unsaid",
        "place": "MX-SON",
        "language": "es",
        "intake": "MX",
        "email": f"someone-{number}@muestra.example" if number % 2 else "",
    }
    parts = "".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in said.items()
    )
    return f"{parts}--{BOUNDARY}--\r\n".encode()


def posts(code: str, count: int, secret: bytes) -> Iterator[Request]:
    """Each from a connection of its own, as a proxy would name it."""
    for number, (text, _) in enumerate(comments(count, seed=3)):
        address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        headers = {
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            "X-Forwarded-For": address,
            "X-Filing": "script",
        }
        path = f"/es/docket/calls/{code}/say/"
        yield Request(path, "POST", form(text, number, secret), headers, expected=201)


def measured(
    environment: dict[str, str], seconds: float, rate: float, standing: int
) -> tuple[Answers, Answers]:
    """Answers to forms that were sent, and to forms that were opened, on a store that this environment names."""
    tell(f"preparing the store, with {standing} submissions")
    step = [sys.executable, "-m", "benchmarks.docket.posting", "--step", "fill", "--standing", str(standing)]
    done = subprocess.run(step, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    code = json.loads(done.stdout.splitlines()[-1])
    home = Path(environment["HLED_HOME"])
    with served(home, workers=WORKERS, more=environment) as (port, _):
        secret = (home / "secret").read_bytes()
        sent = list(posts(code, int(rate * seconds), secret))
        tell(f"{len(sent)} forms, {rate:g} a second")
        found = send_each(port, sent, rate=rate)
        tell(f"{found.failures} not taken; forms are opened")
        opened = [Request(f"/es/docket/calls/{code}/say/")] * READS
        return found, send_each(port, opened, rate=rate)


def figures(kind: str, posted: Answers, opened: Answers, rate: float) -> list[Figure]:
    name = STORES[kind]
    en, es = (
        f"Form of the docket, {rate:g} a second, {name}",
        f"Formulario del buzón, {rate:g} por segundo, {name}",
    )
    return [
        Figure(f"posting-{kind}-p95", f"{en}: 95th percentile", f"{es}: percentil 95", 1000 * posted.p95, "ms", GOAL),
        Figure(f"posting-{kind}-median", f"{en}: median", f"{es}: mediana", 1000 * posted.median, "ms"),
        Figure(f"posting-{kind}-failures", f"{en}: not taken", f"{es}: no recibidos", posted.failures, "", 0),
        Figure(f"posting-{kind}-opened-p95", f"{en}: opened, 95th percentile", f"{es}: abrirlo, percentil 95", 1000 * opened.p95, "ms", GOAL),
    ]  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--standing", type=int, default=STANDING)
    parser.add_argument("--store", choices=STORES)
    parser.add_argument("--step", choices=["fill"])
    chosen = parser.parse_args()
    if chosen.step:
        print(json.dumps(fill(chosen.standing)))
        return 0
    found: list[Figure] = []
    for kind, environment in stores(chosen.store, "posting"):
        posted, opened = measured(environment, chosen.seconds, chosen.rate, chosen.standing)
        found += figures(kind, posted, opened, chosen.rate)
    is_whole = chosen.seconds >= SECONDS and chosen.rate >= RATE and chosen.standing >= STANDING
    if is_whole and not chosen.store:
        write_figures("posting", found, "make bench")
    print(table(found))
    return 0 if all(each.holds for each in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
