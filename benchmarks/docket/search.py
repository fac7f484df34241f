"""
Public search over many submissions, with campaigns among them: page and count, as a reader waits for them.

``python -m benchmarks.docket.search [--store sqlite] [--count 100000] [--queries 300]`` fills stores of its own; whole, it writes
docs/figures/docket-search.json.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from random import Random
from typing import Any

from benchmarks.docket.made import comments
from benchmarks.editors.run import STORES, stores
from benchmarks.figures import Figure, table, write_figures
from benchmarks.run import tell

COUNTS = {"sqlite": 100_000, "postgresql": 1_000_000}
QUERIES = 300
AT = datetime(2026, 6, 1, 12, tzinfo=UTC)
BATCH = 2_000
GOAL_MS = 300.0


def fill(count: int) -> list[str]:
    """Submissions of a call and some of their texts, from which words of searches are taken."""
    from hled.dialogue.docket.domain.speakers import PLACES, Kind, Size
    from hled.dialogue.docket.domain.words import compared_form
    from hled.dialogue.docket.models import Submission
    from hled.dialogue.docket.services.calls import standing_docket

    call, rng = standing_docket(at=AT), Random(2)
    kinds, sizes, places = list(Kind), list(Size), list(PLACES)
    made = (
        Submission(
            call=call,
            intake=rng.choice(("US", "MX")),
            text=text,
            folded=compared_form(text).decode(),
            kind=rng.choice(kinds),
            size=rng.choice(sizes),
            place=rng.choice(places),
            language=rng.choice(("en", "es")),
            filed_at=AT,
            source="table",
        )
        for text, _ in comments(count)
    )
    heard: list[str] = []
    while batch := list(islice(made, BATCH)):
        Submission.objects.bulk_create(batch)
        heard.append(batch[0].folded)
    return heard


def asked(heard: list[str], count: int) -> Iterator[dict[str, str]]:
    """Searches by one to three words of real texts, frequent and rare, and by filters with and without words."""
    from hled.dialogue.docket.domain.speakers import Kind

    rng = Random(3)
    kinds = [str(each) for each in Kind]
    for number in range(count):
        words = " ".join(rng.sample(rng.choice(heard).split(), rng.randint(1, 3)))
        match number % 5:
            case 0:
                yield {"kind": rng.choice(kinds), "language": rng.choice(("en", "es"))}
            case 1:
                yield {"words": words, "kind": rng.choice(kinds)}
            case 2:
                yield {"words": words, "call": "DC-0001", "language": "es"}
            case _:
                yield {"words": words}


def measured(heard: list[str], queries: int) -> list[float]:
    """Milliseconds of each search, its page read whole."""
    from hled.dialogue.docket.queries.asking import Filters
    from hled.dialogue.docket.queries.searching import search
    from hled.interfaces.asked import ask

    seen = ask()
    spans = []
    for each in asked(heard, queries):
        began = time.perf_counter()
        search(Filters(**each), seen)
        spans.append((time.perf_counter() - began) * 1_000)
    return sorted(spans)


def step(count: int, queries: int) -> dict[str, Any]:
    """In the store that the environment names: seconds until it was filled, and milliseconds of each search."""
    from hled.project.store import set_up_django

    set_up_django()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    began = time.perf_counter()
    heard = fill(count)
    filled = time.perf_counter() - began
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return {"filled": filled, "spans": measured(heard, queries)}


def figures(kind: str, count: int, told: dict[str, Any]) -> list[Figure]:
    name, spans = STORES[kind], told["spans"]
    en, es = f"Search of {count:,} submissions, {name}", f"Búsqueda en {count:,} aportaciones, {name}"
    at_95, median = spans[int(len(spans) * 0.95)], spans[len(spans) // 2]
    return [
        Figure(f"search-{kind}-p95", f"{en}: 95th percentile", f"{es}: percentil 95", at_95, "ms", GOAL_MS),
        Figure(f"search-{kind}-median", f"{en}: median", f"{es}: mediana", median, "ms"),
        Figure(f"search-{kind}-filled", f"{en}: filled and indexed", f"{es}: llenado e índice", told["filled"], "s"),
    ]  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", choices=STORES)
    parser.add_argument("--count", type=int)
    parser.add_argument("--queries", type=int, default=QUERIES)
    parser.add_argument("--step", action="store_true")
    chosen = parser.parse_args()
    if chosen.step:
        print(json.dumps(step(chosen.count, chosen.queries)))
        return 0
    found: list[Figure] = []
    for kind, environment in stores(chosen.store, "search"):
        count = chosen.count or COUNTS[kind]
        tell(f"{count:,} submissions on {STORES[kind]}")
        command = [sys.executable, "-m", "benchmarks.docket.search", "--step"]
        command += ["--count", str(count), "--queries", str(chosen.queries)]
        done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
        found += figures(kind, count, json.loads(done.stdout.splitlines()[-1]))
    if chosen.count is None and chosen.queries >= QUERIES and not chosen.store:
        write_figures("docket-search", found, "make bench")
    print(table(found))
    return 0 if all(each.holds for each in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
