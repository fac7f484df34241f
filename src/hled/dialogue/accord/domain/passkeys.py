"""What a passkey answers when it is asked to sign an act: the challenge is the act's digest."""

import struct
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicNumbers
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from fido2.cose import ES256, RS256, CoseKey, EdDSA
from fido2.webauthn import AttestationObject, AuthenticatorData, CollectedClientData

from hled.dialogue.accord.domain.keys import PublicKey, is_signed, public_bytes
from hled.dialogue.accord.domain.rules import AC_11, AC_20, AC_25
from hled.kernel.rule import BrokenRuleError, Finding, require

CREATE = "webauthn.create"
GET = "webauthn.get"


@dataclass(frozen=True, slots=True)
class Assertion:
    """The three byte strings of an answer, as the authenticator gave them."""

    authenticator_data: bytes
    client_data: bytes
    signature: bytes

    @property
    def counter(self) -> int:
        """
        How often the authenticator says it has signed; 0 where it does not count.

        Raises
        ------
        BrokenRuleError
            AC-20, when the bytes are no authenticator data.
        """
        try:
            return int(AuthenticatorData(self.authenticator_data).counter)
        except (ValueError, IndexError, struct.error) as error:
            raise BrokenRuleError([Finding(AC_20, "answer", str(error))]) from None


def challenge_of(digest: str) -> bytes:
    """The 32 bytes of an act's digest."""
    return bytes.fromhex(digest)


def public_key_of(cose: bytes) -> bytes:
    """
    The DER of a passkey's public key, from the COSE form in which an authenticator gives it.

    Raises
    ------
    BrokenRuleError
        AC-25, when the key is not of ES256, EdDSA (Ed25519) or RS256.
    """
    try:
        from fido2 import cbor

        key = CoseKey.parse(cbor.decode(cose))  # type: ignore[arg-type]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise BrokenRuleError([Finding(AC_25, "public_key", str(error))]) from None
    return _der_of(key)


def _der_of(key: CoseKey) -> bytes:
    found: PublicKey
    try:
        match key:
            case ES256():
                x, y = (int.from_bytes(key[place], "big") for place in (-2, -3))
                found = EllipticCurvePublicNumbers(x, y, SECP256R1()).public_key()
            case EdDSA():
                found = Ed25519PublicKey.from_public_bytes(key[-2])
            case RS256():
                modulus, exponent = (int.from_bytes(key[place], "big") for place in (-1, -2))
                found = RSAPublicNumbers(exponent, modulus).public_key()
            case _:
                raise ValueError(type(key).__name__)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise BrokenRuleError([Finding(AC_25, "public_key", str(error))]) from None
    return public_bytes(found)


@dataclass(frozen=True, slots=True)
class Made:
    """
    A passkey that a browser has made.

    Parameters
    ----------
    handle
        The name under which the browser finds it again; the register knows it by its public key.
    public_key
        DER of the public key.
    """

    handle: bytes
    public_key: bytes


def read_made(attestation: bytes, client_data: bytes, *, challenge: bytes, site: str) -> Made:
    """
    The passkey that a browser made for this site when it was asked with a challenge.

    Who made the authenticator is not asked; that its holder has the key, the signature over the enrollment shows.

    Raises
    ------
    BrokenRuleError
        AC-20, when the answer is for another site, question or purpose, or the person was not verified; AC-25, when
        the key is of another kind.
    """
    try:
        client, data = CollectedClientData(client_data), AttestationObject(attestation).auth_data
        kind, asked, origin, crossed = client.type, client.challenge, client.origin, client.cross_origin
        made = data.credential_data
        if made is None:
            raise ValueError("no credential")
        handle, key = bytes(made.credential_id), made.public_key
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, struct.error) as error:
        raise BrokenRuleError([Finding(AC_20, "answer", f"{type(error).__name__}: {error}"[:120])]) from None
    require(AC_20, kind == CREATE and not crossed, place="type", found=f"{kind}, cross-origin {crossed}")
    require(AC_20, asked == challenge, place="challenge", found=asked.hex()[:16])
    at_home = isinstance(origin, str) and is_at_home(origin, site)
    require(AC_20, at_home, place="origin", found=str(origin)[:120])
    of_site = data.rp_id_hash == sha256(site.encode()).digest()
    require(AC_20, of_site, place="site", found=data.rp_id_hash.hex()[:16])
    seen = data.is_user_present() and data.is_user_verified()
    require(AC_20, seen, place="flags", found=f"{data.flags:08b}")
    return Made(handle, _der_of(key))


def is_at_home(origin: str, site: str) -> bool:
    """Whether an origin belongs to the site (RP ID) of a passkey; plain HTTP only on this machine."""
    parts = urlsplit(origin)
    host = parts.hostname or ""
    belongs = host == site or host.endswith(f".{site}")
    return belongs and (parts.scheme == "https" or (parts.scheme == "http" and host == "localhost"))


def verify_assertion(assertion: Assertion, *, key: PublicKey, site: str, digest: str) -> int:
    """
    Check what a passkey answered, and give its counter.

    Parameters
    ----------
    key
        The public key that was enrolled.
    site
        RP ID under which it was enrolled.
    digest
        Of the act, in hexadecimal: the challenge.

    Raises
    ------
    BrokenRuleError
        AC-11, when challenge or signature are of something else; AC-20, when the answer is for another site or purpose,
        or the person was not present and verified.
    """
    try:
        client = CollectedClientData(assertion.client_data)
        data = AuthenticatorData(assertion.authenticator_data)
        kind, challenge, origin, crossed = client.type, client.challenge, client.origin, client.cross_origin
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, struct.error) as error:
        raise BrokenRuleError([Finding(AC_20, "answer", f"{type(error).__name__}: {error}")]) from None
    require(AC_20, kind == GET and not crossed, place="type", found=f"{kind}, cross-origin {crossed}")
    require(AC_11, challenge == challenge_of(digest), place="challenge", found=challenge.hex()[:16])
    require(
        AC_20, isinstance(origin, str) and is_at_home(origin, site), place="origin", found=str(origin)[:120]
    )
    require(
        AC_20,
        data.rp_id_hash == sha256(site.encode()).digest(),
        place="site",
        found=data.rp_id_hash.hex()[:16],
    )
    require(
        AC_20, data.is_user_present() and data.is_user_verified(), place="flags", found=f"{data.flags:08b}"
    )
    message = assertion.authenticator_data + sha256(assertion.client_data).digest()
    require(
        AC_11,
        is_signed(key, assertion.signature, message),
        place="signature",
        found=assertion.signature.hex()[:16],
    )
    return int(data.counter)


def require_counter_grows(found: int, last: int) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-20, when a counter stands still or goes back: the passkey may have been copied. 0 after 0 does not count.
    """
    require(AC_20, found > last or found == last == 0, place="counter", found=f"{found} after {last}")
