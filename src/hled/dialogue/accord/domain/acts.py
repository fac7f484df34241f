"""An act: what exactly is agreed, under one digest."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

import rfc8785

from hled.dialogue.accord.domain.rules import AC_01, AC_02, AC_03, AC_04
from hled.kernel.rule import BrokenRuleError, Finding, Rule, require

Fields = Mapping[str, Any]

MEMBERS = (
    "type",
    "subject",
    "predecessor",
    "english",
    "spanish",
    "fields",
    "effective",
    "occasion",
    "condition",
)
SIGNED = b"hled act v1\n"
LARGEST = 2**53 - 1
DEEPEST = 32

_TYPE = re.compile(r"[a-z][a-z_]*\.[a-z][a-z_]*")
_SUBJECT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def canonical(value: Any) -> bytes:
    """
    The RFC 8785 form of a value.

    Raises
    ------
    BrokenRuleError
        AC-03, when the value has none, or one that plain readers would spell otherwise.
    """
    _require_portable(value, "$", 0)
    try:
        return rfc8785.dumps(value)
    except (ValueError, UnicodeError) as error:
        raise BrokenRuleError([Finding(AC_03, "$", str(error))]) from error


_spell = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


def quick_canonical(value: Any) -> bytes:
    """The same bytes for a value that is known to be portable: names in ASCII sort alike in UTF-8 and UTF-16."""
    return _spell(value).encode()


def _require_portable(value: Any, place: str, depth: int) -> None:
    require(AC_03, depth <= DEEPEST, place=place, found=f"depth {depth}")
    match value:
        case None | bool():
            return
        case str():
            require(
                AC_03, not any("\ud800" <= each <= "\udfff" for each in value), place=place, found="surrogate"
            )
        case int():
            require(AC_03, abs(value) <= LARGEST, place=place, found=value)
        case list() | tuple():
            for number, inner in enumerate(value):
                _require_portable(inner, f"{place}[{number}]", depth + 1)
        case dict():
            for name, inner in value.items():
                named = isinstance(name, str) and _NAME.fullmatch(name) is not None
                require(AC_03, named, place=place, found=repr(name))
                _require_portable(inner, f"{place}.{name}", depth + 1)
        case _:
            require(AC_03, False, place=place, found=type(value).__name__)


def moment_text(moment: datetime) -> str:
    """A moment to the second, in UTC: ``2026-11-30T19:45:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_moment(text: str) -> datetime:
    """
    Raises
    ------
    ValueError
        When the text is not a moment as `moment_text` writes it.
    """
    if not _MOMENT.fullmatch(text):
        raise ValueError(f"{text!r} is not YYYY-MM-DDThh:mm:ssZ")
    return datetime.fromisoformat(text)


def read_day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is not YYYY-MM-DD")
    return date.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Content:
    """
    What an act says: the same in both languages, and the structured fields.

    Raises
    ------
    BrokenRuleError
        AC-02, when a text is missing or holds what cannot be seen; AC-03, when the fields are not canonical.
    """

    english: str
    spanish: str
    fields: Fields

    def __post_init__(self) -> None:
        findings = [
            Finding(AC_02, name, found)
            for name, text in (("english", self.english), ("spanish", self.spanish))
            if (found := _unfit(text))
        ]
        if findings:
            raise BrokenRuleError(findings)
        require(AC_03, isinstance(self.fields, dict), place="fields", found=type(self.fields).__name__)
        _require_portable(self.fields, "fields", 0)

    @property
    def digests(self) -> tuple[str, str, str]:
        """SHA-256 of the English text, the Spanish text and the canonical fields."""
        return (
            sha256(self.english.encode()).hexdigest(),
            sha256(self.spanish.encode()).hexdigest(),
            sha256(quick_canonical(self.fields)).hexdigest(),
        )

    def as_json(self) -> dict[str, Any]:
        return {"english": self.english, "spanish": self.spanish, "fields": dict(self.fields)}


def _unfit(text: str) -> str:
    """Why a text cannot be agreed to; empty where it can."""
    if not text.strip():
        return "missing"
    if text.replace("\n", "").replace("\t", "").isprintable():
        return "" if unicodedata.is_normalized("NFC", text) else "not NFC"
    for place, letter in enumerate(text):
        if letter not in "\n\t" and unicodedata.category(letter) in _UNSEEN:
            return f"U+{ord(letter):04X} at {place}"
    return "" if unicodedata.is_normalized("NFC", text) else "not NFC"


@dataclass(frozen=True, slots=True)
class Condition:
    """A silence procedure: the act takes effect at `until` unless a Party objects before."""

    until: datetime

    def as_json(self) -> dict[str, Any]:
        return {"procedure": "silence", "until": moment_text(self.until)}


@dataclass(frozen=True, slots=True)
class Act:
    """
    What is agreed, to the last accent.

    Parameters
    ----------
    type
        Kind of subject and verb, such as ``commitment.amend``.
    subject
        Public identifier of what the act is about.
    predecessor
        Digest of the act that the subject stands on; None for the first.
    english, spanish, fields
        SHA-256 of each text and of the canonical fields, in hexadecimal.
    effective
        Day from which the act counts.
    occasion
        The decision of a meeting under which it was agreed, if any.
    condition
        A silence procedure, if any.

    Raises
    ------
    BrokenRuleError
        AC-01, with every member that has not its form.
    """

    type: str
    subject: str
    predecessor: str | None
    english: str
    spanish: str
    fields: str
    effective: date
    occasion: str | None = None
    condition: Condition | None = None

    def __post_init__(self) -> None:
        digests = {name: getattr(self, name) for name in ("english", "spanish", "fields")}
        if self.predecessor is not None:
            digests["predecessor"] = self.predecessor
        findings = [_malformed(name, value) for name, value in digests.items() if not _fits(_DIGEST, value)]
        if not _fits(_TYPE, self.type):
            findings.append(_malformed("type", self.type))
        if not _fits(_SUBJECT, self.subject):
            findings.append(_malformed("subject", self.subject))
        if self.occasion is not None and not _fits(_SUBJECT, self.occasion):
            findings.append(_malformed("occasion", self.occasion))
        if findings:
            raise BrokenRuleError(findings)

    @property
    def kind(self) -> str:
        """Kind of the subject: the first word of the type."""
        return self.type.partition(".")[0]

    def as_json(self) -> dict[str, Any]:
        return {
            "type": self.type,
            "subject": self.subject,
            "predecessor": self.predecessor,
            "english": self.english,
            "spanish": self.spanish,
            "fields": self.fields,
            "effective": self.effective.isoformat(),
            "occasion": self.occasion,
            "condition": self.condition.as_json() if self.condition else None,
        }

    @property
    def canonical(self) -> bytes:
        """The RFC 8785 form."""
        return canonical(self.as_json())

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical form, in hexadecimal; it names the whole content."""
        return _digest(self)


@lru_cache(maxsize=1024)
def _digest(act: Act) -> str:
    return sha256(quick_canonical(act.as_json())).hexdigest()


def _fits(form: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _malformed(name: str, value: object, rule: Rule = AC_01) -> Finding:
    return Finding(rule, name, repr(value)[:200])


def act_over(
    content: Content,
    *,
    type: str,
    subject: str,
    predecessor: str | None,
    effective: date,
    occasion: str | None = None,
    condition: Condition | None = None,
) -> Act:
    """The act that agrees to this content."""
    return Act(type, subject, predecessor, *content.digests, effective, occasion, condition)


def require_same_content(act: Act, content: Content) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-04, for each digest of the act that is not that of the content.
    """
    names = ("english", "spanish", "fields")
    findings = [
        Finding(AC_04, name, f"{found[:16]}…, not {getattr(act, name)[:16]}…")
        for name, found in zip(names, content.digests, strict=True)
        if found != getattr(act, name)
    ]
    if findings:
        raise BrokenRuleError(findings)


def signed_bytes(digest: str) -> bytes:
    """What an Ed25519 key signs: the purpose, then the digest in hexadecimal."""
    return SIGNED + digest.encode("ascii") + b"\n"


def read_act(value: object) -> Act:
    """
    An act from its JSON.

    Raises
    ------
    BrokenRuleError
        AC-01, when a member is missing, unknown or malformed.
    """
    require(AC_01, isinstance(value, dict), place="act", found=type(value).__name__)
    members: dict[str, Any] = value  # type: ignore[assignment]
    require(
        AC_01, set(members) == set(MEMBERS), place="act", found=", ".join(sorted(set(members) ^ set(MEMBERS)))
    )
    return Act(
        members["type"],
        members["subject"],
        members["predecessor"],
        members["english"],
        members["spanish"],
        members["fields"],
        _day(members["effective"], "effective"),
        members["occasion"],
        _condition(members["condition"]),
    )


def read_content(value: object) -> Content:
    """
    Raises
    ------
    BrokenRuleError
        AC-02 or AC-03, as for `Content`.
    """
    names = {"english", "spanish", "fields"}
    sound = isinstance(value, dict) and set(value) == names
    require(AC_02, sound, place="content", found=type(value).__name__)
    members: dict[str, Any] = value  # type: ignore[assignment]
    for name in ("english", "spanish"):
        require(AC_02, isinstance(members[name], str), place=name, found=type(members[name]).__name__)
    return Content(members["english"], members["spanish"], members["fields"])


def _day(text: object, place: str) -> date:
    try:
        return read_day(text)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise BrokenRuleError([_malformed(place, text)]) from None


def _condition(value: object) -> Condition | None:
    if value is None:
        return None
    sound = (
        isinstance(value, dict) and set(value) == {"procedure", "until"} and value["procedure"] == "silence"
    )
    require(AC_01, sound, place="condition", found=repr(value)[:200])
    try:
        return Condition(read_moment(value["until"]))  # type: ignore[index]
    except (TypeError, ValueError):
        raise BrokenRuleError([_malformed("condition", value)]) from None
