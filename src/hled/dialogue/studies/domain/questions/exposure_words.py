"""The question of exposure and its answer in words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Choice
from hled.dialogue.studies.domain.question import Item
from hled.dialogue.studies.domain.questions.wording import range_words, share_words
from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.tables import Table

CONVENTIONS = (
    Choice("face_value", Bilingual("face value", "valor nominal")),
    Choice(
        "look_through_output",
        Bilingual("looking through, gross output", "mirando a través, producción bruta"),
    ),
    Choice(
        "look_through_value_added",
        Bilingual("looking through, value added", "mirando a través, valor agregado"),
    ),
    Choice("corridor", Bilingual("through a corridor", "a través de un corredor")),
)
MEANINGS: Mapping[str, Bilingual] = {
    "face_value": Bilingual("came straight from the supplier", "vino directamente del proveedor"),
    "look_through_output": Bilingual(
        "the supplier makes of all output that those inputs call on, at every stage",
        "hace el proveedor de toda la producción que esos insumos requieren, en cada etapa",
    ),
    "look_through_value_added": Bilingual(
        "the supplier added of the value of those inputs, at whatever stage",
        "agregó el proveedor al valor de esos insumos, en cualquier etapa",
    ),
    "corridor": Bilingual(
        "an origin added of the value of all inputs, inside what the buyer buys from the corridor",
        "agregó un origen al valor de todos los insumos, dentro de lo que el comprador compra al corredor",
    ),
}
"""The share that ..., for each convention."""


def question_in_words(table: "Table", asked: Asked) -> Bilingual:
    values = {
        "buyers": names.spec_name(table, asked["buyers"]),
        "suppliers": names.spec_name(table, asked["suppliers"]),
        "through": names.spec_name(table, asked["through"]) if asked["through"] else "",
        "year": table.year,
    }
    template = _QUESTION_THROUGH if asked["through"] else _QUESTION
    if names.split(asked["suppliers"]) == names.origins(table) and not asked["through"]:
        template = _QUESTION_WHOM
    return template.format(**values)


_QUESTION = Bilingual(
    "In {year}, how far did the inputs of {buyers} depend on {suppliers}?",
    "En {year}, ¿en qué medida dependieron de {suppliers} los insumos de {buyers}?",
)
_QUESTION_WHOM = Bilingual(
    "In {year}, on whom did the inputs of {buyers} depend?",
    "En {year}, ¿de quién dependieron los insumos de {buyers}?",
)
_QUESTION_THROUGH = Bilingual(
    "In {year}, how far did the inputs of {buyers} depend on {suppliers} through suppliers in {through}?",
    "En {year}, ¿en qué medida dependieron de {suppliers} los insumos de {buyers} a través de proveedores en {through}?",
)


def answer_in_words(
    table: "Table", asked: Asked, groups: Sequence[Item], industries: Sequence[Item]
) -> Bilingual:
    one = len(groups) == 1
    leading = max((row for row in groups), key=lambda row: float(row["share"]))
    outside = [row for row in groups if row["supplier"] not in {_home(asked), "rest"}]
    foremost = leading if one or not outside else max(outside, key=lambda row: float(row["share"]))
    template = _SAYS_ONE if one else _SAYS_SEVERAL
    return template.format(
        supplier=names.capital(names.region_in_sentence(table, foremost["supplier"])),
        share=share_words(foremost["share"]),
        range=range_words(foremost["low"], foremost["high"]),
        convention=_convention_name(asked["convention"]),
        through=_THROUGH_WORDS.format(through=names.spec_name(table, asked["through"]))
        if asked["through"]
        else "",
        buyers=names.spec_name(table, asked["buyers"]),
        inputs=_inputs_words(table, asked["inputs"]),
        year=table.year,
        amount=formats.number(float(foremost["amount"]), 0),
        unit=names.unit_name(table.unit),
        shares=_list_of_shares(table, groups),
        foremost=names.region_in_sentence(table, foremost["supplier"]),
        industries=_most_exposed(industries, foremost["supplier"]),
    )


def _home(asked: Asked) -> str:
    """The buyers' own region, where they stand in one."""
    regions = {each.partition(".")[0] for each in names.split(asked["buyers"])}
    return regions.pop() if len(regions) == 1 else ""


def _convention_name(code: str) -> Bilingual:
    return next(each.title for each in CONVENTIONS if each.code == code)


def _inputs_words(table: "Table", inputs: str) -> Bilingual:
    if inputs in {"", "all"}:
        return Bilingual("the inputs", "los insumos")
    return Bilingual("the inputs from {sector}", "los insumos provenientes de {sector}").format(
        sector=names.listed([names.lower(names.sector_name(table, each)) for each in names.split(inputs)])
    )


def _list_of_shares(table: "Table", groups: Sequence[Item]) -> Bilingual:
    ordered = sorted(groups, key=lambda row: -float(row["share"]))
    return names.listed(
        [
            _SHARE.format(
                region=names.region_in_sentence(table, row["supplier"]),
                share=share_words(row["share"], 1),
                low=share_words(row["low"], 1),
                high=share_words(row["high"], 1),
            )
            for row in ordered
        ]
    )


def _most_exposed(industries: Sequence[Item], supplier: str) -> Bilingual:
    """The three most exposed industries with their shares; the whole group alone where it is one industry."""
    first = [row for row in industries if row["supplier"] == supplier][:3]
    return names.listed(
        [
            _INDUSTRY.format(
                name=names.lower(Bilingual(row["buyer_en"], row["buyer_es"])),
                share=share_words(row["share"]),
                low=share_words(row["low"]),
                high=share_words(row["high"]),
            )
            for row in first
        ]
    )


_SHARE = Bilingual("{region} {share} ({low} to {high})", "{region} {share} ({low} a {high})")
_INDUSTRY = Bilingual("{name} ({share}; {low} to {high})", "{name} ({share}; {low} a {high})")
_THROUGH_WORDS = Bilingual(" through suppliers in {through}", " a través de proveedores en {through}")
_SAYS_ONE = Bilingual(
    "{supplier} stands behind {share}{range} of {inputs} of {buyers} in {year}{through}: {amount} {unit}. "
    "Most exposed: {industries}.",
    "{supplier} está detrás de {share}{range} de {inputs} de {buyers} en {year}{through}: {amount} {unit}. "
    "Lo más expuesto: {industries}.",
)
_SAYS_SEVERAL = Bilingual(
    "Behind {inputs} of {buyers} in {year} stand {shares} ({convention}). Most exposed to {foremost}: {industries}.",
    "Detrás de {inputs} de {buyers} en {year} están {shares} ({convention}). Lo más expuesto frente a {foremost}: {industries}.",
)
