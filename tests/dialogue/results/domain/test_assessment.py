import json
from datetime import date

from hled.dialogue.results.domain.assessment import Origin, Status, Voice


def test_an_assessment_is_plain_json_with_both_languages(a_commitment, a_report, a_search, judge):
    found = judge(a_commitment(), a_report("completed", by="us"), a_search(date(2022, 5, 1)))

    said = json.loads(json.dumps(found.as_json()))

    assert said["status"] == "done"
    assert said["disputed"] is False
    assert said["rule"] == "ST-05"
    assert said["since"] == "2022-04-18"
    assert said["sentence_en"] == "Reported done by the United States on 18 April 2022."
    assert said["sentence_es"] == "Reportado como cumplido por Estados Unidos el 18 de abril de 2022."
    assert [each["id"] for each in said["evidence"]] == ["R-01"]
    assert [each["published_on"] for each in said["searches"]] == ["2022-05-01"]
    assert said["strength"] == {"voice": "one_party", "origin": "primary"}
    assert (said["last_report_on"], said["last_evidence_on"], said["silent_months"]) == (
        "2022-04-18",
        "2022-04-18",
        4,
    )


def test_every_code_has_a_label_in_both_languages():
    for codes in (Status, Voice, Origin):
        assert all(each.label.en and each.label.es for each in codes)
