"""The kinds of acts on the work plan, and what an act would lead to, as answers."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from hled.dialogue.workplan.domain.acts import ACT_KINDS, PlanAct, next_identifier, weigh
from hled.dialogue.workplan.domain.acts.rules import WP_19
from hled.dialogue.workplan.queries.acts import known_to, used_identifiers
from hled.interfaces.answers import ANYTHING, FLAG, TEXT, Answer, Published, both, listing, one_of, shape
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.record.json_form import record_as_json

_SEGMENT = shape(name=TEXT, **both("label"), required=FLAG)

ACT_KINDS_SCHEMA = Published(
    "act_kinds",
    Bilingual(
        "Kinds of acts by which both Parties change the plan",
        "Tipos de actos con que ambas Partes cambian el plan",
    ),
    shape(
        type=TEXT,
        **both("label"),
        kind=TEXT,
        asks=one_of(("new", "open")),
        segments=listing(_SEGMENT),
        repeats=listing(TEXT),
        fields=listing(TEXT),
        free=FLAG,
    ),
)
WEIGHED_SCHEMA = Published(
    "act_weighed",
    Bilingual("The records that an act would lead to", "Los registros a los que llevaría un acto"),
    shape(kind=TEXT, id=TEXT, record=ANYTHING),
    {"findings": listing(ANYTHING)},
)
PUBLISHED = (ACT_KINDS_SCHEMA, WEIGHED_SCHEMA)

UNSIGNED = "0" * 64
_MEMBERS = {"type", "subject", "english", "spanish", "fields", "effective"}


def act_kinds_answer() -> Answer:
    """Every kind, with the texts and fields that it asks for."""
    return Answer(
        "act_kinds",
        {},
        [
            {
                "type": each.type,
                "label_en": each.label.en,
                "label_es": each.label.es,
                "kind": each.kind,
                "asks": each.asks.value,
                "segments": [
                    {
                        "name": segment.name,
                        "label_en": segment.label.en,
                        "label_es": segment.label.es,
                        "required": segment.required,
                    }
                    for segment in each.segments
                ],
                "repeats": list(each.repeats),
                "fields": list(each.asked_fields),
                "free": each.free,
            }
            for each in ACT_KINDS.values()
        ],
        total=len(ACT_KINDS),
    )


def weighed_answer(act: PlanAct) -> Answer:
    """
    What an act would lead to if both Parties signed it; nothing changes.

    Raises
    ------
    BrokenRuleError
        With every reason to refuse it.
    """
    outcome, findings = weigh(act, known_to(act))
    if outcome is None:
        raise BrokenRuleError(findings)
    return Answer(
        "act_weighed",
        {"type": act.type, "subject": act.subject, "effective": act.on.isoformat()},
        [
            {"kind": kind, "id": id, "record": record_as_json(kind, record)}
            for kind, id, record in outcome.records
        ],
        extras={"findings": [each.as_json() for each in findings]},
        total=len(outcome.records),
    )


def read_act(file: Path) -> PlanAct:
    """
    An act from a JSON file, before it is signed: its paper is named by no digest yet.

    Raises
    ------
    BrokenRuleError
        WP-19, when the file is no such act.
    """
    try:
        said: Any = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(said, dict) and said.keys() == _MEMBERS:
            sides = [said["english"], said["spanish"]]
            texts = all(
                isinstance(side, dict) and all(isinstance(text, str) for text in side.values())
                for side in sides
            )
            if texts and isinstance(said["fields"], dict) and isinstance(said["subject"], str):
                day = date.fromisoformat(said["effective"])
                return PlanAct(
                    str(said["type"]),
                    said["subject"],
                    said["english"],
                    said["spanish"],
                    said["fields"],
                    day,
                    UNSIGNED,
                )
        found = ", ".join(sorted(said)) if isinstance(said, dict) else type(said).__name__
    except (OSError, TypeError, ValueError) as error:
        found = str(error)
    raise BrokenRuleError([Finding(WP_19, str(file), found[:200])])


def next_free(kind: str, pillar: str, group: str) -> str:
    """The next free identifier of a commitment or a milestone."""
    return next_identifier(kind, used_identifiers(kind), pillar=pillar, group=group)
