"""Acts and signatures as files that travel between this installation and a closed room."""

import json
from typing import Any

from hled.dialogue.accord.domain.acts import Act, Content, read_act, read_content, require_same_content
from hled.dialogue.accord.domain.entries import Signature, read_signature
from hled.dialogue.accord.domain.rules import AC_47
from hled.kernel.rule import BrokenRuleError, Finding, require

ACT = "hled act 1"
SIGNATURE = "hled signature 1"


def act_file(act: Act, content: Content) -> bytes:
    return _text({"format": ACT, "digest": act.digest, "act": act.as_json(), "content": content.as_json()})


def read_act_file(content: bytes, place: str) -> tuple[Act, Content]:
    """
    Raises
    ------
    BrokenRuleError
        AC-47, AC-01 to AC-04, when the bytes are not an act or its digests are not those of its content.
    """
    said = _read(content, place, ACT, {"format", "digest", "act", "content"})
    act, told = read_act(said["act"]), read_content(said["content"])
    require_same_content(act, told)
    require(AC_47, act.digest == said["digest"], place=place, found=str(said["digest"])[:80])
    return act, told


def signature_file(digest: str, signature: Signature) -> bytes:
    return _text({"format": SIGNATURE, "digest": digest, "signature": signature.as_json()})


def read_signature_file(content: bytes, place: str) -> tuple[str, Signature]:
    """
    Raises
    ------
    BrokenRuleError
        AC-47 or AC-40, when the bytes are not a signature.
    """
    said = _read(content, place, SIGNATURE, {"format", "digest", "signature"})
    require(AC_47, isinstance(said["digest"], str), place=place, found="digest")
    return said["digest"], read_signature(said["signature"])


def _text(said: dict[str, Any]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _read(content: bytes, place: str, format: str, names: set[str]) -> dict[str, Any]:
    try:
        said = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BrokenRuleError([Finding(AC_47, place, str(error)[:120])]) from None
    sound = isinstance(said, dict) and set(said) == names and said["format"] == format
    require(AC_47, sound, place=place, found=format)
    found: dict[str, Any] = said
    return found
