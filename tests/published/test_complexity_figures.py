"""
Complexity as published, where the matrix that it was published for is at hand.

The 226 x 785 matrix is not in this repository. `EXPORT_MATRIX` may name a file with the columns exporter, product and value;
without it the engine is held to the same definitions on matrices made here.
"""

import csv
import os
from pathlib import Path

import numpy as np
import pytest
from tests.economy.complexity.making import exports, made_values

from hled.dialogue.studies.domain.verification import references
from hled.economy.complexity import Capability, capability, eci_pci, fitness, proximity

FILE = os.environ.get("EXPORT_MATRIX", "")
GROUPS = {each.measure: each for each in references() if each.section == "1.9"}


def read(path: Path) -> Capability:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    exporters = sorted({each["exporter"].upper() for each in rows})
    products = sorted({each["product"] for each in rows})
    row_of = {code: at for at, code in enumerate(exporters)}
    column_of = {code: at for at, code in enumerate(products)}
    values = np.zeros((len(exporters), len(products)))
    for each in rows:
        values[row_of[each["exporter"].upper()], column_of[each["product"]]] += float(each["value"])
    return capability(exports(values, exporters, products))


@pytest.fixture(scope="module")
def world() -> Capability:
    if not FILE:
        pytest.skip("EXPORT_MATRIX names no file: the matrix of 226 exporters by 785 products is not here")
    return read(Path(FILE))


def published(measure: str) -> dict[str, object]:
    group = GROUPS[measure]
    return {each.name: pytest.approx(float(each.value), abs=float(each.tolerance)) for each in group.values}


@pytest.mark.parametrize("measure", ["fitness", "eci"])
def test_countries_of_the_matrix_of_1998_to_2000(world: Capability, measure: str) -> None:
    found = {"fitness": world.fitness.exporters, "eci": world.eci}[measure]

    expected = published(measure)
    assert {code: found[world.exporter(code)] for code in expected} == expected


def test_second_eigenvalue_of_the_matrix_of_1998_to_2000(world: Capability) -> None:
    assert {"λ₂": world.indices.second} == published("second_eigenvalue")


def test_proximity_of_the_matrix_of_1998_to_2000_is_its_definition(world: Capability) -> None:
    for M in (world.M, world.M.T):
        counts, k = M.T.astype(int) @ M.astype(int), M.sum(axis=0)
        assert np.abs(proximity(M) - counts / np.maximum.outer(k, k)).max() <= 6e-8


def test_references_that_need_the_matrix_are_listed_with_what_they_need() -> None:
    assert set(GROUPS) == {"fitness", "eci", "second_eigenvalue", "proximity"}
    assert all(each.needs is not None and "226" in each.needs.en for each in GROUPS.values())
    assert len(GROUPS["fitness"].values) == len(GROUPS["eci"].values) == 12


def test_a_world_of_the_same_size_by_the_definitions_of_the_references() -> None:
    M = capability(exports(made_values(226, 785))).M
    k_c, k_p = M.sum(axis=1), M.sum(axis=0)
    values, vectors = np.linalg.eig((M / k_c[:, None]) @ (M / k_p).T)
    at = np.argsort(-values.real)[1]
    second = vectors[:, at].real
    second = (second - second.mean()) / second.std(ddof=1) * np.sign(np.corrcoef(second, k_c)[0, 1])
    F, Q = np.ones(M.shape[0]), np.ones(M.shape[1])
    for _ in range(19):
        F, Q = (M * Q).sum(axis=1), 1 / (M / F[:, None]).sum(axis=0)
        F, Q = F / F.mean(), Q / Q.mean()

    found = eci_pci(M)

    assert found.eci == pytest.approx(second, abs=1e-9)
    assert found.second == pytest.approx(values.real[at])
    assert fitness(M).exporters == pytest.approx(F)
    assert fitness(M).products == pytest.approx(Q)
