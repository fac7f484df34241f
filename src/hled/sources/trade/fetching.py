"""
Fetching from UN Comtrade through `comtradeapicall`, for those who have a key.

One request is made for each reporter and year, for totals only (all modes of transport and procedures, second partner World), at six
digits with all partners. The answers are read as the files of UN Comtrade are, and kept as a table.
"""

import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, WorldError
from hled.sources.trade import kept
from hled.sources.trade.adding import Told, add_trade, silent
from hled.sources.trade.areas import areas, unknown_areas
from hled.sources.trade.entries import TradeEntry, bundled_entries
from hled.sources.trade.readers import Layout
from hled.sources.trade.rules import TR_12, TR_15, TR_16, TR_17, TR_20, TR_21
from hled.sources.trade.schema import Flow

if TYPE_CHECKING:
    import pandas as pd

    Client = Callable[..., "pd.DataFrame | None"]

LEVELS = (2, 4, 6)
"""Digits that the service has; beyond six the codes are national."""

MOST_RECORDS = 250_000
"""Most records that the service gives in one answer to those with a key."""


def fetch_trade(
    *,
    key: str,
    home: Path,
    reporters: Sequence[str],
    years: Sequence[int],
    flows: Sequence[str] = ("M",),
    level: int = 6,
    id: str = "",
    client: "Client | None" = None,
    progress: Told = silent,
) -> tuple[TradeEntry, tuple[Finding, ...]]:
    """
    Fetch what some reporters declare in some years, and keep it as a table; also what a reader of it has to be told.

    Parameters
    ----------
    key
        Subscription key of the user.
    client
        A function like `comtradeapicall.getFinalData`; that one without it.

    Raises
    ------
    BrokenRuleError
        TR-20 without a key; TR-03, TR-12, TR-15, TR-16 and TR-17 on what is asked, TR-21 on an answer that was cut, and what
        `add_trade` raises. Nothing is kept then.
    WorldError
        When the service or the network does not answer.
    """
    chosen = id or kept.id_from(f"comtrade-{'-'.join(reporters)}-{'-'.join(map(str, years))}")
    _require_askable(key, reporters, years, flows, level)
    kept.require_free(chosen, home, frozenset(bundled_entries()))
    asked = client or _service()
    with tempfile.TemporaryDirectory(prefix="hled-trade-") as folder:
        for reporter in reporters:
            for year in years:
                frame = _answer(asked, key, reporter, year, flows, level)
                frame.to_csv(Path(folder) / f"{reporter}-{year}.csv", index=False)
                progress(f"{reporter} {year}: {len(frame)}")
        return add_trade(Path(folder), Layout.COMTRADE, home, progress, id=chosen)


def _require_askable(
    key: str, reporters: Sequence[str], years: Sequence[int], flows: Iterable[str], level: int
) -> None:
    findings = list(unknown_areas(reporters, "--reporter"))
    findings += [
        Finding(TR_15, "--reporter", each)
        for each in reporters
        if each in areas() and not areas()[each].numbers
    ]
    findings += [Finding(TR_12, "--flow", each) for each in flows if each not in set(Flow)]
    if not reporters or not years:
        findings.append(Finding(TR_16, "--reporter, --year"))
    if level not in LEVELS:
        findings.append(Finding(TR_17, "--level", str(level)))
    if not key:
        findings.append(Finding(TR_20, "HLED_COMTRADE_KEY"))
    if findings:
        raise BrokenRuleError(findings)


def _service() -> "Client":
    import comtradeapicall

    client: Client = comtradeapicall.getFinalData
    return client


def _answer(
    client: "Client", key: str, reporter: str, year: int, flows: Sequence[str], level: int
) -> "pd.DataFrame":
    """One answer. The package prints what went wrong and gives nothing; its words go into the error, without the key."""
    printed = StringIO()
    try:
        with redirect_stdout(printed):
            frame = client(
                key,
                typeCode="C",
                freqCode="A",
                clCode="HS",
                period=str(year),
                reporterCode=areas()[reporter].numbers[0].lstrip("0"),
                cmdCode=f"AG{level}",
                flowCode=",".join(flows),
                partnerCode=None,
                partner2Code="0",
                customsCode="C00",
                motCode="0",
                maxRecords=MOST_RECORDS,
                format_output="JSON",
                includeDesc=False,
            )
    except Exception as error:  # the package raises whatever the network and the parser raise
        raise _unanswered(reporter, year, str(error), key) from error
    if frame is None:
        raise _unanswered(reporter, year, printed.getvalue(), key)
    place = f"UN Comtrade: {reporter} {year}"
    if frame.empty:
        raise BrokenRuleError([Finding(TR_16, place, Bilingual("no records", "sin registros"))])
    if len(frame) >= MOST_RECORDS:
        raise BrokenRuleError([Finding(TR_21, place, str(len(frame)))])
    return frame


def _unanswered(reporter: str, year: int, said: str, key: str) -> WorldError:
    words = " ".join(said.replace(key, "***").split())[:300] or "-"
    return WorldError(
        Bilingual(
            f"UN Comtrade did not answer for {reporter} {year}: {words}. Check the network and the key, or download the file and use "
            "hled trade add FILE --format comtrade.",
            f"UN Comtrade no respondió para {reporter} {year}: {words}. Revise la red y la clave, o descargue el archivo y use hled "
            "trade add FILE --format comtrade.",
        ),
        again=True,
    )
