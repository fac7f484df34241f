"""Labels of a table from CSV files with a name in each language."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from hled.economy.tables import Category, Group, Label
from hled.kernel.bilingual import Bilingual

Row = Mapping[str, str]


def rows_of(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file in UTF-8, every value text without blanks around it."""
    text = path.read_text(encoding="utf-8-sig")
    return [
        {name: (value or "").strip() for name, value in row.items() if name}
        for row in csv.DictReader(io.StringIO(text))
    ]


def name_of(row: Row) -> Bilingual:
    """The names of a row; one language stands for both where the other was not given, and the code where neither was."""
    english, spanish = row.get("name_en", ""), row.get("name_es", "")
    return Bilingual(english or spanish or row["code"], spanish or english or row["code"])


def labels_of(rows: Iterable[Row]) -> tuple[Label, ...]:
    return tuple(Label(row["code"], name_of(row)) for row in rows)


def categories_of(rows: Iterable[Row]) -> tuple[Category, ...]:
    return tuple(Category(row["code"], name_of(row), inventories=row["inventories"] == "yes") for row in rows)


def groups_of(rows: Iterable[Row], kind: str) -> tuple[Group, ...]:
    return tuple(
        Group(row["code"], name_of(row), tuple(row["members"].split())) for row in rows if row["kind"] == kind
    )
