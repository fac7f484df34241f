"""
Signed notes and checkpoints in the text forms of C2SP.

A note is a text that ends with a line feed, an empty line, and one line ``— NAME BASE64`` for each signature, where the
base64 holds four bytes of key identifier and the signature. A checkpoint is a note of three lines: origin, size, root.

References
----------
https://c2sp.org/signed-note, https://c2sp.org/tlog-checkpoint
"""

import base64
import binascii
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from hled.dialogue.accord.domain.rules import AC_43
from hled.kernel.rule import BrokenRuleError, Finding, require

ED25519 = b"\x01"
DASH = "— "
PARTS_OF_A_KEY = 3


def read_base64(text: str) -> bytes:
    """
    Raises
    ------
    ValueError
        When the text is not the one spelling of its bytes.
    """
    try:
        content = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error
    if base64.b64encode(content).decode() != text:
        raise ValueError("base64 with surplus bits")
    return content


def write_base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def key_id(name: str, key: Ed25519PublicKey) -> bytes:
    """First four bytes of ``SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key)``."""
    return sha256(name.encode() + b"\n" + ED25519 + key.public_bytes_raw()).digest()[:4]


def verifier_key(name: str, key: Ed25519PublicKey) -> str:
    """The key in the form ``NAME+ID+BASE64`` that tools of transparency logs read."""
    return f"{name}+{key_id(name, key).hex()}+{write_base64(ED25519 + key.public_bytes_raw())}"


def read_verifier_key(text: str) -> tuple[str, Ed25519PublicKey]:
    """
    Raises
    ------
    BrokenRuleError
        AC-43, when the text is no Ed25519 verifier key, or its identifier is not that of the key.
    """
    try:
        name, identifier, coded = text.strip().split("+", PARTS_OF_A_KEY - 1)
        content = read_base64(coded)
        if content[:1] != ED25519:
            raise ValueError("not Ed25519")
        key = Ed25519PublicKey.from_public_bytes(content[1:])
        if key_id(name, key).hex() != identifier:
            raise ValueError("key identifier differs")
    except ValueError as error:
        raise BrokenRuleError([Finding(AC_43, "key", f"{text[:80]!r}: {error}")]) from None
    return name, key


def sign_note(text: str, name: str, key: Ed25519PrivateKey) -> str:
    """
    The text with a line that signs it.

    Raises
    ------
    ValueError
        When the text does not end with a line feed, or the name holds a space or a plus sign.
    """
    if not text.endswith("\n"):
        raise ValueError("a note ends with a line feed")
    if not name or any(letter.isspace() or letter == "+" for letter in name):
        raise ValueError(f"name={name!r} holds a space or a plus sign")
    signed = key_id(name, key.public_key()) + key.sign(text.encode())
    return f"{text}\n{DASH}{name} {write_base64(signed)}\n"


def open_note(note: str, name: str, key: Ed25519PublicKey) -> str:
    """
    The text of a note, when the key named has signed it; lines of other keys are passed over.

    Raises
    ------
    BrokenRuleError
        AC-43, when the note is malformed, or that signature is missing or wrong.
    """
    text, parted, lines = note.rpartition("\n\n")
    text += "\n"
    require(AC_43, bool(parted) and lines.endswith("\n"), place="note", found=note[:80])
    seen = False
    for line in lines[:-1].split("\n"):
        dash, space, rest = line[: len(DASH)], line[len(DASH) :].partition(" "), ""
        signer, _, rest = space
        require(AC_43, dash == DASH and bool(signer) and bool(rest), place="note", found=line[:80])
        try:
            signed = read_base64(rest)
        except ValueError as error:
            raise BrokenRuleError([Finding(AC_43, "note", f"{line[:80]}: {error}")]) from None
        if signer != name or signed[:4] != key_id(name, key):
            continue
        try:
            key.verify(signed[4:], text.encode())
        except InvalidSignature:
            raise BrokenRuleError([Finding(AC_43, "note", line[:80])]) from None
        seen = True
    require(AC_43, seen, place="note", found=name)
    return text


@dataclass(frozen=True, slots=True)
class CheckpointText:
    """How large a register was, and its root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{write_base64(self.root)}\n"


def read_checkpoint(text: str) -> CheckpointText:
    """
    Raises
    ------
    BrokenRuleError
        AC-43, when the text has not the three lines of a checkpoint.
    """
    lines = text.split("\n")
    try:
        origin, size, root, end = lines
        if end or not origin or not size.isascii() or str(int(size)) != size or int(size) < 0:
            raise ValueError(f"{size!r} is no size")
        content = read_base64(root)
        if len(content) != sha256().digest_size:
            raise ValueError("root is not 32 bytes")
    except ValueError as error:
        raise BrokenRuleError([Finding(AC_43, "checkpoint", f"{text[:120]!r}: {error}")]) from None
    return CheckpointText(origin, int(size), content)
