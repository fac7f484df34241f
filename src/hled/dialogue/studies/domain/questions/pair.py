"""Two industries side by side: what each means to the other, in every convention."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Parameter
from hled.dialogue.studies.domain.doubts import OF_SHARES, assumed, ends, parts
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.exposure_words import CONVENTIONS, MEANINGS
from hled.dialogue.studies.domain.questions.parameters import BALANCE, DRAWS, SEED, TABLE
from hled.dialogue.studies.domain.questions.systems import system, with_table
from hled.dialogue.studies.domain.questions.wording import (
    ACCOUNTING,
    RANGE_HOLDS,
    bilingual_members,
    share_words,
)
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.arrays import Index
    from hled.economy.leontief import System
    from hled.economy.tables import Table

_ONE = Parameter(
    "one",
    "USA.c15",
    Bilingual("One industry", "Una industria"),
    Bilingual("An industry or a group: REGION.SECTOR.", "Una industria o un grupo: REGIÓN.SECTOR."),
)
_OTHER = Parameter(
    "other",
    "MEX.c15",
    Bilingual("The other", "La otra"),
    Bilingual("An industry or a group: REGION.SECTOR.", "Una industria o un grupo: REGIÓN.SECTOR."),
)


def compute(tables: Tables, asked: Asked) -> Result:
    engine = system(tables, asked)
    table = engine.table
    items = (
        *_direction(engine, asked, asked["one"], asked["other"]),
        *_direction(engine, asked, asked["other"], asked["one"]),
    )
    return Result(
        question=_QUESTION.format(
            one=names.spec_name(table, asked["one"]),
            other=names.spec_name(table, asked["other"]),
            year=table.year,
        ),
        says=_says(table, asked, items),
        items=items,
        tables=(tables.used(asked["table"]),),
        more={"unit": table.unit, "assumed": assumed(table, asked)},
        figures={"rows": [dict(each) for each in items]},
        seed=int(asked["seed"]),
    )


def _direction(system: "System", asked: Asked, buyer: str, supplier: str) -> Iterator[Item]:
    """What the supplier means to the buyer in the three conventions, then who stands inside what the buyer buys from it."""
    from hled.economy.tables.choosing import industries_named

    table = system.table
    suppliers = industries_named(table, supplier)
    for convention in ("face_value", "look_through_output", "look_through_value_added"):
        yield from _rows(system, asked, buyer, supplier, convention, {supplier: suppliers}, None)
    origins = {code: industries_named(table, code) for code in names.origins(table)}
    yield from _rows(system, asked, buyer, supplier, "corridor", origins, suppliers)


def _rows(
    system: "System",
    asked: Asked,
    buyer: str,
    supplier: str,
    convention: str,
    origins: "Mapping[str, Index]",
    corridor: "Index | None",
) -> Iterator[Item]:
    from hled.dialogue.studies.domain.engine import ranges_of, shares_of
    from hled.economy.tables.choosing import industries_named

    table = system.table
    title = next(each.title for each in CONVENTIONS if each.code == convention)
    question: Any = {
        "buyers": industries_named(table, buyer),
        "suppliers": origins,
        "convention": convention,
        "corridor": corridor,
    }
    found = shares_of(system, **question)
    ranges = ranges_of(system, **question, draws=int(asked["draws"]), seed=int(asked["seed"]))
    for at, code in enumerate(origins):
        name = names.region_name(table, code) if corridor is not None else names.spec_name(table, code)
        yield {
            **bilingual_members("buyer", buyer, names.spec_name(table, buyer)),
            **bilingual_members("supplier", supplier, names.spec_name(table, supplier)),
            **bilingual_members("convention", convention, title),
            **bilingual_members("origin", code, name),
            "share": share_text(float(found.total[at])),
            **ends(ranges, (at, -1), share_text),
            "amount": amount_text(float(found.total_amounts[at])),
            "parts": parts(ranges, (at, -1), share_text, OF_SHARES),
        }


def _says(table: "Table", asked: Asked, items: tuple[Item, ...]) -> Bilingual:
    return _SAYS.format(
        one=names.spec_name(table, asked["one"]),
        other=names.spec_name(table, asked["other"]),
        year=table.year,
        **_ends(items, asked["one"], "there"),
        **_ends(items, asked["other"], "back"),
    )


def _ends(items: tuple[Item, ...], buyer: str, prefix: str) -> dict[str, str]:
    """Smallest and largest share of the three conventions, and the ends of all their ranges."""
    rows = [each for each in items if each["buyer"] == buyer and each["convention"] != "corridor"]
    found = {
        "low": min(float(each["share"]) for each in rows),
        "high": max(float(each["share"]) for each in rows),
        "least": min(float(each["low"]) for each in rows),
        "most": max(float(each["high"]) for each in rows),
    }
    return {f"{prefix}_{name}": share_words(value) for name, value in found.items()}


_QUESTION = Bilingual(
    "What did {one} and {other} mean to each other in {year}?",
    "¿Qué significaron entre sí {one} y {other} en {year}?",
)
_SAYS = Bilingual(
    "In {year} {other} stood behind {there_low} to {there_high} of the inputs of {one}, by convention "
    "(ranges from {there_least} to {there_most}); the other way it was {back_low} to {back_high} ({back_least} to {back_most}).",
    "En {year}, {other} estuvo detrás de {there_low} a {there_high} de los insumos de {one}, según la convención "
    "(intervalos de {there_least} a {there_most}); en sentido contrario, de {back_low} a {back_high} ({back_least} a {back_most}).",
)

QUESTION = Question(
    kind="pair",
    title=Bilingual("What two industries mean to each other", "Qué significan dos industrias entre sí"),
    parameters=(_ONE, _OTHER, TABLE, BALANCE, DRAWS, SEED),
    method=(
        *(
            Bilingual("{title}: the share that {meaning}.", "{title}: la proporción que {meaning}.").format(
                title=names.capital(each.title), meaning=MEANINGS[each.code]
            )
            for each in CONVENTIONS
        ),
        Bilingual(
            "Both directions are computed: what the second means to the first, and the first to the second.",
            "Se calculan ambos sentidos: lo que la segunda significa para la primera, y la primera para la segunda.",
        ),
        Bilingual(
            "The rows of the corridor say whose value lies inside what one buys from the other, the seller's own included.",
            "Las filas del corredor dicen de quién es el valor dentro de lo que una compra a la otra, incluido el de quien vende.",
        ),
        Bilingual(
            "The conventions answer different questions and are not estimates of one figure.",
            "Las convenciones responden a preguntas distintas y no son estimaciones de una misma cifra.",
        ),
        Bilingual(
            "Shares are of all inputs of the buyer, from home and abroad.",
            "Las proporciones son de todos los insumos del comprador, nacionales y extranjeros.",
        ),
        Bilingual(
            "Coefficients are of the output that the balance rule names.",
            "Los coeficientes son de la producción que nombra la regla de balance.",
        ),
        RANGE_HOLDS,
        Bilingual(
            "Proportionality: the imported inputs of an industry may go first, or last, into what this buyer gets; at face value it leaves nothing open.",
            "Proporcionalidad: los insumos importados de una industria pueden ir primero, o al final, a lo que recibe este comprador; a valor nominal no deja nada abierto.",
        ),
    ),
    warning=ACCOUNTING,
    compute=compute,
    complete=with_table,
)
