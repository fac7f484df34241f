"""
Made rows of world trade in the columns of the long table, with the skew of real trade.

Each product has few sellers or many, and large countries sell and buy more; every importer, exporter and product occurs once.
"""

from pathlib import Path

import numpy as np

COUNTRIES = 226
PRODUCTS = 5000
ROWS = 12_800_000
SEED = 14017


def codes() -> tuple[np.ndarray, np.ndarray]:
    """Codes of made countries, ``AAA`` and on, and six-digit codes in chapters 01 to 97."""
    letters = [
        f"{chr(65 + at // 676)}{chr(65 + at // 26 % 26)}{chr(65 + at % 26)}" for at in range(COUNTRIES)
    ]
    chapters = [each for each in range(1, 98) if each != 77]
    goods = [f"{chapters[at % 96]:02}{at // 96:04}" for at in range(PRODUCTS)]
    return np.array(letters), np.array(sorted(goods))


def made_rows(rows: int = ROWS, seed: int = SEED) -> dict[str, np.ndarray]:
    """Positions of importer, exporter and product, and the value in U.S. dollars, sorted by importer, exporter and product."""
    generator = np.random.default_rng(seed)
    size = np.sort(generator.pareto(1.1, COUNTRIES) + 0.05)[::-1]
    spread = generator.uniform(0.2, 2.2, PRODUCTS)
    cells = COUNTRIES * COUNTRIES * PRODUCTS
    kept = np.zeros(0, dtype=np.int64)
    while kept.size < rows:
        more = rows - kept.size
        importer = generator.choice(COUNTRIES, 2 * more, p=np.sqrt(size) / np.sqrt(size).sum())
        exporter = generator.choice(COUNTRIES, 2 * more, p=np.sqrt(size) / np.sqrt(size).sum())
        product = generator.integers(PRODUCTS, size=2 * more)
        drawn = (importer * COUNTRIES + exporter) * PRODUCTS + product
        kept = np.unique(np.concatenate([kept, drawn[importer != exporter]]))
    kept = np.sort(generator.permutation(kept)[:rows])
    assert kept.max() < cells
    pair, product = np.divmod(kept, PRODUCTS)
    importer, exporter = np.divmod(pair, COUNTRIES)
    noise = generator.normal(size=rows) * (1 + spread[product])
    value = np.round(1000 * np.exp(noise) * size[exporter] * size[importer], 3)
    return {"importer": importer, "exporter": exporter, "product": product, "value": np.maximum(value, 0.001)}


def write_made(path: Path, rows: int = ROWS, seed: int = SEED) -> None:
    """A Parquet file as `hled trade add` keeps it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    made = made_rows(rows, seed)
    countries, goods = codes()

    def coded(positions, words):
        return pa.DictionaryArray.from_arrays(pa.array(positions.astype(np.int32)), pa.array(words.tolist()))

    def same(word):
        return coded(np.zeros(rows, dtype=np.int32), np.array([word]))

    table = pa.table(
        {
            "reporter": coded(made["importer"], countries),
            "partner": coded(made["exporter"], countries),
            "flow": same("M"),
            "period": same("2022"),
            "product": coded(made["product"], goods),
            "edition": same("HS2022"),
            "value": made["value"],
            "quantity": np.round(made["value"] / 3, 3),
            "unit": same("t"),
            "duty": pa.nulls(rows, pa.float64()),
        }
    )
    plain = pa.schema(
        [
            (each.name, pa.string() if pa.types.is_dictionary(each.type) else each.type)
            for each in table.schema
        ]
    )
    pq.write_table(table.cast(plain), path, row_group_size=1 << 20, compression="zstd")


def numbered(reporters: np.ndarray, products: np.ndarray) -> dict[str, np.ndarray]:
    """Codes as numbers, so that answers can be compared cell by cell."""
    letters = np.array([sum((ord(sign) - 65) * 26**at for at, sign in enumerate(code)) for code in reporters])
    return {"reporter": letters.astype(float), "product": products.astype(float)}
