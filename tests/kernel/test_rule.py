import pytest

from hled.kernel import rule
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Rule, Severity, declare, require

RULE = Rule("XX-01", Bilingual("It must hold.", "Debe cumplirse."), Bilingual("Mend it.", "Corríjalo."))


def test_a_finding_says_code_place_found_and_remedy_in_both_languages():
    said = Finding(RULE, "file.yaml:3 C-1.due", Bilingual("tomorrow", "mañana")).as_json()

    assert said == {
        "code": "XX-01",
        "severity": "error",
        "place": "file.yaml:3 C-1.due",
        "found": "tomorrow",
        "found_en": "tomorrow",
        "found_es": "mañana",
        "says_en": "It must hold.",
        "says_es": "Debe cumplirse.",
        "remedy_en": "Mend it.",
        "remedy_es": "Corríjalo.",
    }


def test_findings_are_refused_together():
    error = BrokenRuleError([Finding(RULE, "one"), Finding(RULE, "two")])

    assert [each.place for each in error.findings] == ["one", "two"]


def test_require_passes_what_holds_and_refuses_what_does_not():
    require(RULE, True, place="here")

    with pytest.raises(BrokenRuleError, match="XX-01 here: 7"):
        require(RULE, False, place="here", found=7)


def test_one_code_stands_for_one_rule(monkeypatch):
    monkeypatch.setattr(rule, "_DECLARED", {})
    declare("XX-99", en="A.", es="A.", remedy_en="B.", remedy_es="B.")

    with pytest.raises(ValueError, match="declared twice"):
        declare("XX-99", en="C.", es="C.", remedy_en="B.", remedy_es="B.", severity=Severity.WARNING)


@pytest.mark.parametrize(("found", "shown"), [("", "-"), ("\r", "'\\r'"), ("MX", "MX")])
def test_what_was_found_is_visible_even_where_it_is_blank(found, shown):
    said = Finding(RULE, "id", found).as_json()

    assert (said["found_en"], said["found_es"]) == (shown, shown)
