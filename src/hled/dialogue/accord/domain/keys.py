"""Key files: an Ed25519 private key, encrypted by a passphrase, in PEM of PKCS #8."""

from functools import lru_cache
from hashlib import sha256

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_public_key,
    load_pem_private_key,
    load_pem_public_key,
)

from hled.dialogue.accord.domain.acts import signed_bytes
from hled.dialogue.accord.domain.rules import AC_21, AC_25
from hled.kernel.rule import BrokenRuleError, Finding, require

SHORTEST_PASSPHRASE = 12

PublicKey = Ed25519PublicKey | EllipticCurvePublicKey | RSAPublicKey


def make_key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


def write_key(key: Ed25519PrivateKey, passphrase: str) -> bytes:
    """
    Raises
    ------
    BrokenRuleError
        AC-21, when the passphrase has fewer than twelve characters.
    """
    require(
        AC_21, len(passphrase) >= SHORTEST_PASSPHRASE, place="passphrase", found=f"{len(passphrase)} < 12"
    )
    hidden = BestAvailableEncryption(passphrase.encode())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, hidden)


def read_key(content: bytes, passphrase: str) -> Ed25519PrivateKey:
    """
    Raises
    ------
    BrokenRuleError
        AC-21, when the file is not such a key, is not encrypted, or the passphrase is another.
    """
    try:
        key = load_pem_private_key(content, passphrase.encode())
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise BrokenRuleError([Finding(AC_21, "key", str(error).splitlines()[0])]) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise BrokenRuleError([Finding(AC_21, "key", type(key).__name__)])
    return key


def write_open_key(key: Ed25519PrivateKey) -> bytes:
    """Without a passphrase: for the register's own key, which signs checkpoints and nothing else."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def read_open_key(content: bytes) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(content, None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise BrokenRuleError([Finding(AC_21, "register.key", str(error).splitlines()[0])]) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise BrokenRuleError([Finding(AC_21, "register.key", type(key).__name__)])
    return key


def public_bytes(key: PublicKey) -> bytes:
    """SubjectPublicKeyInfo in DER, the one form in which credentials are kept."""
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def fingerprint(public_key: bytes) -> str:
    """SHA-256 of the public key's DER, in hexadecimal; it names the credential."""
    return sha256(public_key).hexdigest()


@lru_cache(maxsize=4096)
def read_public_key(content: bytes) -> PublicKey:
    """
    Raises
    ------
    BrokenRuleError
        AC-25, when the bytes are no public key of Ed25519, P-256 or RSA from 2048 bits on.
    """
    try:
        key = load_der_public_key(content)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise BrokenRuleError([Finding(AC_25, "public_key", str(error).splitlines()[0])]) from None
    match key:
        case Ed25519PublicKey():
            sound = True
        case EllipticCurvePublicKey():
            sound = key.curve.name == "secp256r1"
        case RSAPublicKey():
            sound = key.key_size >= 2048
        case _:
            sound = False
    if not sound or not isinstance(key, PublicKey) or public_bytes(key) != content:
        raise BrokenRuleError([Finding(AC_25, "public_key", type(key).__name__)])
    return key


def read_public_file(content: bytes, place: str) -> bytes:
    """
    The DER of the Ed25519 public key in a file of ``hled keys make``.

    Raises
    ------
    BrokenRuleError
        AC-25, when the file holds no such key.
    """
    try:
        key = load_pem_public_key(content)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise BrokenRuleError([Finding(AC_25, place, str(error).splitlines()[0][:120])]) from None
    if not isinstance(key, Ed25519PublicKey):
        raise BrokenRuleError([Finding(AC_25, place, type(key).__name__)])
    return public_bytes(key)


def sign(key: Ed25519PrivateKey, digest: str) -> bytes:
    """The signature of an act, named by its digest."""
    return key.sign(signed_bytes(digest))


def is_signed(key: PublicKey, signature: bytes, message: bytes) -> bool:
    """Whether a signature over a message is that of the key, by the one algorithm of its kind."""
    try:
        match key:
            case Ed25519PublicKey():
                key.verify(signature, message)
            case EllipticCurvePublicKey():
                key.verify(signature, message, ECDSA(SHA256()))
            case RSAPublicKey():
                key.verify(signature, message, PKCS1v15(), SHA256())
    except InvalidSignature:
        return False
    return True
