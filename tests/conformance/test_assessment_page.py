"""The page of rules says what the rules say."""

from pathlib import Path

import pytest

from hled.dialogue.meetings.domain.cadence import AL_20
from hled.dialogue.results.domain.agreement import EDITOR_STATUS_OF
from hled.dialogue.results.domain.alerts import ALERT_RULES
from hled.dialogue.results.domain.rulebook import CURRENT

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/methods/assessment.md").read_text(encoding="utf-8")
TESTS = "".join(
    path.read_text(encoding="utf-8")
    for path in (ROOT / "tests/dialogue").rglob("test_*.py")
    if "domain" in path.parts
)


@pytest.mark.parametrize("rule", [*CURRENT.rules, *ALERT_RULES, AL_20], ids=lambda rule: rule.code)
def test_each_rule_stands_on_its_page_in_both_languages_and_has_a_test(rule):
    assert f"| {rule.code} |" in PAGE
    assert rule.says.en in PAGE
    assert rule.says.es in PAGE
    assert (
        f"test_{rule.code.lower().replace('-', '_')}" in TESTS
        or f"_and_{rule.code.lower().replace('-', '_')}_" in TESTS
    )


def test_the_page_gives_the_mapping_and_the_version():
    assert f"rulebook **{CURRENT.version}**" in PAGE
    assert all(f"| `{status.value}` |" in PAGE for status in EDITOR_STATUS_OF)
