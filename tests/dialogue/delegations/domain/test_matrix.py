"""Laws of the permission matrix: over every row there is, and over every grant that could be asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.delegations.domain.permissions import EVERY_ACTOR, MATRIX, Grant, Matrix, Standing
from hled.dialogue.delegations.domain.permissions.laws import against_the_law
from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.action import Action, Reach, Whose
from hled.kernel.bilingual import Bilingual

KEPT_WITHIN = {Reach.INTERNAL, Reach.ACT, Reach.PEOPLE}
SAID = Bilingual("do", "hacer")

actions = st.builds(
    Action,
    name=st.sampled_from(["one", "two", "three"]),
    says=st.just(SAID),
    reach=st.sampled_from(Reach),
    states=st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True).map(tuple),
)
grants = st.builds(
    Grant,
    action=actions,
    to=st.frozensets(st.sampled_from(EVERY_ACTOR), min_size=1),
    whose=st.frozensets(st.sampled_from(Whose), min_size=1),
    states=st.lists(st.sampled_from("abcd"), max_size=2, unique=True).map(tuple),
)


def cells(matrix: Matrix):
    for action in matrix.actions():
        for actor in EVERY_ACTOR:
            for whose in Whose:
                for state in action.states:
                    yield action, actor, whose, state, matrix.allows([actor], action, state, whose)


def lawless(matrix: Matrix) -> list[object]:
    """Cells that are open and may not be, said without the code that refuses them."""
    return [
        (action.name, actor, whose, state)
        for action, actor, whose, state, is_open in cells(matrix)
        if is_open
        and (
            (action.reach in KEPT_WITHIN and whose in {Whose.OTHER, Whose.NOBODYS})
            or (
                action.reach is Reach.PEOPLE
                and (actor is not Role.PARTY_ADMINISTRATOR or whose is not Whose.OWN)
            )
            or (action.reach is Reach.ACT and actor in {Role.OBSERVER, Role.PARTY_ADMINISTRATOR, *Standing})
            or (action.reach in {Reach.SHARED, Reach.INTERNAL} and actor in set(Standing))
            or (action.reach is Reach.ACCOUNT and actor is Standing.ANYONE)
        )
    ]


def test_nobody_of_one_party_reads_what_the_other_keeps_acts_for_it_or_enrolls_its_people():
    assert len(list(cells(MATRIX))) > 200
    assert lawless(MATRIX) == []


def test_the_public_may_read_the_record_sign_in_and_file_into_the_docket_and_nothing_else():
    opened = {
        action.name for action, actor, _, _, is_open in cells(MATRIX) if is_open and actor is Standing.ANYONE
    }

    assert opened == {"read_record", "sign_in", "file_submission"}


@given(st.lists(grants, max_size=8))
def test_no_grant_makes_a_lawless_matrix(asked):
    matrix = Matrix()
    for each in asked:
        try:
            matrix.register([each])
        except ValueError:
            continue

    assert lawless(matrix) == []


@given(grants)
def test_a_lawful_grant_opens_its_cells_and_no_others(given_):
    matrix = Matrix()
    if against_the_law(given_):
        with pytest.raises(ValueError, match=given_.action.name):
            matrix.register([given_])
        assert matrix.rows() == frozenset()
        return
    matrix.register([given_])

    for action, actor, whose, state, is_open in cells(matrix):
        wanted = actor in given_.to and whose in given_.whose and state in (given_.states or action.states)
        assert is_open == wanted


@given(
    st.lists(grants, max_size=6), st.frozensets(st.sampled_from(EVERY_ACTOR)), st.sampled_from(EVERY_ACTOR)
)
def test_a_further_role_never_closes_what_was_open(asked, actors, further):
    matrix = Matrix()
    for each in asked:
        try:
            matrix.register([each])
        except ValueError:
            continue

    for action, _, whose, state, _ in cells(matrix):
        if matrix.allows(actors, action, state, whose):
            assert matrix.allows({*actors, further}, action, state, whose)


def test_what_is_not_listed_is_refused():
    unknown = Action("unheard_of", SAID, Reach.PUBLIC)

    assert not any(MATRIX.allows(EVERY_ACTOR, unknown, "any", whose) for whose in Whose)


def test_one_name_does_not_stand_for_two_actions():
    matrix = Matrix()
    first = Action("read", SAID, Reach.PUBLIC)
    matrix.register([Grant(first, frozenset([Standing.ANYONE]), frozenset([Whose.NOBODYS]))])

    with pytest.raises(ValueError, match="two actions"):
        matrix.register(
            [
                Grant(
                    Action("read", SAID, Reach.PUBLIC, ("x",)),
                    frozenset([Standing.ANYONE]),
                    frozenset([Whose.NOBODYS]),
                )
            ]
        )
