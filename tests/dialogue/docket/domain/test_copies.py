"""Copies of one letter are grouped, in whatever order they come, and nothing else is."""

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dialogue.docket.campaigns import campaigns, edited, letter, precision_and_recall, with_own_words

from hled.dialogue.docket.domain.copies import are_linked, grouped, grouping, sketch
from hled.dialogue.docket.domain.copies.sketches import sketches
from hled.dialogue.docket.domain.words import compared_form


def linked(one, other):
    return are_linked(sketch(compared_form(one)), sketch(compared_form(other)))


def partition(groups):
    found = {}
    for place, group in enumerate(groups):
        found.setdefault(int(group), set()).add(place)
    return {frozenset(each) for each in found.values()}


@pytest.mark.parametrize("seed", [11, 12])
def test_labelled_campaigns_in_both_languages_are_found(seed):
    made = campaigns(seed, total=800)

    groups = grouped(each.text for each in made)

    precision, recall = precision_and_recall([each.label for each in made], list(map(int, groups)))
    assert precision >= 0.99
    assert recall >= 0.95


def test_a_translated_letter_is_a_group_of_its_own():
    made = [each for each in campaigns(3, total=300) if each.label.startswith("campaign")]

    groups = grouped(each.text for each in made)

    spoken = {}
    for each, group in zip(made, groups, strict=True):
        spoken.setdefault(int(group), set()).add(each.language)
    assert {"en", "es"} == set.union(*spoken.values())
    assert all(len(each) == 1 for each in spoken.values())


@given(st.permutations(range(60)))
@settings(max_examples=8, deadline=None)
def test_the_order_of_arrival_does_not_matter(order):
    texts = [each.text for each in campaigns(5, total=60, sizes=(3, 9))]

    moved = partition(grouped(texts[each] for each in order))

    assert {frozenset(order[place] for place in group) for group in moved} == partition(grouped(texts))


def test_a_group_is_a_component_of_the_relation_between_two_texts():
    texts = [each.text for each in campaigns(6, total=48, sizes=(3, 12))]
    label = list(range(len(texts)))
    for one in range(len(texts)):
        for other in range(one):
            same = compared_form(texts[one]) == compared_form(texts[other])
            if same or linked(texts[one], texts[other]):
                label = [label[other] if each == label[one] else each for each in label]

    assert partition(grouped(texts)) == partition(label)


def test_a_text_that_pastes_two_letters_joins_no_two_campaigns():
    one, other = (" ".join(f"{letter}{place}" for place in range(80)) for letter in "ab")

    groups = grouped([one, f"{one} x", other, f"{other} y", f"{one} {other}"])

    assert groups[0] == groups[1] != groups[2] == groups[3]


def test_case_accents_and_punctuation_make_no_other_text():
    assert list(grouped(["La acción, ya.", "LA ACCION YA", "la reacción ya"])) == [0, 0, 2]


def test_short_texts_are_copies_only_with_equal_words():
    assert list(grouped(["I support this proposal", "I support this rule", "I support this proposal!"])) == [
        0,
        1,
        0,
    ]


def test_edits_and_a_paragraph_of_ones_own_leave_a_copy():
    said = letter(Random(4), "es", 8)

    assert linked(" ".join(said), " ".join(edited(Random(1), said, 0.06)))
    assert linked(" ".join(said), " ".join(with_own_words(Random(2), said, "es")))
    assert not linked(" ".join(said), " ".join(letter(Random(5), "es", 8)))


def test_a_sketch_is_the_same_alone_and_among_others():
    texts = [compared_form(each.text) for each in campaigns(8, total=40)] + [b"", b"one", b"one two"]

    made = sketches(texts)

    for place, text in enumerate(texts):
        alone = sketch(text)
        assert np.array_equal(alone.bands, made.bands[place])
        assert np.array_equal(alone.traces, made.traces[place])
        assert np.array_equal(alone.pairs, made.pairs[made.starts[place] : made.starts[place + 1]])


def test_what_a_sketch_means_never_changes():
    made = sketch(b"both governments answer each theme")

    assert [int(each) for each in made.bands[:2]] == [3074814794534300452, 7727720267195603705]


def test_nothing_has_no_group():
    assert list(grouped([])) == []


def test_two_processes_find_the_groups_of_one(monkeypatch):
    texts = [each.text for each in campaigns(9, total=200)]
    alone = grouped(texts)
    monkeypatch.setattr(grouping, "PART", 30)
    monkeypatch.setattr(grouping, "ALONE", 60)

    assert list(grouped(texts, processes=2)) == list(alone)


def test_large_buckets_are_asked_in_parts_and_give_the_same(monkeypatch):
    texts = [each.text for each in campaigns(10, total=300, sizes=(40, 90))]
    whole = grouped(texts)
    monkeypatch.setattr(grouping, "MOST_AT_ONCE", 7)

    assert list(grouped(texts)) == list(whole)


def test_a_word_is_the_same_number_wherever_it_stands():
    texts = [b" ".join([b"once"] * place + [b"word", b"x" * 3000, b"more"]) for place in (0, 1, 70)]
    apart = [set(sketch(each).pairs.tolist()) for each in texts]

    assert apart[0] < apart[1] < apart[2]
