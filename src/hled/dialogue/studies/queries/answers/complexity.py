"""The published schema of the question of complexity."""

from hled.dialogue.studies.queries.answers.envelope import STUDY_MEMBERS
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

_NUMBER = maybe(NUMBER_TEXT)
_COUNTRY = shape(
    level={"const": "country"},
    code=TEXT,
    **both("name"),
    rank=COUNT,
    fitness_rank=COUNT,
    coi_rank=COUNT,
    eci=NUMBER_TEXT,
    diversity=COUNT,
    fitness=NUMBER_TEXT,
    coi=NUMBER_TEXT,
    exports=NUMBER_TEXT,
    partner=FLAG,
)
_PRODUCT = shape(
    level={"const": "product"},
    code=TEXT,
    **both("name"),
    rank=COUNT,
    pci=NUMBER_TEXT,
    ubiquity=COUNT,
    q=NUMBER_TEXT,
    rca=NUMBER_TEXT,
    has=FLAG,
    density=NUMBER_TEXT,
    cog=NUMBER_TEXT,
    trade=NUMBER_TEXT,
    partner_exports=NUMBER_TEXT,
)
_ROW: Schema = {"anyOf": [_COUNTRY, _PRODUCT]}
_MATRIX = shape(
    **both("name"),
    world=FLAG,
    importer=maybe(TEXT),
    year=WHOLE,
    edition=TEXT,
    digits=COUNT,
    exporters=COUNT,
    exporters_in_table=COUNT,
    products=COUNT,
    products_in_table=COUNT,
    trade=NUMBER_TEXT,
    trade_share=NUMBER_TEXT,
)
_CONVENTION = shape(
    name=one_of(("atlas", "growth_lab")),
    **both("says"),
    threshold=NUMBER_TEXT,
    ddof=COUNT,
    product_scale=one_of(("own", "exporters")),
    diagonal=one_of(("included", "excluded")),
    gain=one_of(("atlas", "gain_only")),
    outlook=one_of(("index", "eigenvector")),
    iterations=COUNT,
)
_SAMPLE = shape(
    **dict.fromkeys(("minimum_exports", "minimum_population", "minimum_world_trade"), NUMBER_TEXT),
    minimum_diversity=COUNT,
    minimum_ubiquity=COUNT,
    without=listing(TEXT),
    left_out_of_list=listing(TEXT),
    in_screen=shape(minimum_trade=NUMBER_TEXT, minimum_ubiquity=COUNT),
)
_DROPPED = shape(
    kind=one_of(("exporter", "product")),
    reason=TEXT,
    **both("why"),
    count=COUNT,
    first=listing(shape(code=TEXT, **both("name"), found=_NUMBER)),
)
_NEAR = shape(
    lacking=COUNT,
    points=listing(
        shape(
            code=TEXT,
            **both("name"),
            **dict.fromkeys(("density", "pci", "cog", "trade"), NUMBER_TEXT),
            edge=FLAG,
        )
    ),
)
_SPACE = shape(
    products=COUNT,
    strong=_NUMBER,
    nodes=listing(
        shape(
            code=TEXT,
            **both("name"),
            has=FLAG,
            **dict.fromkeys(("x", "y", "rca", "pci", "density", "trade"), NUMBER_TEXT),
        )
    ),
    links=listing(shape(source=TEXT, target=TEXT, proximity=NUMBER_TEXT, in_tree=FLAG)),
)

COMPLEXITY_SCHEMA = Published(
    "complexity",
    Bilingual("What countries show they can do", "Lo que los países muestran que pueden hacer"),
    _ROW,
    {
        **STUDY_MEMBERS,
        "count": COUNT,
        "matrix": _MATRIX,
        "country": _COUNTRY,
        "eigenvalues": shape(**dict.fromkeys(("second", "third", "correlation"), NUMBER_TEXT)),
        "convention": _CONVENTION,
        "sample": _SAMPLE,
        "dropped": listing(_DROPPED),
        "definitions": listing(shape(code=TEXT, **both("title", "says", "source"), formula=TEXT)),
        "near": _NEAR,
        "space": _SPACE,
    },
)
PUBLISHED = (COMPLEXITY_SCHEMA,)
