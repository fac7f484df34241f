"""Kill the server at so many random points, and hold the store against the laws after each."""

import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from benchmarks.editors.visitor import Visitor
from tests.dialogue.accord.killing.delegations import Drafter, Editor, Shift, Sign, Signer, Stock, signed_in
from tests.dialogue.accord.killing.desk import Desk
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
LONGEST = 1.5
"""Seconds of work before the end, at most."""


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
            [sys.executable, "-m", "tests.dialogue.accord.killing.opening", "2", "2"],
            env=store,
            cwd=ROOT,
            check=True,
            text=True,
            stdout=subprocess.PIPE,
        )
        server, desk, looker = Server(store), Desk(store), Looker(store)
        shift = None
        try:
            for point in range(points):
                server.start()
                desk.start()
                shift = shift or _shift(json.loads(made.stdout), server.port, desk.sign, told)
                shift.begin()
                time.sleep(random.uniform(0, LONGEST))
                desk.kill()
                server.kill()
                shift.end()
                assert (point, broken(looker.look(), told), told.wrong) == (point, [], [])
        finally:
            server.kill()
            desk.kill()
            looker.close()
    return told


def _shift(made: list[tuple[int, list[str]]], port: int, sign: Sign, told: Ledger) -> Shift:
    """Each Party edits a segment of each proposal, three groups bring texts to signature, and two sign them."""
    stock, keys, visitors = Stock(), office(), []

    def officer(role: str, party: Party) -> Visitor:
        visitors.append(signed_in(port, role, party))
        return visitors[-1]

    editors = [
        Editor(officer("coordinator", party), proposal, segment, told)
        for proposal, segments in made
        for party, segment in zip(Party, segments, strict=True)
    ]
    drafters = [Drafter({each: officer(*each) for each in DRAFTING}, stock, told) for _ in range(DRAFTERS)]
    return Shift([*editors, *drafters, Signer(keys, sign, stock, told)], visitors, stock, told)
