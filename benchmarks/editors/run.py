"""
Twenty editors save segments of joint texts on the real server, over HTTP.

``python -m benchmarks.editors.run [--seconds 60]`` writes ``docs/figures/editors.json``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles

from tools.test_on_postgres import find_binaries, server

from benchmarks.editors.visitor import PASSWORD, NoAnswerError, Visitor
from benchmarks.figures import Figure, table, write_figures
from benchmarks.run import served, tell

EDITORS = 20
GOAL = 300.0
SECONDS = 60.0
PAUSE = (1.0, 3.0)
"""Seconds between two saves of one editor."""
WORKERS = 2
STORES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def fill() -> list[tuple[str, int, str]]:
    """The loaded store, with a proposal for each two editors; address of each editor, proposal and segment."""
    from hled.project.store import prepare_store, set_up_django

    set_up_django()
    from django.conf import settings
    from django.db import transaction

    from benchmarks.editors.made import people, tabled
    from hled.dialogue.delegations.domain.roles import Role
    from hled.interfaces.asked import now
    from hled.kernel.party import Party

    prepare_store(settings.HOME)
    at, found = now(), []
    with transaction.atomic():
        editors = {party: people(party, Role.COORDINATOR, EDITORS // 2, at) for party in Party}
        for number, pair in enumerate(zip(*editors.values(), strict=True)):
            proposal, segments = tabled(f"text:crossing-{number}", pair[0], at, 10)
            found += [(who.email, proposal, segments[3 + place]) for place, who in enumerate(pair)]
    return found


@dataclass
class Saves:
    """Seconds of each save from the form to the last byte of the answer, and how many were not saved."""

    seconds: list[float] = field(default_factory=list)
    failures: int = 0


def edit(visitor: Visitor, proposal: int, segment: str, until: float, random: Random, saves: Saves) -> None:
    """Save one segment in both languages, look at it for a while, and save it again."""
    place = f"/en/accord/proposals/{proposal}/"
    visitor.close()  # the server hangs up after two seconds
    token = visitor.get(place).tokens[segment]
    count = 0
    while True:
        visitor.close()
        time.sleep(random.uniform(*PAUSE))
        if time.perf_counter() >= until:
            return
        count += 1
        words = {
            f"en:{segment}": f"Trucks wait {count} minutes at the crossing on working days, and no longer.",
            f"es:{segment}": f"Los camiones esperan {count} minutos en el cruce en días hábiles, y no más.",
        }
        began = time.perf_counter()
        try:
            answer = visitor.post(f"{place}words/{segment}/", {f"read:{segment}": token, **words}, part=True)
        except NoAnswerError:
            saves.failures += 1
            continue
        saves.seconds.append(time.perf_counter() - began)
        saves.failures += answer.status != 200 or 'role="status"' not in answer.text
        token = answer.tokens.get(segment, token)


def measured(environment: dict[str, str], seconds: float) -> Saves:
    """What twenty editors wait, on a store that this environment names."""
    tell("preparing the store")
    step = [sys.executable, "-m", "benchmarks.editors.run", "--step", "fill"]
    done = subprocess.run(step, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    editors = json.loads(done.stdout.splitlines()[-1])
    saves = Saves()
    with served(Path(environment["HLED_HOME"]), workers=WORKERS, more=environment) as (port, _):
        visitors = [Visitor(port).sign_in(email, PASSWORD) for email, _, _ in editors]
        tell(f"{len(visitors)} editors for {seconds:g} s")
        until = time.perf_counter() + seconds
        threads = [
            threading.Thread(target=edit, args=(visitor, proposal, segment, until, Random(number), saves))
            for number, (visitor, (_, proposal, segment)) in enumerate(zip(visitors, editors, strict=True))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    tell(f"{len(saves.seconds)} saves")
    return saves


@contextmanager
def store(kind: str, home: str) -> Iterator[dict[str, str]]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HLED_")}
    environment = {**kept, "HLED_HOME": home}
    binaries = find_binaries()
    if kind == "sqlite" or binaries is None:
        yield environment
        return
    with server(binaries, durable=True) as url:
        yield {**environment, "HLED_DATABASE_URL": f"{url.rpartition('/')[0]}/postgres"}


def stores(chosen: str | None, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each store, or the one that was chosen, empty, with the environment in which processes find it."""
    for kind in [chosen] if chosen else STORES:
        if kind == "postgresql" and find_binaries() is None:
            tell("no PostgreSQL server found")
            continue
        with tempfile.TemporaryDirectory(prefix=f"hled-{name}-") as home, store(kind, home) as environment:
            yield kind, environment


def figures(kind: str, saves: Saves) -> list[Figure]:
    name, spread = STORES[kind], [1000 * each for each in saves.seconds]
    en, es = (
        f"Save of a segment, {EDITORS} editors, {name}",
        f"Guardar un segmento, {EDITORS} editores, {name}",
    )
    return [
        Figure(f"editors-{kind}-p95", f"{en}: 95th percentile", f"{es}: percentil 95", quantiles(spread, n=100)[94], "ms", GOAL),
        Figure(f"editors-{kind}-median", f"{en}: median", f"{es}: mediana", median(spread), "ms"),
        Figure(f"editors-{kind}-slowest", f"{en}: slowest", f"{es}: la más lenta", max(spread), "ms"),
        Figure(f"editors-{kind}-saves", f"{en}: saves", f"{es}: guardados", len(spread), ""),
        Figure(f"editors-{kind}-failures", f"{en}: not saved", f"{es}: no guardados", saves.failures, "", 0),
    ]  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--store", choices=STORES)
    parser.add_argument("--step", choices=["fill"])
    chosen = parser.parse_args()
    if chosen.step:
        print(json.dumps(fill()))
        return 0
    found: list[Figure] = []
    for kind, environment in stores(chosen.store, "editors"):
        found += figures(kind, measured(environment, chosen.seconds))
    if chosen.seconds >= SECONDS and not chosen.store:
        write_figures("editors", found, "make bench")
    print(table(found))
    return 0 if all(each.holds for each in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
