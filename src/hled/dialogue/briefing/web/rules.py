"""Every rule by its code: what it says, what to do, where it comes from."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from hled.dialogue.accord.web.beginning import may_begin
from hled.dialogue.docket.domain.alerts import AL_21
from hled.dialogue.meetings.domain.cadence import AL_20
from hled.dialogue.results.domain.alerts import ALERT_RULES
from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.domain.rulebook import CURRENT
from hled.dialogue.results.queries.view import view
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.interfaces.problems import not_found
from hled.kernel.action import READ_RECORD
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import declared_rules

FAMILIES = (
    ("ST", Bilingual("Status of a commitment", "Estado de un compromiso")),
    ("AL", Bilingual("Alerts", "Alertas")),
    ("WP", Bilingual("Acts on the work plan", "Actos sobre el plan de trabajo")),
    ("PO", Bilingual("Positions and reports of one Party", "Posiciones e informes de una Parte")),
    ("RB", Bilingual("Versions of the rules", "Versiones de las reglas")),
    ("RC", Bilingual("The record", "El registro")),
    ("RL", Bilingual("Loads beside what was agreed", "Cargas junto a lo acordado")),
    ("ME", Bilingual("Measurement", "Medición")),
    ("SR", Bilingual("Sources", "Fuentes")),
    ("RD", Bilingual("Reading a statement", "Lectura de una declaración")),
    ("BB", Bilingual("The briefing book", "La carpeta informativa")),
    ("AS", Bilingual("Dates of a view", "Fechas de una vista")),
    ("SE", Bilingual("Settings", "Ajustes")),
    ("PG", Bilingual("Pages", "Páginas")),
)
OTHERS = Bilingual("Other rules", "Otras reglas")


@dataclass(frozen=True, slots=True)
class Line:
    """A rule of any kind, ready to show."""

    code: str
    says: Bilingual
    remedy: Bilingual | None
    source: str
    status: Status | None = None
    place: int | None = None


def _every_rule() -> dict[str, Line]:
    statuses = [
        Line(each.code, each.says, None, "", each.status, place)
        for place, each in enumerate(CURRENT.rules, start=1)
    ]
    alerts = [Line(each.code, each.says, each.remedy, "") for each in (*ALERT_RULES, AL_20, AL_21)]
    others = [Line(each.code, each.says, each.remedy, each.source) for each in declared_rules()]
    return {each.code: each for each in (*statuses, *alerts, *others)}


@does(READ_RECORD)
def rules(request: HttpRequest) -> HttpResponse:
    found = _every_rule()
    known = {prefix for prefix, _ in FAMILIES}
    families = [
        (title, [each for code, each in sorted(found.items()) if code.split("-")[0] == prefix])
        for prefix, title in FAMILIES
    ]
    rest = [each for code, each in sorted(found.items()) if code.split("-")[0] not in known]
    return show(
        request,
        "briefing/rules.html",
        {
            "families": [pair for pair in [*families, (OTHERS, rest)] if pair[1]],
            "rulebook": CURRENT,
            "may_propose": may_begin(request),
        },
    )


@does(READ_RECORD)
def rule(request: HttpRequest, code: str) -> HttpResponse:
    found = _every_rule().get(code)
    if found is None:
        raise not_found("rule", code)
    seen = view(asked_of(request))
    rows = seen.rows(
        id
        for id in seen.plan.commitments
        if (assessment := seen.standing.assessments.get(id))
        and (
            assessment.rule == code
            or any(alert.code == code for alert in seen.standing.alerts_by_commitment.get(id, ()))
        )
    )
    return show(
        request,
        "briefing/rule.html",
        {"rule": found, "rows": rows, "plan": seen.plan, "rulebook": seen.standing.rulebook},
    )
