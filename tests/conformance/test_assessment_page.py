"""Every rule of status and alert is said in both languages, and has a test that bears its code."""

from pathlib import Path

import pytest

from hled.dialogue.docket.domain.alerts import AL_21
from hled.dialogue.meetings.domain.cadence import AL_20
from hled.dialogue.results.domain.alerts import ALERT_RULES
from hled.dialogue.results.domain.rulebook import CURRENT

ROOT = Path(__file__).parents[2]
TESTS = "".join(
    path.read_text(encoding="utf-8")
    for path in (ROOT / "tests/dialogue").rglob("test_*.py")
    if "domain" in path.parts
)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("rule", [*CURRENT.rules, *ALERT_RULES, AL_20, AL_21], ids=lambda rule: rule.code)
def test_each_rule_stands_on_its_page(rule, language):
    generated = ROOT / "docs" / language / "generated"
    page = "".join(
        (generated / name).read_text(encoding="utf-8") for name in ("status_rules.md", "alerts.md")
    )

    assert f"| {rule.code} |" in page
    assert rule.says.in_language(language) in page


@pytest.mark.parametrize("rule", [*CURRENT.rules, *ALERT_RULES, AL_20, AL_21], ids=lambda rule: rule.code)
def test_each_rule_has_a_test(rule):
    name = rule.code.lower().replace("-", "_")

    assert f"test_{name}" in TESTS or f"_and_{name}_" in TESTS
