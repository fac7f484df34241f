"""Laws of value added in exports that hold for any balanced world."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.economy.economies import world

from hled.economy.leontief import System
from hled.economy.value_chains import (
    Method,
    all_exporters,
    decompose,
    imported_content,
    origins_by_industry,
    origins_of_exports,
    origins_of_final_goods,
    re_exported,
    value_added_exports,
    world_of,
)

worlds = st.builds(
    lambda regions, sectors, seed: System(world(regions, sectors, seed=seed)),
    st.integers(2, 5),
    st.integers(1, 4),
    st.integers(0, 2**32 - 1),
)
laws = settings(max_examples=15, deadline=None)
BY_PARTNER = (Method.HIY, Method.BM_EXPORTER, Method.BM_EXPORTER_SINK, Method.WWZ, Method.MY)
WHOLE = (*BY_PARTNER, Method.KWW, Method.BM_WORLD, Method.BM_WORLD_SINK)


def regions(system):
    return range(len(system.table.regions))


def without(system, exporter, importers):
    """Coefficients and final demand of a world in which a region sells nothing to some others."""
    table = system.table
    A, Y = system.A.copy(), table.final_demand.copy()
    own = table.region_of == exporter
    A[np.ix_(own, np.isin(table.region_of, importers))] = 0
    Y[np.ix_(own, np.isin(np.arange(Y.shape[1]), importers))] = 0
    return A, Y


def lost(system, exporter, importers):
    """Value added that a region loses when it sells nothing to some others."""
    A, Y = without(system, exporter, importers)
    own = system.table.region_of == exporter
    left = np.linalg.solve(np.eye(len(A)) - A, Y.sum(axis=1))
    return float(system.v[own] @ (system.x - left)[own])


@laws
@given(worlds)
@pytest.mark.parametrize("method", WHOLE)
def test_terms_add_up_to_gross_exports(method, system):
    for found in all_exporters(system, method):
        terms = sum(found.total(name) for name in found.terms)

        assert terms == pytest.approx(found.total("EXGR"), rel=1e-9)


@laws
@given(worlds)
@pytest.mark.parametrize("method", BY_PARTNER)
def test_importers_add_up_to_the_exporter(method, system):
    whole = decompose(system, method, exporter=1).totals()
    others = [at for at in regions(system) if at != 1]
    parts = [decompose(system, method, exporter=1, importer=at).totals() for at in others]

    assert {name: sum(part[name] for part in parts) for name in whole} == pytest.approx(whole)


@laws
@given(worlds)
def test_domestic_value_added_is_what_extracting_all_exports_loses(system):
    others = [at for at in regions(system) if at]

    loses = lost(system, 0, others)

    for method in (Method.BM_EXPORTER, Method.BM_EXPORTER_SINK, Method.BM_WORLD, Method.MY, Method.KWW):
        assert decompose(system, method, exporter=0).total("DVA") == pytest.approx(loses, rel=1e-9)
    wwz = decompose(system, Method.WWZ, exporter=0)
    assert wwz.total("DVA") + wwz.total("RDV") == pytest.approx(loses, rel=1e-9)
    assert decompose(system, Method.HIY, exporter=0).total("DVS") == pytest.approx(loses, rel=1e-9)


@laws
@given(worlds)
def test_a_flow_holds_what_extracting_it_loses(system):
    _, direct = value_added_exports(system, 0)

    for importer in regions(system)[1:]:
        found = decompose(system, Method.MY_FLOW, exporter=0, importer=importer)
        assert found.total("DVA") == pytest.approx(lost(system, 0, [importer]), rel=1e-9)
        assert direct[importer] == pytest.approx(found.total("DVA"))
        by_country = decompose(system, Method.BM_EXPORTER, exporter=0, importer=importer)
        assert found.total("DVA") >= by_country.total("DVA") * (1 - 1e-12)


@laws
@given(worlds)
def test_value_added_absorbed_abroad_is_the_same_in_every_method(system):
    table = system.table
    for exporter in regions(system):
        own = table.region_of == exporter
        used = system.L @ table.final_demand
        abroad = [at for at in regions(system) if at != exporter]
        vax = float((system.v[own] @ used[own])[abroad].sum())

        for method in (Method.BM_EXPORTER, Method.BM_EXPORTER_SINK, Method.BM_WORLD, Method.KWW):
            assert decompose(system, method, exporter=exporter).total("VAX") == pytest.approx(vax)
        assert decompose(system, Method.WWZ, exporter=exporter).total("DVA") == pytest.approx(vax)
        assert value_added_exports(system, exporter)[0].sum() == pytest.approx(vax)


@laws
@given(worlds)
def test_sixteen_terms_added_are_the_nine_terms(system):
    mapping = {
        "DVA_FIN": ("DVA_FIN",),
        "DVA_INT": ("DVA_INT", "DVA_INTrexI1"),
        "DVA_INTrex": ("DVA_INTrexF", "DVA_INTrexI2"),
        "RDV_FIN": ("RDV_FIN", "RDV_FIN2"),
        "RDV_INT": ("RDV_INT",),
        "DDC": ("DDC_FIN", "DDC_INT"),
        "FVA_FIN": ("MVA_FIN", "OVA_FIN"),
        "FVA_INT": ("MVA_INT", "OVA_INT"),
        "FDC": ("MDC", "ODC"),
    }
    for exporter in regions(system):
        nine = decompose(system, Method.KWW, exporter=exporter)
        sixteen = decompose(system, Method.WWZ, exporter=exporter)

        added = {name: sum(sixteen.total(each) for each in parts) for name, parts in mapping.items()}
        assert added == pytest.approx({name: nine.total(name) for name in mapping}, abs=1e-9)


@laws
@given(worlds)
def test_first_and_last_crossing_agree_for_the_whole_country_and_for_the_whole_world(system):
    names = ("DVA", "DDC", "FVA", "FDC", "VAX", "REF")
    for exporter in regions(system):
        first = decompose(system, Method.BM_EXPORTER, exporter=exporter)
        last = decompose(system, Method.BM_EXPORTER_SINK, exporter=exporter)
        extracted = decompose(system, Method.MY, exporter=exporter)
        assert [first.total(name) for name in names] == pytest.approx([last.total(name) for name in names])
        assert [first.total(name) for name in names[:4]] == pytest.approx(
            [extracted.total(name) for name in names[:4]]
        )

    first, last = (
        sum(each.total("FVA") for each in all_exporters(system, method))
        for method in (Method.BM_WORLD, Method.BM_WORLD_SINK)
    )
    assert first == pytest.approx(last)


@laws
@given(worlds)
def test_foreign_content_is_what_an_inverse_of_its_own_would_give(system):
    others = [at for at in regions(system) if at]
    A, _ = without(system, 0, others)
    own = system.table.region_of == 0
    inverse = np.linalg.inv(np.eye(len(A)) - A)
    exports = world_of(system).exports[own].sum(axis=1)

    fva = float(system.v[~own] @ inverse[np.ix_(~own, own)] @ exports)

    assert decompose(system, Method.BM_EXPORTER, exporter=0).total("FVA") == pytest.approx(fva)
    assert decompose(system, Method.MY, exporter=0).total("FVA") == pytest.approx(fva)


@laws
@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_two_regions_have_closed_forms(sectors, seed):
    system = System(world(2, sectors, seed=seed))
    n, A, L, v = sectors, system.A, system.L, system.v
    s, r = slice(None, n), slice(n, None)
    home = np.linalg.inv(np.eye(n) - A[s, s])
    exports = world_of(system).exports[s].sum(axis=1)

    found = decompose(system, Method.BM_EXPORTER, exporter=0)

    assert found.total("DDC") == pytest.approx(v[s] @ L[s, r] @ A[r, s] @ home @ exports)
    theirs = v[r] @ np.linalg.inv(np.eye(n) - A[r, r]) @ A[r, s] @ home @ exports
    assert found.total("FVA") == pytest.approx(theirs)
    assert decompose(system, Method.BM_WORLD, exporter=0).total("FVA") == pytest.approx(theirs)


@laws
@given(worlds)
def test_origins_add_up_to_exports_and_to_final_goods(system):
    found, exports = origins_of_exports(system, 0, importer=1)
    goods = origins_of_final_goods(system, np.arange(system.table.n))
    gross = world_of(system).exports.sum(axis=1)
    by_industry = origins_by_industry(system, gross)

    assert found.sum() == pytest.approx(exports)
    np.testing.assert_allclose(goods.sum(axis=0), system.f, rtol=1e-9)
    np.testing.assert_allclose(by_industry.sum(axis=0), gross, rtol=1e-9)
    assert imported_content(system).sum() == pytest.approx(re_exported(system).sum())


@laws
@given(worlds)
def test_participation_is_exports_less_what_the_importer_absorbs(system):
    for found in all_exporters(system, Method.BM_EXPORTER):
        assert found.total("GVC") == pytest.approx(found.total("EXGR") - found.total("DAVAX"))
        assert found.total("GVCB") == pytest.approx(found.total("FC") + found.total("DDC"))
        assert -1e-9 <= found.total("REF") <= found.total("GVCF") + 1e-9
