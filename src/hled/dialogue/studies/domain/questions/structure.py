"""Where an industry stands: what it calls on, what is tied to it, and how far it is from final use."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Choice, Parameter
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.footprint import footprint_rows, known_accounts
from hled.dialogue.studies.domain.questions.parameters import BALANCE, TABLE
from hled.dialogue.studies.domain.questions.structure_measures import BY_CODE, MEASURES, Measured, measured
from hled.dialogue.studies.domain.questions.structure_words import (
    METHOD,
    WARNING,
    answer_in_words,
    question_in_words,
)
from hled.dialogue.studies.domain.questions.systems import system_on, with_table
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.arrays import Index
    from hled.economy.leontief import System
    from hled.economy.leontief.position import Position
    from hled.economy.tables import Table

CORRECTED = "corrected"
FIRST = "upstreamness"
"""The measure that orders where none is named."""

_INDUSTRIES = Parameter(
    "industries",
    "",
    Bilingual("Industries", "Industrias"),
    Bilingual(
        "Industries that are looked at: REGION, SECTOR or REGION.SECTOR; groups count. Without it those of the United States, or all of a table of one region.",
        "Industrias que se examinan: REGIÓN, SECTOR o REGIÓN.SECTOR; valen grupos. Sin él, las de Estados Unidos, o todas en una tabla de una región.",
    ),
)
_BY = Parameter(
    "by",
    FIRST,
    Bilingual("Ranked by", "Ordenadas por"),
    Bilingual(
        "Measure that ranks, the largest first; table keeps the order of the table.",
        "Medida que ordena, de mayor a menor; table conserva el orden de la tabla.",
    ),
    (
        *(Choice(each.code, each.title) for each in MEASURES),
        Choice("table", Bilingual("Order of the table", "Orden de la tabla")),
    ),
)
_INVENTORIES = Parameter(
    "inventories",
    CORRECTED,
    Bilingual("Inventories", "Existencias"),
    Bilingual(
        "Whether upstreamness and downstreamness take net additions to inventories out of output.",
        "Si las posiciones aguas arriba y aguas abajo descuentan de la producción las adiciones netas a existencias.",
    ),
    (
        Choice(CORRECTED, Bilingual("corrected for", "con corrección")),
        Choice("final", Bilingual("as final use", "como uso final")),
    ),
)
_ACCOUNT = Parameter(
    "account",
    "value_added",
    Bilingual("Footprint of", "Huella de"),
    Bilingual(
        "Account whose footprint is taken: value_added, output, or an account of the table.",
        "Cuenta cuya huella se toma: value_added, output, o una cuenta de la tabla.",
    ),
)


def complete(tables: Tables, asked: Asked) -> dict[str, str]:
    """The industries of the United States, where none are named; all of a table of one region."""
    whole = with_table(tables, asked)
    if not whole["industries"]:
        whole["industries"] = "USA" if whole["table"] in tables.between_countries() else "all"
    return whole


def compute(tables: Tables, asked: Asked) -> Result:
    from hled.economy.leontief.position import country_position
    from hled.economy.tables.choosing import industries_named

    engine = system_on(tables.table(asked["table"]), asked["balance"], alone=True)
    table, inventories = engine.table, asked["inventories"] == CORRECTED
    chosen = industries_named(table, asked["industries"])
    found = measured(engine, inventories=inventories)
    items = _ranked(_rows(engine, found, chosen), asked["by"])
    account, footprints, findings = footprint_rows(engine, asked["account"], chosen)
    several = (
        len(table.regions) > 1
    )  # one country alone is as far from its final use as from its inputs, whatever it makes
    countries = _countries(table, country_position(engine, inventories=inventories)) if several else ()
    return Result(
        question=question_in_words(table, asked),
        says=answer_in_words(table, asked, items),
        items=tuple(items),
        tables=(tables.used(asked["table"]),),
        more={
            "unit": table.unit,
            "inventories_corrected": found.position.corrected,
            "countries": list(countries),
            "account": account,
            "accounts": known_accounts(table),
            "footprints": footprints,
        },
        figures={"rows": [_figure(each) for each in items]},
        findings=(*found.position.findings, *findings),
    )


def _rows(engine: "System", found: Measured, chosen: "Index") -> Iterator[Item]:
    table = engine.table
    for at in chosen.tolist():
        name = names.industry_name(table, at)
        region = table.regions[int(table.region_of[at])].code
        where = names.region_name(table, region)
        produces = bool(engine.x[at] > 0)
        yield {
            "industry": table.label(at),
            "name_en": name.en,
            "name_es": name.es,
            "region": region,
            "region_en": where.en,
            "region_es": where.es,
            "output": amount_text(float(engine.x[at])),
            "key": bool(found.is_key[at]) if produces else None,
            **found.texts(at),
        }


def _ranked(rows: Iterator[Item], by: str) -> list[Item]:
    """The largest first, equal ones by their label; what is not known stands last."""
    if by not in BY_CODE:
        return list(rows)

    def place(row: Item) -> tuple[bool, float, str]:
        return row[by] is None, -float(row[by] or 0), row["industry"]

    return sorted(rows, key=place)


def _countries(table: "Table", found: "Position") -> Iterator[Item]:
    """Every region that produces, in the order of the table."""
    for at, region in enumerate(table.regions):
        if not found.produces[at]:
            continue
        name = names.region_name(table, region.code)
        yield {
            "region": region.code,
            "region_en": name.en,
            "region_es": name.es,
            "upstreamness": share_text(float(found.upstreamness[at])),
            "downstreamness": share_text(float(found.downstreamness[at])),
            "final_share": share_text(float(found.final_share[at])),
            "value_added_share": share_text(float(found.value_added_share[at])),
        }


_DRAWN: Sequence[str] = (
    "industry",
    "name_en",
    "name_es",
    "key",
    "normalized_backward",
    "normalized_forward",
    FIRST,
)


def _figure(row: Item) -> dict[str, object]:
    return {name: row[name] for name in _DRAWN}


QUESTION = Question(
    kind="structure",
    title=Bilingual("Where an industry stands", "Qué lugar ocupa una industria"),
    parameters=(_INDUSTRIES, _BY, _ACCOUNT, _INVENTORIES, TABLE, BALANCE),
    method=METHOD,
    warning=WARNING,
    compute=compute,
    complete=complete,
)
