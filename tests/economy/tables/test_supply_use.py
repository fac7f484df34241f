"""Make and use by commodity become flows among industries, and totals stay."""

import numpy as np

from hled.economy.tables.supply_use import Accounts, industry_by_industry, market_shares

MAKE = np.array([[90.0, 10.0, 4.0], [0.0, 100.0, 0.0]])
USE = np.array([[20.0, 30.0], [10.0, 40.0], [5.0, 5.0]])
FINAL = np.array([[40.0, 0.0], [60.0, 0.0], [-6.0, 0.0]])
NONE = np.zeros((3, 2))


def accounts(**changes) -> Accounts:
    held = {"make": MAKE, "use": USE, "use_final": FINAL, "imports": NONE, "imports_final": NONE}
    return Accounts(**{**held, **changes})


def test_market_shares_add_up_to_one_for_what_is_made():
    made = market_shares(np.hstack([MAKE, np.zeros((2, 1))]))

    assert made.sum(axis=0).tolist() == [1, 1, 1, 0]


def test_rows_balance_with_output_of_the_make_matrix():
    made = industry_by_industry(accounts(), np.array([], dtype=np.intp))

    np.testing.assert_allclose(made.Z.sum(axis=1) + made.Y.sum(axis=1), made.x)
    np.testing.assert_allclose(made.Z.sum(axis=0), USE.sum(axis=0))


def test_what_users_supply_themselves_is_netted_and_rows_still_balance():
    made = industry_by_industry(accounts(), np.array([2]))

    np.testing.assert_allclose(made.Z.sum(axis=1) + made.Y.sum(axis=1), made.x)
    np.testing.assert_allclose(made.netted, [3, 3])
    np.testing.assert_allclose(made.Z.sum(axis=0) + made.netted, USE.sum(axis=0))
    assert (made.Y >= 0).all()


def test_a_netted_commodity_that_nobody_makes_leaves_the_rows():
    nothing = MAKE * [1.0, 1.0, 0.0]

    made = industry_by_industry(
        accounts(make=nothing, use_final=FINAL - [[0, 0], [0, 0], [4, 0]]), np.array([2])
    )

    np.testing.assert_allclose(made.netted, [5, 5])
    np.testing.assert_allclose(made.Z.sum(axis=1) + made.Y.sum(axis=1), made.x)


def test_imports_are_kept_apart():
    imports = np.array([[5.0, 0.0], [0.0, 8.0], [0.0, 0.0]])

    made = industry_by_industry(accounts(imports=imports), np.array([], dtype=np.intp))

    assert made.imports.tolist() == [5, 8]
    np.testing.assert_allclose(made.Z.sum(axis=0) + made.imports, USE.sum(axis=0))
