"""Files of small tables in the layouts that a user may drop in."""

import csv
from pathlib import Path
from typing import Any

import numpy as np

from hled.economy.tables import Table
from hled.sources.input_output.plain import write_plain

CATEGORIES = ("HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR")
INDUSTRIES = ("MEX_01T02", "MEX_29", "USA_01T02", "USA_29", "MX1_01T02", "MX1_29")
"""Mexico stands whole, without flows, and in its part, as in the published files."""

FLOWS = np.array(
    [
        [0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0],
        [0, 0, 40, 10, 3, 2],
        [0, 0, 20, 70, 1, 9],
        [0, 0, 5, 1, 10, 4],
        [0, 0, 2, 30, 2, 20],
    ],
    dtype=float,
)
FINAL = np.array([[0] * 12] * 2 + [[1, 0, 2, 1, 0, 0, 9, 1, 3, 4, -1, 0]] * 4, dtype=float)
TAXES = np.array([0, 0, 2, 3, 1, 1], dtype=float)


def icio_cells() -> list[list[Any]]:
    """Lines of a file of the OECD, header first."""
    finals = [f"{region}_{each}" for region in ("MEX", "USA") for each in CATEGORIES]
    x = FLOWS.sum(axis=1) + FINAL.sum(axis=1)
    value_added = x - FLOWS.sum(axis=0) - TAXES
    none = [0.0] * len(finals)
    return [
        ["V1", *INDUSTRIES, *finals, "OUT"],
        *([label, *FLOWS[at], *FINAL[at], x[at]] for at, label in enumerate(INDUSTRIES)),
        ["TLS", *TAXES, *none, 0.0],
        ["VA", *value_added, *none, 0.0],
        ["OUT", *x, *none, 0.0],
    ]


def write_csv(path: Path, cells: list[list[Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(cells)
    return path


SECTORS = (("A01", "Crop and animal production, hunting"), ("C29", "Motor vehicles"))
WIOD_FINALS = ("CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN")


def wiod_blocks() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Z, Y, x and value added of two countries with two sectors each."""
    Z, Y = FLOWS[2:, 2:], FINAL[2:, :10]
    x = Z.sum(axis=1) + Y.sum(axis=1)
    return Z, Y, x, x - Z.sum(axis=0) - 1


def wiod_lines() -> list[list[Any]]:
    """Lines of the file for Stata, header first."""
    Z, Y, x, value_added = wiod_blocks()
    columns = [f"v{region}{at}" for region in ("MEX", "ROW") for at in (1, 2)]
    finals = [f"v{region}{at}" for region in ("MEX", "ROW") for at in range(57, 62)]
    none = [0.0] * len(finals)
    rows = [
        [code, name, region, at, 2014]
        for region in ("MEX", "ROW")
        for at, (code, name) in enumerate(SECTORS, start=1)
    ]
    below = [("II_fob", 65, Z.sum(axis=0)), ("TXSP", 66, np.ones(4)), ("VA", 70, value_added), ("GO", 73, x)]
    return [
        ["IndustryCode", "IndustryDescription", "Country", "RNr", "Year", *columns, *finals, "TOT"],
        *([*row, *Z[at], *Y[at], x[at]] for at, row in enumerate(rows)),
        *([code, code, "TOT", number, 2014, *values, *none, 0.0] for code, number, values in below),
    ]


def wiod_sheet(path: Path) -> Path:
    """The published workbook as XLSX."""
    from openpyxl import Workbook

    Z, Y, x, value_added = wiod_blocks()
    heads = [
        *((code, name, region) for region in ("MEX", "ROW") for code, name in SECTORS),
        *((code, code, region) for region in ("MEX", "ROW") for code in WIOD_FINALS),
        ("GO", "Total output", "TOT"),
    ]
    book = Workbook()
    sheet = book.active
    sheet.append(["WORLD INPUT-OUTPUT TABLE"])
    sheet.append(["(millions of US$)"])
    for which in range(3):
        sheet.append([None] * 4 + [each[which] for each in heads])
    sheet.append([None] * 4 + [f"c{at}" for at in range(1, len(heads) + 1)])
    for at, (code, name, region) in enumerate(heads[:4]):
        sheet.append([code, name, region, f"r{at + 1}", *Z[at], *Y[at], x[at]])
    for code, values in (("II_fob", Z.sum(axis=0)), ("TXSP", np.ones(4)), ("VA", value_added), ("GO", x)):
        sheet.append([code, code, "TOT", "r65", *values, *([0.0] * 11)])
    book.save(path)
    return path


def plain_folder(folder: Path, table: Table) -> Path:
    folder.mkdir()
    write_plain(table, folder)
    return folder
