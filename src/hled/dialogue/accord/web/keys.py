"""Credentials for signing: one's own, those that wait to be enrolled, and what an administrator does about them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from hled.dialogue.accord.domain.credentials import ENROLL, REVOKE
from hled.dialogue.accord.domain.entries import CredentialKind
from hled.dialogue.accord.domain.keys import read_public_file
from hled.dialogue.accord.domain.rules import AC_02, AC_25, AC_28
from hled.dialogue.accord.domain.texts.plain import tidied
from hled.dialogue.accord.permissions import KEEP_CREDENTIALS, REVOKE_CREDENTIAL
from hled.dialogue.accord.queries.acts import enrolled_by, obstacles_seen, sight_of
from hled.dialogue.accord.queries.offered import waiting
from hled.dialogue.accord.queries.officers import public_id
from hled.dialogue.accord.queries.state import credentials as enrolled
from hled.dialogue.accord.services.enrolling import offer_own, offer_passkey, offer_revocation
from hled.dialogue.accord.web.passkeys import challenge_for, made_passkey, site_of
from hled.dialogue.delegations.domain.roles import ACTING, Role
from hled.dialogue.delegations.queries.permitting import may
from hled.dialogue.delegations.web.visitors import person_of, visitor_of
from hled.interfaces.acting import Subject, does
from hled.interfaces.asked import now, today
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.kernel.action import Whose
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError

LARGEST_KEY = 8_000


def of_credential(request: HttpRequest, credential: str, **_: object) -> Subject:
    found = enrolled([credential]).get(credential)
    if found is None:
        raise NotFoundError([Finding(AC_28, "credential", credential[:80])])
    return Subject(found.party)


@does(KEEP_CREDENTIALS, on=Whose.OWN)
def keys(request: HttpRequest, findings: tuple[Finding, ...] = (), status: int = 200) -> HttpResponse:
    person, known = person_of(request), enrolled()
    party = Party(person.party) if person.party else None
    of_party = [each for each in known.values() if each.party is party]
    at = now()
    offered = [row for row in waiting() if row.type in {ENROLL, REVOKE} and row.party == party]
    sight = sight_of(offered, at)
    rows = [(row, enrolled_by(row)) for row in offered if not obstacles_seen(row, sight)]
    administers = party is not None and may(person, REVOKE_CREDENTIAL, Subject(party), today())
    told = {
        "own": [each for each in of_party if each.person == public_id(person)],
        "of_party": of_party,
        "waiting": [
            (row, each)
            for row, each in rows
            if administers or (each is not None and each.person == public_id(person))
        ],
        "administers": administers,
        "roles": [role for role in visitor_of(request).roles if role in ACTING],
        "labels": {str(role): role.label for role in Role},
        "first": party is not None and not of_party,
        "challenge": challenge_for(request),
        "site": site_of(request),
        "enroll": ENROLL,
        "samples": settings.SAMPLES_MAY_SIGN_IN and person.is_sample,
        "findings": shown_findings(findings),
        "typed": request.POST,
    }
    return show(request, "accord/keys.html", told, status=status)


@does(KEEP_CREDENTIALS, on=Whose.OWN)
def passkey(request: HttpRequest) -> HttpResponse:
    """Offer the enrollment of the passkey that the browser has just made."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        made = made_passkey(request)
        offered = offer_passkey(
            person=person_of(request), role=_role(request), made=made, site=site_of(request), at=now()
        )
    except BrokenRuleError as error:
        return keys(request, error.findings, 400)
    return HttpResponseRedirect(reverse("act", args=[offered.digest]))


@does(KEEP_CREDENTIALS, on=Whose.OWN)
def public_key(request: HttpRequest) -> HttpResponse:
    """Offer the enrollment of a key file by its public part."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        offered = offer_own(
            person=person_of(request),
            role=_role(request),
            kind=CredentialKind.KEY_FILE,
            public_key=read_public_file(_sent_key(request), "public_key"),
            at=now(),
        )
    except BrokenRuleError as error:
        return keys(request, error.findings, 400)
    return HttpResponseRedirect(reverse("act", args=[offered.digest]))


def _sent_key(request: HttpRequest) -> bytes:
    """From the box, or from the file where one was chosen."""
    file = request.FILES.get("file")
    if file is not None and (file.size or 0) <= LARGEST_KEY:
        return bytes(file.read())
    return request.POST.get("public_key", "")[:LARGEST_KEY].strip().encode()


def _role(request: HttpRequest) -> Role:
    said = request.POST.get("role", "")
    try:
        return Role(said)
    except ValueError:
        raise BrokenRuleError([Finding(AC_25, "role", said[:40])]) from None


@does(REVOKE_CREDENTIAL, on=of_credential)
def revoked(request: HttpRequest, credential: str) -> HttpResponse:
    """Offer the revocation; an administrator signs it on the page to which this leads."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    english, spanish = (tidied(request.POST.get(name, ""))[:500] for name in ("reason_en", "reason_es"))
    try:
        if not (english and spanish):
            raise BrokenRuleError([Finding(AC_02, "reason_es" if english else "reason_en", "missing")])
        offered = offer_revocation(credential=credential, reason_en=english, reason_es=spanish, at=now())
    except BrokenRuleError as error:
        return keys(request, error.findings, 400)
    return HttpResponseRedirect(reverse("act", args=[offered.digest]))
