import numpy as np
import pytest
from tests.economy.economies import world
from tests.economy.tables.making import small

from hled.economy.leontief import System
from hled.economy.tables import Balance
from hled.economy.value_chains import TERM_NAMES, Method, all_exporters, decompose, origins_of_exports
from hled.economy.value_chains.decomposition import UnbalancedError, proven
from hled.kernel.rule import BrokenRuleError

WHOLE = (
    Method.HIY,
    Method.KWW,
    Method.BM_EXPORTER,
    Method.BM_EXPORTER_SINK,
    Method.BM_WORLD,
    Method.BM_WORLD_SINK,
    Method.WWZ,
    Method.MY,
)
BILATERAL = (Method.HIY, Method.BM_EXPORTER, Method.BM_EXPORTER_SINK, Method.WWZ, Method.MY)


def by_an_inverse_of_its_own(system, exporter):
    """Domestic and foreign value added by the definition: an inverse without the exporter's sales abroad."""
    own = system.table.region_of == exporter
    A = system.A.copy()
    A[np.ix_(own, ~own)] = 0
    inverse = np.linalg.inv(np.eye(len(A)) - A)
    exports = system.table.Z[np.ix_(own, ~own)].sum(axis=1) + system.table.Y[
        np.ix_(own, np.arange(3) != exporter)
    ].sum(axis=1)
    return system.v[own] @ inverse[np.ix_(own, own)] @ exports, system.v[~own] @ inverse[
        np.ix_(~own, own)
    ] @ exports


@pytest.mark.parametrize("method", [Method.BM_EXPORTER, Method.MY])
def test_block_identities_give_what_an_inverse_per_exporter_gives(method):
    system = System(world())

    for exporter in range(3):
        found = decompose(system, method, exporter=exporter)
        assert (found.total("DVA"), found.total("FVA")) == pytest.approx(
            by_an_inverse_of_its_own(system, exporter)
        )


@pytest.mark.parametrize("method", WHOLE)
def test_terms_add_up_to_gross_exports(method):
    system = System(world(4, 3))

    for found in all_exporters(system, method):
        assert sum(found.total(name) for name in found.terms) == pytest.approx(found.total("EXGR"))


@pytest.mark.parametrize("method", BILATERAL)
def test_exports_to_each_partner_add_up_to_exports_to_all(method):
    system = System(world(4, 3))

    whole = decompose(system, method, exporter=1).totals()
    parts = [decompose(system, method, exporter=1, importer=at).totals() for at in (0, 2, 3)]

    assert {name: sum(part[name] for part in parts) for name in whole} == pytest.approx(whole)


def test_value_added_absorbed_abroad_is_the_same_in_every_method():
    system = System(world(4, 3))

    for exporter in range(4):
        exact = decompose(system, Method.BM_EXPORTER, exporter=exporter)
        assert decompose(system, Method.KWW, exporter=exporter).total("VAX") == pytest.approx(
            exact.total("VAX")
        )
        assert exact.total("VAX") + exact.total("REF") == pytest.approx(exact.total("DVA"))


def test_origins_add_up_to_exports_whatever_sectors_and_partner():
    system = System(world(4, 3))

    found, exports = origins_of_exports(system, 0, importer=1, sectors=np.array([0, 2]))

    assert found.sum() == pytest.approx(exports)


def test_the_balance_rule_is_named_and_each_rule_adds_up():
    table = world()
    x = table.x.copy()
    x[0] *= 1.01
    from dataclasses import replace

    unbalanced = replace(table, x=x)

    found = {balance: decompose(System(unbalanced, balance), Method.KWW, exporter=0) for balance in Balance}

    assert {each.balance for each in found.values()} == set(Balance)
    assert found[Balance.SUPPLIED].total("FDC") != pytest.approx(
        found[Balance.ROW_SUMS].total("FDC"), rel=1e-6
    )


def test_io_25_a_table_with_an_outside_is_refused_and_says_what_can_be_had():
    table = small(exports="S")

    with pytest.raises(BrokenRuleError, match="IO-25"):
        decompose(System(table), Method.BM_EXPORTER, exporter=0)


@pytest.mark.parametrize(
    ("method", "importer"),
    [
        (Method.KWW, 1),
        (Method.BM_WORLD, 1),
        (Method.BM_WORLD_SINK, 1),
        (Method.WWZ, 0),
        (Method.MY_FLOW, None),
    ],
)
def test_io_26_a_method_is_refused_where_its_reference_does_not_define_it(method, importer):
    with pytest.raises(BrokenRuleError, match="IO-26"):
        decompose(System(world()), method, exporter=0, importer=importer)


def test_io_13_a_position_that_is_no_region_is_refused():
    with pytest.raises(BrokenRuleError, match="IO-13"):
        decompose(System(world()), Method.WWZ, exporter=3)


def test_io_15_exports_of_no_sector_have_no_origins():
    with pytest.raises(BrokenRuleError, match="IO-15"):
        origins_of_exports(System(world()), 0, sectors=np.array([], dtype=int))


@pytest.mark.parametrize("method", list(Method))
def test_every_term_has_a_name_in_both_languages(method):
    system = System(world())

    found = decompose(
        system, method, exporter=0, importer=1 if method in (*BILATERAL, Method.MY_FLOW) else None
    )

    assert [name for name in found.totals() if name not in TERM_NAMES] == []


def test_terms_that_miss_gross_exports_are_an_error_of_ours():
    ones = np.ones(2)

    with pytest.raises(UnbalancedError, match="miss gross exports"):
        proven(
            method=Method.MY,
            balance=Balance.SUPPLIED,
            exporter=0,
            importer=None,
            industries=np.arange(2),
            exports=ones,
            terms={"DVA": 0.9 * ones},
            sums={},
        )
