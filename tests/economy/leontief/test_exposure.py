import numpy as np
import pytest
from tests.economy.economies import world

from hled.economy.leontief import System
from hled.economy.leontief.exposure import Convention, exposure
from hled.kernel.rule import BrokenRuleError

BUYERS = np.array([3, 4])


def origins(table):
    return {each.code: np.flatnonzero(table.region_of == at) for at, each in enumerate(table.regions)}


def test_face_value_is_what_was_bought_from_whom():
    table = world()

    found = exposure(System(table), buyers=BUYERS, suppliers=origins(table), convention=Convention.FACE_VALUE)

    assert found.shares[0, 0] == pytest.approx(table.Z[:3, 3].sum() / table.Z[:, 3].sum())
    assert found.total[2] == pytest.approx(table.Z[6:, BUYERS].sum() / table.Z[:, BUYERS].sum())


def test_looking_through_output_counts_the_columns_of_the_inverse_less_the_product_itself():
    table = world()
    system = System(table)
    called = (np.linalg.inv(np.eye(9) - system.A) - np.eye(9))[:, 3]

    found = exposure(
        system, buyers=BUYERS, suppliers=origins(table), convention=Convention.LOOK_THROUGH_OUTPUT
    )

    assert found.shares[:, 0] == pytest.approx(
        [called[at].sum() / called.sum() for at in ([0, 1, 2], [3, 4, 5], [6, 7, 8])]
    )


@pytest.mark.parametrize(
    "convention", [Convention.FACE_VALUE, Convention.LOOK_THROUGH_OUTPUT, Convention.LOOK_THROUGH_VALUE_ADDED]
)
def test_the_shares_of_all_suppliers_add_up_to_one(convention):
    table = world()

    found = exposure(System(table), buyers=BUYERS, suppliers=origins(table), convention=convention)

    assert found.shares.sum(axis=0) == pytest.approx([1, 1])
    assert found.total.sum() == pytest.approx(1)


def test_a_corridor_holds_the_value_of_the_origin_inside_what_is_bought_from_it():
    table = world()
    system = System(table)
    L = np.linalg.inv(np.eye(9) - system.A)
    china, mexico, j = [6, 7, 8], [0, 1, 2], 3

    found = exposure(
        system,
        buyers=BUYERS,
        suppliers={"CHN": np.array(china)},
        convention=Convention.CORRIDOR,
        corridor=np.array(mexico),
    )

    by_hand = system.v[china] @ L[np.ix_(china, mexico)] @ table.Z[mexico, j]
    assert found.amounts[0, 0] == pytest.approx(by_hand)
    assert found.shares[0, 0] == pytest.approx(by_hand / table.Z[:, j].sum())


def test_corridors_of_all_regions_add_up_to_looking_through_by_value_added():
    table = world()
    system = System(table)
    suppliers = {"CHN": np.array([6, 7, 8])}

    through = [
        exposure(
            system, buyers=BUYERS, suppliers=suppliers, convention=Convention.CORRIDOR, corridor=each
        ).amounts
        for each in origins(table).values()
    ]
    whole = exposure(
        system, buyers=BUYERS, suppliers=suppliers, convention=Convention.LOOK_THROUGH_VALUE_ADDED
    ).amounts

    np.testing.assert_allclose(sum(through), whole)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"buyers": np.array([], dtype=int)}, "buyers"),
        ({"suppliers": {}}, "suppliers"),
        ({"suppliers": {"nobody": np.array([], dtype=int)}}, "suppliers"),
        ({"convention": Convention.CORRIDOR}, "corridor"),
    ],
)
def test_io_15_an_empty_set_is_refused(changes, place):
    table = world()
    asked = {"buyers": BUYERS, "suppliers": origins(table), "convention": Convention.FACE_VALUE}

    with pytest.raises(BrokenRuleError, match="IO-15") as refused:
        exposure(System(table), **{**asked, **changes})

    assert [each.place for each in refused.value.findings] == [place]
