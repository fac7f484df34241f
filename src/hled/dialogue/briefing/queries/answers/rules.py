"""Every written rule by its code: the rulebook of statuses, the alerts, and what data and calls must satisfy."""

from collections.abc import Iterator
from typing import Any

from hled.dialogue.docket.domain.alerts import AL_21
from hled.dialogue.meetings.domain.cadence import AL_20
from hled.dialogue.results.domain.alerts import ALERT_RULES
from hled.dialogue.results.domain.rulebook import CURRENT, rulebook_as_json
from hled.interfaces.answers import (
    ANYTHING,
    TEXT,
    Answer,
    Published,
    both,
    maybe,
    one_of,
    page,
    shape,
    table_of,
)
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import declared_rules

RULES_SCHEMA = Published(
    "rules",
    Bilingual("Every rule by its code", "Cada regla por su código"),
    shape(
        code=TEXT,
        group=one_of(("status", "alert", "data")),
        gives=maybe(TEXT),
        severity=maybe(TEXT),
        **both("says"),
        remedy_en=maybe(TEXT),
        remedy_es=maybe(TEXT),
        source=TEXT,
    ),
    {"rulebook": TEXT, "thresholds": table_of(ANYTHING)},
)


def every_rule() -> Iterator[dict[str, Any]]:
    """Rules of status in the order in which they are tried, then alerts, then the declared rules by code."""
    for each in CURRENT.rules:
        yield _rule(each.code, "status", each.says, gives=each.status.value)
    for alert in (*ALERT_RULES, AL_20, AL_21):
        yield _rule(alert.code, "alert", alert.says, gives=alert.urgency.value, remedy=alert.remedy)
    for rule in declared_rules():
        yield _rule(
            rule.code, "data", rule.says, severity=rule.severity.value, remedy=rule.remedy, source=rule.source
        )


def _rule(
    code: str,
    group: str,
    says: Bilingual,
    *,
    gives: str | None = None,
    severity: str | None = None,
    remedy: Bilingual | None = None,
    source: str = "",
) -> dict[str, Any]:
    return {
        "code": code,
        "group": group,
        "gives": gives,
        "severity": severity,
        "says_en": says.en,
        "says_es": says.es,
        "remedy_en": remedy.en if remedy else None,
        "remedy_es": remedy.es if remedy else None,
        "source": source,
    }


def rules_answer(*, code: str = "", limit: int | None = None, offset: int = 0) -> Answer:
    """
    All rules, or the one with a code.

    Raises
    ------
    NotFoundError
        When no rule has the code.
    """
    found = [each for each in every_rule() if code in {"", each["code"]}]
    if not found:
        raise not_found("rule", code)
    book = rulebook_as_json(CURRENT)
    return Answer(
        "rules",
        {"code": code, "limit": limit, "offset": offset},
        page(found, limit, offset),
        extras={"rulebook": book["version"], "thresholds": book["thresholds"]},
        total=len(found),
    )


PUBLISHED = (RULES_SCHEMA,)
