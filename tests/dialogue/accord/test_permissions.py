"""Who may take which step: every role, step, state and Party, against the table of the procedure."""

from itertools import product

import pytest

from hled.dialogue.accord.domain.texts.procedure import TABLE, State, Step, Who
from hled.dialogue.accord.permissions import ACTIONS, SEE_PROPOSAL, STEPS
from hled.dialogue.delegations.domain.permissions import EVERY_ACTOR, allowed
from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.action import Whose

ROWS = {(each.start, each.step): each.who for each in TABLE}


@pytest.mark.parametrize("step", [each for each in Step if each in ACTIONS], ids=str)
def test_a_step_is_open_to_its_roles_in_its_states_and_to_nobody_else(step):
    for actor, state, whose in product(EVERY_ACTOR, State, Whose):
        who = ROWS.get((state, step))
        expected = actor in STEPS[step] and (
            (who is Who.OWN and whose is Whose.OWN) or (who is Who.EITHER and whose is Whose.JOINT)
        )
        assert allowed([actor], ACTIONS[step], state, whose) is expected, (actor, state, whose)


def test_what_follows_by_itself_is_nobodys_action():
    assert set(Step) - ACTIONS.keys() == {each.step for each in TABLE if each.who is Who.CONSEQUENCE}


def test_administration_and_observation_give_no_step():
    for role in (Role.PARTY_ADMINISTRATOR, Role.OBSERVER):
        assert not any(role in roles for roles in STEPS.values())
        assert allowed([role], SEE_PROPOSAL, State.TABLED, Whose.JOINT)
        assert not allowed([role], SEE_PROPOSAL, State.DRAFT, Whose.OTHER)
