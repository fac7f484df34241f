"""The published schemas of the sweep and of where an industry stands."""

from hled.dialogue.studies.domain.questions.structure_measures import MEASURES
from hled.dialogue.studies.queries.answers.envelope import STUDY_MEMBERS
from hled.dialogue.studies.queries.answers.questions import ASSUMED
from hled.interfaces.answers import (
    COUNT,
    FLAG,
    NUMBER_TEXT,
    TEXT,
    Published,
    Schema,
    both,
    listing,
    maybe,
    shape,
    table_of,
)
from hled.kernel.bilingual import Bilingual

_LOST: dict[str, Schema] = dict.fromkeys(
    ("output_lost", "output_share", "value_added_lost", "value_added_share"), NUMBER_TEXT
)
_ENDS: dict[str, Schema] = dict.fromkeys(
    ("output_low", "output_high", "value_added_low", "value_added_high"), NUMBER_TEXT
)
_PLACE: dict[str, Schema] = dict.fromkeys(
    ("upstreamness", "downstreamness", "final_share", "value_added_share"), NUMBER_TEXT
)
_REGION: dict[str, Schema] = {"region": TEXT, **both("region")}
_ACCOUNT = shape(code=TEXT, **both("name"), unit=TEXT)

SWEEP_SCHEMA = Published(
    "sweep",
    Bilingual("What if one industry, or one country, were gone", "Y si faltara una industria, o un país"),
    shape(
        rank=COUNT,
        code=TEXT,
        **both("name"),
        **_REGION,
        own=FLAG,
        **_LOST,
        **_ENDS,
        everywhere_output_lost=NUMBER_TEXT,
        everywhere_value_added_lost=NUMBER_TEXT,
        by_region=table_of(shape(**_LOST)),
    ),
    {
        **STUDY_MEMBERS,
        "unit": TEXT,
        "affected": listing(shape(**_REGION, output=NUMBER_TEXT, value_added=NUMBER_TEXT)),
        "assumed": ASSUMED,
        "left_out": listing(shape(code=TEXT, **both("name"), **both("missing"))),
    },
)
STRUCTURE_SCHEMA = Published(
    "structure",
    Bilingual("Where an industry stands", "Qué lugar ocupa una industria"),
    shape(
        industry=TEXT,
        **both("name"),
        **_REGION,
        output=NUMBER_TEXT,
        key=maybe(FLAG),
        **{each.code: maybe(NUMBER_TEXT) for each in MEASURES},
    ),
    {
        **STUDY_MEMBERS,
        "unit": TEXT,
        "inventories_corrected": FLAG,
        "countries": listing(shape(**_REGION, **_PLACE)),
        "account": _ACCOUNT,
        "accounts": listing(_ACCOUNT),
        "footprints": listing(
            shape(
                **_REGION,
                production=NUMBER_TEXT,
                exports=NUMBER_TEXT,
                imports=maybe(NUMBER_TEXT),
                unexplained=NUMBER_TEXT,
                consumption=NUMBER_TEXT,
                origins=listing(shape(origin=TEXT, **both("origin"), amount=NUMBER_TEXT, share=NUMBER_TEXT)),
            )
        ),
    },
)
PUBLISHED = (SWEEP_SCHEMA, STRUCTURE_SCHEMA)
