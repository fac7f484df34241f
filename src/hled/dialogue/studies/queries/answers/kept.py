"""The studies that were kept, as answers."""

from pathlib import Path
from typing import Any

from hled.dialogue.studies.models import Rerun
from hled.dialogue.studies.queries.answers.envelope import DIGEST, SOLUTION, TABLE_USED
from hled.dialogue.studies.queries.studies import State, StudyView, stored_study, studies
from hled.interfaces.answers import (
    ANYTHING,
    COUNT,
    FLAG,
    MOMENT,
    TEXT,
    WHOLE,
    Answer,
    Published,
    both,
    listing,
    maybe,
    one_of,
    page,
    shape,
    table_of,
)
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual

_RERUN = shape(at=MOMENT, same=FLAG, result_digest=DIGEST, versions=table_of(TEXT))
_MEMBERS = dict(
    id=TEXT,
    kind=TEXT,
    **both("question", "says"),
    created_at=MOMENT,
    state=one_of(tuple(State)),
    **both("state"),
    tables=listing(TABLE_USED),
    seed=maybe(WHOLE),
    result_digest=DIGEST,
    reruns=COUNT,
    same=maybe(FLAG),
    sent_at=maybe(MOMENT),
    sent_by=TEXT,
)
STUDIES_SCHEMA = Published(
    "studies", Bilingual("Studies that were kept", "Estudios guardados"), shape(**_MEMBERS)
)
STUDY_SCHEMA = Published(
    "study",
    Bilingual("One study, whole", "Un estudio, completo"),
    shape(
        **_MEMBERS,
        parameters=table_of(TEXT),
        versions=table_of(TEXT),
        solved=listing(SOLUTION),
        result=ANYTHING,
        runs=listing(_RERUN),
    ),
)
PUBLISHED = (STUDIES_SCHEMA, STUDY_SCHEMA)


def studies_answer(
    asked: Asked, *, home: Path, kind: str = "", limit: int | None = None, offset: int = 0
) -> Answer:
    found = studies(asked, home=home, kind=kind)
    return Answer(
        "studies",
        {**asked.as_json(), "kind": kind, "limit": limit, "offset": offset},
        [_item(each) for each in page(found, limit, offset)],
        [finding for each in found for finding in each.findings],
        total=len(found),
    )


def stored_study_answer(id: str, asked: Asked, *, home: Path) -> Answer:
    """
    Raises
    ------
    NotFoundError
        When no such study had been kept by the day asked for.
    """
    found = stored_study(id, asked, home=home)
    study = found.study
    item = _item(found) | {
        "parameters": study.parameters,
        "versions": study.versions,
        "solved": study.solved,
        "result": study.result,
        "runs": [_run(each) for each in found.reruns],
    }
    return Answer("study", {**asked.as_json(), "id": id}, [item], found.findings)


def _item(found: StudyView) -> dict[str, Any]:
    study = found.study
    return {
        "id": study.id,
        "kind": study.kind,
        "question_en": study.question_en,
        "question_es": study.question_es,
        "says_en": study.says_en,
        "says_es": study.says_es,
        "created_at": study.created_at.isoformat(),
        "state": found.state.value,
        "state_en": found.state.says.en,
        "state_es": found.state.says.es,
        "tables": study.tables,
        "seed": study.seed,
        "result_digest": study.result_digest,
        "reruns": len(found.reruns),
        "same": all(each.same for each in found.reruns) if found.reruns else None,
        "sent_at": found.sent_at.isoformat() if found.sent_at else None,
        "sent_by": found.sent_by,
    }


def _run(rerun: Rerun) -> dict[str, Any]:
    return {
        "at": rerun.at.isoformat(),
        "same": rerun.same,
        "result_digest": rerun.result_digest,
        "versions": rerun.versions,
    }
