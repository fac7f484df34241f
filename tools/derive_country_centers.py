"""
Derive a center for each country from the boundaries of Natural Earth.

    python tools/derive_country_centers.py world_countries-50m.topo.json.gz census_country_codes.csv

Writes `country_centers.csv` into the bundled set and prints the digests of input and output. The center is that of the area of the
largest piece of land of the country.
"""

import csv
import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from hashlib import sha256
from math import cos, radians
from pathlib import Path
from typing import Any

OUTPUT = Path("src/hled/sources/bundled/geo/country_centers.csv")
SPELLED = {
    "Bosnia and Herzegovina": "Bosnia and Herz.",
    "Brunei Darussalam": "Brunei",
    "DR Congo": "Dem. Rep. Congo",
    "Central African Republic": "Central African Rep.",
    "Congo Republic": "Congo",
    "Cote d'Ivoire": "Côte d'Ivoire",
    "Curacao": "Curaçao",
    "Dominican Republic": "Dominican Rep.",
    "Equatorial Guinea": "Eq. Guinea",
    "Faroe Islands": "Faeroe Is.",
    "French Polynesia": "Fr. Polynesia",
    "Kyrgyz Republic": "Kyrgyzstan",
    "Macau": "Macao",
    "Marshall Islands": "Marshall Is.",
    "Micronesia, Fed. Sts.": "Micronesia",
    "North Macedonia": "Macedonia",
    "Sao Tome and Principe": "São Tomé and Principe",
    "Solomon Islands": "Solomon Is.",
    "South Sudan": "S. Sudan",
    "Eswatini": "eSwatini",
    "Türkiye": "Turkey",
}
"""Names of the list of countries -> names of the map, where they differ."""

Ring = list[tuple[float, float]]


def main(boundaries: Path, countries: Path) -> None:
    shapes = json.loads(gzip.decompress(boundaries.read_bytes()))
    arcs = [_unpacked(arc, shapes["transform"]) for arc in shapes["arcs"]]
    centers = {
        each["properties"]["name"]: _center(_rings(each, arcs))
        for each in shapes["objects"]["countries"]["geometries"]
    }
    listed = [(each["ISO3"], each["country"]) for each in csv.DictReader(countries.open(encoding="utf-8"))]
    listed.append(("USA", "United States of America"))
    found = {
        code: centers[SPELLED.get(name, name)] for code, name in listed if SPELLED.get(name, name) in centers
    }
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["iso3", "longitude", "latitude"])
        writer.writerows(
            [code, f"{east:.2f}", f"{north:.2f}"] for code, (east, north) in sorted(found.items())
        )
    print("without a center:", ", ".join(sorted(code for code, _ in listed if code not in found)))
    for path in (boundaries, countries, OUTPUT):
        print(sha256(path.read_bytes()).hexdigest(), path.name)


def _unpacked(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Ring:
    (by_x, by_y), (from_x, from_y) = transform["scale"], transform["translate"]
    x = y = 0
    line = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        line.append((x * by_x + from_x, y * by_y + from_y))
    return line


def _rings(shape: dict[str, Any], arcs: Sequence[Ring]) -> Iterable[Ring]:
    pieces = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for outer, *_ in pieces:
        yield [point for at in outer for point in (arcs[at] if at >= 0 else arcs[~at][::-1])]


def _center(rings: Iterable[Ring]) -> tuple[float, float]:
    """Center of the largest ring, its area taken as on a sphere by the cosine of the latitude."""
    return max((_area_and_center(ring) for ring in rings), key=lambda each: each[0])[1]


def _area_and_center(ring: Ring) -> tuple[float, tuple[float, float]]:
    area = east = north = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, east, north = area + cross, east + (x1 + x2) * cross, north + (y1 + y2) * cross
    if not area:
        return 0.0, ring[0]
    center = (east / (3 * area), north / (3 * area))
    return abs(area) / 2 * cos(radians(center[1])), center


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
