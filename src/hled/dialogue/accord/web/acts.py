"""Acts that wait for signatures: which, what exactly one signs, and signing it with a key of one's own."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from fido2.utils import websafe_encode

from hled.dialogue.accord.domain.entries import Kind, Signature
from hled.dialogue.accord.domain.files import act_file, read_signature_file
from hled.dialogue.accord.domain.rules import AC_08, AC_31, AC_47
from hled.dialogue.accord.domain.texts.plain import tidied
from hled.dialogue.accord.domain.texts.procedure import State, Step
from hled.dialogue.accord.models import OfferedAct, SilenceTerm
from hled.dialogue.accord.permissions import (
    ACTIONS,
    CREDENTIAL,
    KEEP_CREDENTIALS,
    SEE_ACT,
    SEE_ACTS,
    SIGN_ACT,
    SIGN_CREDENTIAL,
)
from hled.dialogue.accord.queries.acts import (
    Signer,
    Way,
    acts_for,
    credentials_held,
    enrolled_by,
    entry_number,
    kind_of,
    obstacles,
    party_of,
    proposal_of,
    seats,
    signers_of,
)
from hled.dialogue.accord.queries.offered import act_of, content_of, offered_act
from hled.dialogue.accord.queries.officers import public_id
from hled.dialogue.accord.services.checkpoints import keep_note
from hled.dialogue.accord.services.objecting import offer_objection
from hled.dialogue.accord.services.signing import sign
from hled.dialogue.accord.web.passkeys import signature_of, site_of
from hled.dialogue.accord.web.register import is_in_force, pages_of, shown_fields
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.queries.permitting import may
from hled.dialogue.delegations.web.visitors import person_of
from hled.interfaces.acting import Subject, does
from hled.interfaces.asked import now
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.kernel.action import Whose
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError, require

LARGEST_SIGNATURE = 64_000
"""Bytes in the file of a signature."""

SIGNED_AT = {Way.OFFICER: "act-sign", Way.ADMINISTRATOR: "act-sign-credential", Way.HOLDER: "act-hold"}


def of_act(request: HttpRequest, digest: str, **_: object) -> Subject:
    return Subject(party_of(offered_act(digest)))


def of_act_by_kind(request: HttpRequest, digest: str, **_: object) -> Subject:
    row = offered_act(digest)
    return Subject(party_of(row), kind_of(row) if kind_of(row) in SIGN_ACT.states else CREDENTIAL)


def of_credential_act(request: HttpRequest, digest: str, **_: object) -> Subject:
    row = offered_act(digest)
    if kind_of(row) != CREDENTIAL:
        raise NotFoundError([Finding(AC_08, "digest", digest[:80])])
    return Subject(party_of(row))


def of_own_enrollment(request: HttpRequest, digest: str, **_: object) -> Subject:
    """For whom an enrollment is not, it does not exist."""
    row = offered_act(digest)
    enrolls = enrolled_by(row)
    if enrolls is None or enrolls.person != public_id(person_of(request)):
        raise NotFoundError([Finding(AC_08, "digest", digest[:80])])
    return Subject(party_of(row))


def of_silence(request: HttpRequest, digest: str, **_: object) -> Subject:
    """An act whose term of silence is known lies before both; once the term is over it is not running."""
    term = SilenceTerm.objects.filter(act=digest).first()
    if term is None:
        raise NotFoundError([Finding(AC_31, "act", digest[:80])])
    states = {"running": State.RUNNING, "objected": State.OBJECTED, "ended": State.IN_FORCE}
    return Subject(None, states[term.state])


@does(SEE_ACTS, on=Whose.JOINT)
def acts(request: HttpRequest) -> HttpResponse:
    found = acts_for(person_of(request), now())
    told = {
        "mine": [each for each in found if each.is_mine],
        "others": [each for each in found if not each.is_mine and not each.obstacles],
        "void": [each for each in found if each.obstacles],
    }
    return show(request, "accord/acts.html", told)


@does(SEE_ACT, on=of_act)
def act(
    request: HttpRequest, digest: str, findings: tuple[Finding, ...] = (), status: int = 200
) -> HttpResponse:
    """Exactly what is signed, by whom so far, and where the visitor may sign."""
    person, at, row = person_of(request), now(), offered_act(digest)
    found, against = act_of(row), obstacles(row, at)
    by = signers_of(row)
    content = content_of(row)
    places = [] if against else seats(row, person, at)
    term = SilenceTerm.objects.filter(act=digest).first()
    told = {
        "row": row,
        "act": found,
        "content": content,
        "fields": shown_fields(content),
        "canonical": found.canonical.decode(),
        "digest": row.digest,
        "signers": by,
        "roles": {str(role): role.label for role in Role},
        "missing": _missing(row, by),
        "obstacles": shown_findings(list(against)),
        "seats": [
            (
                each,
                reverse(SIGNED_AT[each.way], args=[digest]),
                _names(each.handles),
                shown_findings(each.findings),
            )
            for each in places
        ],
        "challenge": websafe_encode(bytes.fromhex(row.digest)),
        "site": site_of(request),
        "sequence": entry_number(row.digest),
        "term": term,
        "may_object": term is not None
        and may(person, ACTIONS[Step.OBJECT], of_silence(request, digest), at.date()),
        "proposal": proposal_of(row, Party(person.party or "")),
        "pages": pages_of(found.kind, found.subject, content.fields),
        "decided": is_in_force(found.occasion),
        "findings": shown_findings(findings),
        "typed": request.POST,
    }
    return show(request, "accord/act.html", told, status=status)


def _names(handles: tuple[bytes, ...]) -> str:
    return " ".join(websafe_encode(each) for each in handles)


def _missing(row: OfferedAct, by: list[Signer]) -> list[Party]:
    """Parties of which a signature is awaited; an enrollment waits for its holder and for an administrator."""
    asked, enrolls = list(Party) if row.kind == Kind.JOINT else [Party(row.party)], enrolled_by(row)
    if enrolls is None or enrolls.bootstrap:
        signed = {each.party for each in by}
        return [each for each in asked if each not in signed]
    held = any(each.credential == enrolls.id for each in by)
    return [] if held and any(each.credential != enrolls.id for each in by) else asked


@does(SEE_ACT, on=of_act)
def saved(request: HttpRequest, digest: str) -> HttpResponse:
    """The act as a file, to be signed in a closed room."""
    row = offered_act(digest)
    answer = HttpResponse(act_file(act_of(row), content_of(row)), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="hled-act-{digest[:16]}.json"'
    return answer


@does(SIGN_ACT, on=of_act_by_kind)
def signed(request: HttpRequest, digest: str) -> HttpResponse:
    return _take(request, digest)


@does(SIGN_CREDENTIAL, on=of_credential_act)
def signed_by_administrator(request: HttpRequest, digest: str) -> HttpResponse:
    return _take(request, digest)


@does(KEEP_CREDENTIALS, on=of_own_enrollment)
def held(request: HttpRequest, digest: str) -> HttpResponse:
    """The credential that is being enrolled signs too: its holder has it."""
    return _take(request, digest)


def _take(request: HttpRequest, digest: str) -> HttpResponse:
    """Take the signature that was sent, of a passkey or in a file; what refuses it is shown on the page of the act."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        person = person_of(request)
        own = credentials_held(person, offered_act(digest))
        signature = _sent(request) if request.FILES else signature_of(request.POST, own)
        taken = sign(digest=digest, signature=signature, at=now(), holder=public_id(person))
    except BrokenRuleError as error:
        return act(request, digest, error.findings, 400)
    keep_note(taken.entry, home=settings.HOME, at=now())
    return HttpResponseRedirect(f"{reverse('act', args=[digest])}#signatures")


def _sent(request: HttpRequest) -> Signature:
    file = request.FILES.get("file")
    if file is None:
        raise BrokenRuleError([Finding(AC_47, "file", "missing")])
    require(AC_47, (file.size or 0) <= LARGEST_SIGNATURE, place="file", found=file.size)
    return read_signature_file(file.read(), str(file.name)[:80])[1]


@does(ACTIONS[Step.OBJECT], on=of_silence)
def objected(request: HttpRequest, digest: str) -> HttpResponse:
    """Offer the objection; it counts when an officer of the Party has signed it, on the page to which this leads."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        offered = offer_objection(
            act=digest,
            reason_en=tidied(request.POST.get("reason_en", ""))[:2000],
            reason_es=tidied(request.POST.get("reason_es", ""))[:2000],
            by=person_of(request),
            at=now(),
        )
    except BrokenRuleError as error:
        return act(request, digest, error.findings, 400)
    return HttpResponseRedirect(reverse("act", args=[offered.digest]))
