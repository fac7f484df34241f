"""
A record N times the real one, for benchmarks and tests of size.

Each copy of the bundled record has its own documents, commitments, reports and discrepancies, with identifiers and
links of its own, all its dates moved by the same number of years, and sectors drawn anew.
Agencies, pillars, objectives, initiatives, legends and context stay as they are.

Run ``python -m benchmarks.generating 100 FOLDER`` to write one.
"""

import sys
from pathlib import Path
from random import Random
from typing import Any

from hled.sources.record import KINDS, Field, Record, Type, bundled_record, read_record, write_record

COPIED = ("documents", "commitments", "progress_reports", "discrepancies", "passages")


def generated_record(times: int, *, seed: int = 20261123) -> dict[str, list[Record]]:
    """The records of `times` copies; the same seed gives the same records."""
    if times < 1:
        raise ValueError(f"times={times!r} is below 1")
    random = Random(seed)
    real = read_record(bundled_record()).records
    sectors = [record["code"] for record in real["legends"] if record["legend"] == "sector"]
    records = {kind: list(of_kind) for kind, of_kind in real.items()}
    for copy in range(1, times):
        years = random.randint(-4, 1)
        for kind in COPIED:
            records[kind] += [
                _moved(KINDS[kind].fields, record, copy, years) | _drawn(kind, record, sectors, random)
                for record in real[kind]
                if kind != "passages" or "commitment" in record
            ]
    return records


def _drawn(kind: str, record: Record, sectors: list[str], random: Random) -> Record:
    return {"sectors": random.sample(sectors, len(record["sectors"]))} if kind == "commitments" else {}


def _moved(fields: tuple[Field, ...], record: Record, copy: int, years: int) -> Record:
    return {
        field.name: _moved_value(field, record[field.name], copy, years)
        for field in fields
        if field.name in record
    }


def _moved_value(field: Field, value: Any, copy: int, years: int) -> Any:
    if value is None:
        return None
    if field.type is Type.RECORD:
        return [_moved(field.fields, inner, copy, years) for inner in value]
    if field.many:
        return [_moved_one(field, inner, copy, years) for inner in value]
    return _moved_one(field, value, copy, years)


def _moved_one(field: Field, value: Any, copy: int, years: int) -> Any:
    if field.type is Type.IDENTIFIER or (field.type is Type.REFERENCE and field.of in COPIED):
        return f"{value}.{copy}"
    if field.type is Type.DATE:
        moved = f"{int(value[:4]) + years:04}{value[4:]}"
        return moved.replace("-02-29", "-02-28")
    return value


if __name__ == "__main__":
    write_record(generated_record(int(sys.argv[1])), Path(sys.argv[2]))
