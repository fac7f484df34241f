"""Where what a region's final demand calls on arises: value added, output or any account of a table."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding

if TYPE_CHECKING:
    from hled.economy.arrays import Index, Vector
    from hled.economy.leontief import System
    from hled.economy.leontief.footprints import Footprints
    from hled.economy.tables import Table

_WITHOUT = Bilingual("{group} without {home}", "{group} sin {home}")


def known_accounts(table: "Table") -> list[Item]:
    """Every account that a footprint can be taken of."""
    from hled.economy.leontief.totals import ALWAYS

    always = [(code, name, table.unit) for code, name in ALWAYS.items()]
    own = [(each.code, each.name, each.unit) for each in table.satellites]
    return [_account(*each) for each in (*always, *own)]


def _account(code: str, name: Bilingual, unit: str) -> Item:
    return {"code": code, "name_en": name.en, "name_es": name.es, "unit": unit}


def footprint_rows(
    system: "System", code: str, industries: "Index"
) -> tuple[Item, list[Item], tuple[Finding, ...]]:
    """
    The account, its footprint for the final demand of each region of some industries, and what is left out of it.

    Raises
    ------
    BrokenRuleError
        IO-13, when the table has no such account.
    """
    import numpy as np

    from hled.economy.leontief.footprints import footprints
    from hled.economy.leontief.totals import account

    found, named = footprints(system, [code]), account(system, code)
    regions = np.unique(system.table.region_of[industries]).tolist()
    rows = [_footprint(system, found, region) for region in regions]
    return _account(named.code, named.name, named.unit), rows, found.findings


def _footprint(system: "System", found: "Footprints", region: int) -> Item:
    """What arises in a region is for itself, for others, or unexplained: by sales that miss output, or without any output."""
    table, idle = system.table, system.x <= 0
    code = table.regions[region].code
    name = names.region_name(table, code)
    called = found.between[0][:, region]
    own = table.region_of == region
    abroad = len(table.regions) > 1
    return {
        "region": code,
        "region_en": name.en,
        "region_es": name.es,
        "production": amount_text(float(found.production[0][own].sum())),
        "exports": amount_text(float(found.exports[0][own].sum())),
        "imports": amount_text(float(found.imports[0][region])) if abroad else None,
        "unexplained": amount_text(
            float(found.unexplained[0][region] + found.production[0][own & idle].sum())
        ),
        "consumption": amount_text(float(called.sum())),
        "origins": list(_origins(table, called, region)),
    }


def _origins(table: "Table", called: "Vector", home: int) -> Iterator[Item]:
    """At home, then the parts of the world without it; every region is in one row."""
    total = float(called.sum())
    for code, name, members in _parts(table, home):
        amount = float(called[members].sum())
        yield {
            "origin": code,
            "origin_en": name.en,
            "origin_es": name.es,
            "amount": amount_text(amount),
            "share": share_text(amount / total if total else 0.0),
        }


def _parts(table: "Table", home: int) -> Iterator[tuple[str, Bilingual, Sequence[int]]]:
    from hled.economy.tables.choosing import regions_named

    code = table.regions[home].code
    yield code, names.region_name(table, code), [home]
    taken = {home}
    for part in names.origins(table):
        members = regions_named(table, part).tolist()
        rest = [each for each in members if each not in taken]
        if rest:
            name = names.region_name(table, part)
            if home in members:
                name = _WITHOUT.format(group=name, home=names.region_in_sentence(table, code))
            yield part, name, rest
            taken.update(rest)
    for at, region in enumerate(table.regions):
        if at not in taken:
            yield region.code, names.region_name(table, region.code), [at]
