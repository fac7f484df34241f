"""The published values, read from the data file beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from hled.kernel.bilingual import Bilingual

FILE = Path(__file__).with_name("references.yaml")


@dataclass(frozen=True, slots=True)
class Reference:
    """
    One published value.

    Parameters
    ----------
    value
        With the digits that were printed.
    asked
        What the measure is asked for.
    """

    name: str
    value: str
    tolerance: str
    asked: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """
    Values of one source on one table.

    Parameters
    ----------
    example
        One of the small published tables; empty where the table is one of an installation.
    edition, year
        The edition that the source used, and the year of the table.
    needs
        What would have to be there, where no table of an installation can give the values.
    """

    id: str
    section: str
    title: Bilingual
    measure: str
    source: Bilingual
    unit: str
    values: tuple[Reference, ...]
    example: str = ""
    edition: str = ""
    year: int = 0
    needs: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A small published table: labels, and cells as text."""

    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    Z: tuple[tuple[str, ...], ...]
    Y: tuple[tuple[str, ...], ...]
    x: tuple[str, ...]


@cache
def _read() -> Mapping[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: Mapping[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  # a safe loader
    return found


@cache
def references() -> tuple[Group, ...]:
    """Every group, in the order of the file."""
    sources = {key: Bilingual(**each) for key, each in _read()["sources"].items()}
    return tuple(_group(each, sources) for each in _read()["groups"])


@cache
def example(name: str) -> Example:
    found = _read()["examples"][name]
    return Example(
        regions=tuple(found["regions"]),
        sectors=tuple(found["sectors"]),
        Z=tuple(map(tuple, found["Z"])),
        Y=tuple(map(tuple, found["Y"])),
        x=tuple(found["x"]),
    )


def _group(said: Mapping[str, Any], sources: Mapping[str, Bilingual]) -> Group:
    common = said.get("with") or {}
    return Group(
        id=said["id"],
        section=said["section"],
        title=Bilingual(**said["title"]),
        measure=said["measure"],
        source=sources[said["source"]],
        unit=said["unit"],
        values=tuple(
            Reference(
                each["name"],
                each["value"],
                each.get("tolerance", said["tolerance"]),
                {**common, **(each.get("with") or {})},
            )
            for each in said["values"]
        ),
        example=said.get("example", ""),
        edition=said.get("edition", ""),
        year=said.get("year", 0),
        needs=Bilingual(**said["needs"]) if "needs" in said else None,
    )
