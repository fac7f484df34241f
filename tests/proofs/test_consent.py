"""A hundred thousand operations of two delegations, in any order: no words in force that both did not sign."""

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from tests.dialogue.accord.consent_machine import KEPT, machine_at
from tests.dialogue.accord.services.texts.at_the_table import Table

pytestmark = [pytest.mark.django_db, pytest.mark.proof]

OPERATIONS = 100_000
SITTINGS = 2


@pytest.mark.parametrize("sitting", range(SITTINGS))
def test_the_laws_of_consent_hold_over_a_hundred_thousand_operations(empty_store, sitting):
    machine = machine_at(Table().enroll())
    before = KEPT.operations

    while KEPT.operations - before < OPERATIONS // SITTINGS:
        run_state_machine_as_test(machine, settings=settings(max_examples=200, stateful_step_count=80))

    assert KEPT.outcomes["in force: done"] > 100 // SITTINGS
