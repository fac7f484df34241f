"""Answers kept between processes: one takes seconds to compute with its range, and a millisecond to read."""

import json
import logging
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hled.dialogue.studies.domain.question import Result, Solution, TableUsed
from hled.kernel.bilingual import Bilingual
from hled.kernel.digest import digest_of_code, sha256_of
from hled.kernel.files import write_whole
from hled.kernel.rule import finding_of
from hled.sources.digests import DIGESTS

_LOG = logging.getLogger(__name__)
MOST_KEPT = 2000
"""Answers on disk; a slider that anyone may move must not fill it."""
_HANDS = ("dialogue/studies/domain", "economy", "sources/trade")


@cache
def _hand() -> str:
    """Digest of the code that computes, of its documents and of the bundled data, so that an older answer is not given."""
    return sha256_of([sha256_of(DIGESTS), digest_of_code(*_HANDS)])


def remembered(home: Path, key: object, compute: Callable[[], Result]) -> Result:
    """
    An answer from the folder of this installation, computed where it is not there.

    Parameters
    ----------
    key
        Everything that the answer depends on beside the code: question, parameters, editions of tables, versions.
    """
    found = recalled(home, key)
    if found is not None:
        return _result(found)
    made = compute()
    keep(home, key, _written(made))
    return made


def known(home: Path, key: object) -> Result | None:
    """The same, where it is there already; None where it would have to be computed."""
    found = recalled(home, key)
    return None if found is None else _result(found)


def recalled(home: Path, key: object) -> Any:
    """What was kept under a key; None where nothing was."""
    kept = _place(home, key)
    try:
        return json.loads(kept.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        _LOG.warning("answer %s cannot be read: %s", kept, error)
        return None


def _place(home: Path, key: object) -> Path:
    return home / "answers" / f"{sha256_of([key, _hand()])}.json"


def keep(home: Path, key: object, written: object) -> None:
    """Whole or not at all, for another process may be reading; beyond `MOST_KEPT` nothing is added."""
    kept = _place(home, key)
    try:
        if kept.parent.is_dir() and len(os.listdir(kept.parent)) >= MOST_KEPT:
            return
        content = json.dumps(written, ensure_ascii=False).encode()
        write_whole(kept, lambda file: file.write(content))
    except OSError as error:
        _LOG.warning("answer %s cannot be kept: %s", kept, error)


def _written(result: Result) -> dict[str, Any]:
    return {
        "question": [result.question.en, result.question.es],
        "says": [result.says.en, result.says.es],
        "items": [dict(each) for each in result.items],
        "tables": [each.as_json() for each in result.tables],
        "more": dict(result.more),
        "figures": dict(result.figures),
        "findings": [each.as_json() for each in result.findings],
        "seed": result.seed,
        "solved": [each.as_json() for each in result.solved],
    }


def _result(written: Mapping[str, Any]) -> Result:
    return Result(
        question=Bilingual(*written["question"]),
        says=Bilingual(*written["says"]),
        items=tuple(written["items"]),
        tables=tuple(_table(each) for each in written["tables"]),
        more=written["more"],
        figures=written["figures"],
        findings=tuple(finding_of(each) for each in written["findings"]),
        seed=written["seed"],
        solved=tuple(Solution.of(each) for each in written["solved"]),
    )


def _table(written: Mapping[str, Any]) -> TableUsed:
    title, source, vintage = (
        Bilingual(written[f"{name}_en"], written[f"{name}_es"]) for name in ("title", "source", "vintage")
    )
    return TableUsed(
        id=written["id"],
        title=title,
        year=written["year"],
        unit=written["unit"],
        digest=written["digest"],
        edition=written["edition"],
        source=source,
        vintage=vintage,
    )
