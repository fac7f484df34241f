"""What every answer of the engine carries beside its rows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hled.dialogue.studies.queries.answering import Answered, answer_to
from hled.dialogue.studies.queries.studies import is_stored
from hled.interfaces.answers import (
    COUNT,
    FLAG,
    NUMBER_TEXT,
    TEXT,
    WHOLE,
    Answer,
    Schema,
    both,
    listing,
    maybe,
    shape,
    table_of,
)

DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
TABLE_USED = shape(
    id=TEXT, **both("title", "source", "vintage"), year=WHOLE, unit=TEXT, digest=DIGEST, edition=TEXT
)
SOLUTION = shape(
    table=TEXT,
    size=WHOLE,
    method=TEXT,
    **both("reason"),
    residual={"type": "string", "pattern": r"^\d(\.\d)?(e-?\d+)?$"},
)
STUDY_MEMBERS: dict[str, Schema] = dict(
    study=TEXT,
    stored=FLAG,
    **both("question", "says", "warning"),
    method=listing(shape(**both("says"))),
    tables=listing(TABLE_USED),
    versions=table_of(TEXT),
    solved=listing(SOLUTION),
    seed=maybe(WHOLE),
    result_digest=DIGEST,
)
"""
`study` is the identifier that the answer has as a study, and `stored` whether it is kept. `solved` says how it was computed;
it is no part of what `result_digest` is taken of.
"""
MARKET_MEMBERS: dict[str, Schema] = {
    "lacking": listing(shape(code=TEXT, needs=TEXT, **both("says"))),
    "sample": shape(
        **both("shown"),
        minimum_exports=NUMBER_TEXT,
        minimum_trade=NUMBER_TEXT,
        exporters=COUNT,
        of_exporters=COUNT,
        products=COUNT,
        of_products=COUNT,
    ),
}
"""
What every answer about a market carries: the figures that can be computed of no product with the table that each needs, and among whom
capability is read.
"""


def study_answer(kind: str, given: Mapping[str, str | None], *, home: Path) -> Answer:
    """The answer to a question, as commands and endpoints give it."""
    return as_answer(answer_to(kind, given, home=home))


def as_answer(found: Answered) -> Answer:
    return Answer(
        found.question.kind,
        dict(found.asked),
        list(found.result.items),
        found.result.findings,
        extras={**members(found), **found.result.more},
    )


def members(found: Answered) -> dict[str, Any]:
    result, question = found.result, found.question
    return {
        "study": found.id,
        "stored": is_stored(found.id),
        "question_en": result.question.en,
        "question_es": result.question.es,
        "says_en": result.says.en,
        "says_es": result.says.es,
        "warning_en": question.warning.en,
        "warning_es": question.warning.es,
        "method": [{"says_en": each.en, "says_es": each.es} for each in question.method],
        "tables": [each.as_json() for each in result.tables],
        "versions": dict(found.versions),
        "solved": [each.as_json() for each in result.solved],
        "seed": result.seed,
        "result_digest": found.digest,
    }
