"""Ask the public about what a study found: a call of the docket that is about the study."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hled.dialogue.docket.domain.calls import Plan
from hled.dialogue.docket.models import Call
from hled.dialogue.docket.services.calls import announce_call
from hled.dialogue.meetings.domain.acting import Acting
from hled.dialogue.studies.models import Study
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual

SCOPE = "study"
USUAL_DAYS = 45
_ABOUT = Bilingual(
    "{says}\n\n{warning}\n\nDoes this agree with what you see? Say what the figures leave out.",
    "{says}\n\n{warning}\n\n¿Coincide esto con lo que usted ve? Diga lo que las cifras omiten.",
)


def plan_about(study: Study, warning: Bilingual, on: date) -> Plan:
    """A call about a study as it begins: its question as the title, what it found and the warning of its method as the words."""
    about = _ABOUT.format(says=Bilingual(study.says_en, study.says_es), warning=warning)
    return Plan(
        title=(study.question_en[:300], study.question_es[:300]),
        about=(about.en, about.es),
        opens_on=on,
        closes_on=on + timedelta(days=USUAL_DAYS),
        scope=SCOPE,
        scope_id=study.id,
    )


def attach_call(*, study: Study, plan: Plan, by: Acting, at: datetime) -> Call:
    """
    Announce a call about a study, for one's own Party or for both; whatever else the plan says it is about.

    Raises
    ------
    NotFoundError
        PG-01, when the study is not kept.
    BrokenRuleError
        DK-15 to DK-18, all that apply.
    """
    if not Study.objects.filter(pk=study.pk).exists():
        raise not_found("study", study.pk)
    said = replace(plan, scope=SCOPE, scope_id=study.pk)
    return announce_call(plan=said, by=by, at=at, study_exists=True)
