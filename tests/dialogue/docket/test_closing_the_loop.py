"""From submissions to themes, to replies of both Parties, to the agenda, to those who spoke; and what is kept out of sight."""

import json
from datetime import timedelta

import pytest
from tests.dialogue.docket.in_the_docket import ANA, AT, CLOSED, LATER, PERSON, announced, filed

from hled.dialogue.delegations.models import Person
from hled.dialogue.docket.domain.replying import Draft
from hled.dialogue.docket.models import Notice, Placement, Submission, Submitter, Theme
from hled.dialogue.docket.queries.asking import Filters
from hled.dialogue.docket.queries.calls import campaigns
from hled.dialogue.docket.queries.loop import loop_figures
from hled.dialogue.docket.queries.public import as_public, counted, searched, with_all_shown
from hled.dialogue.docket.services.copies import group_waiting
from hled.dialogue.docket.services.filing import disown, withdraw
from hled.dialogue.docket.services.moderating import appeal, decide, read_submitter, reject
from hled.dialogue.docket.services.replying import approve_reply, bring_to_agenda, write_reply
from hled.dialogue.docket.services.themes import (
    attach_to_plan,
    begin_theme,
    follow_groups,
    merge,
    move,
    propose_themes,
    rename,
    sort_groups,
    split,
)
from hled.interfaces.asked import ask
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError

pytestmark = pytest.mark.django_db

BRIDGE = "El puente y el cruce de la frontera tardan seis horas y cada camión espera con la fruta."
WATER = "Los agricultores necesitan agua para el maíz y el aguacate antes de la cosecha del año."
NOTED = Draft("noted", ("Noted by us.", "Se toma nota."))


def codes(refused):
    return sorted({each.rule.code for each in refused.value.findings})


def someone(name, party):
    return Person.objects.create(
        email=f"{name.lower()}@{party.lower()}.example", name=name, party=party, language="en", enrolled_at=AT
    )


@pytest.fixture
def call():
    made = announced()
    for number in range(4):
        filed(made, f"{BRIDGE} Caso {'abcd'[number]}.", answers={2: "Un carril"})
        filed(made, f"{WATER} Parcela {'abcd'[number]}.")
    group_waiting(call=made, at=AT)
    return made


@pytest.fixture
def theme(call):
    return propose_themes(call=call, by=ANA, at=LATER, count=2)[0]


def spoken(theme):
    return set(Submission.objects.filter(wording__placement__theme=theme).values_list("pk", flat=True))


def test_proposed_themes_say_how_they_were_made_and_hold_every_copy(call):
    themes = propose_themes(call=call, by=ANA, at=LATER, count=2)

    assert [len(spoken(each)) for each in themes] == [4, 4]
    assert themes[0].method["seed"] == 1
    assert len(themes[0].method["input"]) == 64
    assert propose_themes(call=call, by=ANA, at=LATER) == []


def test_people_merge_split_move_and_rename_with_history(call):
    one, other = propose_themes(call=call, by=ANA, at=LATER, count=2)
    group = Placement.objects.filter(theme=one).first().wording.root_id

    rename(theme=one, title=("Bridges", "Puentes"), by=ANA, at=LATER)
    moved = move(theme=one, groups=[group], to=other, by=ANA, at=LATER)
    apart = split(theme=moved, groups=[group], title=("Apart", "Aparte"), by=ANA, at=LATER)
    merge(theme=apart, into=other, by=ANA, at=LATER)

    apart.refresh_from_db()
    assert apart.merged_into == other
    assert len(spoken(other)) == 8
    assert [each.act for each in apart.events.all()] == ["split_off", "merged"]
    with pytest.raises(BrokenRuleError) as refused:
        rename(theme=apart, title=("Again", "Otra vez"), by=ANA, at=LATER)
    assert codes(refused) == ["DK-30"]


def test_dk_29_and_dk_31_a_theme_has_titles_in_both_languages_and_belongs_to_what_exists(call):
    with pytest.raises(BrokenRuleError) as refused:
        begin_theme(call=call, title=("Only one", " "), by=ANA, at=AT)
    assert codes(refused) == ["DK-29"]

    made = begin_theme(call=call, title=("Bridges", "Puentes"), by=ANA, at=AT)
    with pytest.raises(BrokenRuleError) as refused:
        attach_to_plan(theme=made, pillar="P9", commitment="", by=ANA, at=AT)
    assert codes(refused) == ["DK-31"]


def test_a_copy_that_comes_later_follows_its_group(call, theme):
    before = spoken(theme)
    text = Submission.objects.filter(pk__in=before).first().text
    late = filed(call, text + " Y otra palabra.").submission
    group_waiting(call=call, at=LATER)

    assert follow_groups(call=call) == 1
    assert spoken(theme) == before | {late.pk}


def test_a_group_of_several_themes_is_left_to_people(call, theme):
    text = Submission.objects.filter(pk__in=spoken(theme)).first().text
    members = Placement.objects.filter(wording__submissions__text=text).values("wording__root_id")
    sorted_ones = Placement.objects.filter(wording__root_id__in=members).order_by("pk")
    other = begin_theme(call=call, title=("Elsewhere", "En otra parte"), by=ANA, at=AT)
    Placement.objects.filter(pk=sorted_ones.last().pk).update(theme=other)
    late = filed(call, text + " Y otra palabra.").submission
    group_waiting(call=call, at=LATER)

    assert follow_groups(call=call) == 0
    assert not Placement.objects.filter(wording__submissions=late).exists()


def test_many_groups_are_followed_with_as_many_questions_as_one(call, theme, django_assert_num_queries):
    letters = [" ".join(f"palabra{number}x{place}" for place in range(20)) for number in range(9)]
    for each in letters:
        filed(call, each)
    group_waiting(call=call, at=AT)
    propose_themes(call=call, by=ANA, at=AT, count=9)
    for each in letters:
        filed(call, each + " fin")
    group_waiting(call=call, at=LATER)

    with django_assert_num_queries(3):  # two questions and one insertion
        assert follow_groups(call=call) == len(letters)


def test_groups_are_placed_by_hand(call):
    made = begin_theme(call=call, title=("Bridges", "Puentes"), by=ANA, at=AT)
    root = Submission.objects.first().wording.root_id

    assert sort_groups(call=call, groups=[root], into=made, by=ANA, at=AT) == (made, 4)
    assert made.events.last().after["wordings"]


def test_dk_27_a_reply_is_public_after_another_person_of_the_party_approved_it(theme):
    writer, other, foreign = someone("Eva", "MX"), someone("Luz", "MX"), someone("Joe", "US")
    reply = write_reply(theme=theme, said=NOTED, by=writer, at=CLOSED)

    for who in (writer, foreign):
        with pytest.raises(BrokenRuleError) as refused:
            approve_reply(reply=reply, by=who, at=CLOSED)
        assert codes(refused) == ["DK-27"]
    assert loop_figures(CLOSED.date())[Party.MX].replied == 0
    approve_reply(reply=reply, by=other, at=CLOSED)

    figures = loop_figures(CLOSED.date())
    assert (figures[Party.MX].replied, figures[Party.US].replied) == (1, 0)
    assert figures[Party.MX].median_days == 12
    assert loop_figures(CLOSED.date() - timedelta(days=1))[Party.MX].replied == 0


def test_everyone_who_spoke_is_told_once_of_a_reply_and_personal_data_go_two_years_later(theme):
    reply = write_reply(theme=theme, said=NOTED, by=someone("Eva", "MX"), at=CLOSED)

    approve_reply(reply=reply, by=someone("Luz", "MX"), at=CLOSED)

    assert set(Notice.objects.filter(kind="replied").values_list("submission_id", flat=True)) == spoken(theme)
    days = set(Submitter.objects.filter(submission__in=spoken(theme)).values_list("erase_on", flat=True))
    assert days == {CLOSED.date().replace(year=2029)}


def test_dk_28_a_theme_without_submissions_is_not_answered(call):
    made = begin_theme(call=call, title=("Bridges", "Puentes"), by=ANA, at=AT)

    with pytest.raises(BrokenRuleError) as refused:
        write_reply(theme=made, said=NOTED, by=someone("Eva", "MX"), at=AT)

    assert codes(refused) == ["DK-28"]


def test_dk_26_what_is_taken_up_leads_to_something_that_exists(theme):
    said = Draft("taken_up", ("Yes.", "Sí."), "commitment", "no-such")

    with pytest.raises(BrokenRuleError) as refused:
        write_reply(theme=theme, said=said, by=someone("Eva", "MX"), at=AT)

    assert codes(refused) == ["DK-26"]


def test_dk_22_to_dk_24_moderation_goes_by_reasons_and_steps_within_a_party(call):
    submission = Submission.objects.first()
    one, other, foreign = someone("Eva", "MX"), someone("Luz", "MX"), someone("Joe", "US")
    note = ("Names a private person.", "Nombra a una persona privada.")

    for who, reason, rule in ((one, "disagree", "DK-22"), (foreign, "threat", "DK-24")):
        with pytest.raises(BrokenRuleError) as refused:
            reject(submission=submission, reason=reason, note=note, by=who, at=AT)
        assert codes(refused) == [rule]
    with pytest.raises(BrokenRuleError) as refused:
        appeal(submission=submission, words="Why?", at=AT)
    assert codes(refused) == ["DK-23"]

    reject(submission=submission, reason="personal_data", note=note, by=one, at=AT)
    appeal(submission=submission, words="It is my own name.", at=AT)
    with pytest.raises(BrokenRuleError) as refused:
        decide(submission=submission, restore=True, note=note, by=one, at=AT)
    assert codes(refused) == ["DK-23"]
    decide(submission=submission, restore=True, note=note, by=other, at=AT)

    assert searched(Filters()).filter(pk=submission.pk).exists()


def test_what_is_rejected_withdrawn_or_disowned_is_in_no_list_and_counted_openly(call):
    one, two, three = Submission.objects.all()[:3]
    reject(
        submission=one, reason="threat", note=("A threat.", "Una amenaza."), by=someone("Eva", "MX"), at=AT
    )
    withdraw(submission=two, at=AT)
    disown(submission=three, at=AT)

    found = counted(call)
    assert searched(Filters(call=call.code)).count() == 5
    assert (found.received, found.shown, found.withdrawn, found.disowned) == (8, 5, 1, 1)
    assert found.rejected == (("threat", 1),)
    assert sum(each.submissions for each in campaigns(call, ask())) == 5


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Filters(words="CAMIÓN fruta"), 4),
        (Filters(words="camion"), 4),
        (Filters(words="camión agua"), 0),
        (Filters(kind="firm", place="MX-MIC"), 8),
        (Filters(kind="union"), 0),
        (Filters(call="DC-x"), 0),
        (Filters(group="DG-000000"), 0),
        (Filters(words="%"), 8),
    ],
)
def test_public_search_finds_words_with_and_without_accents(call, asked, count):
    assert searched(asked).count() == count


def test_dk_24_reading_who_filed_needs_a_reason_and_is_kept(call):
    submission = Submission.objects.first()
    eva = someone("Eva", "MX")

    for who, why in ((eva, " "), (someone("Joe", "US"), "I want to")):
        with pytest.raises(BrokenRuleError) as refused:
            read_submitter(submission=submission, why=why, by=who, at=AT)
        assert codes(refused) == ["DK-24"]

    assert (
        read_submitter(submission=submission, why="She asked for a call back.", by=eva, at=AT).name
        == PERSON.name
    )
    assert submission.readings.get().by == eva


def test_no_personal_data_stand_in_what_the_public_sees(call, theme):
    said = json.dumps([as_public(each) for each in with_all_shown(searched(Filters()))], ensure_ascii=False)

    assert "fruta" in said
    for word in (*PERSON.name.split(), *PERSON.organization.split(), PERSON.email, "secreto"):
        assert word not in said


def test_the_public_list_costs_the_same_for_one_and_for_many(call, django_assert_num_queries):
    with django_assert_num_queries(4):
        assert len([as_public(each) for each in with_all_shown(searched(Filters()))]) == 8


def test_a_theme_on_the_agenda_is_walked_from_both_ends(bundled, call, theme):
    attach_to_plan(theme=theme, pillar="P1", commitment="", by=ANA, at=LATER)

    item = bring_to_agenda(theme=Theme.objects.get(pk=theme.pk), by=someone("Eva", "MX"), at=CLOSED)

    assert (item.origin, item.origin_page) == (theme.code, f"docket/themes/{theme.code}/")
    assert loop_figures(CLOSED.date())[Party.US].on_agenda == 1
    assert Notice.objects.filter(kind="on_agenda").count() == len(spoken(theme))
