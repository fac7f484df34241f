"""Names in both languages for the codes that published layouts use, and the groups that go with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from hled.economy.arrays import Index
from hled.economy.tables import Category, Group, Label
from hled.kernel.bilingual import Bilingual
from hled.sources.input_output.filling import Key
from hled.sources.input_output.labels import categories_of, name_of, rows_of

NAMES = Path(__file__).parent / "names"

_EU27 = frozenset(
    [
        "AUT",
        "BEL",
        "BGR",
        "CYP",
        "CZE",
        "DEU",
        "DNK",
        "ESP",
        "EST",
        "FIN",
        "FRA",
        "GRC",
        "HRV",
        "HUN",
        "IRL",
        "ITA",
        "LTU",
        "LUX",
        "LVA",
        "MLT",
        "NLD",
        "POL",
        "PRT",
        "ROU",
        "SVK",
        "SVN",
        "SWE",
    ]
)
_NORTH_AMERICA = frozenset({"CAN", "MEX", "USA"})
_NAMED_APART = _EU27 | _NORTH_AMERICA | {"CHN"}

_REGION_GROUPS = (
    (
        "EU27",
        Bilingual("European Union of 27 members (since 2020)", "Unión Europea de 27 miembros (desde 2020)"),
        _EU27,
    ),
    ("North_America", Bilingual("North America", "América del Norte"), _NORTH_AMERICA),
)
_REST = Bilingual(
    "All but the United States, Mexico, Canada, China and the European Union",
    "Todos salvo Estados Unidos, México, Canadá, China y la Unión Europea",
)
_SECTOR_GROUPS = {
    "primary": Bilingual(
        "Agriculture, forestry, fishing and mining", "Agricultura, silvicultura, pesca y minería"
    ),
    "manufacturing": Bilingual("Manufacturing", "Manufacturas"),
    "utilities_construction": Bilingual(
        "Utilities and construction", "Electricidad, gas, agua y construcción"
    ),
    "services": Bilingual("Services", "Servicios"),
}


@dataclass(frozen=True, slots=True)
class Labeled:
    """Labels of a table, and where each industry and column of final demand belongs among them."""

    regions: tuple[Label, ...]
    sectors: tuple[Label, ...]
    categories: tuple[Category, ...]
    region_of: Index
    sector_of: Index
    final_region_of: Index
    final_category_of: Index
    parts: tuple[str, ...]


@lru_cache(maxsize=8)
def names_in(file: str) -> Mapping[str, Mapping[str, str]]:
    """Rows of a list of names by code."""
    return {row["code"]: row for row in rows_of(NAMES / file)}


@lru_cache(maxsize=8)
def categories_in(file: str) -> Mapping[str, Category]:
    return {each.code: each for each in categories_of(rows_of(NAMES / file))}


def labeled(
    industries: Sequence[Key],
    finals: Sequence[Key],
    categories: Mapping[str, Category],
    sector_names: Mapping[str, Bilingual],
) -> Labeled:
    """Labels in the order in which they first occur; a code without a name in the lists is its own name."""
    regions = _order([*(key[0] for key in industries), *(key[0] for key in finals)])
    sectors = _order(key[1] for key in industries)
    used = _order(key[1] for key in finals)
    known = names_in("regions.csv")
    parts = tuple(key[2] if len(key) > 2 else "" for key in industries)
    return Labeled(
        regions=tuple(Label(code, name_of(known.get(code.upper(), {"code": code}))) for code in regions),
        sectors=tuple(Label(code, sector_names.get(code, Bilingual(code, code))) for code in sectors),
        categories=tuple(categories[code] for code in used),
        region_of=_index(regions[key[0]] for key in industries),
        sector_of=_index(sectors[key[1]] for key in industries),
        final_region_of=_index(regions[key[0]] for key in finals),
        final_category_of=_index(used[key[1]] for key in finals),
        parts=parts if any(parts) else (),
    )


def region_groups(regions: Iterable[Label]) -> tuple[Group, ...]:
    """The groups whose members the table has, and the rest."""
    codes = [each.code for each in regions]
    whole = tuple(
        Group(code, name, tuple(each for each in codes if each in members))
        for code, name, members in _REGION_GROUPS
        if members <= set(codes) and code not in codes
    )
    rest = tuple(each for each in codes if each not in _NAMED_APART)
    return (*whole, Group("rest", _REST, rest)) if rest and whole else whole


def sector_groups(group_of: Mapping[str, str], sectors: Iterable[Label]) -> tuple[Group, ...]:
    """Broad groups of the sectors that have one in `group_of`."""
    codes = [each.code for each in sectors]
    return tuple(
        Group(code, name, members)
        for code, name in _SECTOR_GROUPS.items()
        if (members := tuple(each for each in codes if group_of.get(each) == code))
    )


def _order(codes: Iterable[str]) -> dict[str, int]:
    return {code: at for at, code in enumerate(dict.fromkeys(codes))}


def _index(places: Iterable[int]) -> Index:
    return np.array(list(places), dtype=np.intp)
