"""From one Party's draft to words in force."""

from datetime import date, timedelta

import pytest
from tests.dialogue.accord.services.texts.at_the_table import EN, ES, MX, NOON, SUBJECT, US

from hled.dialogue.accord.domain.acts import Content, act_over
from hled.dialogue.accord.domain.fold import OBJECT, objection_subject
from hled.dialogue.accord.domain.texts.procedure import State, Step
from hled.dialogue.accord.domain.texts.segments import read_back
from hled.dialogue.accord.models import AgreedItem, Entry, Proposal, Refusal, Signature
from hled.dialogue.accord.queries.texts.reading import agreed_on, edits_seen, proposal, visible, words_of
from hled.dialogue.accord.services.appending import append_joint, append_party, end_silences
from hled.dialogue.accord.services.offering import offer_joint
from hled.dialogue.accord.services.texts import editing, proposing
from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.rule import BrokenRuleError, NotFoundError

pytestmark = pytest.mark.django_db


def refused(act) -> list[str]:
    with pytest.raises(BrokenRuleError) as error:
        act()
    return sorted({each.rule.code for each in error.value.findings})


def tabled(table, english="The Parties modernize ports.", spanish="Las Partes modernizan los puertos."):
    made = table.begin()
    segment = table.add(made, english, spanish)
    table.table(made)
    return made, segment


def state(made: Proposal) -> str:
    made.refresh_from_db()
    return made.state


def test_words_are_in_force_when_both_certified_and_both_signed_one_digest(table):
    made, _ = tabled(table)
    table.certify(made, US)
    assert state(made) == State.TABLED
    table.certify(made, MX)
    assert state(made) == State.OPEN
    digest = table.digest(made)
    table.sign(digest, US)
    assert (state(made), AgreedItem.objects.filter(subject=SUBJECT).exists()) == (State.OPEN, False)

    table.sign(digest, MX)

    assert (state(made), made.act, made.awaited) == (State.IN_FORCE, digest, "")
    item = AgreedItem.objects.get(subject=SUBJECT)
    assert item.act == digest
    assert read_back(item.english, item.spanish, item.fields).words == words_of(made).words
    assert [each.step for each in made.passages.all()] == [
        Step.TABLE,
        Step.CERTIFY,
        Step.CERTIFY,
        Step.OPEN,
        Step.SIGN,
        Step.SIGN,
        Step.ENTER,
    ]


@pytest.mark.parametrize("language", [EN, ES])
def test_an_edit_voids_certifications_and_signatures_which_stay_on_record(table, language):
    made, segment = tabled(table)
    table.certify_both(made)
    old = table.digest(made)
    table.sign(old, US)

    table.write(made, segment, MX, **{"english" if language is EN else "spanish": "Otherwise."})

    assert (state(made), made.awaited) == (State.TABLED, "MX")
    assert refused(lambda: table.sign(old, MX)) == ["AC-83"]
    assert not Entry.objects.filter(act=old).exists()
    assert (
        made.certifications.filter(digest=old).count(),
        Signature.objects.filter(offered=old).count(),
    ) == (2, 1)
    assert Refusal.objects.filter(digest=old).exists()


def test_ac_83_signatures_of_both_over_words_that_no_proposal_has_open_change_nothing(table):
    content = Content("Words.", "Palabras.", {})
    act = act_over(content, type="text.adopt", subject=SUBJECT, predecessor=None, effective=date(2027, 1, 1))
    signatures = [table.office.of(party).sign(act, table.at) for party in (US, MX)]

    assert refused(lambda: append_joint(act=act, content=content, signatures=signatures, at=table.at)) == [
        "AC-83"
    ]
    offer_joint(act=act, content=content, at=table.at)
    assert refused(lambda: table.sign(act.digest, US)) == ["AC-83"]
    assert not AgreedItem.objects.filter(subject=SUBJECT).exists()


def test_words_that_come_back_exactly_are_open_again(table):
    made, segment = tabled(table)
    table.certify_both(made)
    first = words_of(made).segment(segment)
    table.write(made, segment, MX, english="Otherwise.", spanish="De otro modo.")
    assert state(made) == State.TABLED

    table.write(made, segment, MX, english=first.english.text, spanish=first.spanish.text)

    assert state(made) == State.OPEN
    table.sign_both(table.digest(made))
    assert state(made) == State.IN_FORCE


def test_ac_69_who_wrote_does_not_certify(table):
    made = table.begin()
    segment = table.add(made, "Words.", "Palabras.")
    table.write(made, segment, by=table.who(US, Role.LANGUAGE_OFFICER), spanish="Otras palabras.")
    table.write(made, segment, english="Other words.", spanish="Otras palabras.")
    table.table(made)

    assert refused(lambda: table.certify(made, US)) == ["AC-69"]
    table.certify(made, MX)


def test_ac_72_a_certification_names_the_words_that_stand(table):
    made, segment = tabled(table)
    old = table.digest(made)
    table.write(made, segment, MX, english="Other.", spanish="Otro.")

    assert refused(lambda: table.certify(made, US, digest=old)) == ["AC-72"]


def test_words_that_are_stale_or_in_brackets_are_not_certified(table):
    made, segment = tabled(table)
    table.write(made, segment, MX, spanish="Las Partes estudian los puertos.")
    assert refused(lambda: table.certify(made, US)) == ["AC-67"]
    read = editing.Read.of(words_of(made).segment(segment))
    editing.bracket_words(
        proposal=made.pk,
        segment=segment,
        language=EN,
        words="modernize",
        reason="The budget is not known.",
        alternatives=["study"],
        read=read,
        by=table.who(MX),
        at=table.tick(),
    )
    assert refused(lambda: table.certify(made, US)) == ["AC-67", "AC-68"]

    table.write(
        made, segment, US, english="The Parties study ports.", spanish="Las Partes estudian los puertos."
    )

    assert words_of(made).is_clean
    assert made.brackets.get().lifted_by == table.who(US)
    table.certify_both(made)
    assert state(made) == State.OPEN


@pytest.mark.parametrize(
    ("step", "role"),
    [
        ("table", Role.LANGUAGE_OFFICER),
        ("table", Role.OBSERVER),
        ("write", Role.OBSERVER),
        ("write", Role.PARTY_ADMINISTRATOR),
        ("write", Role.SIGNING_OFFICER),
        ("certify", Role.COORDINATOR),
        ("certify", Role.SIGNING_OFFICER),
    ],
)
def test_ac_80_a_step_belongs_to_its_roles(table, step, role):
    made = table.begin()
    segment = table.add(made, "Words.", "Palabras.")
    by = table.who(US, role)
    acts = {
        "table": lambda: proposing.table(proposal=made.pk, by=by, at=table.at),
        "write": lambda: table.write(made, segment, by=by, english="Other."),
        "certify": lambda: proposing_certify(made, by, table),
    }

    assert refused(acts[step]) == ["AC-80"]


def proposing_certify(made, by, table):
    from hled.dialogue.accord.services.texts.opening import certify

    return certify(proposal=made.pk, digest=table.digest(made), by=by, at=table.at)


def test_ac_82_a_draft_does_not_exist_for_the_other_party(table):
    made = table.begin()
    segment = table.add(made, "Words.", "Palabras.")

    with pytest.raises(NotFoundError):
        proposal(made.pk, MX)
    for act in (
        lambda: table.write(made, segment, MX, english="Other."),
        lambda: proposing.withdraw(proposal=made.pk, by=table.who(MX), at=table.at),
        lambda: proposing.table(proposal=made.pk, by=table.who(MX), at=table.at),
        lambda: table.certify(made, MX),
    ):
        assert refused(act) == ["AC-82"]
    assert list(visible(US)) == [made]
    assert (list(visible(MX)), list(visible(None))) == ([], [])


def test_ac_65_the_other_party_does_not_withdraw(table):
    made, _ = tabled(table)

    assert refused(lambda: proposing.withdraw(proposal=made.pk, by=table.who(MX), at=table.at)) == ["AC-65"]
    proposing.withdraw(proposal=made.pk, by=table.who(US), at=table.at)
    assert state(made) == State.WITHDRAWN


def test_the_turn_is_with_the_other_party_from_tabling_and_passes_back(table):
    made, segment = tabled(table)
    made.refresh_from_db()
    since = made.awaited_since
    assert made.awaited == "MX"
    table.write(made, segment, MX, english="Other.", spanish="Otro.")
    made.refresh_from_db()
    assert (made.awaited, made.awaited_since) == ("MX", since)

    assert refused(lambda: proposing.hand_over(proposal=made.pk, by=table.who(US), at=table.at)) == ["AC-78"]
    proposing.hand_over(proposal=made.pk, by=table.who(MX), at=table.tick(days=3), remark="Yours.")

    made.refresh_from_db()
    assert (made.awaited, made.awaited_since) == ("US", table.at)


def test_two_proposals_on_one_version_the_second_is_overtaken_and_nothing_of_it_is_lost(table):
    table.agree("Both build.", "Ambas construyen.")
    first, second = table.begin(US, verb="amend"), table.begin(MX, verb="amend")
    table.add(first, "They report.", "Informan.")
    table.add(second, "They pay.", "Pagan.", MX)
    for each in (first, second):
        table.table(each)
        table.certify_both(each)
    table.sign(table.digest(second), US)
    late = table.digest(second)

    table.sign_both(table.digest(first))

    assert (state(first), state(second)) == (State.IN_FORCE, State.OVERTAKEN)
    assert refused(lambda: table.sign(late, MX)) == ["AC-05"]
    renewed = proposing.renew(proposal=second.pk, by=table.who(MX), at=table.tick()).proposal
    assert [each.english for each in words_of(renewed).words] == ["Both build.", "They pay.", "They report."]
    assert words_of(renewed).stale == ()
    assert (renewed.state, renewed.party, renewed.renews) == (State.DRAFT, "MX", second)


def test_ac_77_a_renewal_waits_for_the_decision_of_each_conflict(table):
    made = table.agree("Both build.", "Ambas construyen.")
    segment = words_of(made).segments[0].id
    first, second = table.begin(US, verb="amend"), table.begin(MX, verb="amend")
    table.write(first, segment, US, english="Both build soon.", spanish="Ambas construyen pronto.")
    table.write(second, segment, MX, english="Both build well.", spanish="Ambas construyen bien.")
    table.table(second)
    table.table(first)
    table.certify_both(first)
    table.sign_both(table.digest(first))

    def renew(**choices):
        return proposing.renew(proposal=second.pk, by=table.who(MX), at=table.tick(), choices=choices)

    waiting = renew()
    assert waiting.proposal is None
    assert [(each.ours, each.theirs) for each in waiting.merge.conflicts] == [
        ("Both build well.", "Both build soon."),
        ("Ambas construyen bien.", "Ambas construyen pronto."),
    ]
    assert renew(**{f"segment {segment} en": "Both build well."}).proposal is None
    assert refused(lambda: renew(elsewhere="x")) == ["AC-77"]
    decided = renew(
        **{f"segment {segment} en": "Soon and well.", f"segment {segment} es": "Pronto y bien."}
    ).proposal
    assert words_of(decided).words[0].english == "Soon and well."
    assert words_of(decided).stale == ((segment, EN),)
    table.write(decided, segment, MX, english="Other words.", spanish="Otras palabras.")
    said = [each.said for each in edits_seen(decided, MX) if each.segment == segment]
    assert said == ["Soon and well.", "Pronto y bien.", "Other words.", "Otras palabras."]


def test_an_amendment_begins_with_the_words_in_force(table):
    made = table.agree("Both build.", "Ambas construyen.")

    amendment = table.begin(MX, verb="amend")

    assert amendment.predecessor == made.act
    assert words_of(amendment).words == words_of(made).words
    assert agreed_on(SUBJECT)[0] == made.act


def silent(table, days=3):
    made = table.begin()
    table.add(made, "Words.", "Palabras.")
    editing.set_terms(
        proposal=made.pk,
        effective=date(2027, 1, 1),
        silent_from=NOON.date() + timedelta(days=1),
        silent_days=days,
        read=1,
        by=table.who(US),
        at=table.tick(),
    )
    table.table(made)
    table.certify_both(made)
    table.sign_both(table.digest(made))
    made.refresh_from_db()
    return made


def test_silent_words_are_in_force_when_the_term_is_over(table):
    """From Tuesday 24 November: 25, 27 and 30, since the 26th is Thanksgiving Day."""
    made = silent(table)
    assert (made.state, made.silent_until.date()) == (State.RUNNING, date(2026, 12, 1))
    assert end_silences(at=made.silent_until - timedelta(seconds=1)) == []
    assert not AgreedItem.objects.filter(subject=SUBJECT).exists()

    end_silences(at=made.silent_until)

    assert state(made) == State.IN_FORCE
    assert AgreedItem.objects.get(subject=SUBJECT).act == made.act


def test_an_objection_of_one_party_stops_the_term(table):
    made = silent(table)
    content = Content("We object.", "Objetamos.", {"act": made.act})
    act = act_over(
        content,
        type=OBJECT,
        subject=objection_subject(MX, made.act),
        predecessor=None,
        effective=table.at.date(),
    )
    append_party(
        party=MX, act=act, content=content, signatures=[table.office.mx.sign(act, table.at)], at=table.at
    )

    end_silences(at=made.silent_until)

    assert state(made) == State.OBJECTED
    assert not AgreedItem.objects.filter(subject=SUBJECT).exists()


def test_ac_79_silent_words_are_signed_before_their_term_begins(table):
    made = table.begin()
    table.add(made, "Words.", "Palabras.")
    editing.set_terms(
        proposal=made.pk,
        effective=date(2027, 1, 1),
        silent_from=NOON.date() + timedelta(days=1),
        silent_days=20,
        read=1,
        by=table.who(US),
        at=table.tick(),
    )
    table.table(made)
    table.certify_both(made)
    table.tick(days=2)

    assert refused(lambda: table.sign(table.digest(made), US)) == ["AC-79"]


def test_terms_that_moved_meanwhile_are_not_overwritten(table):
    made, _ = tabled(table)

    def set_day(day, party):
        return editing.set_terms(
            proposal=made.pk, effective=day, read=1, by=table.who(party), at=table.tick()
        )

    set_day(date(2027, 2, 1), US)
    found = set_day(date(2027, 3, 1), MX)

    assert isinstance(found, editing.TermsConflict)
    made.refresh_from_db()
    assert made.effective == date(2027, 2, 1)


def test_another_day_of_effect_is_another_act(table):
    made, _ = tabled(table)
    table.certify_both(made)
    old = table.digest(made)

    editing.set_terms(proposal=made.pk, effective=date(2027, 2, 1), read=1, by=table.who(MX), at=table.tick())

    assert state(made) == State.TABLED
    assert table.digest(made) != old


def test_what_was_written_in_a_draft_stays_with_its_party(table):
    made, segment = tabled(table)
    table.write(made, segment, MX, english="Other.", spanish="Otro.")

    assert [each.said for each in edits_seen(made, MX)] == ["Other.", "Otro."]
    assert [each.made for each in edits_seen(made, US)] == ["add", "write", "write", "write", "write"]


def test_concurrent_edits_give_both_texts(table):
    made, segment = tabled(table)
    read = editing.Read.of(words_of(made).segment(segment))
    table.write(made, segment, US, read=read, english="Ours.")

    found = table.write(made, segment, MX, read=read, english="Yours.")

    assert isinstance(found, editing.EditConflict)
    assert (found.yours, found.standing.english.text) == ({EN: "Yours."}, "Ours.")
    assert words_of(made).segment(segment).english.text == "Ours."
