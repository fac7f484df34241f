"""The published schemas of questions to the engine."""

from hled.dialogue.studies.domain.doubts import ENDS
from hled.dialogue.studies.domain.questions.exposure_words import CONVENTIONS
from hled.dialogue.studies.domain.questions.parameters import BALANCE
from hled.dialogue.studies.domain.questions.value_chains import CONCEPTS
from hled.dialogue.studies.queries.answers.envelope import STUDY_MEMBERS
from hled.interfaces.answers import (
    FLAG,
    NUMBER_TEXT,
    TEXT,
    WHOLE,
    Published,
    both,
    listing,
    maybe,
    one_of,
    shape,
)
from hled.kernel.bilingual import Bilingual

_CONVENTION = one_of(tuple(each.code for each in CONVENTIONS))
_ENDS = dict.fromkeys(ENDS, NUMBER_TEXT)
_PARTS = listing(
    shape(
        code=TEXT,
        **both("name"),
        low=NUMBER_TEXT,
        high=NUMBER_TEXT,
        missing_en=maybe(TEXT),
        missing_es=maybe(TEXT),
    )
)
ASSUMED = shape(
    row_sd=NUMBER_TEXT,
    column_sd=NUMBER_TEXT,
    draws=WHOLE,
    seed=WHOLE,
    rounded_to=NUMBER_TEXT,
    balance=one_of(tuple(each.code for each in BALANCE.choices)),
)

EXPOSURE_SCHEMA = Published(
    "exposure",
    Bilingual("How far some industries depend on whom", "En qué medida dependen unas industrias de quién"),
    shape(
        level=one_of(("group", "industry")),
        buyer=TEXT,
        **both("buyer"),
        supplier=TEXT,
        **both("supplier"),
        through=TEXT,
        convention=_CONVENTION,
        share=NUMBER_TEXT,
        **_ENDS,
        amount=NUMBER_TEXT,
        parts=_PARTS,
    ),
    {**STUDY_MEMBERS, "assumed": ASSUMED},
)
PAIR_SCHEMA = Published(
    "pair",
    Bilingual("What two industries mean to each other", "Qué significan dos industrias entre sí"),
    shape(
        buyer=TEXT,
        **both("buyer"),
        supplier=TEXT,
        **both("supplier"),
        convention=_CONVENTION,
        **both("convention"),
        origin=TEXT,
        **both("origin"),
        share=NUMBER_TEXT,
        **_ENDS,
        amount=NUMBER_TEXT,
        parts=_PARTS,
    ),
    {**STUDY_MEMBERS, "unit": TEXT, "assumed": ASSUMED},
)
VALUE_CHAINS_SCHEMA = Published(
    "value-chains",
    Bilingual("Whose value stands behind exports", "De quién es el valor de las exportaciones"),
    shape(
        table=TEXT,
        year=WHOLE,
        concept=one_of(tuple(CONCEPTS)),
        **both("concept"),
        share=NUMBER_TEXT,
        low=NUMBER_TEXT,
        high=NUMBER_TEXT,
        amount=NUMBER_TEXT,
        exports=NUMBER_TEXT,
        parts=listing(shape(code=TEXT, **both("name"), low=NUMBER_TEXT, high=NUMBER_TEXT)),
    ),
    {
        **STUDY_MEMBERS,
        "unit": TEXT,
        "origins": listing(
            shape(
                table=TEXT,
                year=WHOLE,
                concept=TEXT,
                origin=TEXT,
                **both("origin"),
                share=NUMBER_TEXT,
                amount=NUMBER_TEXT,
            )
        ),
        "terms": listing(
            shape(
                table=TEXT,
                year=WHOLE,
                method=TEXT,
                importer=TEXT,
                term=TEXT,
                **both("term"),
                amount=NUMBER_TEXT,
                share=NUMBER_TEXT,
                low=NUMBER_TEXT,
                high=NUMBER_TEXT,
                bounded=FLAG,
                parts=listing(shape(code=TEXT, **both("name"), low=NUMBER_TEXT, high=NUMBER_TEXT)),
            )
        ),
        "published": listing(
            shape(
                value=NUMBER_TEXT,
                **both("concept", "source", "nearest", "why"),
                nearest=TEXT,
                ranges=listing(shape(table=TEXT, year=WHOLE, low=NUMBER_TEXT, high=NUMBER_TEXT, inside=FLAG)),
            )
        ),
    },
)
_CAUSES = ("rounding", "coefficients", "balance", "proportionality")
EXPORT_TERMS_SCHEMA = Published(
    "export-terms",
    Bilingual(
        "How exports divide into terms, industry by industry",
        "Cómo se dividen las exportaciones en términos, industria por industria",
    ),
    shape(
        importer=TEXT,
        **both("importer"),
        level=one_of(("total", "industry")),
        industry=TEXT,
        **both("industry"),
        term=TEXT,
        **both("term"),
        adds_up=FLAG,
        amount=NUMBER_TEXT,
        share=NUMBER_TEXT,
        low=NUMBER_TEXT,
        high=NUMBER_TEXT,
        **{f"{cause}_{end}": maybe(NUMBER_TEXT) for cause in _CAUSES for end in ("low", "high")},
        bounded=FLAG,
    ),
    {
        **STUDY_MEMBERS,
        "unit": TEXT,
        "shares_of": one_of(("industry_exports", "all_exports")),
        "not_bounded": listing(
            shape(importer=TEXT, level=one_of(("total", "industry")), terms=listing(TEXT), **both("reason"))
        ),
    },
)
EXTRACTION_SCHEMA = Published(
    "extraction",
    Bilingual(
        "What would be lost if part of a corridor stopped",
        "Qué se perdería si se detuviera parte de un corredor",
    ),
    shape(
        level=one_of(("region", "world", "industry")),
        code=TEXT,
        **both("name"),
        region=TEXT,
        output_lost=NUMBER_TEXT,
        output_share=NUMBER_TEXT,
        value_added_lost=NUMBER_TEXT,
        value_added_share=NUMBER_TEXT,
        **_ENDS,
        **{
            f"{name}_{end}": NUMBER_TEXT
            for name in ("output", "value_added_share", "output_share")
            for end in ("low", "high")
        },
        parts=_PARTS,
        output_parts=_PARTS,
    ),
    {**STUDY_MEMBERS, "unit": TEXT, "stopped": NUMBER_TEXT, "assumed": ASSUMED},
)
PUBLISHED = (EXPOSURE_SCHEMA, PAIR_SCHEMA, VALUE_CHAINS_SCHEMA, EXPORT_TERMS_SCHEMA, EXTRACTION_SCHEMA)
