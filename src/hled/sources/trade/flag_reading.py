"""
Dependency flags from a Parquet file: each column is read once, row group by row group, into the sums of the kernel.

Texts are read as dictionaries, so that a row costs a position and not a word.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from hled.economy.arrays import Index, Mask, Vector
from hled.economy.trade.flag_kernel import Flags, FlagSums
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.queries import RATIO, THRESHOLD
from hled.sources.trade.rules import TR_16
from hled.sources.trade.schema import NATIONAL_CHAPTERS
from hled.sources.trade.selecting import national_findings

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_READ = ("reporter", "partner", "product", "value")
_TEXTS = ("reporter", "partner", "flow", "period", "product")


@dataclass(frozen=True, slots=True, eq=False)
class DependencyFlags:
    """
    Flags with their labels, and what was left out.

    Parameters
    ----------
    countries, products
        Codes, (C,) and (P,), in order; a country that only sells has a row without imports.
    """

    countries: tuple[str, ...]
    products: tuple[str, ...]
    flags: Flags
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    """Rows of one flow and period as positions."""

    importer: Index
    exporter: Index
    product: Index
    value: Vector

    def where(self, chosen: Mask) -> "_Batch":
        return _Batch(self.importer[chosen], self.exporter[chosen], self.product[chosen], self.value[chosen])


class _Codes:
    """Codes in the order in which they are met, and the positions of a column that is read as a dictionary."""

    def __init__(self) -> None:
        self._at: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._at)

    @property
    def words(self) -> list[str]:
        return list(self._at)

    def positions(self, column: "pa.DictionaryArray") -> Index:
        """The position of each row; a code that was not met before gets the next one."""
        at = self._at
        known = np.fromiter(
            (at.setdefault(word, len(at)) for word in column.dictionary.to_pylist()),
            dtype=np.intp,
            count=len(column.dictionary),
        )
        found: Index = known[np.from_dlpack(column.indices)]
        return found


def flags_of_file(
    path: Path,
    *,
    period: str,
    areas: int,
    products: int,
    without: Mapping[str, frozenset[str]] = MappingProxyType({}),
    flow: str = "M",
    threshold: float = THRESHOLD,
    ratio: float = RATIO,
) -> DependencyFlags:
    """
    Flags of every importer of one period, from a Parquet file in the columns of the schema whose keys occur once.

    Parameters
    ----------
    areas, products
        How many codes there can be of each; the manifest of a table says so.
    without
        Partners to leave out of the rows of some reporters: partner to reporters.

    Raises
    ------
    BrokenRuleError
        TR-16 when nothing is imported in the period.
    """
    place = f"{path.parent.name}: {flow} {period}"
    countries, goods = _Codes(), _Codes()
    sums = FlagSums(areas, products)
    for batch in _batches(path, flow, period, countries, goods):
        kept = _kept(batch, countries.words, areas, without) if without else batch
        sums.add(kept.importer, kept.exporter, kept.product, kept.value)
    if not len(countries):
        raise BrokenRuleError([Finding(TR_16, place, Bilingual("no imports", "sin importaciones"))])
    return _labelled(sums.flags(threshold, ratio), countries.words, goods.words, place)


def _kept(batch: _Batch, words: list[str], areas: int, without: Mapping[str, frozenset[str]]) -> _Batch:
    at = {word: position for position, word in enumerate(words)}
    left_out = np.zeros((areas, areas), dtype=np.bool_)
    for partner, reporters in without.items():
        if partner in at:
            left_out[[at[each] for each in reporters if each in at], at[partner]] = True
    return batch.where(~left_out[batch.importer, batch.exporter])


def _batches(path: Path, flow: str, period: str, countries: _Codes, goods: _Codes) -> Iterator[_Batch]:
    """Rows of one flow and period; the next ones are decoded while these are used."""
    import pyarrow.parquet as pq

    file = pq.ParquetFile(path, read_dictionary=list(_TEXTS), pre_buffer=True)
    wanted = {"flow": flow, "period": period}
    groups_asked = [
        (at, tested)
        for at in range(file.num_row_groups)
        if (tested := _to_test(file, at, wanted)) is not None
    ]
    with ThreadPoolExecutor(1) as ahead:
        coming = [ahead.submit(_decoded, file, *each) for each in groups_asked[:1]]
        for following in (*groups_asked[1:], None):
            rows = coming.pop().result()
            if following:
                coming.append(ahead.submit(_decoded, file, *following))
            for batch in rows.to_batches():
                if (found := _placed(batch, wanted, countries, goods)) is not None:
                    yield found


def _to_test(file: "pq.ParquetFile", at: int, wanted: Mapping[str, str]) -> tuple[str, ...] | None:
    """Which of flow and period have to be looked at row by row in a group of rows; None where no row can be wanted."""
    group = file.metadata.row_group(at)
    columns = {group.column(each).path_in_schema: group.column(each) for each in range(group.num_columns)}
    tested = []
    for name, word in wanted.items():
        known = columns[name].statistics
        if known is None or not known.has_min_max:
            tested.append(name)
        elif not known.min <= word <= known.max:
            return None
        elif known.min != known.max:
            tested.append(name)
    return tuple(tested)


def _decoded(file: "pq.ParquetFile", at: int, tested: tuple[str, ...]) -> "pa.Table":
    return file.read_row_group(at, columns=[*_READ, *tested])


def _placed(
    rows: "pa.RecordBatch", wanted: Mapping[str, str], countries: _Codes, goods: _Codes
) -> _Batch | None:
    found = _Batch(
        countries.positions(rows["reporter"]),
        countries.positions(rows["partner"]),
        goods.positions(rows["product"]),
        np.from_dlpack(rows["value"]).astype(np.float64, copy=False),
    )
    tested = [_said(rows, name, word) for name, word in wanted.items() if name in rows.schema.names]
    if not tested or (chosen := np.logical_and.reduce(tested)).all():
        return found
    return found.where(chosen) if chosen.any() else None


def _said(rows: "pa.RecordBatch", column: str, word: str) -> Mask:
    coded = rows[column]
    held = np.array([each == word for each in coded.dictionary.to_pylist()], dtype=np.bool_)
    said: Mask = held[np.from_dlpack(coded.indices)]
    return said


def _labelled(flags: Flags, words: list[str], goods: list[str], place: str) -> DependencyFlags:
    """Countries and products by their codes; national chapters, and countries without any trade left, are no rows."""
    national = np.array([each[:2] in NATIONAL_CHAPTERS for each in goods])
    columns = np.array([at for at in np.argsort(goods) if not national[at]], dtype=np.intp)
    trade = flags.imports[:, columns].sum(axis=1) + flags.exports[:, columns].sum(axis=1)
    rows = np.array([at for at in np.argsort(words) if trade[at] > 0], dtype=np.intp)
    at = np.ix_(rows, columns)
    kept = Flags(
        flags.imports[at], flags.exports[at], flags.hhi[at], flags.world_hhi[columns], flags.flagged[at]
    )
    by_product = flags.imports.sum(axis=0)[: len(goods)]
    share = float(by_product[national].sum() / by_product.sum())
    return DependencyFlags(
        tuple(words[each] for each in rows),
        tuple(goods[each] for each in columns),
        kept,
        national_findings(share, place),
    )
