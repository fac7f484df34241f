"""
Markets kept as arrays under ``HLED_HOME/markets/``.

Reading one from its table starts DuckDB and takes more than a second; reading its arrays takes some hundredths.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np

from hled.economy.arrays import Matrix
from hled.economy.trade import Market
from hled.kernel.digest import digest_of_code, sha256_of
from hled.kernel.files import write_whole
from hled.kernel.rule import Finding, finding_of
from hled.sources.digests import DIGESTS

if TYPE_CHECKING:
    from numpy.lib.npyio import NpzFile

_LOG = logging.getLogger(__name__)
FOLDER = "markets"
MOST_KEPT = 20
"""Markets on disk, each of some megabytes; beyond them nothing is added."""
_OPTIONAL = ("duties", "quantities")


@dataclass(frozen=True, slots=True, eq=False)
class MarketReading:
    """
    A market, and what a reader of it has to be told.

    Parameters
    ----------
    total
        Imports of the importer in the table without what is counted twice, U.S. dollars, national chapters included.
    national_share
        Share of chapters 98 and 99 in that total; they are not in the market.
    left_out
        Partners that were left out, because they are inside another or are a total.
    """

    market: Market
    total: float
    national_share: float
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]


def kept_market(home: Path, key: object, read: Callable[[], MarketReading]) -> MarketReading:
    """
    A market from the folder of this installation, read from its table where it is not there.

    Parameters
    ----------
    key
        Everything that the market depends on beside the code and the bundled data.
    """
    place = home / FOLDER / f"{sha256_of([key, sha256_of(DIGESTS), digest_of_code('sources/trade')])}.npz"
    found = _recalled(place)
    if found is None:
        found = read()
        _keep(place, found)
    return found


def _recalled(place: Path) -> MarketReading | None:
    try:
        with place.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            return _reading(kept)
    except FileNotFoundError:
        return None
    except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
        _LOG.warning("market %s cannot be read: %s", place, error)
        return None


def _keep(place: Path, reading: MarketReading) -> None:
    try:
        if place.parent.is_dir() and sum(1 for _ in place.parent.glob("*.npz")) >= MOST_KEPT:
            return
        held = _held(reading)
        write_whole(place, lambda file: np.savez(file, **held))
    except OSError as error:
        _LOG.warning("market %s cannot be kept: %s", place, error)


def _held(reading: MarketReading) -> dict[str, Any]:
    market = reading.market
    said = {
        "importer": market.importer,
        "year": market.year,
        "edition": market.edition,
        "source": market.source,
        "total": reading.total,
        "national_share": reading.national_share,
        "left_out": reading.left_out,
        "findings": [each.as_json() for each in reading.findings],
    }
    optional = {name: getattr(market, name) for name in _OPTIONAL}
    return {
        "said": np.array(json.dumps(said, ensure_ascii=False)),
        "products": np.array(market.products),
        "partners": np.array(market.partners),
        "values": market.values,
        **{name: array for name, array in optional.items() if array is not None},
    }


def _reading(kept: "NpzFile") -> MarketReading:
    said = json.loads(str(kept["said"]))
    optional: dict[str, Matrix | None] = {
        name: kept[name] if name in kept.files else None for name in _OPTIONAL
    }
    market = Market(
        importer=said["importer"],
        year=said["year"],
        edition=said["edition"],
        products=tuple(kept["products"].tolist()),
        partners=tuple(kept["partners"].tolist()),
        values=kept["values"],
        source=said["source"],
        duties=optional["duties"],
        quantities=optional["quantities"],
    )
    findings = tuple(finding_of(each) for each in said["findings"])
    return MarketReading(market, said["total"], said["national_share"], tuple(said["left_out"]), findings)
