"""An act names its whole content, and nothing that looks like it."""

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.accord.domain.acts import (
    Act,
    Condition,
    Content,
    act_over,
    canonical,
    moment_text,
    quick_canonical,
    read_act,
    read_moment,
    require_same_content,
    signed_bytes,
)
from hled.kernel.rule import BrokenRuleError

CONTENT = Content("Open the second lane.", "Abrir el segundo carril.", {"due": "2027-06-30", "lanes": 2})
ACT = act_over(
    CONTENT, type="commitment.amend", subject="P1-SC-01", predecessor=None, effective=date(2026, 12, 1)
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAME = st.from_regex(r"[A-Za-z0-9_.-]{1,8}", fullmatch=True)
PORTABLE = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAME, inner, max_size=4),
    max_leaves=12,
)


def codes(act) -> set[str]:
    with pytest.raises(BrokenRuleError) as refused:
        act()
    return {finding.rule.code for finding in refused.value.findings}


@given(PORTABLE)
def test_the_quick_spelling_is_that_of_rfc_8785(value):
    assert quick_canonical(value) == rfc8785.dumps(value) == canonical(value)


def test_ac_03_what_has_no_portable_spelling_is_refused():
    for value in (1.5, 2**53, "\ud800", {"ñ": 1}, {"": 1}, {1: 2}, object(), b"x"):
        assert codes(lambda value=value: canonical(value)) == {"AC-03"}
    deep: list = []
    for _ in range(40):
        deep = [deep]
    assert codes(lambda: canonical(deep)) == {"AC-03"}


def test_the_canonical_form_has_nine_members_in_order():
    assert ACT.canonical == (
        b'{"condition":null,"effective":"2026-12-01","english":"' + CONTENT.digests[0].encode()
        + b'","fields":"' + CONTENT.digests[2].encode()
        + b'","occasion":null,"predecessor":null,"spanish":"' + CONTENT.digests[1].encode()
        + b'","subject":"P1-SC-01","type":"commitment.amend"}'
    )  # fmt: skip
    assert ACT.digest == sha256(ACT.canonical).hexdigest()
    assert signed_bytes(ACT.digest) == b"hled act v1\n" + ACT.digest.encode() + b"\n"


@pytest.mark.parametrize(
    "change",
    [
        {"type": "commitment.merge"},
        {"subject": "P1-SC-02"},
        {"predecessor": "0" * 64},
        {"english": "0" * 64},
        {"spanish": "0" * 64},
        {"fields": "0" * 64},
        {"effective": date(2026, 12, 2)},
        {"occasion": "M-2026-12-01:D1"},
        {"condition": Condition(datetime(2026, 12, 10, 22, tzinfo=UTC))},
    ],
)
def test_another_member_is_another_act(change):
    other = replace(ACT, **change)

    assert other.digest != ACT.digest
    assert read_act(other.as_json()) == other


def test_one_accent_is_another_act():
    other = Content("Open the second lane.", "Abrír el segundo carril.", CONTENT.fields)

    assert codes(lambda: require_same_content(ACT, other)) == {"AC-04"}
    require_same_content(ACT, CONTENT)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "a\x00", "a\u202eb", "a\u200bb", "a\u00adb", unicodedata.normalize("NFD", "año"), "a\u2028b"],
)
def test_ac_02_a_text_that_cannot_be_seen_as_it_is_stored_is_refused(text):
    assert codes(lambda: Content(text, "Sí.", {})) == {"AC-02"}
    assert codes(lambda: Content("Yes.", text, {})) == {"AC-02"}


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("type", "amend"),
        ("type", "Commitment.amend"),
        ("subject", ""),
        ("subject", "a b"),
        ("predecessor", "0" * 63),
        ("english", "Z" * 64),
        ("fields", None),
        ("effective", "1 December"),
        ("effective", "20261201"),
        ("effective", None),
        ("occasion", ""),
        ("condition", {"procedure": "shouting", "until": "2026-12-10T22:00:00Z"}),
        ("condition", {"procedure": "silence", "until": "2026-12-10"}),
        ("condition", {"procedure": "silence", "until": None}),
    ],
)
def test_ac_01_a_malformed_member_is_refused(member, value):
    assert codes(lambda: read_act(ACT.as_json() | {member: value})) == {"AC-01"}


def test_ac_01_a_missing_or_unknown_member_is_refused():
    without = {name: value for name, value in ACT.as_json().items() if name != "occasion"}

    for value in (without, ACT.as_json() | {"consent": "MX"}, [], None):
        assert codes(lambda value=value: read_act(value)) == {"AC-01"}


def test_a_moment_is_written_to_the_second_in_utc():
    moment = datetime(2026, 11, 30, 19, 45, 1, 999, tzinfo=UTC)

    assert read_moment(moment_text(moment)) == moment.replace(microsecond=0)
    assert isinstance(ACT, Act)
