"""A study is kept, run again, marked when its table changes, and sent to the agenda."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from hled.dialogue.meetings.queries.answers import agenda_answer
from hled.dialogue.studies.models import Rerun, Study
from hled.dialogue.studies.queries.answers.kept import stored_study_answer, studies_answer
from hled.dialogue.studies.queries.studies import State, stored_study
from hled.dialogue.studies.services import keep_study, run_again, send_to_agenda
from hled.interfaces.asked import ask
from hled.kernel.rule import BrokenRuleError, NotFoundError

Run = Callable[..., Any]
PAIR = {"one": "USA.c15", "other": "MEX.c15", "draws": "8"}


@pytest.fixture
def study(bundled, tmp_path) -> Study:
    return keep_study(kind="pair", given=PAIR, home=tmp_path, at=bundled)


def test_the_same_question_twice_is_one_study(study, bundled, tmp_path):
    again = keep_study(kind="pair", given=PAIR, home=tmp_path, at=bundled)

    assert again == study
    assert Study.objects.count() == 1


def test_a_study_carries_all_that_is_needed_to_ask_again(study):
    assert study.parameters == {
        **PAIR,
        "table": "wiod2013-2011",
        "balance": "supplied",
        "seed": "20210909",
    }
    assert [each["id"] for each in study.tables] == ["wiod2013-2011"]
    assert {"hled", "numpy", "scipy"} <= study.versions.keys()
    assert len(study.result_digest) == 64
    assert study.question_en != study.question_es


def test_a_run_again_has_the_same_digits(study, bundled, tmp_path):
    rerun = run_again(id=study.id, home=tmp_path, at=bundled)

    assert rerun.same
    assert stored_study(study.id, ask(), home=tmp_path).findings == ()


def test_sq_03_other_digits_on_the_same_table_are_a_finding(study, bundled, tmp_path):
    Rerun.objects.create(
        study=study, at=bundled, tables=study.tables, versions={}, result_digest="0" * 64, same=False
    )

    found = stored_study(study.id, ask(), home=tmp_path)

    assert [each.rule.code for each in found.findings] == ["SQ-03"]


def test_sq_04_a_new_edition_of_its_table_marks_a_study_out_of_date(study, tmp_path):
    study.tables[0]["edition"] = "0" * 64
    study.save()

    found = stored_study(study.id, ask(), home=tmp_path)

    assert found.state is State.OUT_OF_DATE
    assert [each.rule.code for each in found.findings] == ["SQ-04"]


def test_a_study_whose_table_is_gone_says_so(study, tmp_path):
    study.tables[0]["id"] = "gone"
    study.save()

    assert stored_study(study.id, ask(), home=tmp_path).state is State.TABLE_MISSING


def test_a_study_made_later_is_not_shown(study, tmp_path):
    before = ask("2026-11-22")

    assert studies_answer(before, home=tmp_path).items == []
    with pytest.raises(NotFoundError):
        stored_study_answer(study.id, before, home=tmp_path)


def test_what_a_study_found_stands_on_the_agenda_with_its_origin(study, bundled, tmp_path):
    send_to_agenda(id=study.id, by="Working Group", at=bundled)

    (item,) = agenda_answer(ask()).extras["proposed"]
    assert (item["origin"], item["origin_page"], item["pillar"]) == (study.id, f"studies/{study.id}/", "P1")
    assert item["reason_en"].startswith(study.says_en)
    assert "not a forecast" in item["reason_en"]
    assert agenda_answer(ask("2026-11-22")).extras["proposed"] == []
    assert stored_study(study.id, ask(), home=tmp_path).sent_by == "Working Group"


@pytest.mark.parametrize(
    ("by", "pillar", "codes"), [(" ", "P1", ["MT-01"]), ("A", "P9", ["MT-02"]), ("", "", ["MT-01", "MT-02"])]
)
def test_an_item_without_a_sender_or_a_pillar_is_refused(study, bundled, by, pillar, codes):
    with pytest.raises(BrokenRuleError) as refused:
        send_to_agenda(id=study.id, by=by, at=bundled, pillar=pillar)

    assert [each.rule.code for each in refused.value.findings] == codes


def test_mt_03_a_study_is_sent_once(study, bundled):
    send_to_agenda(id=study.id, by="A", at=bundled)

    with pytest.raises(BrokenRuleError) as refused:
        send_to_agenda(id=study.id, by="B", at=bundled)

    assert [each.rule.code for each in refused.value.findings] == ["MT-03"]


@pytest.mark.parametrize("change", [{"says_en": ""}, {"question_es": ""}, {"result_digest": ""}])
def test_the_store_refuses_a_study_that_is_not_whole(study, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Study.objects.filter(id=study.id).update(**change)


def test_an_unknown_study_is_not_found(bundled, tmp_path):
    for act in (run_again, lambda **given: send_to_agenda(id=given["id"], by="A", at=given["at"])):
        with pytest.raises(NotFoundError):
            act(id="S-0000000000", home=tmp_path, at=bundled)
