"""What a browser sends of a passkey, and what it is told before."""

import secrets
from collections.abc import Collection, Mapping

from django.http import HttpRequest
from fido2.utils import websafe_decode, websafe_encode

from hled.dialogue.accord.domain.entries import CredentialKind, Signature
from hled.dialogue.accord.domain.passkeys import Made, read_made
from hled.dialogue.accord.domain.rules import AC_20
from hled.dialogue.accord.models import PasskeyHandle
from hled.interfaces.asked import now
from hled.kernel.rule import BrokenRuleError, Finding

CHALLENGE = "passkey_challenge"
LONGEST = 16_000
"""Letters in one part of an answer."""


def site_of(request: HttpRequest) -> str:
    """The name under which browsers keep passkeys for this site (RP ID): its host."""
    return request.get_host().rpartition("]")[2].partition(":")[0]


def challenge_for(request: HttpRequest) -> str:
    """What a browser is asked with when it makes a passkey; kept in the session until it answers."""
    kept = request.session.get(CHALLENGE)
    if not isinstance(kept, str):
        kept = request.session[CHALLENGE] = websafe_encode(secrets.token_bytes(32))
    return kept


def made_passkey(request: HttpRequest) -> Made:
    """
    The passkey that the browser made when it was asked by the page; each question is answered once.

    Raises
    ------
    BrokenRuleError
        AC-20 or AC-25.
    """
    asked = request.session.pop(CHALLENGE, "")
    return read_made(
        _bytes(request.POST, "attestation"),
        _bytes(request.POST, "client_data"),
        challenge=_decoded(asked, "challenge"),
        site=site_of(request),
    )


def signature_of(said: Mapping[str, str], own: Collection[str]) -> Signature:
    """
    What a passkey answered when it was asked to sign; whose it is, the register says.

    Parameters
    ----------
    own
        Credentials of who sends it, among which its name is looked for first: names are chosen by devices, and two
        may have chosen the same.

    Raises
    ------
    BrokenRuleError
        AC-20, when a part of the answer is missing or is no bytes.
    """
    handle = _bytes(said, "handle")
    named = list(PasskeyHandle.objects.filter(handle=handle).values_list("credential", flat=True))
    known = next((each for each in named if each in own), named[0] if named else None)
    return Signature(
        known or handle.hex()[:64],
        CredentialKind.PASSKEY,
        now().replace(microsecond=0),
        _bytes(said, "signature"),
        _bytes(said, "authenticator_data"),
        _bytes(said, "client_data"),
    )


def _bytes(said: Mapping[str, str], name: str) -> bytes:
    written = said.get(name, "")
    found = _decoded(written, name) if len(written) <= LONGEST else b""
    if not found:
        raise BrokenRuleError([Finding(AC_20, name, "missing")])
    return found


def _decoded(written: str, name: str) -> bytes:
    try:
        return websafe_decode(written)
    except ValueError:
        raise BrokenRuleError([Finding(AC_20, name, written[:40])]) from None
