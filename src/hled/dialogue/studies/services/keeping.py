"""Keep a study, run it again, send it to the agenda."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from django.db import transaction

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.meetings.models import ProposedItem
from hled.dialogue.meetings.services import propose_item
from hled.dialogue.studies.models import Rerun, Study
from hled.dialogue.studies.queries.answering import answer_anew, answer_to, question_of
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual

PILLAR = "P1"
"""The pillar of supply chains."""

_LONGEST_TITLE = 300


@transaction.atomic
def keep_study(*, kind: str, given: Mapping[str, str | None], home: Path, at: datetime) -> Study:
    """
    Ask a question and keep what was found; who asks the same again finds the study that stands.

    Raises
    ------
    BrokenRuleError
        What `answer_to` refuses.
    """
    found = answer_to(kind, given, home=home)
    result = found.result
    study, made = Study.objects.get_or_create(
        id=found.id,
        defaults={
            "kind": kind,
            "question_en": result.question.en,
            "question_es": result.question.es,
            "parameters": dict(found.asked),
            "tables": [each.as_json() for each in result.tables],
            "versions": dict(found.versions),
            "solved": [each.as_json() for each in result.solved],
            "seed": result.seed,
            "says_en": result.says.en,
            "says_es": result.says.es,
            "result": found.found,
            "result_digest": found.digest,
            "figures": dict(result.figures),
            "findings": [each.as_json() for each in result.findings],
            "created_at": at,
        },
    )
    if made:
        bump_revision()
    return study


@transaction.atomic
def run_again(*, id: str, home: Path, at: datetime) -> Rerun:
    """
    Ask the question of a study again, of the tables as they stand, and keep whether the digits are the same.

    Raises
    ------
    NotFoundError
        PG-01, when there is no such study.
    """
    study = _study(id)
    found = answer_anew(study.kind, study.parameters, home=home)
    rerun = Rerun.objects.create(
        study=study,
        at=at,
        tables=[each.as_json() for each in found.result.tables],
        versions=dict(found.versions),
        result_digest=found.digest,
        same=found.digest == study.result_digest,
    )
    bump_revision()
    return rerun


@transaction.atomic
def send_to_agenda(*, id: str, by: str, at: datetime, pillar: str = PILLAR) -> ProposedItem:
    """
    Put what a study found before the next meeting, with the warning that belongs to its method.

    Raises
    ------
    NotFoundError
        PG-01, when there is no such study.
    BrokenRuleError
        MT-01 to MT-03.
    """
    study = _study(id)
    warning = question_of(study.kind).warning
    return propose_item(
        title=Bilingual(study.question_en[:_LONGEST_TITLE], study.question_es[:_LONGEST_TITLE]),
        reason=Bilingual(f"{study.says_en} {warning.en}", f"{study.says_es} {warning.es}"),
        pillar=pillar,
        origin=study.id,
        origin_page=f"studies/{study.id}/",
        by=by,
        at=at,
    )


def _study(id: str) -> Study:
    found = Study.objects.filter(id=id).first()
    if found is None:
        raise not_found("study", id)
    return found
