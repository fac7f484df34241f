"""A screen of products as an answer, with its schema."""

from hled.dialogue.studies.queries.answers.envelope import DIGEST, MARKET_MEMBERS, STUDY_MEMBERS
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

_RANK = maybe(WHOLE)
_NUMBER = maybe(NUMBER_TEXT)
_PILLARS = ("need", "capability", "market", "relief", "stake", "places")
_SPANS = ("need_low", "need_high", "capability_low", "capability_high")
_AREAS = ("hold", "leave", "ease", "expand", "build", "diversify")
_AMOUNTS = ("imports", "external_imports", "gain")
_SHARES = ("external_share", "hhi", "supplier_share", "partner_share", "flag", "coverage")
_MEASURED = (
    "advantage",
    "density",
    "distance_km",
    "duty_paid",
    "duty_gap",
    "tariff_gap",
    "output_at_stake",
    "jobs_at_stake",
    "states",
)
_CHANGE = maybe(one_of(("stays", "enters", "leaves")))


def _place(after: str) -> dict[str, Schema]:
    ranks = {f"{name}{after}": _RANK for name in ("rank", "median", "low", "high")}
    return ranks | {f"{name}{after}": _NUMBER for name in ("top20", "top50")}


_ROW = shape(
    level=one_of(("product", "group")),
    code=TEXT,
    **both("name"),
    products=COUNT,
    **_place(""),
    **_place("_after"),
    score=_NUMBER,
    shift=_RANK,
    first20=_CHANGE,
    first50=_CHANGE,
    **dict.fromkeys(_PILLARS, _NUMBER),
    **dict.fromkeys(_SPANS, _NUMBER),
    **dict.fromkeys(_AMOUNTS, NUMBER_TEXT),
    **dict.fromkeys(_SHARES, NUMBER_TEXT),
    **dict.fromkeys(_MEASURED, _NUMBER),
    supplier=TEXT,
    **both("supplier"),
    verdict=maybe(TEXT),
    verdict_en=maybe(TEXT),
    verdict_es=maybe(TEXT),
    one_distant_supplier=FLAG,
    area=one_of(_AREAS),
    **both("area", "says"),
)
_LIST = shape(id=TEXT, part=TEXT, version=TEXT, digest=DIGEST, **both("title"), products=COUNT)
_MOVE = shape(
    code=TEXT,
    **both("name"),
    rank=_RANK,
    rank_after=_RANK,
    shift=_RANK,
    top20=_NUMBER,
    top20_after=_NUMBER,
)
_COMPARISON = shape(
    weights=TEXT,
    list=TEXT,
    lists=listing(_LIST),
    common=COUNT,
    only_before=COUNT,
    only_after=COUNT,
    moved=COUNT,
    spearman=_NUMBER,
    tops=listing(shape(first=COUNT, enters=listing(_MOVE), leaves=listing(_MOVE))),
    largest=listing(_MOVE),
)
SCREEN_SCHEMA = Published(
    "screen",
    Bilingual("Products in the order of the opening that they are", "Productos según la oportunidad que son"),
    _ROW,
    {
        **STUDY_MEMBERS,
        "count": COUNT,
        "ordered": COUNT,
        "too_small": COUNT,
        "areas": listing(
            shape(code=one_of(_AREAS), **both("title", "when"), count=maybe(COUNT), needs=maybe(TEXT))
        ),
        "lists": listing(_LIST),
        "weights": listing(
            shape(
                pillar=one_of(_PILLARS),
                **both("pillar"),
                code=TEXT,
                **both("title", "says", "reason"),
                nominal=NUMBER_TEXT,
                effective=NUMBER_TEXT,
                known=NUMBER_TEXT,
                nominal_after=_NUMBER,
                effective_after=_NUMBER,
            )
        ),
        "weights_version": TEXT,
        "weights_digest": DIGEST,
        "sensitivity": listing(
            shape(
                code=TEXT,
                **both("title"),
                first=NUMBER_TEXT,
                first_error=NUMBER_TEXT,
                total=NUMBER_TEXT,
                total_error=NUMBER_TEXT,
            )
        ),
        "criteria": listing(
            shape(code=TEXT, **both("says"), threshold=TEXT, computed=FLAG, needs=maybe(TEXT))
        ),
        "runs": COUNT,
        **MARKET_MEMBERS,
        "dropped": COUNT,
        "national_share": NUMBER_TEXT,
        "comparison": maybe(_COMPARISON),
    },
)
PUBLISHED = (SCREEN_SCHEMA,)
