"""Each published value beside what the engine gives, or beside what it would need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from hled.dialogue.studies.domain.numbers import figure_text
from hled.dialogue.studies.domain.verification.references import Group, Reference, references
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError

if TYPE_CHECKING:
    from hled.economy.tables import Table

_MARGIN = Decimal("1.000001")
"""A difference of exactly the tolerance holds, whatever the last binary digit."""

_NEEDS_YEAR = Bilingual(
    "{edition}, {year}: add it with hled tables add FILE --format {format}",
    "{edition}, {year}: agréguela con hled tables add ARCHIVO --format {format}",
)
_EDITIONS = {"wiod2013": Bilingual("WIOD, 2013 release", "WIOD, edición 2013")}
_SIZES = {"wiod2013": (41, 35)}
"""Regions and sectors of each edition: a figure of one cannot be expected of another that covers the same year."""
_ANY_EDITION = "identity"
"""The measure that holds in every table."""
_OTHER_EDITION = Bilingual(
    "a table with {regions} regions and {sectors} sectors, as in {edition}; this one has {has_regions} and {has_sectors}",
    "una tabla con {regions} regiones y {sectors} sectores, como en {edition}; esta tiene {has_regions} y {has_sectors}",
)
_LACKS = Bilingual("a table with {what}", "una tabla con {what}")


class YearTables(Protocol):
    """The tables of an installation, by year."""

    def table(self, id: str) -> "Table": ...

    def of_year(self, year: int) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Check:
    """
    A published value and what the engine gives.

    Parameters
    ----------
    value
        None where it cannot be computed here; `needs` says what is lacking.
    holds
        None where it cannot be computed here.
    """

    group: Group
    reference: Reference
    table: str
    value: str | None
    difference: str | None
    holds: bool | None
    needs: Bilingual | None = None

    def as_json(self) -> dict[str, Any]:
        group = self.group
        return {
            "group": group.id,
            "section": group.section,
            "title_en": group.title.en,
            "title_es": group.title.es,
            "name": self.reference.name,
            "table": self.table,
            "value": self.value,
            "reference": self.reference.value,
            "difference": self.difference,
            "tolerance": self.reference.tolerance,
            "unit": group.unit,
            "source_en": group.source.en,
            "source_es": group.source.es,
            "holds": self.holds,
            "needs_en": self.needs.en if self.needs else None,
            "needs_es": self.needs.es if self.needs else None,
        }


def verify(tables: YearTables, *, told: Callable[[str], None] = lambda step: None) -> Iterator[Check]:
    """
    Every reference in the order of the file, once for each table of its year.

    `told` hears each group before it is computed.
    """
    for group in references():
        told(group.id)
        if group.needs is not None:
            yield from (_absent(group, each, group.needs) for each in group.values)
        elif group.example:
            yield from _on_example(group)
        else:
            yield from _on_year(group, tables)


def _on_example(group: Group) -> Iterator[Check]:
    from hled.dialogue.studies.domain.verification.measures import example_table

    yield from _compared(group, example_table(group.example), group.example)


def _on_year(group: Group, tables: YearTables) -> Iterator[Check]:
    ids = tables.of_year(group.year)
    if not ids:
        needs = _NEEDS_YEAR.format(edition=_EDITIONS[group.edition], year=group.year, format=group.edition)
        yield from (_absent(group, each, needs) for each in group.values)
    for id in ids:
        table = tables.table(id)
        has = len(table.regions), len(table.sectors)
        if group.measure == _ANY_EDITION or has == _SIZES[group.edition]:
            yield from _compared(group, table, id)
        else:
            needs = _other_edition(group.edition, has)
            yield from (_absent(group, each, needs, id) for each in group.values)


def _other_edition(edition: str, has: tuple[int, int]) -> Bilingual:
    (regions, sectors), (has_regions, has_sectors) = _SIZES[edition], has
    return _OTHER_EDITION.format(
        edition=_EDITIONS[edition],
        regions=regions,
        sectors=sectors,
        has_regions=has_regions,
        has_sectors=has_sectors,
    )


def _compared(group: Group, table: "Table", id: str) -> Iterator[Check]:
    from hled.dialogue.studies.domain.verification.measures import MEASURES

    measure = MEASURES[group.measure]
    for each in group.values:
        try:
            value = measure(table, **each.asked)
        except BrokenRuleError as error:
            yield _absent(group, each, _lacking(error), id)
            continue
        written = figure_text(value)
        difference = Decimal(written) - Decimal(each.value)
        holds = abs(difference) <= Decimal(each.tolerance) * _MARGIN
        yield Check(group, each, id, written, f"{difference:f}", holds)


def _absent(group: Group, reference: Reference, needs: Bilingual, id: str = "") -> Check:
    return Check(group, reference, id, None, None, None, needs)


def _lacking(error: BrokenRuleError) -> Bilingual:
    """A label that the table has not, in the words of the engine."""
    found = error.findings[0].found
    said = found if isinstance(found, Bilingual) else Bilingual(found or "?", found or "?")
    return _LACKS.format(what=said)
