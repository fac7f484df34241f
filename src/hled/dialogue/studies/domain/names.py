"""Regions, sectors and industries of a table in words."""

from types import MappingProxyType
from typing import TYPE_CHECKING

from hled.interfaces.formats import number
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.tables import Table

FOREIGN = "foreign"
"""Every region but the buyer's own."""

ORIGINS = ("USA", "MEX", "CAN", "CHN", "EU27", "rest")
"""The suppliers that pages set side by side; together they are the world."""

_SHORT = MappingProxyType(
    {
        "USA": Bilingual("United States", "Estados Unidos"),
        "MEX": Bilingual("Mexico", "México"),
        "CAN": Bilingual("Canada", "Canadá"),
        "CHN": Bilingual("China", "China"),
        "EU27": Bilingual("European Union", "Unión Europea"),
        "rest": Bilingual("rest of the world", "resto del mundo"),
        FOREIGN: Bilingual("all other countries", "todos los demás países"),
    }
)
"""Names of a few words, for sentences and heads of columns; the table's own name stands where none is here."""

_IN_SENTENCE = MappingProxyType(
    {
        "USA": Bilingual("the United States", "Estados Unidos"),
        "EU27": Bilingual("the European Union", "la Unión Europea"),
        "GBR": Bilingual("the United Kingdom", "Reino Unido"),
        "NLD": Bilingual("the Netherlands", "Países Bajos"),
        "PHL": Bilingual("the Philippines", "Filipinas"),
        "ARE": Bilingual("the United Arab Emirates", "Emiratos Árabes Unidos"),
        "DOM": Bilingual("the Dominican Republic", "República Dominicana"),
        "rest": Bilingual("the rest of the world", "el resto del mundo"),
        "RoW": Bilingual("the countries that the table does not name", "los países que la tabla no nombra"),
    }
)
"""Names with their article, where they have one."""

_UNITS = MappingProxyType(
    {
        "million USD": Bilingual("million U.S. dollars", "millones de dólares"),
        "billion USD": Bilingual("billion U.S. dollars", "miles de millones de dólares"),
    }
)

_PRODUCT = (
    Bilingual("{count} product", "{count} producto"),
    Bilingual("{count} products", "{count} productos"),
)
_AND = Bilingual("{first} and {last}", "{first} y {last}")
_SECTOR_IN = Bilingual("{sector} in {region}", "{sector} en {region}")
_ALL_INDUSTRIES = Bilingual("all industries", "todas las industrias")


def regions(table: "Table") -> dict[str, Bilingual]:
    """Code of each region and group of regions -> its name."""
    named = {each.code: each.name for each in table.regions}
    return named | {each.code: each.name for each in table.region_groups}


def sectors(table: "Table") -> dict[str, Bilingual]:
    """Code of each sector and group of sectors -> its name."""
    named = {each.code: each.name for each in table.sectors}
    return named | {each.code: each.name for each in table.sector_groups}


def origins(table: "Table") -> list[str]:
    """The parts of the world that the table knows."""
    known = regions(table)
    return [code for code in ORIGINS if code in known]


def region_name(table: "Table", code: str) -> Bilingual:
    """A region or group of regions."""
    if code in _SHORT:
        return _SHORT[code]
    return regions(table).get(code) or Bilingual(code, code)


def region_in_sentence(table: "Table | None", code: str) -> Bilingual:
    """The same inside a sentence, with its article; without a table the code stands for what has no short name."""
    found = _IN_SENTENCE.get(code) or _SHORT.get(code)
    if found is not None:
        return found
    return region_name(table, code) if table is not None else Bilingual(code, code)


def unit_name(unit: str) -> Bilingual:
    return _UNITS.get(unit) or Bilingual(unit or "-", unit or "-")


def sector_name(table: "Table", code: str) -> Bilingual:
    """A sector or group of sectors."""
    if code in {"", "all"}:
        return _ALL_INDUSTRIES
    return sectors(table).get(code) or Bilingual(code, code)


def industry_name(table: "Table", at: int) -> Bilingual:
    """A sector of a region, by its place in the table."""
    name: Bilingual = table.sectors[int(table.sector_of[at])].name
    return name


def spec_name(table: "Table", spec: str) -> Bilingual:
    """What was asked for, such as ``USA.manufacturing`` or ``USA,MEX``."""
    names = [_one(table, each) for each in split(spec)]
    return listed(names) if names else Bilingual(spec or "-", spec or "-")


def lower(text: Bilingual) -> Bilingual:
    """A name inside a sentence; what begins with capitals, as ICT does, keeps them."""
    return Bilingual(_lower(text.en), _lower(text.es))


def _lower(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def split(spec: str) -> list[str]:
    return [each.strip() for each in spec.split(",") if each.strip()]


def listed(names: "list[Bilingual]") -> Bilingual:
    """`A, B and C`."""
    if len(names) == 1:
        return names[0]
    first = Bilingual(", ".join(each.en for each in names[:-1]), ", ".join(each.es for each in names[:-1]))
    return _AND.format(first=first, last=names[-1])


def _one(table: "Table", spec: str) -> Bilingual:
    region, _, sector = spec.partition(".")
    if not sector:
        if region in regions(table) or region in _SHORT:
            return region_in_sentence(table, region)
        return lower(sector_name(table, region))
    return _SECTOR_IN.format(
        sector=lower(sector_name(table, sector)), region=region_in_sentence(table, region)
    )


def capital(text: Bilingual) -> Bilingual:
    """The same at the beginning of a sentence."""
    return Bilingual(text.en[:1].upper() + text.en[1:], text.es[:1].upper() + text.es[1:])


def region_title(code: str) -> Bilingual:
    """A region at the head of something, where no table is at hand."""
    return capital(_SHORT.get(code) or Bilingual(code, code))


def counted_products(count: int) -> Bilingual:
    """`1 product`, `77 products`."""
    return _PRODUCT[count != 1].format(count=number(count))


def plain_name(name: str, code: str) -> str:
    """The name of a code without the code that some names end with, for where the code stands beside it."""
    at = len(code) - 2
    return name.removesuffix(f" ({code[:at]}.{code[at:]})")
