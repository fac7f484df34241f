"""Files that travel between this installation and a closed room: keys, acts, signatures."""

import json
import os
from pathlib import Path
from typing import Any

import typer
from django.utils.translation import gettext as _

from hled.dialogue.accord.domain.acts import Act, Content, read_act, read_content, require_same_content
from hled.dialogue.accord.domain.entries import Signature, read_signature
from hled.dialogue.accord.domain.rules import AC_47
from hled.kernel.rule import BrokenRuleError, Finding, require

ACT = "hled act 1"
SIGNATURE = "hled signature 1"
LARGEST = 32_000_000


def passphrase(file: Path | None, *, twice: bool = False) -> str:
    """From the first line of a file, or asked for on the terminal without showing it."""
    if file is not None:
        return read(file).decode("utf-8", "replace").partition("\n")[0].rstrip("\r")
    return str(typer.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=twice, err=True))


def read(path: Path) -> bytes:
    """
    Raises
    ------
    BrokenRuleError
        AC-47, when the file cannot be read or is too large to be one of ours.
    """
    try:
        require(AC_47, path.stat().st_size <= LARGEST, place=str(path), found=path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise BrokenRuleError([Finding(AC_47, str(path), error.strerror or "")]) from None


def write_new(path: Path, content: bytes, *, secret: bool = False) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-47, when the file exists or cannot be written.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if secret else 0o644)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise BrokenRuleError([Finding(AC_47, str(path), error.strerror or "")]) from None


def write_act(path: Path, act: Act, content: Content) -> None:
    said = {"format": ACT, "digest": act.digest, "act": act.as_json(), "content": content.as_json()}
    write_new(path, _text(said))


def read_act_file(path: Path) -> tuple[Act, Content]:
    """
    Raises
    ------
    BrokenRuleError
        AC-47, AC-01 to AC-04, when the file is not an act or its digests are not those of its content.
    """
    said = _read_json(path, ACT, {"format", "digest", "act", "content"})
    act, content = read_act(said["act"]), read_content(said["content"])
    require_same_content(act, content)
    require(AC_47, act.digest == said["digest"], place=str(path), found=str(said["digest"])[:80])
    return act, content


def write_signature(path: Path, digest: str, signature: Signature) -> None:
    write_new(path, _text({"format": SIGNATURE, "digest": digest, "signature": signature.as_json()}))


def read_signature_file(path: Path) -> tuple[str, Signature]:
    """
    Raises
    ------
    BrokenRuleError
        AC-47 or AC-40, when the file is not a signature.
    """
    said = _read_json(path, SIGNATURE, {"format", "digest", "signature"})
    require(AC_47, isinstance(said["digest"], str), place=str(path), found="digest")
    return said["digest"], read_signature(said["signature"])


def _text(said: dict[str, Any]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _read_json(path: Path, format: str, names: set[str]) -> dict[str, Any]:
    try:
        said = json.loads(read(path))
    except (ValueError, RecursionError) as error:
        raise BrokenRuleError([Finding(AC_47, str(path), str(error))]) from None
    sound = isinstance(said, dict) and set(said) == names and said["format"] == format
    require(AC_47, sound, place=str(path), found=format)
    found: dict[str, Any] = said
    return found
