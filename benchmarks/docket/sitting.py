"""
One officer's sitting: a table of submissions brought to thirty themes with replies of both Parties, through the services.

``python -m benchmarks.docket.sitting COUNT`` does it in the store of ``HLED_HOME`` and prints one line of JSON.
"""

import csv
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.docket.made import comments
from benchmarks.memory import peak_megabytes

THEMES = 30
ADDED = 60
NAMED = 4
"""Of so many submitters, one left name and organization."""
AT = datetime(2026, 11, 20, 15, tzinfo=UTC)
Tell = Callable[[str], None]


class Clock:
    """Seconds of each step, by name."""

    def __init__(self, tell: Tell) -> None:
        self.seconds: dict[str, float] = {}
        self._tell = tell

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - began
        self._tell(f"{name}: {self.seconds[name]:.1f} s")


def write_table(path: Path, texts: Iterable[str]) -> None:
    """A table in the layout of a download of regulations.gov."""
    from hled.dialogue.docket.domain.importing import REGULATIONS

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, REGULATIONS, restval="")
        writer.writeheader()
        for number, text in enumerate(texts):
            person = (
                {"First Name": "Somebody", "Last Name": f"Number {number}"} if number % NAMED == 0 else {}
            )
            writer.writerow(
                {
                    "Document ID": f"DEMO-2026-0001-{number:07d}",
                    "Document Type": "Public Submission",
                    "Received Date": "2026-11-10T05:00Z",
                    "Country": "United States",
                    "State/Province": "TX",
                    "Comment": text,
                    **person,
                }
            )


def sit(count: int, *, processes: int = 2, tell: Tell = lambda _: None) -> dict[str, Any]:
    """
    From the file to the figures, each step by its service, with the seconds that it took.

    Returns
    -------
    dict
        ``seconds`` by step; ``filed``, ``groups``, ``themes``, ``in_themes``, ``replied`` by Party; ``add_ms`` of one more text.
    """
    from hled.dialogue.docket.models import Wording
    from hled.dialogue.docket.queries.loop import loop_figures
    from hled.dialogue.docket.queries.public import counted, shown
    from hled.dialogue.docket.services.copies import group_waiting
    from hled.dialogue.docket.services.importing import import_table
    from hled.dialogue.docket.services.tables import Table
    from hled.dialogue.docket.services.themes import propose_themes

    clock, call, people = Clock(tell), _call(), _people()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "download.csv"
        write_table(path, (text for text, _ in comments(count, seed=3)))
        with clock.step("import"):
            taken = import_table(call=call, table=Table(path), by=people["MX"][0], at=AT)
    with clock.step("group"):
        group_waiting(call=call, at=AT, processes=processes)
    with clock.step("themes"):
        themes = propose_themes(call=call, by=people["MX"][0], at=AT, count=THEMES)
    with clock.step("replies"):
        for theme in themes:
            for pair in people.values():
                _reply(theme, *pair)
    with clock.step("figures"):
        counts = counted(call)
        loop = loop_figures((AT + timedelta(days=1)).date(), call)
        in_themes = shown().filter(call=call, wording__placement__theme__in=themes).count()
    whole = sum(clock.seconds.values())
    add = _added(call)
    assert not Wording.objects.filter(call=call, grouped_at__isnull=True).exists()
    return {
        "seconds": clock.seconds | {"whole": whole},
        "filed": len(taken.filed),
        "groups": counts.groups,
        "themes": len(themes),
        "in_themes": in_themes,
        "replied": {str(party): each.replied for party, each in loop.items()},
        "add_ms": median(add),
        "add_p95_ms": sorted(add)[int(len(add) * 0.95)],
        "megabytes": peak_megabytes(),
    }


def _call() -> Any:
    from hled.dialogue.docket.domain.calls import Plan
    from hled.dialogue.docket.services.calls import announce_call

    plan = Plan(
        title=("A large call", "Una convocatoria grande"),
        about=("What should change?", "¿Qué debe cambiar?"),
        opens_on=(AT - timedelta(days=30)).date(),
        closes_on=(AT + timedelta(days=30)).date(),
    )
    return announce_call(plan=plan, by=_Announcer(), at=AT - timedelta(days=30))


class _Announcer:
    name, party = "Coordination", "MX"


def _people() -> dict[str, tuple[Any, Any]]:
    """Who writes and who approves, of each Party."""
    from hled.dialogue.delegations.models import Person

    def made(party: str, part: str) -> Any:
        address = f"{part}.{party.lower()}@bench.example"
        return Person.objects.create(
            party=party, name=f"{part} {party}", email=address, language="es", enrolled_at=AT
        )

    return {party: (made(party, "writer"), made(party, "approver")) for party in ("MX", "US")}


def _reply(theme: Any, writer: Any, approver: Any) -> None:
    from hled.dialogue.docket.domain.replying import Draft
    from hled.dialogue.docket.services.replying import approve_reply, write_reply

    said = Draft(answer="noted", reasons=("It was read and noted.", "Se leyó y se tomó nota."))
    reply = write_reply(theme=theme, said=said, by=writer, at=AT)
    approve_reply(reply=reply, by=approver, at=AT)


def _added(call: Any) -> list[float]:
    """Milliseconds of comparing one new text with all others in the store, copies of campaigns among them."""
    from hled.dialogue.docket.domain.words import compared_form
    from hled.dialogue.docket.models import Wording
    from hled.dialogue.docket.services.copies import group_waiting, wording_of

    known = Wording.objects.filter(call=call).order_by("digest").values_list("text", flat=True)[: ADDED // 2]
    texts = [f"{text} one more word" for text in known]
    texts += [text for text, _ in comments(ADDED - len(texts), seed=4)]
    taken = []
    for text in texts:
        wording_of(call=call, folded=compared_form(text).decode(), text=text)
        began = time.perf_counter()
        group_waiting(call=call, at=AT)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def main(count: int) -> None:
    from hled.project.store import prepare_store, set_up_django

    set_up_django()
    from django.conf import settings

    prepare_store(settings.HOME)
    print(json.dumps(sit(count, tell=lambda said: print(said, file=sys.stderr, flush=True))))


if __name__ == "__main__":
    main(int(sys.argv[1]))
