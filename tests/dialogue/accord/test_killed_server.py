"""The server is killed while two delegations edit and sign: nothing acknowledged is lost, nothing is half-signed."""

import copy
import json
import signal
import subprocess
import sys

import pytest
from tests.dialogue.accord.killing.laws import Ledger, broken
from tests.dialogue.accord.killing.points import kill_at
from tests.dialogue.accord.killing.server import Looker
from tests.dialogue.accord.own_store import ROOT, own_store

POINTS = 5


def test_a_server_killed_at_random_points_loses_nothing_and_leaves_nothing_half_signed(tmp_path, db):
    told = kill_at(POINTS, tmp_path, seed=20261130)

    assert told.doubtful >= POINTS
    assert min(len(told.words), len(told.certified), len(told.signed)) >= POINTS // 2 + 1


def test_who_is_killed_between_the_last_signature_and_the_entry_leaves_neither(tmp_path, db):
    """The point that a random kill meets too seldom to be counted on."""
    with own_store(tmp_path) as store:
        command = [sys.executable, "-m", "tests.dialogue.accord.killing.midway"]
        ran = subprocess.run(command, env=store, cwd=ROOT, text=True, stdout=subprocess.PIPE, check=False)
        looker = Looker(store)
        try:
            seen = looker.look()
        finally:
            looker.close()

    act, credential = json.loads(ran.stdout)
    assert ran.returncode == -signal.SIGKILL
    assert broken(seen, Ledger(signed=[(act, credential)])) == []
    assert seen["entries"] == {}


SEEN = {
    "whole": True,
    "findings": [],
    "size": 9,
    "edits": [[1, "s", "en", 1, "A lane."], [1, "s", "es", 1, "Un carril."]],
    "sides": [[1, "s", "en", 1, "A lane."], [1, "s", "es", 1, "Un carril."]],
    "states": {"1": "in_force"},
    "acts": {"1": "d"},
    "passages": [[1, "draft", "tabled"], [1, "tabled", "open"], [1, "open", "in_force"]],
    "entries": {"d": ["a", "b"]},
    "offered": ["d"],
    "signatures": [["d", "a"], ["d", "b"]],
    "certified": [[1, "d", "US"], [1, "d", "MX"]],
    "agreed": ["d"],
}


def told_of_everything() -> Ledger:
    told = Ledger(words=[(1, "s", "en", "A lane."), (1, "s", "es", "Un carril.")])
    told.states[1] += ["tabled", "open", "in_force"]
    told.certified += [(1, "d", "US"), (1, "d", "MX")]
    told.signed += [("d", "a"), ("d", "b")]
    told.in_force += ["d"]
    return told


def test_a_store_that_kept_all_breaks_no_law():
    assert broken(SEEN, told_of_everything()) == []


@pytest.mark.parametrize(
    ("name", "value", "law"),
    [
        ("whole", False, "the store is damaged"),
        ("findings", ["AC-44"], "register: AC-44"),
        ("edits", SEEN["edits"][:1], "lost words"),
        ("edits", SEEN["edits"][:1], "s was saved in one language"),
        ("sides", [[1, "s", "en", 1, "A road."]], "s en says what no edit said"),
        ("passages", SEEN["passages"][:2], "lost step (1, 'in_force')"),
        ("passages", SEEN["passages"][:2], "proposal 1 is in_force"),
        ("passages", SEEN["passages"][::2], "proposal 1 jumped from tabled to open"),
        ("certified", SEEN["certified"][:1], "lost certification (1, 'd', 'MX')"),
        ("signatures", SEEN["signatures"][:1], "lost signature ('d', 'b')"),
        ("signatures", SEEN["signatures"][:1], "half-signed d: 1 signatures"),
        ("entries", {"d": ["a", "c"]}, "entry d has other signatures than were taken"),
        ("entries", {}, "lost agreement d"),
        ("entries", {}, "half-signed d: 2 signatures"),
        ("agreed", [], "proposals, register and agreed texts differ"),
        ("acts", {"1": None}, "proposals, register and agreed texts differ"),
    ],
)
def test_each_law_can_be_broken(name, value, law):
    seen = copy.deepcopy(SEEN) | {name: value}

    assert [each for each in broken(seen, told_of_everything()) if each.startswith(law)]
