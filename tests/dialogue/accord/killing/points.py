"""Kill the server at so many random points, and hold the store against the laws after each."""

import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.editors.visitor import Visitor
from tests.dialogue.accord.killing.delegations import Drafter, Editor, Shift, Signer, Stock, signed_in
from tests.dialogue.accord.killing.laws import Ledger, broken
from tests.dialogue.accord.killing.opening import office
from tests.dialogue.accord.killing.server import Looker, Server
from tests.dialogue.accord.own_store import ROOT, own_store

from hled.kernel.party import Party

DRAFTERS = 3
DRAFTING = (
    ("coordinator", Party.US),
    ("language-officer", Party.US),
    ("language-officer", Party.MX),
)
MOST = 4
"""Acknowledgements before the end, at most."""
JITTER = 0.2
"""Seconds from the last of them to the end, at most: more than one request takes, so that each part of it is met."""
PATIENCE = 60


def kill_at(points: int, home: Path, seed: int) -> Ledger:
    """
    What was acknowledged over all points; every law held after each.

    Raises
    ------
    AssertionError
        Naming the point and the laws that do not hold.
    """
    random, told = Random(seed), Ledger()
    with own_store(home) as store:
        made = subprocess.run(
            [sys.executable, "-m", "tests.dialogue.accord.killing.opening", "1", "2"],
            env=store,
            cwd=ROOT,
            check=True,
            text=True,
            stdout=subprocess.PIPE,
        )
        server, looker = Server(store), Looker(store)
        shift = None
        try:
            for point in range(points):
                server.start()
                shift = shift or _shift(json.loads(made.stdout), server.port, told)
                shift.begin()
                _wait(told.signed if point % 2 == 0 else told.words, random)
                server.kill()
                shift.end()
                if against := [*broken(looker.look(), told), *told.wrong]:
                    raise AssertionError(f"point {point}: " + "; ".join(against))
        finally:
            server.kill()
            looker.close()
    return told


def _wait(told: list[Any], random: Random) -> None:
    """Until so many further things were acknowledged, and into the middle of the next."""
    enough, began = len(told) + random.randint(1, MOST), time.monotonic()
    while len(told) < enough and time.monotonic() - began < PATIENCE:
        time.sleep(0.002)
    time.sleep(random.uniform(0, JITTER))


def _shift(made: list[tuple[int, list[str]]], port: int, told: Ledger) -> Shift:
    """Each Party edits a segment of each proposal, three groups bring texts to signature, and one of each signs them."""
    stock, keys, visitors = Stock(), office(), []

    def officer(role: str, party: Party) -> Visitor:
        visitors.append(signed_in(port, role, party))
        return visitors[-1]

    editors = [
        Editor(officer("coordinator", party), proposal, segment, told)
        for proposal, segments in made
        for party, segment in zip(Party, segments, strict=True)
    ]
    signers = {party: officer("signing-officer", party) for party in Party}
    drafters = [Drafter({each: officer(*each) for each in DRAFTING}, stock, told) for _ in range(DRAFTERS)]
    return Shift([*editors, *drafters, Signer(keys, signers, stock, told)], visitors, stock, told)
