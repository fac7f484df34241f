"""Computed statuses of the bundled record beside those that its editors set by hand, as of 23 November 2026."""

import ast
import importlib.resources
from datetime import date
from pathlib import Path

import pytest
import yaml

import hled.dialogue.results.domain as rules
from hled.dialogue.results.domain.agreement import compare, highest_shows
from hled.dialogue.results.domain.rollup import status_counts
from hled.dialogue.results.domain.rulebook import assess

AS_OF = date(2026, 11, 23)


@pytest.fixture(scope="module")
def editor(bundled_records):
    return {each["id"]: each["editor_status"] for each in bundled_records["commitments"]}


@pytest.fixture(scope="module")
def explained():
    source = importlib.resources.files("hled.dialogue.results") / "editor_agreement.yaml"
    return yaml.safe_load(source.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("undated", "use_shows", "agreed"),
    [(False, True, 88), (True, True, 90), (False, False, 83), (True, False, 85)],
    ids=["dated", "undated", "dated without shows", "undated without shows"],
)
def test_the_rulebook_agrees_with_the_editors(bundled_facts, editor, undated, use_shows, agreed):
    found = compare(assess(bundled_facts, AS_OF, undated=undated, use_shows=use_shows), editor)

    assert (found.agreed, found.total) == (agreed, 97)


@pytest.mark.parametrize(("read_children", "agreed"), [(True, 74), (False, 66)])
def test_the_trivial_rule_reaches_less(bundled_facts, editor, read_children, agreed):
    found = compare(highest_shows(bundled_facts, AS_OF, undated=True, read_children=read_children), editor)

    assert found.agreed == agreed


@pytest.mark.parametrize("undated", [False, True])
def test_every_disagreement_is_explained_in_both_languages(bundled_facts, editor, explained, undated):
    found = compare(assess(bundled_facts, AS_OF, undated=undated), editor)

    expected = {
        (
            each["commitment"],
            each["computed"] if undated or not each.get("only_dated") else None,
            each["editor"],
        )
        for each in explained
        if not (undated and each.get("only_dated"))
    }
    assert {(each.commitment, each.computed, each.editor) for each in found.disagreements} == expected
    assert all(each["why_en"] and each["why_es"] and each["why_en"] != each["why_es"] for each in explained)


def test_statuses_are_distributed_as_published(bundled_facts):
    counts = status_counts(assess(bundled_facts, AS_OF, undated=True).values())

    assert {status.value: count for status, count in counts.items() if count} == {
        "under_way": 43,
        "done": 21,
        "silent": 16,
        "late": 6,
        "announced": 4,
        "recurrence_overdue": 3,
        "partly_done": 2,
        "restated": 2,
    }


def test_no_rule_names_a_commitment_or_reads_the_editors_status(bundled_records):
    ids = {each["id"] for each in bundled_records["commitments"]}
    words = {
        node.value
        for path in Path(rules.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert not {word for word in words for id in ids if id in word}
    assert not {word for word in words if word in {"editor_status", "status_note_en", "status_note_es"}}
