"""The question of what would be lost, and its answer in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Choice, read_share
from hled.dialogue.studies.domain.question import Item
from hled.dialogue.studies.domain.questions.wording import share_words
from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.tables import Table

FLOWS = (
    Choice("intermediate", Bilingual("inputs", "insumos")),
    Choice(
        "intermediate_and_final",
        Bilingual("inputs and final goods", "insumos y bienes finales"),
    ),
)
EVERYBODY = "all"
"""As buyers: the sellers are extracted from the whole economy, their own included."""


def ends_of_corridor(asked: Asked) -> list[str]:
    """The countries at both ends of the corridor."""
    both = [each.partition(".")[0] for name in ("buyers", "sellers") for each in names.split(asked[name])]
    return [each for each in dict.fromkeys(both) if each != EVERYBODY]


def question_in_words(table: "Table", asked: Asked) -> Bilingual:
    template = _QUESTION_ALL if asked["buyers"] == EVERYBODY else _QUESTION
    return template.format(
        share=_share_words(asked["share"]),
        flows=names.lower(next(each.title for each in FLOWS if each.code == asked["flows"])),
        sellers=names.spec_name(table, asked["sellers"]),
        buyers=names.spec_name(table, asked["buyers"]),
        year=table.year,
    )


def _share_words(text: str) -> str | Bilingual:
    return _FRACTIONS.get(text) or (share_words(float(read_share(text) or 0), 0))


_FRACTIONS = {
    "1/3": Bilingual("a third", "una tercera parte"),
    "1/2": Bilingual("half", "la mitad"),
    "1/4": Bilingual("a quarter", "una cuarta parte"),
    "1": Bilingual("all", "la totalidad"),
}
_QUESTION_ALL = Bilingual(
    "What would have been lost in {year} had {share} of the {flows} that {sellers} sells to anybody stopped?",
    "¿Qué se habría perdido en {year} de haberse detenido {share} de los {flows} que {sellers} vende a quien sea?",
)
_QUESTION = Bilingual(
    "What would have been lost in {year} had {share} of the {flows} that {buyers} buys from {sellers} stopped?",
    "¿Qué se habría perdido en {year} de haberse detenido {share} de los {flows} que {buyers} compra a {sellers}?",
)


def answer_in_words(
    table: "Table",
    asked: Asked,
    regions: Sequence[Item],
    industries: Sequence[Item],
    stopped: float,
) -> Bilingual:
    by_code = {each["code"]: each for each in regions}
    both = [_end(table, by_code[code]) for code in in_party_order(ends_of_corridor(asked)) if code in by_code]
    turned = list(reversed(both)) if len(both) == 2 else both  # each language names its own Party first
    return _SAYS.format(
        stopped=formats.number(stopped, 0),
        unit=names.unit_name(table.unit),
        ends=Bilingual(names.listed(both).en, names.listed(turned).es) if both else _end(table, regions[-1]),
        **{
            name: formats.number(float(regions[-1][member]), 0)
            for name, member in (("world", "value_added_lost"), ("low", "low"), ("high", "high"))
        },
        industries=names.listed([_industry(table, each) for each in _foremost(industries)]),
        year=table.year,
    )


def in_party_order(codes: Sequence[str]) -> list[str]:
    """The United States first, as an English text has it; all others as they were named."""
    return sorted(codes, key=lambda code: code != "USA")


def _end(table: "Table", row: Item) -> Bilingual:
    return _END.format(
        region=names.region_in_sentence(table, row["code"]),
        amount=formats.number(float(row["value_added_lost"]), 0),
        low=formats.number(float(row["low"]), 0),
        high=formats.number(float(row["high"]), 0),
        share=share_words(row["value_added_share"]),
    )


def _foremost(industries: Sequence[Item]) -> list[Item]:
    """The industry of each country that loses most."""
    found: dict[str, Item] = {}
    for each in industries:
        found.setdefault(each["region"], each)
    return list(found.values())


def _industry(table: "Table", row: Item) -> Bilingual:
    return _INDUSTRY.format(
        name=names.lower(Bilingual(row["name_en"], row["name_es"])),
        region=names.region_in_sentence(table, row["region"]),
        **{
            name: share_words(row[member])
            for name, member in (
                ("share", "value_added_share"),
                ("low", "value_added_share_low"),
                ("high", "value_added_share_high"),
            )
        },
    )


_END = Bilingual(
    "{region} {amount} (range {low} to {high}; {share} of its own)",
    "{region} {amount} (intervalo de {low} a {high}; {share} del suyo)",
)
_INDUSTRY = Bilingual(
    "{name} in {region} ({share}; {low} to {high})", "{name} en {region} ({share}; {low} a {high})"
)
_SAYS = Bilingual(
    "With {stopped} {unit} of sales stopped and nothing in their place, value added lost in {year} would be: {ends}; "
    "the world {world} ({low} to {high}). Hit most: {industries}.",
    "Con {stopped} {unit} de ventas detenidas y nada en su lugar, el valor agregado perdido en {year} sería: {ends}; "
    "el mundo {world} ({low} a {high}). Lo más afectado: {industries}.",
)
