"""Opening a file of any size as rows of text, with its columns found by name."""

import csv
import gzip
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.rules import TR_02

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends.sql import SQLBackend

SUFFIXES = (".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz", ".gz", ".parquet")


@dataclass(frozen=True, slots=True, eq=False)
class Raw:
    """
    Rows of a file in the columns of the schema, every one text; None where the file has nothing.

    Parameters
    ----------
    multiple
        By what values are to be multiplied to be U.S. dollars.
    areas
        Codes from the publisher's own list of countries.
    notes
        What was left out on purpose.
    """

    rows: "ir.Table"
    title: Bilingual
    source: Bilingual
    multiple: float = 1.0
    areas: tuple[str, ...] = ()
    notes: tuple[Finding, ...] = ()


def files_of(path: Path, beside: Sequence[str] = ()) -> list[Path]:
    """
    The file, or the files of a folder that may hold rows; names that begin as one of `beside` are lists, not rows.

    Raises
    ------
    BrokenRuleError
        TR-02, when there is none.
    """
    found = [path] if path.is_file() else sorted(each for each in path.glob("*") if each.is_file())
    rows = [
        each
        for each in found
        if each.name.casefold().endswith(SUFFIXES) and not each.name.casefold().startswith(tuple(beside))
    ]
    if not rows:
        said = Bilingual(f"no file of {', '.join(SUFFIXES)}", f"ningún archivo {', '.join(SUFFIXES)}")
        raise BrokenRuleError([Finding(TR_02, str(path), said)])
    return rows


def open_text(connection: "SQLBackend", files: Sequence[Path]) -> "ir.Table":
    """
    Files with the same header as one table of text.

    Raises
    ------
    BrokenRuleError
        TR-02, when a file cannot be read, or when their headers differ.
    """
    headers = {each: header_of(each) for each in files}
    first = headers[files[0]]
    if findings := [
        Finding(
            TR_02,
            each.name,
            Bilingual(f"header is not that of {files[0].name}", f"encabezado distinto de {files[0].name}"),
        )
        for each, header in headers.items()
        if header != first
    ]:
        raise BrokenRuleError(findings)
    try:
        table: ir.Table = connection.read_csv(
            [str(each) for each in files],
            all_varchar=True,
            header=True,
            delim=delimiter_of(files[0]),
            quote='"',
            auto_detect=False,
            columns=dict.fromkeys(first, "VARCHAR"),
            strict_mode=True,
        )
    except Exception as error:
        raise unreadable(files[0], error) from error
    return table


def unreadable(path: Path, error: Exception) -> BrokenRuleError:
    """TR-02 with the first line of what the reader of the file said."""
    return BrokenRuleError([Finding(TR_02, path.name, str(error).strip().partition("\n")[0][:300])])


def header_of(path: Path) -> list[str]:
    """
    Names of the columns of a delimited file.

    Raises
    ------
    BrokenRuleError
        TR-02, when the file is not text in UTF-8, or when a name occurs twice.
    """
    line = _first_line(path)
    names = [each.strip() for each in next(csv.reader([line], delimiter=_delimiter(line)), [])]
    named = [each or f"column_{at}" for at, each in enumerate(names)]
    if len({each.casefold() for each in named}) != len(named):
        raise BrokenRuleError([Finding(TR_02, path.name, ", ".join(named))])
    return named


def delimiter_of(path: Path) -> str:
    """Tab, semicolon or comma: the one that the header has most of."""
    return _delimiter(_first_line(path))


def _delimiter(line: str) -> str:
    return max(("\t", ";", ","), key=line.count)


def _first_line(path: Path) -> str:
    opened = gzip.open if path.name.casefold().endswith(".gz") else open
    try:
        with opened(path, "rt", encoding="utf-8-sig") as file:
            line: str = file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise unreadable(path, error) from error
    if not line.strip():
        raise BrokenRuleError([Finding(TR_02, path.name, Bilingual("empty file", "archivo vacío"))])
    return line


def columns_named(
    table: "ir.Table", needed: Mapping[str, Sequence[str]], optional: Mapping[str, Sequence[str]], place: str
) -> dict[str, str]:
    """
    The columns of a table by what they mean, whatever the case of their names.

    Parameters
    ----------
    needed, optional
        Meaning to the names that publishers have used, the newest first.

    Raises
    ------
    BrokenRuleError
        TR-02 for each column that is needed and not there.
    """
    at = {name.strip().casefold(): name for name in table.columns}
    found = {
        meaning: at[name.casefold()]
        for meaning, names in {**needed, **optional}.items()
        for name in [next((each for each in names if each.casefold() in at), "")]
        if name
    }
    missing = [" | ".join(names) for meaning, names in needed.items() if meaning not in found]
    if missing:
        raise BrokenRuleError(_missing(missing, place, table.columns))
    return found


def _missing(missing: Iterable[str], place: str, columns: Iterable[str]) -> Iterator[Finding]:
    held = ", ".join(columns)
    for each in missing:
        said = Bilingual(f"no column {each}; there are: {held}", f"falta la columna {each}; hay: {held}")
        yield Finding(TR_02, place, said)


def text_or_null(column: "ir.StringValue") -> "ir.StringValue":
    """Without blanks around it; empty text and NA are nothing."""
    trimmed = column.strip()
    return trimmed.nullif("").nullif("NA")


def padded(code: "ir.StringValue", digits: int) -> "ir.StringValue":
    """Digits with the leading zeros that a program took for a number's; only where the layout fixes their length."""
    return code.re_search(r"^\d+$").ifelse(code.lpad(digits, "0"), code)


def constant(word: str) -> "ir.StringScalar":
    """The same text in every row."""
    import ibis

    return ibis.literal(word)


def nothing() -> "ir.StringScalar":
    """No text in any row."""
    import ibis

    return ibis.null("string")


def coded(table: "ir.Table", columns: Iterable[str], codes: Mapping[str, str]) -> "ir.Table":
    """
    Columns with a publisher's words replaced by codes; a word without a code stays, to be found by the check.

    The new columns are called as the old ones with ``_code`` behind.
    """
    import ibis
    import pyarrow as pa

    known = pa.table({"word": list(codes), "code": list(codes.values())})
    for column in columns:
        side = ibis.memtable(known).rename({f"{column}_word": "word", f"{column}_code": "code"})
        joined = table.left_join(side, [(text_or_null(table[column]), side[f"{column}_word"])])
        table = joined.mutate(
            **{f"{column}_code": joined[f"{column}_code"].coalesce(text_or_null(joined[column]))}
        ).drop(f"{column}_word")
    return table


def count(table: "ir.Table") -> int:
    """How many rows a table has."""
    return int(table.count().to_pyarrow().as_py())
