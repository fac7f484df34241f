"""`hled verify`: what was published is reproduced, and what cannot be is said."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hled.dialogue.studies.domain.verification import references, verify
from hled.dialogue.studies.domain.verification.measures import MEASURES, example_table
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.economy.tables import Table

Run = Callable[..., Any]


@pytest.mark.parametrize("group", references(), ids=lambda each: each.id)
def test_a_group_says_where_it_can_be_computed_or_what_it_needs(group):
    places = [bool(group.example), bool(group.year), group.needs is not None]

    assert sum(places) == 1
    assert group.needs is not None or group.measure in MEASURES
    assert all(float(each.tolerance) >= 0 and float(each.value) is not None for each in group.values)


def test_every_value_that_the_bundled_tables_can_give_is_reproduced(tmp_path):
    found = list(verify(InstalledTables(tmp_path)))

    assert [
        f"{each.group.id} {each.reference.name}: {each.value}" for each in found if each.holds is False
    ] == []
    assert sum(each.holds is True for each in found) >= 215
    assert all(each.needs for each in found if each.holds is None)


def test_verify_prints_value_reference_difference_tolerance_and_source(hled: Run) -> None:
    ran = hled("verify")

    assert ran.code == 0
    for word in (
        "Value",
        "Reference",
        "Difference",
        "Tolerance",
        "holds",
        "exvatools",
        "Not computable here",
    ):
        assert word in ran.out
    assert "100724.86" in ran.out


class OneTable:
    """An installation with one added table of 2011 that knows none of the countries of the references."""

    def table(self, id: str) -> Table:
        return replace(example_table("leather"), id=id, year=2011)

    def of_year(self, year: int) -> list[str]:
        return ["mine"] if year == 2011 else []


def test_an_added_table_is_checked_against_its_year_and_says_what_it_lacks():
    found = [each for each in verify(OneTable()) if each.group.year]

    of_2011 = [each for each in found if each.group.year == 2011]
    assert {each.table for each in of_2011} == {"mine"}
    assert [each.reference.name for each in of_2011 if each.holds] == [
        "v'L = 1",
        "L f = x",
        "Ghosh = diag(x)^-1 L diag(x)",
        "x = v'H",
    ]
    lacking = [each for each in of_2011 if each.holds is None]
    assert lacking
    assert all("a table with" in each.needs.en for each in lacking if each.needs)
    assert all(each.holds is None and "1995" in each.needs.en for each in found if each.group.year == 1995)


class OtherEdition(OneTable):
    """An added table of 2011 with countries of the references, of another edition."""

    def table(self, id: str) -> Table:
        table = super().table(id)
        regions = tuple(
            replace(each, code=code) for each, code in zip(table.regions, ("MEX", "USA", "CHN"), strict=True)
        )
        return replace(table, regions=regions)


def test_a_table_of_another_edition_is_not_held_to_figures_that_were_never_of_it():
    found = [each for each in verify(OtherEdition()) if each.group.year == 2011]

    assert {each.holds for each in found} == {True, None}
    assert {each.group.measure for each in found if each.holds} == {"identity"}
    assert all("41 regions and 35 sectors" in each.needs.en for each in found if each.needs)
    assert all("esta tiene 3 y 3" in each.needs.es for each in found if each.needs)
