"""What is measured of an industry's place: the measures in their groups, with their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.arrays import Index, Mask, Matrix, Vector
    from hled.economy.leontief import System
    from hled.economy.leontief.position import Position


@dataclass(frozen=True, slots=True)
class Group:
    code: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class Measure:
    """
    Parameters
    ----------
    head
        At the head of a column, in few words.
    decimals
        That a table for people shows; none for an amount.
    percent
        Whether it is a share of one, and shown as a percentage.
    """

    code: str
    group: str
    title: Bilingual
    head: Bilingual
    decimals: int = 2
    percent: bool = False

    @property
    def is_amount(self) -> bool:
        return not self.decimals


GROUPS = (
    Group("multipliers", Bilingual("Multipliers", "Multiplicadores")),
    Group("linkages", Bilingual("Linkages", "Encadenamientos")),
    Group("dispersion", Bilingual("Dispersion (Rasmussen)", "Dispersión (Rasmussen)")),
    Group("supply", Bilingual("Tied to its supply (Ghosh)", "Ligado a su oferta (Ghosh)")),
    Group("position", Bilingual("Place in the chain", "Lugar en la cadena")),
)


_PARTS = (
    ("home", Bilingual("{of}, at home", "{of}, en el país"), Bilingual("{before}home", "{before}país")),
    (
        "partner",
        Bilingual("{of}, at the partner", "{of}, en el socio"),
        Bilingual("{before}partner", "{before}socio"),
    ),
    (
        "rest",
        Bilingual("{of}, in the rest of the world", "{of}, en el resto del mundo"),
        Bilingual("{before}rest", "{before}resto"),
    ),
)
_VALUE_AT = Bilingual("% value, ", "% valor, ")


def _split(code: str, group: str, of: Bilingual, *, percent: bool = False) -> tuple[Measure, ...]:
    """A measure by where it arises: at home, at the partner, in the rest of the world."""
    before = _VALUE_AT if percent else ""
    return tuple(
        Measure(
            f"{code}_{part}",
            group,
            title.format(of=of),
            head.format(before=before),
            1 if percent else 2,
            percent,
        )
        for part, title, head in _PARTS
    )


_OUTPUT = Bilingual("Output multiplier", "Multiplicador de producción")
_VALUE = Bilingual("Value-added multiplier", "Multiplicador de valor agregado")
_SUPPLY = Bilingual("Supply-side multiplier", "Multiplicador por el lado de la oferta")

MEASURES: tuple[Measure, ...] = (
    Measure("output_multiplier", "multipliers", _OUTPUT, Bilingual("output", "producción")),
    *_split("output", "multipliers", _OUTPUT),
    Measure(
        "value_added_multiplier",
        "multipliers",
        _VALUE,
        Bilingual("% value, table", "% valor, tabla"),
        1,
        True,
    ),
    *_split("value_added", "multipliers", _VALUE, percent=True),
    Measure(
        "direct_backward",
        "linkages",
        Bilingual("Direct backward linkage", "Encadenamiento directo hacia atrás"),
        Bilingual("back, direct", "atrás, directo"),
    ),
    Measure(
        "direct_forward",
        "linkages",
        Bilingual("Direct forward linkage", "Encadenamiento directo hacia adelante"),
        Bilingual("forward, direct", "adelante, directo"),
    ),
    Measure(
        "backward",
        "linkages",
        Bilingual("Total backward linkage", "Encadenamiento total hacia atrás"),
        Bilingual("back, total", "atrás, total"),
    ),
    Measure(
        "forward",
        "linkages",
        Bilingual("Total forward linkage", "Encadenamiento total hacia adelante"),
        Bilingual("forward, total", "adelante, total"),
    ),
    Measure(
        "normalized_backward",
        "linkages",
        Bilingual("Backward linkage over the mean", "Encadenamiento hacia atrás sobre la media"),
        Bilingual("back / mean", "atrás / media"),
    ),
    Measure(
        "normalized_forward",
        "linkages",
        Bilingual("Forward linkage over the mean", "Encadenamiento hacia adelante sobre la media"),
        Bilingual("forward / mean", "adelante / media"),
    ),
    Measure(
        "power",
        "dispersion",
        Bilingual("Power of dispersion", "Poder de dispersión"),
        Bilingual("power", "poder"),
    ),
    Measure(
        "power_spread",
        "dispersion",
        Bilingual("Spread of power", "Variación del poder"),
        Bilingual("its spread", "su variación"),
    ),
    Measure(
        "sensitivity",
        "dispersion",
        Bilingual("Sensitivity of dispersion", "Sensibilidad de dispersión"),
        Bilingual("sensitivity", "sensibilidad"),
    ),
    Measure(
        "sensitivity_spread",
        "dispersion",
        Bilingual("Spread of sensitivity", "Variación de la sensibilidad"),
        Bilingual("its spread", "su variación"),
    ),
    Measure("supply_multiplier", "supply", _SUPPLY, Bilingual("total", "total")),
    *_split("supply", "supply", _SUPPLY),
    Measure(
        "tied_output",
        "supply",
        Bilingual("Output tied to its primary inputs", "Producción ligada a sus insumos primarios"),
        Bilingual("tied output", "total ligado"),
        0,
    ),
    Measure(
        "upstreamness",
        "position",
        Bilingual("Upstreamness, stages to final use", "Posición aguas arriba, etapas al uso final"),
        Bilingual("to final use", "aguas arriba"),
    ),
    Measure(
        "downstreamness",
        "position",
        Bilingual(
            "Downstreamness, stages from primary inputs",
            "Posición aguas abajo, etapas desde los insumos primarios",
        ),
        Bilingual("from inputs", "aguas abajo"),
    ),
    Measure(
        "final_share",
        "position",
        Bilingual("Final use over output", "Uso final sobre producción"),
        Bilingual("% final use", "% uso final"),
        1,
        True,
    ),
    Measure(
        "value_added_share",
        "position",
        Bilingual("Value added over output", "Valor agregado sobre producción"),
        Bilingual("% value added", "% valor agregado"),
        1,
        True,
    ),
)


def shown_measures(group: str, items: Sequence[Mapping[str, Any]]) -> list[Measure]:
    """Measures of a group that some item has; what is one everywhere, as all value added of a world table, says nothing."""

    def says(measure: Measure) -> bool:
        return bool({each[measure.code] for each in items} - {None, "1"})

    return [each for each in MEASURES if each.group == group and says(each)]


BY_CODE: Mapping[str, Measure] = MappingProxyType({each.code: each for each in MEASURES})
_PARTNERS = MappingProxyType({"USA": ("MEX",), "MEX": ("USA",)})
_PARTIES = ("USA", "MEX")


@dataclass(frozen=True)
class Measured:
    """
    The measures of every industry of a table.

    Attributes
    ----------
    values
        Code of each measure -> (n,) array; a part that no region of the table stands for is left out of `known`.
    known : Mapping[str, (n,) array of bool]
        Where a measure means something.
    """

    values: "Mapping[str, Vector]"
    known: "Mapping[str, Mask]"
    is_key: "Mask"
    position: "Position"

    def texts(self, at: int) -> dict[str, str | None]:
        """Every measure of one industry as text; None where it means nothing."""
        return {
            each.code: _text(each, float(self.values[each.code][at])) if self.known[each.code][at] else None
            for each in MEASURES
        }


def _text(measure: Measure, value: float) -> str:
    return amount_text(value) if measure.is_amount else share_text(value)


def measured(system: "System", *, inventories: bool) -> Measured:
    """
    Everything that is measured of every industry.

    Raises
    ------
    BrokenRuleError
        IO-41, when inventories are as large as output.
    """
    from hled.economy.leontief.ghosh import supply_multipliers
    from hled.economy.leontief.linkages import linkages, rasmussen
    from hled.economy.leontief.multipliers import multipliers
    from hled.economy.leontief.position import industry_position

    links, dispersion = linkages(system), rasmussen(system)
    position = industry_position(system, inventories=inventories)
    output, added = multipliers(system, "output"), multipliers(system, "value_added")
    supply = supply_multipliers(system)
    values: dict[str, Vector] = {
        "output_multiplier": output.total,
        "value_added_multiplier": added.total,
        "supply_multiplier": supply.total,
        "tied_output": supply.tied,
        **{name: getattr(links, name) for name in _LINKS},
        **{name: getattr(dispersion, name) for name in _DISPERSION},
        **{name: getattr(position, name) for name in _POSITION},
    }
    known = dict.fromkeys(values, system.x > 0)
    for code, by_region in (
        ("output", output.by_region),
        ("value_added", added.by_region),
        ("supply", supply.by_region),
    ):
        for part, (amount, there) in _parts(system, by_region).items():
            values[f"{code}_{part}"], known[f"{code}_{part}"] = amount, there & (system.x > 0)
    return Measured(values, known, links.is_key & (system.x > 0), position)


_LINKS = (
    "direct_backward",
    "direct_forward",
    "backward",
    "forward",
    "normalized_backward",
    "normalized_forward",
)
_DISPERSION = ("power", "power_spread", "sensitivity", "sensitivity_spread")
_POSITION = ("upstreamness", "downstreamness", "final_share", "value_added_share")


def partners_of(system: "System") -> "Matrix":
    """(G, G) Whether the region of the column is a partner of that of the row: the other Party, or both of a third country."""
    import numpy as np

    codes = [each.code for each in system.table.regions]
    found = np.zeros((len(codes), len(codes)))
    for at, code in enumerate(codes):
        for partner in _PARTNERS.get(code, _PARTIES):
            if partner in codes:
                found[at, codes.index(partner)] = 1.0
    return found


def _parts(system: "System", by_region: "Matrix") -> "dict[str, tuple[Vector, Mask]]":
    """(n,) Amount at home, at the partner and in all other regions, and whether there is such a region."""
    import numpy as np

    home: Index = system.table.region_of
    everyone = np.arange(system.table.n)
    partners = partners_of(system)[home]
    others = 1 - partners
    others[everyone, home] = 0
    return {
        "home": (by_region[everyone, home], np.ones(system.table.n, dtype=np.bool_)),
        "partner": (np.asarray((by_region * partners).sum(axis=1)), np.asarray(partners.any(axis=1))),
        "rest": (np.asarray((by_region * others).sum(axis=1)), np.asarray(others.any(axis=1))),
    }
