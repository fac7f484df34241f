"""Exit codes that a script can use."""

import pytest

from hled.interfaces.asked import AS_01
from hled.interfaces.problems import not_found
from hled.interfaces.terminal.failing import Exit, exit_code
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.record import rules as of_record


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (not_found("commitment", "P9"), Exit.WRONG_CALL),
        (BrokenRuleError([Finding(AS_01, "as_of", "x")]), Exit.WRONG_CALL),
        (BrokenRuleError([Finding(of_record.DUPLICATE_KEY, "documents.yaml:3", "id")]), Exit.FINDINGS),
        (
            BrokenRuleError([Finding(AS_01, "as_of", "x"), Finding(of_record.DUPLICATE_KEY, "a", "b")]),
            Exit.FINDINGS,
        ),
    ],
)
def test_a_wrong_call_exits_2_and_broken_data_exits_1(error: BrokenRuleError, expected: Exit) -> None:
    assert exit_code(error) is expected
