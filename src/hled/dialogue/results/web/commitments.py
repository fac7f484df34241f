"""The page of a commitment and the page of a pillar."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse

from hled.dialogue.accord.web.beginning import may_begin
from hled.dialogue.results.domain.indicators import INDICATORS
from hled.dialogue.results.domain.rollup import distributions
from hled.dialogue.results.queries.dossier import dossier
from hled.dialogue.results.queries.rows import ScoreRow
from hled.dialogue.results.queries.view import view
from hled.dialogue.workplan.domain.acts import ACT_KINDS, ActKind, Asks
from hled.interfaces.acting import does
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.interfaces.mentions import mentions
from hled.interfaces.problems import not_found
from hled.kernel.action import READ_RECORD

PIXELS_PER_MONTH = 6
QUIET_MONTHS = 12


@does(READ_RECORD)
def commitment(request: HttpRequest, id: str) -> HttpResponse:
    found = dossier(id, asked_of(request))
    story = [
        {
            "entry": each,
            "height": max(6, round((each.days or 0) / 30.44 * PIXELS_PER_MONTH)),
            "quiet": (each.months or 0) >= QUIET_MONTHS,
        }
        for each in found.story
    ]
    pillar = found.record["pillar"]
    return show(
        request,
        "results/commitment.html",
        {
            "dossier": found,
            "record": found.record,
            "row": found.row,
            "plan": found.view.plan,
            "story": story,
            "pixels": PIXELS_PER_MONTH,
            "indicators": [each for each in INDICATORS.values() if each.pillar == pillar],
            "may_propose": may_begin(request) and not found.is_closed,
            "mentions": mentions("commitment", id, asked_of(request)),
            "proposable": [each for type, each in ACT_KINDS.items() if _is_on_a_commitment(each)],
        },
    )


def _is_on_a_commitment(kind: ActKind) -> bool:
    return kind.kind == "commitments" and kind.asks is Asks.OPEN


@does(READ_RECORD)
def pillar(request: HttpRequest, id: str) -> HttpResponse:
    seen = view(asked_of(request))
    if id not in seen.plan.pillars:
        raise not_found("pillar", id)
    rows = seen.rows(key for key, each in seen.plan.commitments.items() if each["pillar"] == id)
    found = distributions([row.facts for row in rows], seen.standing.assessments, "pillar")

    def objective(row: ScoreRow) -> str:
        named = row.facts.objective if seen.is_named("objectives", row.facts.objective) else None
        return named or ""

    by_objective = {key: tuple(each) for key, each in groupby(sorted(rows, key=objective), key=objective)}
    return show(
        request,
        "results/pillar.html",
        {
            "mentions": mentions("pillar", id, asked_of(request)),
            "id": id,
            "pillar_id": id,
            "record": seen.plan.pillars[id],
            "plan": seen.plan,
            "distribution": found[0] if found else None,
            "groups": [
                (key, each, by_objective.get(key, ()))
                for key, each in seen.plan.objectives.items()
                if each["pillar"] == id and seen.is_named("objectives", key)
            ],
            "without": by_objective.get("", ()),
            "initiatives": [
                (key, each)
                for key, each in seen.plan.initiatives.items()
                if each["pillar"] == id and seen.is_named("initiatives", key)
            ],
            "indicators": [each for each in INDICATORS.values() if each.pillar == id],
            "passages": [(key, each) for key, each in seen.plan.passages.items() if each.get("pillar") == id],
            "may_propose": may_begin(request),
            "narrowed": f"pillar={id}&",
        },
    )
