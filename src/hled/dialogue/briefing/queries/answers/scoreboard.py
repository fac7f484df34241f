"""The scoreboard and the alerts as answers, narrowed by a filter that names only what the record has."""

from collections.abc import Iterator
from dataclasses import asdict

from hled.dialogue.briefing.queries.scoreboard import Filter, Scoreboard, scoreboard
from hled.dialogue.docket.queries.answers import LOOP, loop_items
from hled.dialogue.meetings.queries.answers import CADENCE
from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.domain.rollup import status_counts
from hled.dialogue.results.queries.answers.agencies import DISTRIBUTION
from hled.dialogue.results.queries.answers.commitments import ALERT, ROW
from hled.dialogue.results.queries.rows import ScoreRow
from hled.dialogue.workplan.queries.plan import Plan
from hled.interfaces.answers import COUNT, DAY, FLAG, TEXT, Answer, Published, both, listing, page, shape
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, declare

DISPUTED = "disputed"
MOST_CODES_SHOWN = 40

FI_01 = declare(
    "FI-01",
    en="A filter must name something the record has.",
    es="Un filtro debe nombrar algo que el registro contenga.",
    remedy_en="Use one of the codes named, or leave the filter out.",
    remedy_es="Use uno de los códigos indicados u omita el filtro.",
)

SCOREBOARD_SCHEMA = Published(
    "scoreboard",
    Bilingual("Every commitment with its status", "Cada compromiso con su estado"),
    shape(**ROW),
    {
        "as_of": DAY,
        "rulebook": TEXT,
        "counts": shape(**{status.value: COUNT for status in Status}),
        "disputed": COUNT,
        "undated": COUNT,
        "in_future": FLAG,
        **both("sentence"),
        "pillars": listing(DISTRIBUTION),
        "cadences": listing(CADENCE),
        "loop": listing(LOOP),
    },
)
COMMITMENTS_SCHEMA = Published(
    "commitments", Bilingual("Commitments with their status", "Compromisos con su estado"), shape(**ROW)
)
ALERTS_SCHEMA = Published(
    "alerts",
    Bilingual("What a coordinator should look at", "Lo que la coordinación debería revisar"),
    ALERT,
    {"as_of": DAY},
)


def kept_rows(board: Scoreboard, wanted: Filter) -> list[ScoreRow]:
    """
    The rows that a filter leaves.

    Raises
    ------
    BrokenRuleError
        FI-01, for each field of the filter that names nothing in the record.
    """
    findings = list(_unknown(wanted, board.plan))
    if findings:
        raise BrokenRuleError(findings)
    return wanted.keep(board.rows)


def _unknown(wanted: Filter, said: Plan) -> Iterator[Finding]:
    known: dict[str, list[str]] = {
        "pillar": list(said.pillars),
        "status": [*(status.value for status in Status), DISPUTED],
        "agency": list(said.agencies),
        "initiative": list(said.initiatives),
        **{
            field: [code for legend, code in said.labels if legend == name]
            for field, name in (
                ("sector", "sector"),
                ("action_type", "action_type"),
                ("kind", "commitment_kind"),
            )
        },
    }
    for field, codes in known.items():
        value = getattr(wanted, field)
        if value and value not in codes:
            yield Finding(FI_01, field, _choices(value, codes))


def _choices(value: str, codes: list[str]) -> Bilingual:
    shown = ", ".join(codes[:MOST_CODES_SHOWN]) + (" …" if len(codes) > MOST_CODES_SHOWN else "")
    return Bilingual(f"“{value[:60]}”; known: {shown}", f"«{value[:60]}»; existen: {shown}")


def scoreboard_answer(asked: Asked, wanted: Filter, *, limit: int | None = None, offset: int = 0) -> Answer:
    """Counts are of the rows that the filter leaves; sentence, pillars, cadences and loop are of the whole view."""
    board = scoreboard(asked)
    rows = kept_rows(board, wanted)
    return Answer(
        "scoreboard",
        {**asked.as_json(), **asdict(wanted), "limit": limit, "offset": offset},
        [row.as_json() for row in page(rows, limit, offset)],
        extras={
            "as_of": asked.as_of.isoformat(),
            "rulebook": board.standing.rulebook.version,
            "counts": {
                status.value: count for status, count in status_counts(row.assessment for row in rows).items()
            },
            "disputed": sum(row.assessment.disputed for row in rows),
            "undated": sum(row.assessment.undated for row in rows),
            "in_future": asked.in_future,
            "sentence_en": board.sentence.en,
            "sentence_es": board.sentence.es,
            "pillars": [each.as_json() for each in board.pillars],
            "cadences": [each.as_json() for each in board.cadences],
            "loop": loop_items(asked),
        },
        total=len(rows),
    )


def commitments_answer(asked: Asked, wanted: Filter, *, limit: int | None = None, offset: int = 0) -> Answer:
    rows = kept_rows(scoreboard(asked), wanted)
    return Answer(
        "commitments",
        {**asked.as_json(), **asdict(wanted), "limit": limit, "offset": offset},
        [row.as_json() for row in page(rows, limit, offset)],
        total=len(rows),
    )


def alerts_answer(
    asked: Asked,
    *,
    pillar: str = "",
    urgency: str = "",
    code: str = "",
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """Alerts on commitments and meetings, the heaviest first."""
    board = scoreboard(asked)
    kept_rows(board, Filter(pillar=pillar))
    found = [
        each
        for each in board.alerts
        if pillar in {"", each.pillar} and urgency in {"", each.urgency.value} and code in {"", each.code}
    ]
    return Answer(
        "alerts",
        {
            **asked.as_json(),
            "pillar": pillar,
            "urgency": urgency,
            "code": code,
            "limit": limit,
            "offset": offset,
        },
        [each.as_json() for each in page(found, limit, offset)],
        extras={"as_of": asked.as_of.isoformat()},
        total=len(found),
    )


PUBLISHED = (SCOREBOARD_SCHEMA, COMMITMENTS_SCHEMA, ALERTS_SCHEMA)
