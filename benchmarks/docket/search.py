"""
Public search over many submissions, with campaigns among them: page and count, as a reader waits for them.

``python -m benchmarks.docket.search [--count 100000] [--queries 300] [--name docket-search]`` fills a store of its own in a temporary
folder, or the one of HLED_DATABASE_URL, which must be empty of submissions; it writes docs/figures/NAME.json.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.docket.made import comments
from benchmarks.figures import Figure, table, write_figures

AT = datetime(2026, 6, 1, 12, tzinfo=UTC)
BATCH = 2_000
GOAL_MS = 300.0


def prepared(home: Path) -> None:
    os.environ["HLED_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hled.project.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def fill(count: int) -> list[str]:
    """Submissions of a call and some of their texts, from which words of searches are taken."""
    from hled.dialogue.docket.domain.speakers import PLACES, Kind, Size
    from hled.dialogue.docket.domain.words import compared_form
    from hled.dialogue.docket.models import Submission
    from hled.dialogue.docket.services.calls import standing_docket

    if Submission.objects.exists():
        sys.exit("The store holds submissions already.")
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


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--count", type=int, default=100_000)
    given.add_argument("--queries", type=int, default=300)
    given.add_argument("--name", default="docket-search")
    said = given.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepared(Path(folder))
        from django.db import connection

        began = time.perf_counter()
        heard = fill(said.count)
        filled = time.perf_counter() - began
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        spans = measured(heard, said.queries)
        store = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    shown = f"{said.count:,}"
    at_95 = spans[int(len(spans) * 0.95)]
    figures = [
        Figure(
            f"search_p95_{connection.vendor}",
            f"Search of {shown} submissions on {store}, 95 of 100 within",
            f"Búsqueda en {shown} aportaciones en {store}, 95 de 100 en",
            at_95,
            "ms",
            goal=GOAL_MS,
        ),
        Figure(
            f"search_median_{connection.vendor}",
            f"Search of {shown} submissions on {store}, median",
            f"Búsqueda en {shown} aportaciones en {store}, mediana",
            spans[len(spans) // 2],
            "ms",
        ),
        Figure(
            f"search_fill_{connection.vendor}",
            f"{shown} submissions filed and indexed on {store}",
            f"{shown} aportaciones presentadas e indexadas en {store}",
            filled,
            "s",
        ),
    ]
    command = f"python -m benchmarks.docket.search --count {said.count} --queries {said.queries}"
    write_figures(said.name, figures, command)
    print(table(figures))


if __name__ == "__main__":
    main()
