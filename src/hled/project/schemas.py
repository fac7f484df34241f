"""The published schemas of all answers, by name."""

from hled.dialogue.accord.queries.answers import PUBLISHED as OF_ACCORD
from hled.dialogue.accord.queries.texts.answers import PUBLISHED as OF_TEXTS
from hled.dialogue.briefing.queries.answers import PUBLISHED as OF_BRIEFING
from hled.dialogue.delegations.queries.answers import PUBLISHED as OF_DELEGATIONS
from hled.dialogue.delegations.queries.notices import PUBLISHED as OF_NOTICES
from hled.dialogue.docket.queries.answers import PUBLISHED as OF_DOCKET
from hled.dialogue.docket.queries.bulk import PUBLISHED as OF_BULK
from hled.dialogue.meetings.queries.answers import PUBLISHED as OF_MEETINGS
from hled.dialogue.meetings.queries.planned_answers import PUBLISHED as OF_PLANNED_MEETINGS
from hled.dialogue.results.queries.answers import PUBLISHED as OF_RESULTS
from hled.dialogue.studies.queries.answers import PUBLISHED as OF_STUDIES
from hled.dialogue.workplan.queries.answers.acts import PUBLISHED as OF_PLAN_ACTS
from hled.dialogue.workplan.queries.answers.plan import PUBLISHED as OF_WORKPLAN
from hled.dialogue.workplan.queries.answers.statements import PUBLISHED as OF_STATEMENTS
from hled.interfaces.answers import PROBLEM, TEXT, Answer, Published, Schema, both, shape
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual

_OF_INSTALLATION = (
    Published(
        "version", Bilingual("The version of hled", "La versión de hled"), shape(hled=TEXT, python=TEXT)
    ),
    Published(
        "prepare", Bilingual("The store made ready", "El acervo preparado"), shape(home=TEXT, record=TEXT)
    ),
    Published(
        "schemas",
        Bilingual("Names of the published schemas", "Nombres de los esquemas publicados"),
        shape(id=TEXT, **both("title")),
    ),
)
PUBLISHED: dict[str, Published] = {
    each.name: each
    for each in sorted(
        (
            *OF_ACCORD,
            *OF_BRIEFING,
            *OF_RESULTS,
            *OF_MEETINGS,
            *OF_PLANNED_MEETINGS,
            *OF_DOCKET,
            *OF_BULK,
            *OF_STUDIES,
            *OF_WORKPLAN,
            *OF_PLAN_ACTS,
            *OF_STATEMENTS,
            *OF_DELEGATIONS,
            *OF_NOTICES,
            *OF_TEXTS,
            *_OF_INSTALLATION,
            PROBLEM,
        ),
        key=lambda each: each.name,
    )
}


def published_schema(name: str) -> Schema:
    """
    Raises
    ------
    NotFoundError
        When no answer has the name.
    """
    if name not in PUBLISHED:
        raise not_found("schema", name)
    return PUBLISHED[name].as_json()


def schemas_answer() -> Answer:
    items = [
        {"id": name, "title_en": each.title.en, "title_es": each.title.es} for name, each in PUBLISHED.items()
    ]
    return Answer("schemas", {}, items)
