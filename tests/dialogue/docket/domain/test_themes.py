"""Themes are proposed by a method that gives the same again, and show who says what, dissent beside majority."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hled.dialogue.docket.domain.themes import propose
from hled.dialogue.docket.domain.themes.balance import Stance, Voice, quotations, stance, tally
from hled.dialogue.docket.domain.themes.lexicon import LABELS, concepts_in

ABOUT = {
    "crossing": ("The bridge and the border crossing delay every truck near {}.", "El puente y el cruce de la frontera: demora de cada camión cerca de {}."),
    "training": ("Training and school give workers skills for wages in {}.", "La capacitación y la escuela dan a cada trabajador salario en {}."),
    "water": ("Farmers need water for corn and avocado in {}.", "Los agricultores necesitan agua para maíz y aguacate en {}."),
}  # fmt: skip


def made(seed=1, each=12):
    rng, texts, labels = Random(seed), [], []
    for topic, pair in ABOUT.items():
        for number in range(each):
            filler = " ".join(
                f"{rng.choice('bcdfgk')}a{rng.choice('lmnr')}o{rng.randint(0, 9)}" for _ in range(4)
            )
            texts.append(pair[number % 2].format(filler))
            labels.append(topic)
    return texts, labels


def test_texts_of_one_subject_are_one_theme_in_both_languages():
    texts, labels = made()

    proposal = propose(texts, seed=3, count=3)

    assert sorted(sorted({labels[each] for each in theme.members}) for theme in proposal.themes) == [
        ["crossing"],
        ["training"],
        ["water"],
    ]
    assert all(len(theme.members) == 12 for theme in proposal.themes)


def test_terms_are_shown_in_both_languages():
    texts, labels = made()

    shown = {labels[theme.members[0]]: theme.terms for theme in propose(texts, count=3).themes}

    assert any("water" in english and "agua" in spanish for english, spanish in shown["water"])


@given(st.permutations(range(36)), st.integers(0, 5))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_texts_changes_no_theme(order, seed):
    texts, _ = made()

    moved = propose([texts[each] for each in order], seed=seed)
    straight = propose(texts, seed=seed)

    assert moved.input_digest == straight.input_digest
    assert [{texts[order[each]] for each in theme.members} for theme in moved.themes] == [
        {texts[each] for each in theme.members} for theme in straight.themes
    ]


def test_every_text_stands_in_one_theme_or_is_named_as_unplaced():
    texts, _ = made()
    texts += ["", "xylophone quartz"]

    proposal = propose(texts)

    assert sorted(
        [each for theme in proposal.themes for each in theme.members] + list(proposal.unplaced)
    ) == list(range(len(texts)))
    assert set(proposal.unplaced) == {36, 37}


@pytest.mark.parametrize("texts", [[], [""], ["one text alone"], ["same words here", "same words here"]])
def test_few_texts_are_no_difficulty(texts):
    proposal = propose(texts)

    assert len(proposal.unplaced) + sum(len(each.members) for each in proposal.themes) == len(texts)


def test_a_word_and_its_translation_are_one_concept():
    assert concepts_in("Tariffs at the border") == concepts_in("aranceles en la frontera")
    assert LABELS["=tariff"].es == "arancel"


VOICE = Voice("DS-0000001", "We support a night lane at the second bridge.", "firm", "to_10", "US-TX", "DG-1")
VOICES = [
    VOICE,
    replace(VOICE, code="DS-0000002", kind="union", place="US-AZ"),
    replace(VOICE, code="DS-0000003", text="Our chamber supports night work at the bridge too.", kind="chamber", group="DG-2"),
    replace(VOICE, code="DS-0000004", text="Me opongo al carril nocturno junto a mi casa.", kind="person", place="MX-TAM", group="DG-3"),
]  # fmt: skip


def test_every_submission_counts_once_in_the_balance():
    found = tally(VOICES)

    assert (found.submissions, found.groups) == (4, 3)
    assert dict(found.kinds) == {"firm": 1, "union": 1, "chamber": 1, "person": 1}
    assert sum(times for _, times in found.places) == 4


@pytest.mark.parametrize(
    ("text", "lean"),
    [
        ("We support it.", Stance.FOR),
        ("We do not support it.", Stance.AGAINST),
        ("Nos oponemos a la cuota.", Stance.AGAINST),
        ("Apoyamos la propuesta.", Stance.FOR),
        ("No apoyamos la propuesta.", Stance.AGAINST),
        ("The bridge is long.", Stance.UNSAID),
    ],
)
def test_the_stance_is_read_from_words(text, lean):
    assert stance(text) is lean


def test_dissent_stands_beside_the_majority():
    found = quotations(VOICES, ["night lane", "bridge"])

    assert [(each.code, each.stance, each.senders) for each in found] == [
        ("DS-0000001", Stance.FOR, 2),
        ("DS-0000003", Stance.FOR, 1),
        ("DS-0000004", Stance.AGAINST, 1),
    ]


@given(st.permutations(VOICES))
def test_quotations_do_not_hang_on_the_order(voices):
    assert quotations(voices, ["bridge"]) == quotations(VOICES, ["bridge"])
