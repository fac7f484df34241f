"""Rows of tables as pages show them: the first stand open, the others behind a fold."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hled.dialogue.studies.domain.names import plain_name

Item = Mapping[str, Any]
MOST_OPEN = 20
"""Rows that stand open: what a phone can walk through."""


def folded(
    rows: Sequence[dict[str, Any]], first: int = MOST_OPEN, keep: Callable[[Item], bool] | None = None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """
    What stands open, and what is behind a fold.

    Parameters
    ----------
    keep
        Rows that stay open wherever they stand.
    """
    opened = [at < first or bool(keep and keep(each)) for at, each in enumerate(rows)]
    return (
        [each for each, shown in zip(rows, opened, strict=True) if shown],
        [each for each, shown in zip(rows, opened, strict=True) if not shown],
    )


def plain_names(item: Item) -> dict[str, str]:
    """Its names in both languages, for where the code stands beside them."""
    return {name: plain_name(item[name], item["code"]) for name in ("name_en", "name_es")}
