"""The officers' side by its pages: sorting, themes, replies, calls, moderation; and who may open what."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.dialogue.delegations.making_people import officer
from tests.dialogue.docket.in_the_docket import ANA, PERSON, PLAN, filed

from hled.dialogue.delegations.domain.permissions import Standing, allowed
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.docket import permissions
from hled.dialogue.docket.models import Call, Notice, PersonalReading, Reply, Submission, Theme
from hled.dialogue.docket.services.calls import announce_call
from hled.dialogue.docket.services.copies import group_waiting
from hled.dialogue.docket.services.filing import withdraw
from hled.dialogue.docket.services.moderating import appeal, reject
from hled.dialogue.docket.services.themes import attach_to_plan, propose_themes
from hled.interfaces.acting import every_route
from hled.kernel.action import Whose

BRIDGE = "El puente y el cruce de la frontera tardan seis horas y cada camión espera con la fruta."
WATER = "Los agricultores necesitan agua para el maíz y el aguacate antes de la cosecha del año."
REASONS = {"reasons_en": "Noted by us.", "reasons_es": "Se toma nota."}
NOTE = {"note_en": "Names a private person.", "note_es": "Nombra a una persona privada."}


def browser(party, role):
    person = officer(party, role, is_sample=True)
    person.save()
    visitor = Client()
    visitor.force_login(person, backend="hled.dialogue.delegations.web.backends.PersonBackend")
    visitor.person = person
    return visitor


@pytest.fixture
def call(bundled):
    day = bundled.date()
    made = announce_call(
        plan=type(PLAN)(
            title=PLAN.title,
            about=PLAN.about,
            questions=PLAN.questions,
            opens_on=day - timedelta(days=30),
            closes_on=day + timedelta(days=3),
        ),
        by=ANA,
        at=bundled - timedelta(days=30),
    )
    for letter in "abcd":
        filed(made, f"{BRIDGE} Caso {letter}.", at=bundled)
    for letter in "abc":
        filed(made, f"{WATER} Parcela {letter}.", at=bundled, intake="US")
    group_waiting(call=made, at=bundled)
    return made


@pytest.fixture
def theme(call, bundled):
    proposed = propose_themes(call=call, by=ANA, at=bundled, count=2)
    made = next(each for each in proposed if each.placements.filter(wording__text__startswith="El puente"))
    return attach_to_plan(theme=made, pillar="P1", commitment="", by=ANA, at=bundled)


@pytest.fixture
def ours(bundled):
    return browser("MX", Role.COORDINATOR)


@pytest.fixture
def theirs(bundled):
    return browser("US", Role.COORDINATOR)


def roots(call):
    return list(call.wordings.filter(root_id__isnull=False).values_list("root_id", flat=True).distinct())


# Sorting


def test_the_desk_shows_groups_the_largest_first_and_says_what_stands_in_no_theme(call, ours):
    page = ours.get(reverse("docket-triage", args=[call.code])).content.decode()

    assert page.index("El puente y el cruce") < page.index("Los agricultores")
    assert "7 submissions: 0 stand in a theme, 7 in none." in page
    assert PERSON.email not in page
    assert "7" in ours.get(reverse("docket-desk")).content.decode()


def test_many_groups_go_into_a_new_theme_in_one_post_and_from_there_into_another(call, ours):
    where = reverse("docket-sort", args=[call.code])

    first = ours.post(where, {"groups": roots(call), "title_en": "All", "title_es": "Todo"})
    made = Theme.objects.get()
    again = ours.post(where, {"groups": roots(call)[:1], "title_en": "One", "title_es": "Uno"})

    assert f"into={made.code}" in first["Location"]
    assert made.placements.count() == 3
    assert Theme.objects.last().placements.count() == 4
    assert [each.act for each in made.events.all()] == ["begun", "placed", "moved"]
    assert "4 wordings now stand in" in ours.get(again["Location"]).content.decode()


def test_everything_that_fits_the_filters_is_sorted_and_nothing_else(call, ours):
    said = {"everything": "1", "words": "agua maiz", "title_en": "Water", "title_es": "Agua"}

    ours.post(reverse("docket-sort", args=[call.code]), said)

    spoke = Submission.objects.filter(wording__placement__theme=Theme.objects.get())
    assert {each.text[:5] for each in spoke} == {"Los a"}
    assert spoke.count() == 3


def test_dk_60_sorting_nothing_is_refused_and_keeps_what_was_typed(call, ours):
    said = {"title_en": "All", "title_es": "Todo"}

    answer = ours.post(reverse("docket-sort", args=[call.code]), said)

    assert answer.status_code == 400
    assert "DK-60" in answer.content.decode()
    assert 'value="Todo"' in answer.content.decode()
    assert not Theme.objects.exists()


@pytest.mark.parametrize("said", [{"seed": "x"}, {"seed": "-1"}, {"seed": "1", "count": "1"}])
def test_dk_61_a_proposal_asks_for_a_number_and_a_seed_that_can_be(call, ours, said):
    answer = ours.post(reverse("docket-propose", args=[call.code]), said)

    assert (answer.status_code, "DK-61" in answer.content.decode()) == (400, True)
    assert not Theme.objects.exists()


def test_themes_are_proposed_with_their_seed_and_stand_with_the_run(call, ours):
    answer = ours.post(reverse("docket-propose", args=[call.code]), {"seed": "7", "count": "2"})

    made = Theme.objects.first()
    page = ours.get(reverse("docket-desk-theme", args=[made.code])).content.decode()
    assert answer["Location"] == reverse("docket-desk-themes", args=[call.code])
    assert (Theme.objects.count(), made.method["seed"]) == (2, 7)
    assert made.method["input"] in page
    assert "seed 7" in page


def test_what_came_in_since_is_compared_and_follows_its_group(call, theme, ours, bundled):
    filed(call, f"{BRIDGE} Caso e.", at=bundled)
    assert (
        "1 submission was not compared"
        in ours.get(reverse("docket-triage", args=[call.code])).content.decode()
    )

    ours.post(reverse("docket-compare", args=[call.code]))

    assert Submission.objects.filter(wording__placement__theme=theme).count() == 5


# Owning themes


def test_people_rename_attach_split_and_merge_on_the_page_with_history(call, theme, ours):
    def act(name, **said):
        return ours.post(reverse(name, args=[theme.code]), said)

    group = theme.placements.first().wording.root_id
    act("docket-rename-theme", title_en="Bridges", title_es="Puentes")
    act("docket-attach-theme", pillar="P2", commitment="P1-SC-04")
    parted = act("docket-part-theme", groups=[group], title_en="Apart", title_es="Aparte")
    apart = Theme.objects.get(title_en="Apart")
    merged = ours.post(reverse("docket-merge-theme", args=[apart.code]), {"into": theme.code})

    theme.refresh_from_db()
    page = ours.get(reverse("docket-desk-theme", args=[theme.code])).content.decode()
    assert (theme.title_es, theme.pillar, theme.commitment) == ("Puentes", "P2", "P1-SC-04")
    assert parted["Location"] == reverse("docket-desk-theme", args=[apart.code])
    assert merged["Location"] == reverse("docket-desk-theme", args=[theme.code])
    assert ours.get(reverse("docket-desk-theme", args=[apart.code]))["Location"] == merged["Location"]
    assert "renamed the theme" in page
    assert "<ins>Puentes</ins>" in page


def test_dk_31_an_unknown_commitment_is_refused_on_the_page(theme, ours):
    answer = ours.post(reverse("docket-attach-theme", args=[theme.code]), {"commitment": "P9-XX-99"})

    assert (answer.status_code, "DK-31" in answer.content.decode()) == (400, True)


# Replies


def test_a_reply_goes_from_one_person_to_another_of_its_party_and_to_those_who_spoke(
    call, theme, ours, theirs, client
):
    where = reverse("docket-reply", args=[theme.code])
    other = browser("MX", Role.COORDINATOR)
    ours.post(where, {"answer": "noted", **REASONS})
    draft = Reply.objects.get()
    approving = reverse("docket-approve-reply", args=[theme.code])

    refused = ours.post(approving, {"reply": draft.pk})
    theirs.post(approving, {"reply": draft.pk})
    draft.refresh_from_db()
    seen_by_them = theirs.get(reverse("docket-desk-theme", args=[theme.code])).content.decode()
    assert (refused.status_code, "DK-27" in refused.content.decode()) == (400, True)
    assert (draft.approved_at, "Noted by us." in seen_by_them) == (None, False)
    other.post(approving, {"reply": draft.pk})

    draft.refresh_from_db()
    assert draft.approved_by == other.person
    assert Notice.objects.filter(kind="replied").count() == 4
    assert "Noted by us." in theirs.get(reverse("docket-desk-theme", args=[theme.code])).content.decode()


def test_dk_26_what_is_taken_up_without_a_link_is_refused_and_keeps_what_was_typed(theme, ours):
    answer = ours.post(reverse("docket-reply", args=[theme.code]), {"answer": "taken_up", **REASONS})

    page = answer.content.decode()
    assert (answer.status_code, "DK-26" in page, "Noted by us." in page) == (400, True, True)
    assert not Reply.objects.exists()


def test_a_theme_goes_to_the_agenda_and_its_reply_leads_there(theme, ours, client):
    ours.post(reverse("docket-to-agenda", args=[theme.code]))
    said = {"answer": "taken_up", "link": "agenda", "link_id": theme.code, **REASONS}
    ours.post(reverse("docket-reply", args=[theme.code]), said)

    assert Reply.objects.get().link_id == theme.code
    assert f"docket/themes/{theme.code}/" in client.get(reverse("agenda")).content.decode()
    assert "Sent to the agenda" in ours.get(reverse("docket-desk-theme", args=[theme.code])).content.decode()


# Calls

TYPED = {
    "title_en": "Ports",
    "title_es": "Puertos",
    "about_en": "What slows you down?",
    "about_es": "¿Qué le retrasa?",
    "opens_on": "2026-11-23",
    "closes_on": "2027-01-15",
    "reply_days": "60",
    "party": "",
    "scope": "pillar:P1",
    "asks_en": ["Which port?", "", ""],
    "asks_es": ["¿Qué puerto?", "", ""],
}


def test_a_call_is_announced_changed_and_closed_with_history(bundled, ours):
    announced = ours.post(reverse("docket-announce"), TYPED)
    made = Call.objects.get(title_en="Ports")
    changed = ours.post(
        reverse("docket-change-call", args=[made.code]), TYPED | {"party": "MX", "commitment": "P1-SC-04"}
    )
    closed = ours.post(reverse("docket-close-call", args=[made.code]), {"closes_on": "2026-11-23"})

    made.refresh_from_db()
    page = ours.get(reverse("docket-change-call", args=[made.code])).content.decode()
    assert [each.status_code for each in (announced, changed, closed)] == [302] * 3
    assert (made.scope, made.scope_id, made.party) == ("commitment", "P1-SC-04", "MX")
    assert [each.asks_es for each in made.questions.all()] == ["¿Qué puerto?"]
    assert str(made.closes_on) == "2026-11-23"
    assert [each.act for each in made.events.all()] == ["announced", "changed", "closing_moved"]
    assert "<ins>2026-11-23</ins>" in page


def test_dk_62_a_call_that_was_answered_keeps_its_words(call, ours):
    answer = ours.post(reverse("docket-change-call", args=[call.code]), TYPED)

    call.refresh_from_db()
    assert (answer.status_code, "DK-62" in answer.content.decode()) == (400, True)
    assert call.title_en == "Border crossings"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"title_es": " "}, "DK-15"),
        ({"asks_es": ["", "", ""]}, "DK-15"),
        ({"closes_on": "2026-11-01"}, "DK-16"),
        ({"closes_on": "soon"}, "AS-01"),
        ({"reply_days": "0"}, "DK-16"),
        ({"scope": "pillar:P9"}, "DK-17"),
        ({"scope": "", "commitment": "P9-XX-99"}, "DK-17"),
    ],
)
def test_a_call_that_breaks_a_rule_is_refused_and_keeps_what_was_typed(bundled, ours, change, rule):
    answer = ours.post(reverse("docket-announce"), TYPED | change)

    assert (answer.status_code, rule in answer.content.decode()) == (400, True)
    assert 'value="Ports"' in answer.content.decode()
    assert not Call.objects.filter(title_en="Ports").exists()


def test_days_for_replies_move_with_the_last_day(call, theme, ours):
    ours.post(reverse("docket-close-call", args=[call.code]), {"closes_on": "2026-11-23"})

    theme.refresh_from_db()
    assert str(theme.reply_due_on) == "2027-01-22"


# Moderation


def test_a_rejection_is_appealed_and_decided_by_another_person(call, ours, bundled):
    found = call.submissions.first()
    page = reverse("docket-moderate", args=[found.code])
    other = browser("MX", Role.COORDINATOR)
    ours.post(reverse("docket-reject", args=[found.code]), {"reason": "personal_data", **NOTE})
    appeal(submission=found, words="It is my own name.", at=bundled)

    assert "It is my own name." in ours.get(page).content.decode()
    assert found.code in ours.get(reverse("docket-moderation") + "?appealed=1").content.decode()
    refused = ours.post(reverse("docket-decide", args=[found.code]), {"decision": "restore", **NOTE})
    other.post(reverse("docket-decide", args=[found.code]), {"decision": "restore", **NOTE})

    found.refresh_from_db()
    assert (refused.status_code, "DK-23" in refused.content.decode()) == (400, True)
    assert found.rejected_for == ""
    assert found.code not in ours.get(reverse("docket-moderation")).content.decode()
    assert sorted(Notice.objects.filter(submission=found).values_list("kind", flat=True)) == [
        "received",
        "rejected",
        "restored",
    ]


def test_who_filed_is_read_for_a_reason_one_at_a_time_and_each_reading_is_kept(call, ours, theirs, bundled):
    found = call.submissions.first()
    where = reverse("docket-submitter", args=[found.code])

    silent = ours.post(where, {"why": " "})
    told = ours.post(where, {"why": "She asked for a call back."})
    after = ours.get(reverse("docket-moderate", args=[found.code])).content.decode()
    foreign = theirs.post(where, {"why": "I want to."})

    assert (silent.status_code, "DK-24" in silent.content.decode()) == (400, True)
    assert PERSON.email in told.content.decode()
    assert "no-store" in told["Cache-Control"]
    assert PERSON.email not in after
    assert "She asked for a call back." in after
    assert foreign.status_code == 404
    assert PersonalReading.objects.count() == 1


def test_what_was_withdrawn_is_not_moderated_and_has_nobody(call, ours, bundled):
    found = call.submissions.first()
    withdraw(submission=found, at=bundled)

    page = ours.post(reverse("docket-submitter", args=[found.code]), {"why": "Asked."}).content.decode()

    assert "Nobody left a name, or it was erased." in page
    assert reverse("docket-reject", args=[found.code]) not in page


# Who may open what

ACTIONS = {
    permissions.MANAGE_CALL,
    permissions.TRIAGE,
    permissions.SEE_TRIAGE,
    permissions.WRITE_REPLY,
    permissions.APPROVE_REPLY,
    permissions.MODERATE,
    permissions.READ_PERSONAL,
}
SHOWN = {
    "docket-desk",
    "docket-announce",
    "docket-triage",
    "docket-change-call",
    "docket-desk-themes",
    "docket-desk-theme",
    "docket-reply",
    "docket-moderation",
    "docket-moderate",
}
ROUTES = [
    each
    for each in every_route()
    if each.named and each.named.action in ACTIONS and "docket/desk/" in each.pattern
]


def address(route, call, theme, submission):
    if "<" not in route.pattern:
        return reverse(route.name)
    of = theme if "/themes/<" in route.pattern else submission if "/submissions/" in route.pattern else call
    return reverse(route.name, args=[of.code])


@pytest.mark.parametrize("role", [None, *Role], ids=str)
@pytest.mark.parametrize("whose", [Whose.OWN, Whose.OTHER, Whose.JOINT])
def test_every_page_of_the_desk_answers_each_role_as_the_matrix_says(call, theme, role, whose):
    party = {Whose.OWN: "MX", Whose.OTHER: "US", Whose.JOINT: ""}[whose]
    Call.objects.filter(pk=call.pk).update(party=party)
    intake = "US" if whose is Whose.OTHER else "MX"
    submission = call.submissions.filter(intake=intake).first()
    visitor = browser("MX", role) if role else Client()
    told, expected = {}, {}

    for route in ROUTES:
        action = route.named.action
        of_own = action in {
            permissions.WRITE_REPLY,
            permissions.APPROVE_REPLY,
            permissions.MODERATE,
            permissions.READ_PERSONAL,
        }
        seen = route.named.on if isinstance(route.named.on, Whose) else whose
        if of_own and seen is Whose.JOINT:  # in a call of both, one answers for one's own Party
            seen = Whose.OWN
        told[route.name] = visitor.get(address(route, call, theme, submission)).status_code
        if role is None:
            expected[route.name] = 302
        elif allowed([*Standing, role], action, "any", seen):
            expected[route.name] = 200 if route.name in SHOWN else 405
        else:
            expected[route.name] = 404 if seen is Whose.OTHER else 403

    assert len(told) == len(ROUTES) >= 20
    assert told == expected


def test_an_act_of_the_other_party_changes_nothing(call, theme, theirs, bundled):
    Call.objects.filter(pk=call.pk).update(party="MX")
    mine = call.submissions.filter(intake="MX").first()
    reject(
        submission=mine,
        reason="threat",
        note=("A threat.", "Una amenaza."),
        by=officer("MX", Role.COORDINATOR),
        at=bundled,
    )

    answers = [
        theirs.post(address(each, call, theme, mine), TYPED | REASONS | NOTE | {"decision": "restore"})
        for each in ROUTES
        if "<" in each.pattern
    ]

    mine.refresh_from_db()
    assert {each.status_code for each in answers} == {404}
    assert (mine.rejected_for, theme.replies.count(), theme.events.count()) == ("threat", 0, 2)
