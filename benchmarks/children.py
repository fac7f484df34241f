"""
Steps that are measured in a process of their own, so that time and memory are theirs alone.

Each prints one line of JSON. Run by `benchmarks.run`.
"""

import gc
import json
import os
import sys
import time
from pathlib import Path

from benchmarks.memory import peak_megabytes

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hled.project.settings")

DAYS = ("2022-06-30", "2023-12-31", "2026-11-23", "2019-05-05", "2024-04-19")


def load(folder: str) -> dict[str, object]:
    """Prepare an empty store and load a record into it."""
    from hled.project.store import prepare_store, set_up_django

    set_up_django()
    from hled.dialogue.briefing.services.record import load_record
    from hled.interfaces.asked import now
    from hled.project.settings import HOME

    prepare_store(HOME, fill=False)
    began = time.perf_counter()
    load_record(Path(folder), at=now())
    return {"seconds": time.perf_counter() - began, "megabytes": peak_megabytes()}


def observations(count: str) -> dict[str, object]:
    """Fill the store with about as many observations, spread over the indicators that have states."""
    from hled.project.store import set_up_django

    set_up_django()
    from datetime import timedelta

    from hled.dialogue.results.domain.indicators import INDICATORS
    from hled.dialogue.results.models import Observation
    from hled.dialogue.results.services.observations import load_bundled_observations, load_observations
    from hled.interfaces.asked import now
    from hled.sources.observed import Observed
    from hled.sources.series import read

    load_bundled_observations(at=now())
    per_indicator = int(count) // len(INDICATORS)
    began = time.perf_counter()
    for definition in INDICATORS.values():
        real = read(definition.series).observations
        copies: list[Observed] = []
        shift = 0
        while len(copies) < per_indicator:
            # Whole copies of the real series under places of their own: the shape of a large installation.
            copies.extend(
                Observed(
                    each.period_start,
                    each.period_end,
                    f"Z{shift:03}{each.place}"[:12],
                    each.breakdown,
                    each.value,
                    each.numerator,
                    each.denominator,
                )
                for each in real
            )
            shift += 1
        load_observations(
            definition,
            [*real, *copies[:per_indicator]],
            at=now() + timedelta(seconds=1),
            vintage="generated",
            digest="0" * 64,
        )
    return {"seconds": time.perf_counter() - began, "observations": Observation.objects.count()}


def scoreboard() -> dict[str, object]:
    """The whole scoreboard as of several days, each computed from the store with nothing kept."""
    from hled.project.store import set_up_django

    set_up_django()
    from hled.dialogue.briefing.queries.scoreboard import scoreboard as whole
    from hled.dialogue.chronicle.domain.memory import forget
    from hled.interfaces.asked import ask

    seconds = []
    for day in DAYS:
        board = None  # letting go of the day before is no part of the next one
        forget()
        gc.collect()
        began = time.perf_counter()
        board = whole(ask(day))
        dict(board.counts)
        str(board.sentence)
        seconds.append(time.perf_counter() - began)
    return {"seconds": seconds, "megabytes": peak_megabytes(), "items": len(board.rows)}


STEPS = {"load": load, "observations": observations, "scoreboard": scoreboard}

if __name__ == "__main__":
    print(json.dumps(STEPS[sys.argv[1]](*sys.argv[2:])))
