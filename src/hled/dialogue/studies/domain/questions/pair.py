"""Two industries side by side: what each means to the other, in every convention."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Parameter
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.exposure_words import CONVENTIONS, MEANINGS
from hled.dialogue.studies.domain.questions.parameters import BALANCE, TABLE
from hled.dialogue.studies.domain.questions.systems import system, with_table
from hled.dialogue.studies.domain.questions.wording import ACCOUNTING, share_words
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
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
        *_direction(engine, asked["one"], asked["other"]),
        *_direction(engine, asked["other"], asked["one"]),
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
        more={"unit": table.unit},
        figures={"rows": [dict(each) for each in items]},
    )


def _direction(system: "System", buyer: str, supplier: str) -> Iterator[Item]:
    """What the supplier means to the buyer in the three conventions, then who stands inside what the buyer buys from it."""
    from hled.dialogue.studies.domain.engine import shares_of
    from hled.economy.tables.choosing import industries_named

    table = system.table
    buyers, suppliers = industries_named(table, buyer), industries_named(table, supplier)
    for convention in ("face_value", "look_through_output", "look_through_value_added"):
        found = shares_of(system, buyers=buyers, suppliers={supplier: suppliers}, convention=convention)
        name = names.spec_name(table, supplier)
        yield _row(table, buyer, supplier, convention, supplier, name, found.total[0], found.total_amounts[0])
    origins = {code: industries_named(table, code) for code in names.origins(table)}
    inside = shares_of(system, buyers=buyers, suppliers=origins, convention="corridor", corridor=suppliers)
    for at, code in enumerate(origins):
        name = names.region_name(table, code)
        yield _row(table, buyer, supplier, "corridor", code, name, inside.total[at], inside.total_amounts[at])


def _row(
    table: "Table",
    buyer: str,
    supplier: str,
    convention: str,
    origin: str,
    origin_name: Bilingual,
    share: float,
    amount: float,
) -> Item:
    buyers, suppliers = names.spec_name(table, buyer), names.spec_name(table, supplier)
    title = next(each.title for each in CONVENTIONS if each.code == convention)
    return {
        "buyer": buyer,
        "buyer_en": buyers.en,
        "buyer_es": buyers.es,
        "supplier": supplier,
        "supplier_en": suppliers.en,
        "supplier_es": suppliers.es,
        "convention": convention,
        "convention_en": title.en,
        "convention_es": title.es,
        "origin": origin,
        "origin_en": origin_name.en,
        "origin_es": origin_name.es,
        "share": share_text(float(share)),
        "amount": amount_text(float(amount)),
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
    """Smallest and largest share of the three conventions."""
    shares = [
        float(each["share"]) for each in items if each["buyer"] == buyer and each["convention"] != "corridor"
    ]
    return {f"{prefix}_low": share_words(min(shares)), f"{prefix}_high": share_words(max(shares))}


_QUESTION = Bilingual(
    "What did {one} and {other} mean to each other in {year}?",
    "¿Qué significaron entre sí {one} y {other} en {year}?",
)
_SAYS = Bilingual(
    "In {year} {other} stood behind {there_low} to {there_high} of the inputs of {one}, by convention; "
    "the other way it was {back_low} to {back_high}.",
    "En {year}, {other} estuvo detrás de {there_low} a {there_high} de los insumos de {one}, según la convención; "
    "en sentido contrario, de {back_low} a {back_high}.",
)

QUESTION = Question(
    kind="pair",
    title=Bilingual("What two industries mean to each other", "Qué significan dos industrias entre sí"),
    parameters=(_ONE, _OTHER, TABLE, BALANCE),
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
        Bilingual(
            "Every industry is taken to use the same mix of inputs for all its customers.",
            "Se supone que cada industria usa la misma mezcla de insumos para todos sus clientes.",
        ),
    ),
    warning=ACCOUNTING,
    compute=compute,
    complete=with_table,
)
