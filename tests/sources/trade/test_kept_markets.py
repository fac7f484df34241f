"""Is a market that was kept the market that was read, and nothing older or broken ever given in its place?"""

import numpy as np
import pytest

from hled.economy.trade import Market
from hled.kernel.rule import Finding
from hled.sources.trade import kept_markets, market, markets, read_market
from hled.sources.trade.kept_markets import FOLDER, MarketReading, kept_market
from hled.sources.trade.rules import TR_07

TABLE = "us-imports-2024"


def made(value: float = 1.0, *, duties: bool = True) -> MarketReading:
    values = np.array([[value, 0.0], [2.0, 3.5]])
    bought = Market(
        importer="USA",
        year=2024,
        edition="HS2022",
        products=("850760", "854231"),
        partners=("MEX", "VNM"),
        values=values,
        duties=values / 10 if duties else None,
        source="made",
    )
    return MarketReading(bought, 6.5, 0.25, ("EU",), (Finding(TR_07, "made: USA M 2024", "25.0%"),))


def same(first: MarketReading, second: MarketReading) -> bool:
    arrays = ("values", "duties", "quantities")
    names = ("importer", "year", "edition", "products", "partners", "source")
    return (
        all(
            np.array_equal(getattr(first.market, name), getattr(second.market, name))
            for name in (*arrays, *names)
        )
        and (first.total, first.national_share, first.left_out)
        == (second.total, second.national_share, second.left_out)
        and [each.as_json() for each in first.findings] == [each.as_json() for each in second.findings]
    )


@pytest.mark.parametrize("duties", [True, False])
def test_what_was_kept_is_what_was_read(tmp_path, duties):
    read = made(duties=duties)
    assert same(kept_market(tmp_path, ["a"], lambda: read), read)

    def unread() -> MarketReading:
        raise AssertionError("it was kept, and is read again")

    assert same(kept_market(tmp_path, ["a"], unread), read)


def test_another_table_another_market(tmp_path):
    kept_market(tmp_path, ["a"], made)
    assert same(kept_market(tmp_path, ["b"], lambda: made(9.0)), made(9.0))


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 and then nothing", b"\x80\x04K\x01."], ids=["empty", "cut", "pickle"]
)
def test_a_broken_file_is_read_again_and_mended(tmp_path, caplog, content):
    kept_market(tmp_path, ["a"], made)
    [file] = (tmp_path / FOLDER).glob("*.npz")
    file.write_bytes(content)
    assert same(kept_market(tmp_path, ["a"], lambda: made(9.0)), made(9.0))
    assert "cannot be read" in caplog.text
    assert same(kept_market(tmp_path, ["a"], made), made(9.0))


def test_the_folder_does_not_fill_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_markets, "MOST_KEPT", 3)
    for each in range(6):
        kept_market(tmp_path, [each], made)
    assert len(list((tmp_path / FOLDER).iterdir())) == 3


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path, caplog):
    (tmp_path / FOLDER).write_text("a file in its place")
    assert same(kept_market(tmp_path, ["a"], made), made())
    assert "cannot be" in caplog.text


def test_the_market_of_a_table_is_the_same_from_the_disk(tmp_path, monkeypatch):
    markets._market.cache_clear()
    first = read_market(TABLE, "USA", 2, home=tmp_path)
    assert list((tmp_path / FOLDER).glob("*.npz"))
    markets._market.cache_clear()
    monkeypatch.setattr(markets, "open_trade", lambda *_: pytest.fail("the table was opened again"))
    assert same(read_market(TABLE, "USA", 2, home=tmp_path), first)
    markets._market.cache_clear()
    monkeypatch.undo()
    assert np.array_equal(market(TABLE, "USA", 2).values, first.market.values), (
        "without a home it is read as ever"
    )
