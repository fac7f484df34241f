"""Every address about an act or a credential, for every role of both Parties, against the permission matrix."""

from datetime import timedelta
from itertools import product

import pytest
from django.test import Client
from django.urls import reverse
from tests.dialogue.accord.services.texts.at_the_table import MX, NOON, US, Table
from tests.dialogue.accord.web.test_signing_pages import browser, running
from tests.dialogue.delegations.making_people import PersonFactory, officer

from hled.dialogue.accord.domain.consent import OF_ONE_PARTY
from hled.dialogue.accord.models import Credential, OfferedAct
from hled.dialogue.accord.permissions import CREDENTIAL, JOINT_ACT, SIGN_ACT, SIGN_CREDENTIAL
from hled.dialogue.accord.queries.acts import kind_of
from hled.dialogue.accord.services.enrolling import offer_revocation
from hled.dialogue.accord.services.objecting import offer_objection
from hled.dialogue.delegations.domain.permissions import EVERY_ACTOR, Standing, allowed
from hled.dialogue.delegations.domain.roles import Role
from hled.interfaces.acting import every_route
from hled.kernel.action import Whose

pytestmark = pytest.mark.django_db

ROUTES = {
    route.name: route.named
    for route in every_route()
    if "<str:digest>" in route.pattern or "<str:credential>" in route.pattern
}
SHOWN = {"act", "act-file"}


def test_who_signs_which_act_is_what_the_table_of_consent_says():
    for actor, state, whose in product(EVERY_ACTOR, SIGN_ACT.states, Whose):
        roles = {"signing_officer"} if state == JOINT_ACT else OF_ONE_PARTY[state]
        expected = str(actor) in roles and whose is (Whose.JOINT if state == JOINT_ACT else Whose.OWN)
        assert allowed([actor], SIGN_ACT, state, whose) is expected, (actor, state, whose)
    assert CREDENTIAL not in SIGN_ACT.states


def test_credentials_are_signed_by_the_administrator_of_their_party_and_by_nobody_else():
    for actor, whose in product(EVERY_ACTOR, Whose):
        expected = actor is Role.PARTY_ADMINISTRATOR and whose is Whose.OWN
        assert allowed([actor], SIGN_CREDENTIAL, "any", whose) is expected


@pytest.fixture
def acts(bundled, empty_register) -> dict[str, OfferedAct]:
    """A joint act whose silence runs, an objection of Mexico, and a revocation of each Party, none signed."""
    table = Table(at=NOON - timedelta(hours=2)).enroll()
    joint = running(table)
    made = {"joint": OfferedAct.objects.get(digest=joint)}
    by = table.who(MX, Role.SIGNING_OFFICER)
    made["objection"] = offer_objection(act=joint, reason_en="", reason_es="", by=by, at=table.tick())
    for party in (US, MX):
        credential = Credential.objects.get(party=party, role=Role.SIGNING_OFFICER).id
        made[f"revocation.{party}"] = offer_revocation(
            credential=credential, reason_en="Lost.", reason_es="Extraviada.", at=table.tick()
        )
    return made


def expected(name: str, role: Role | None, party: str, row: OfferedAct) -> int:
    """The status of a GET: 200, or 405 where the door is open to a POST; 403 or 404 where it is not."""
    actors = [*Standing, *([role] if role else [])]
    whose = Whose.JOINT if not row.party else Whose.OWN if row.party == party else Whose.OTHER
    match name:
        case "act-hold":
            return 404
        case "act-sign-credential" if kind_of(row) != CREDENTIAL:
            return 404
        case "act-object" if row.kind != "joint":
            return 404
        case "act-sign":
            state = kind_of(row) if kind_of(row) in SIGN_ACT.states else CREDENTIAL
        case "act-object":
            state = "running"
        case _:
            state = "any"
    if allowed(actors, ROUTES[name].action, state, whose):
        return 200 if name in SHOWN else 405
    return 404 if whose is Whose.OTHER else 403


@pytest.mark.parametrize("party", ["US", "MX"])
def test_every_address_about_an_act_answers_as_the_matrix_says(acts, party):
    told, wanted = {}, {}
    for role in (None, *Role):
        client = browser(officer(party, role) if role else PersonFactory(party=party))
        for (kind, row), name in product(acts.items(), ROUTES):
            if name == "keys-revoke" and kind.partition(".")[0] != "revocation":
                continue
            parts = [row.fields["credential"] if name == "keys-revoke" else row.digest]
            told[str(role), kind, name] = client.get(reverse(name, args=parts)).status_code
            wanted[str(role), kind, name] = expected(name, role, party, row)

    assert told == wanted
    assert set(ROUTES) == {
        "act",
        "act-file",
        "act-sign",
        "act-sign-credential",
        "act-hold",
        "act-object",
        "keys-revoke",
    }


def test_whoever_has_not_signed_in_is_led_to_the_entrance(acts):
    for name in ROUTES:
        parts = [
            acts["revocation.US"].fields["credential"] if name == "keys-revoke" else acts["joint"].digest
        ]
        address = reverse(name, args=parts)

        assert Client().get(address).url.split("?")[0] == reverse("account_login")
        assert Client().post(address).status_code == 403


@pytest.mark.parametrize("digest", ["0" * 64, "x", "0" * 200])
def test_ac_08_an_act_that_nobody_offered_is_not_there(empty_store, digest):
    client = browser(officer("US", Role.SIGNING_OFFICER))

    for name in ("act", "act-file", "act-sign", "act-hold", "act-sign-credential"):
        answer = client.get(reverse(name, args=[digest]))
        assert (answer.status_code, "AC-08" in answer.content.decode()) == (404, True)
