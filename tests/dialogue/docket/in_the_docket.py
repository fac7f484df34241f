"""Calls, submissions and people from which the tests of the docket begin."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from hled.dialogue.docket.domain.calls import Plan
from hled.dialogue.docket.domain.filing import Personal, Speaker
from hled.dialogue.docket.services.calls import announce_call
from hled.dialogue.docket.services.filing import Said, file_submission

AT = datetime(2027, 1, 10, 15, 0, tzinfo=UTC)
LATER = datetime(2027, 1, 11, 15, 0, tzinfo=UTC)
CLOSED = datetime(2027, 3, 10, 15, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Someone:
    name: str
    party: str


ANA = Someone("Ana Ruiz", "MX")
BEN = Someone("Ben Hall", "US")

PLAN = Plan(
    title=("Border crossings", "Cruces fronterizos"),
    about=("What slows you down at the border?", "¿Qué le retrasa en la frontera?"),
    opens_on=date(2027, 1, 4),
    closes_on=date(2027, 2, 26),
    questions=(
        ("Which crossing?", "¿Qué cruce?"),
        ("What would help?", "¿Qué ayudaría?"),
    ),
)
PERSON = Personal("Perla Quetzalcóatl", "Aguacates Secretos S.A.", "perla@secreto.example")
SPEAKER = Speaker(kind="firm", size="to_10", place="MX-MIC", language="es")
SAID = Said(
    text="La aduana tarda seis horas cada martes y la fruta se pierde.",
    speaker=SPEAKER,
    personal=PERSON,
    intake="MX",
)


def announced(plan=PLAN, *, by=ANA, at=AT):
    return announce_call(plan=plan, by=by, at=at)


def filed(call, text="", *, at=AT, intake="MX", **changes):
    said = Said(
        text or SAID.text,
        changes.pop("speaker", SPEAKER),
        changes.pop("personal", PERSON),
        intake=intake,
        **changes,
    )
    return file_submission(call=call, said=said, at=at)
