"""A hundred random points at which the server is killed while two delegations edit and sign."""

import pytest
from tests.dialogue.accord.killing.points import kill_at

pytestmark = pytest.mark.proof

SEEDS = (100, 200)
POINTS = 100 // len(SEEDS)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_server_killed_at_a_hundred_points_loses_nothing_and_leaves_nothing_half_signed(tmp_path, db, seed):
    told = kill_at(POINTS, tmp_path, seed=seed)

    assert told.doubtful >= POINTS
    assert min(len(told.words), len(told.certified), len(told.signed)) > POINTS // 2
    assert len(told.in_force) > POINTS // 4
