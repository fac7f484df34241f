"""Adding a trade table: read in a stream, turn text into numbers, check, keep."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Severity
from hled.sources.trade import kept
from hled.sources.trade.backend import connect
from hled.sources.trade.checking import check_rows
from hled.sources.trade.entries import TradeEntry, bundled_entries, entry_of, open_trade, trade_entry
from hled.sources.trade.readers import READERS, Layout, Raw
from hled.sources.trade.readers.raw import text_or_null, unreadable
from hled.sources.trade.rules import TR_02, TR_10
from hled.sources.trade.schema import COLUMNS, EDITION_WORDS, NUMBERS

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends.sql import SQLBackend

Told = Callable[[str], None]
STEPS = 4
"""How many steps an addition has."""


def silent(step: str) -> None:
    """Nobody listens."""


def add_trade(
    path: Path,
    format: str,
    home: Path,
    progress: Told = silent,
    *,
    id: str = "",
    year: int | None = None,
    edition: str = "",
) -> tuple[TradeEntry, tuple[Finding, ...]]:
    """
    Read a file or folder, check it, and keep it under ``home/trade/<id>``; also what a reader of it has to be told.

    Parameters
    ----------
    format
        A `Layout`.
    id
        Name under which it is kept; made of the name of the file where empty.
    year
        Keeps only this year; says the year of a file that does not.
    edition
        Of the Harmonized System, where the file does not say it.

    Raises
    ------
    BrokenRuleError
        TR-02 on a layout or file that is not known, TR-03 on the id, what the reader raises, and every error of `check_rows`.
        Nothing is kept then.
    WorldError
        When the disk refuses.
    """
    if format not in set(Layout):
        raise BrokenRuleError([Finding(TR_02, "--format", f"{format}; {', '.join(Layout)}")])
    if not path.exists():
        raise BrokenRuleError([Finding(TR_02, str(path), Bilingual("does not exist", "no existe"))])
    if edition and edition.upper() not in EDITION_WORDS:
        raise BrokenRuleError([Finding(TR_10, "--edition", f"{edition}; {', '.join(EDITION_WORDS)}")])
    chosen = id or kept.id_from(path.name)
    kept.require_free(chosen, home, frozenset(bundled_entries()))
    reader = READERS[Layout(format)]
    connection = connect()
    raw = reader.read(connection, path, year=year, edition=edition)
    progress(path.name)
    with kept.partial_folder(chosen, home) as partial:
        manifest, findings = _take_in(connection, raw, partial, path, chosen, format, reader.tried, progress)
        kept.settle(partial, manifest, home)
    entry = entry_of(manifest)
    return entry, (*entry.findings, *raw.notes, *findings)


def check_trade(id: str, home: Path | None = None) -> tuple[TradeEntry, tuple[Finding, ...]]:
    """
    A trade table by its id, and everything that is wrong with or has to be said about it.

    Raises
    ------
    NotFoundError
        TR-01.
    """
    entry = trade_entry(id, home)
    changed = () if home is None else tuple(_changed(id, home))
    if changed:
        return entry, changed
    return entry, (*entry.findings, *check_rows(open_trade(id, home).rows, id, entry.areas))


def _changed(id: str, home: Path) -> tuple[Finding, ...]:
    held = {each.id: each for each in kept.manifests(home)}
    return kept.digest_findings(held[id], home) if id in held else ()


def _take_in(
    connection: "SQLBackend",
    raw: Raw,
    partial: Path,
    path: Path,
    id: str,
    format: str,
    tried: bool,
    progress: Told,
) -> tuple[kept.Manifest, tuple[Finding, ...]]:
    staged = partial / "staged.parquet"
    try:
        _numbered(raw).to_parquet(staged)
    except OSError:
        raise
    except Exception as error:
        raise unreadable(path, error) from error
    progress(f"{format}: {staged.stat().st_size / 1e6:.1f} MB")
    rows = connection.read_parquet(str(staged))
    findings = check_rows(rows, path.name, raw.areas)
    if any(each.rule.severity is Severity.ERROR for each in findings):
        raise BrokenRuleError(each for each in findings if each.rule.severity is Severity.ERROR)
    progress("sound")
    rows.select(list(COLUMNS)).to_parquet(partial / kept.DATA)
    manifest = _manifest(rows, raw, partial, path, id, format, tried)
    staged.unlink()
    progress(id)
    return manifest, findings


def _numbered(raw: Raw) -> "ir.Table":
    """Numbers as numbers; text that is none, or below 0, stays beside them, for the check to show as it stands in the file."""
    rows = raw.rows
    for name in NUMBERS:
        text = text_or_null(rows[name])
        number = text.try_cast("float64")
        said = (number.isnull() | (number < 0)).ifelse(text, None)
        rows = rows.mutate(
            **{f"{name}_text": said, name: number * raw.multiple if name == "value" else number}
        )
    return rows.select([*COLUMNS, *(f"{name}_text" for name in NUMBERS)])


def _manifest(
    rows: "ir.Table", raw: Raw, partial: Path, path: Path, id: str, format: str, tried: bool
) -> kept.Manifest:
    counts = rows.aggregate(
        reporters=rows.reporter.nunique(),
        partners=rows.partner.nunique(),
        products=rows["product"].nunique(),
        digits=rows["product"].length().max(),
        rows=rows.count(),
    )
    counted = counts.to_pyarrow().to_pylist()[0]
    said = [each.found for each in raw.notes if isinstance(each.found, Bilingual)]
    held = {name: _distinct(rows, name) for name in ("period", "edition", "flow")}
    areas = sorted({*_distinct(rows, "reporter"), *_distinct(rows, "partner")} & {*raw.areas})
    return kept.Manifest(
        id=id,
        title_en=raw.title.en,
        title_es=raw.title.es,
        source_en=raw.source.en,
        source_es=raw.source.es,
        periods=held["period"],
        editions=held["edition"],
        flows=held["flow"],
        areas=areas,
        format=format,
        layout_tried=tried,
        notes_en=[each.en for each in said],
        notes_es=[each.es for each in said],
        file=path.name,
        file_sha256=kept.file_digest(path),
        digest=kept.file_digest(partial / kept.DATA),
        **counted,
    )


def _distinct(rows: "ir.Table", name: str) -> list[str]:
    found = rows.select(word=rows[name]).distinct().order_by("word").to_pyarrow()
    words: list[str] = found["word"].to_pylist()
    return words
