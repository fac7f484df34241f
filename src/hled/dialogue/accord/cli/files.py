"""Files that travel between this installation and a closed room: keys, acts, signatures."""

from pathlib import Path

import typer
from django.utils.translation import gettext as _

from hled.dialogue.accord.domain.acts import Act, Content
from hled.dialogue.accord.domain.entries import Signature
from hled.dialogue.accord.domain.files import (
    act_file,
    read_act_file,
    read_signature_file,
    signature_file,
)
from hled.dialogue.accord.domain.rules import AC_47
from hled.kernel import files
from hled.kernel.rule import BrokenRuleError, Finding, require

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
        files.write_new(path, content, secret=secret)
    except OSError as error:
        raise BrokenRuleError([Finding(AC_47, str(path), error.strerror or "")]) from None


def write_act(path: Path, act: Act, content: Content) -> None:
    write_new(path, act_file(act, content))


def read_act(path: Path) -> tuple[Act, Content]:
    """
    Raises
    ------
    BrokenRuleError
        AC-47, AC-01 to AC-04, when the file is not an act or its digests are not those of its content.
    """
    return read_act_file(read(path), str(path))


def write_signature(path: Path, digest: str, signature: Signature) -> None:
    write_new(path, signature_file(digest, signature))


def read_signature(path: Path) -> tuple[str, Signature]:
    """
    Raises
    ------
    BrokenRuleError
        AC-47 or AC-40, when the file is not a signature.
    """
    return read_signature_file(read(path), str(path))
