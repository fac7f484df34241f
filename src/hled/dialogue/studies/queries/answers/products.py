"""One product in full as an answer, with its schema."""

from hled.dialogue.studies.queries.answers.envelope import MARKET_MEMBERS, STUDY_MEMBERS
from hled.interfaces.answers import (
    COUNT,
    FLAG,
    NUMBER_TEXT,
    TEXT,
    WHOLE,
    Published,
    Schema,
    both,
    listing,
    maybe,
    one_of,
    shape,
)
from hled.kernel.bilingual import Bilingual

_NUMBER, _RANK, _TEXT = maybe(NUMBER_TEXT), maybe(WHOLE), maybe(TEXT)
_AREA = maybe(one_of(("hold", "leave", "ease", "expand", "build", "diversify")))
_PLACE: dict[str, Schema] = {
    **dict.fromkeys(("rank", "median", "low", "high"), _RANK),
    **dict.fromkeys(("top20", "top50"), _NUMBER),
}


def _maybe_both(*names: str) -> dict[str, Schema]:
    return {f"{name}_{language}": _TEXT for name in names for language in ("en", "es")}


_SUPPLIER = shape(
    partner=TEXT,
    **both("partner"),
    external=FLAG,
    value=NUMBER_TEXT,
    share=NUMBER_TEXT,
    hhi_part=NUMBER_TEXT,
    share_of_external=_NUMBER,
    hhi_part_of_external=_NUMBER,
    duty=_NUMBER,
    tariff_points=_NUMBER,
    pays=_NUMBER,
    distance_km=_NUMBER,
)
_FACT = shape(
    code=TEXT,
    value=_NUMBER,
    unit=one_of(("share", "index", "count", "usd", "million", "km", "points", "factor", "jobs", "text")),
    **both("says"),
    computed=FLAG,
    needs=_TEXT,
)
_TREATMENT = shape(code=TEXT, **both("says"), hhi=_NUMBER, equivalent=_NUMBER, flagged=FLAG)
_CRITERION = shape(
    code=TEXT,
    **both("says"),
    threshold=TEXT,
    computed=FLAG,
    needs=_TEXT,
    **_maybe_both("needs"),
    value=_NUMBER,
    holds=maybe(FLAG),
)
_PLACED = shape(
    **_PLACE,
    score=_NUMBER,
    coverage=_NUMBER,
    of=COUNT,
    **both("among"),
    pillars=listing(shape(code=TEXT, **both("title"), place=_NUMBER)),
    one_distant_supplier=maybe(FLAG),
    area=_AREA,
    **_maybe_both("area", "when"),
    **both("says"),
)
_NEIGHBOR = shape(
    code=TEXT,
    **both("name"),
    proximity=NUMBER_TEXT,
    together=COUNT,
    advantage=_NUMBER,
    imports=NUMBER_TEXT,
    partner_share=_NUMBER,
    rank=_RANK,
)
_LINE = shape(
    code=TEXT,
    description=_TEXT,
    value=NUMBER_TEXT,
    duty=_NUMBER,
    partner_value=NUMBER_TEXT,
    partner_share=NUMBER_TEXT,
    partner_duty=_NUMBER,
    supplier=TEXT,
    **both("supplier"),
    supplier_share=NUMBER_TEXT,
)
_MEMBER = shape(
    code=TEXT,
    **both("name"),
    imports=NUMBER_TEXT,
    external_share=NUMBER_TEXT,
    supplier=_TEXT,
    **_maybe_both("supplier"),
    supplier_share=_NUMBER,
    partner_share=NUMBER_TEXT,
    **_PLACE,
    area=_AREA,
    **_maybe_both("area"),
)
_LISTED = shape(
    id=TEXT,
    **both("title"),
    stage=TEXT,
    **both("stage", "name", "reason"),
    our_choice=FLAG,
    document=_TEXT,
    **_maybe_both("document", "at", "note"),
)
PRODUCT_SCHEMA = Published(
    "product",
    Bilingual(
        "Everything about one product, or a group of products",
        "Todo sobre un producto o un grupo de productos",
    ),
    _SUPPLIER,
    {
        **STUDY_MEMBERS,
        "level": one_of(("product", "heading", "chapter", "list")),
        **both("name"),
        **_maybe_both("official"),
        "year": WHOLE,
        "within": listing(shape(code=TEXT, **both("name"))),
        "listed": listing(_LISTED),
        "facts": listing(_FACT),
        "treatments": listing(_TREATMENT),
        "criteria": listing(_CRITERION),
        "placed": _PLACED,
        "neighborhood": maybe(shape(sold_by=_RANK, few=FLAG, tied=COUNT, neighbors=listing(_NEIGHBOR))),
        "lines": listing(_LINE),
        "users": listing(
            shape(code=TEXT, **both("name"), weight=NUMBER_TEXT, output=NUMBER_TEXT, jobs=_NUMBER)
        ),
        "makers": listing(
            shape(
                classification=one_of(("BEA", "NAICS")), code=TEXT, **_maybe_both("name"), weight=NUMBER_TEXT
            )
        ),
        "southbound": maybe(
            shape(
                year=WHOLE,
                sections=listing(shape(code=TEXT, **both("name"))),
                total=NUMBER_TEXT,
                states=listing(shape(code=TEXT, name=TEXT, value=NUMBER_TEXT, share=NUMBER_TEXT)),
            )
        ),
        "products": listing(_MEMBER),
        **MARKET_MEMBERS,
        "dropped": COUNT,
        "definitions": listing(shape(code=TEXT, **both("title", "says", "source"))),
    },
)
PUBLISHED = (PRODUCT_SCHEMA,)
