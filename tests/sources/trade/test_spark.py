"""The same expressions give the same tables on Spark and on DuckDB; run by `make spark`."""

import numpy as np
import pytest
from tests.sources.trade.files import plain
from tests.sources.trade.test_dependency import made, same

from hled.sources.trade import Backend, open_trade, queries, read_market, read_world_exports
from hled.sources.trade.adding import add_trade
from hled.sources.trade.dependency import dependency_flags
from hled.sources.trade.schema import Flow

pytest.importorskip("pyspark")
pytestmark = [
    pytest.mark.spark,
    pytest.mark.filterwarnings("ignore"),  # what PySpark warns of is not ours
]

BUNDLED = "us-imports-2024"
EXPRESSIONS = {
    "totals by partner": queries.totals_by_partner,
    "market at 6 digits": queries.partner_by_product,
    "market at 2 digits": lambda rows: queries.partner_by_product(rows, 2),
    "exporter by product": lambda rows: queries.exporter_by_product(rows, 4, "partner"),
    "shares": queries.shares,
    "concentration": queries.concentration,
    "flags": queries.dependency_flags,
}


@pytest.fixture(scope="module")
def added(tmp_path_factory):
    """A made table of seven countries, with a national chapter in it."""
    folder = tmp_path_factory.mktemp("spark")
    entry, _ = add_trade(plain(folder / "made.csv", *made(11)), "plain", folder / "home")
    return entry.id, folder / "home"


def rows_of(expression):
    found = expression.to_pyarrow().to_pydict()
    texts = [name for name, values in found.items() if values and isinstance(values[0], str)]
    order = sorted(range(len(next(iter(found.values())))), key=lambda at: [found[name][at] for name in texts])
    return {name: [values[at] for at in order] for name, values in found.items()}


def compare(asked, table_id, home, year):
    both = []
    for backend in (Backend.DUCKDB, Backend.SPARK):
        rows = queries.market_rows(open_trade(table_id, home, backend).rows, flow=Flow.IMPORTS, period=year)
        both.append(rows_of(asked(queries.goods(rows))))
    ours, theirs = both
    assert list(ours) == list(theirs)
    assert len(next(iter(ours.values()))) > 0
    for name, values in ours.items():
        if isinstance(values[0], float):
            given = [[np.nan if each is None else each for each in found[name]] for found in both]
            np.testing.assert_allclose(given[0], given[1], rtol=1e-12, err_msg=name)
        else:
            assert values == theirs[name], name


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_bundled_imports(name):
    compare(EXPRESSIONS[name], BUNDLED, None, "2024")


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_made_table(name, added):
    compare(EXPRESSIONS[name], *added, "2022")


def test_market_of_the_bundled_table_is_the_same_array():
    ours, theirs = (read_market(BUNDLED, backend=each) for each in (Backend.DUCKDB, Backend.SPARK))

    assert (ours.market.products, ours.market.partners) == (theirs.market.products, theirs.market.partners)
    np.testing.assert_array_equal(ours.market.values, theirs.market.values)
    np.testing.assert_array_equal(ours.market.duties, theirs.market.duties)
    assert (ours.left_out, ours.findings) == (theirs.left_out, theirs.findings)


def test_exports_shown_in_the_bundled_market_are_the_same_array():
    ours, theirs = (read_world_exports(BUNDLED, backend=each) for each in (Backend.DUCKDB, Backend.SPARK))

    np.testing.assert_array_equal(ours.exports.values, theirs.exports.values)
    assert ours.exports.name == theirs.exports.name


def test_flags_of_spark_are_those_of_the_one_reading_of_the_file(added):
    table_id, home = added

    same(
        dependency_flags(table_id, 2022, home=home),
        dependency_flags(table_id, 2022, home=home, backend=Backend.SPARK),
    )
