"""No order of operations lets words into force that both Parties did not sign."""

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from tests.dialogue.accord.consent_machine import KEPT, machine_at
from tests.dialogue.accord.services.texts.at_the_table import Table

pytestmark = pytest.mark.django_db


def test_the_laws_of_consent_hold_over_a_thousand_operations(empty_store):
    before, outcomes = KEPT.operations, KEPT.outcomes.copy()

    run_state_machine_as_test(
        machine_at(Table().enroll()),
        settings=settings(max_examples=44, stateful_step_count=60, derandomize=True),
    )

    assert KEPT.operations - before >= 1000
    happened = KEPT.outcomes - outcomes
    assert {"in force: done", "overtaken: done", "append: AC-83"} <= happened.keys(), sorted(happened.items())
