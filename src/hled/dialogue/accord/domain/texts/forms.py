"""Structured fields beside the segments, typed by the kind of subject."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from hled.dialogue.accord.domain.texts.plain import findings_of_words
from hled.dialogue.accord.domain.texts.rules import AC_62, AC_81
from hled.dialogue.accord.domain.texts.segments import STRUCTURE
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, require

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?")
MOST_CODES = 500
MOST_RECORDS = 50
LONGEST_LINE = 300


class FieldType(StrEnum):
    CODE = "code"
    CODES = "codes"
    DAY = "day"
    DECIMAL = "decimal"
    WHOLE = "whole"
    FLAG = "flag"
    PARTY = "party"
    CHOICE = "choice"
    LINE = "line"
    RECORDS = "records"


class NoneIs(StrEnum):
    """How an act says that there is none of a field, where there may be none."""

    NEVER = "never"
    NULL = "null"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Field:
    """
    One structured field.

    Parameters
    ----------
    choices
        For a choice only.
    members
        What each record of a list has; for records only.
    none_is
        How an act takes away what stands. A field that is left out says nothing of it.
    """

    name: str
    type: FieldType
    label: Bilingual
    required: bool = False
    choices: tuple[str, ...] = ()
    members: tuple["Field", ...] = ()
    none_is: NoneIs = NoneIs.NEVER

    @property
    def none(self) -> list[Any] | None:
        """What an act says where there is none."""
        return [] if self.none_is is NoneIs.EMPTY else None


@dataclass(frozen=True, slots=True)
class Form:
    """
    What a joint text of one kind has beside its segments.

    Parameters
    ----------
    kind
        Kind of subject, such as ``commitment``.
    named
        Names of the field segments that the text must have, such as ``title``.
    labels
        Name of a field segment -> what people call it.
    of_verbs
        Verb -> names of the fields that such an act may carry; a verb that is not listed has all of them.
    """

    kind: str
    label: Bilingual
    fields: tuple[Field, ...] = ()
    named: tuple[str, ...] = ()
    of_verbs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    labels: tuple[tuple[str, Bilingual], ...] = ()

    def fields_of(self, verb: str) -> tuple[Field, ...]:
        """The fields that an act with the verb may carry, in their order."""
        names = dict(self.of_verbs).get(verb)
        return self.fields if names is None else tuple(each for each in self.fields if each.name in names)

    def field(self, name: str) -> Field | None:
        return next((each for each in self.fields if each.name == name), None)

    def label_of(self, segment: str) -> Bilingual:
        """What people call a field segment; its name where the form has no word for it."""
        return dict(self.labels).get(segment, Bilingual(segment, segment))


def findings_of_fields(form: Form, values: Mapping[str, Any], *, final: bool) -> Iterator[Finding]:
    """
    AC-62, for each field that the form does not have or that has another type.

    Parameters
    ----------
    final
        Whether what is required must be there already; a draft may lack it.
    """
    for name, value in values.items():
        field = form.field(name)
        if name == STRUCTURE or field is None:
            yield Finding(AC_62, str(name)[:60], Bilingual("no such field", "no existe ese campo"))
        elif value is None and field.none_is is not NoneIs.NULL:
            yield Finding(AC_62, name, Bilingual("there must be one", "debe haberlo"))
        elif value is not None:
            yield from _findings_of_value(field, value)
    for field in form.fields:
        if final and field.required and values.get(field.name) in (None, "", []):
            yield Finding(AC_62, field.name, Bilingual("missing", "falta"))


def _findings_of_value(field: Field, value: Any) -> Iterator[Finding]:
    if field.type is FieldType.RECORDS and isinstance(value, list) and len(value) <= MOST_RECORDS:
        for number, each in enumerate(value, start=1):
            yield from _findings_of_record(field, number, each)
    elif not _HOLDS[field.type](value, field):
        yield Finding(AC_62, field.name, f"{value!r:.60} ({field.type})")


def _findings_of_record(field: Field, number: int, record: Any) -> Iterator[Finding]:
    """AC-62 on the line of a list, such as ``quantities 2 unit``."""
    place = f"{field.name} {number}"
    if not isinstance(record, dict):
        yield Finding(AC_62, place, f"{record!r:.60}")
        return
    known = {each.name: each for each in field.members}
    for name in record.keys() - known.keys():
        yield Finding(AC_62, f"{place} {name}"[:90], Bilingual("no such field", "no existe ese campo"))
    for name, member in known.items():
        value = record.get(name)
        if value is None and member.required:
            yield Finding(AC_62, f"{place} {name}", Bilingual("missing", "falta"))
        elif value is not None and not _HOLDS[member.type](value, member):
            yield Finding(AC_62, f"{place} {name}", f"{value!r:.60} ({member.type})")
        elif member.type is FieldType.LINE and value is not None:
            yield from findings_of_words(value, f"{place} {name}")


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_LINE


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_code(value: Any) -> bool:
    return isinstance(value, str) and _CODE.fullmatch(value) is not None


def _are_codes(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= MOST_CODES and all(_is_code(each) for each in value)


_HOLDS: dict[FieldType, Callable[[Any, Field], bool]] = {
    FieldType.CODE: lambda value, _: _is_code(value),
    FieldType.CODES: lambda value, _: _are_codes(value) and len(set(value)) == len(value),
    FieldType.DAY: lambda value, _: _is_day(value),
    FieldType.DECIMAL: lambda value, _: isinstance(value, str) and bool(_DECIMAL.fullmatch(value)),
    FieldType.WHOLE: lambda value, _: type(value) is int and abs(value) < 2**53,
    FieldType.FLAG: lambda value, _: isinstance(value, bool),
    FieldType.PARTY: lambda value, _: value in set(Party),
    FieldType.CHOICE: lambda value, field: value in field.choices,
    FieldType.LINE: lambda value, _: _is_line(value),
    FieldType.RECORDS: lambda value, _: False,
}

TEXT = Form("text", Bilingual("Joint text", "Texto conjunto"))

DIFFERENCE = Form(
    "difference",
    Bilingual("Agreed to differ", "Desacuerdo convenido"),
    (Field("about", FieldType.CODE, Bilingual("About", "Sobre"), required=True),),
    named=("position_us", "position_mx"),
    labels=(
        ("position_us", Bilingual("Position of the United States", "Postura de Estados Unidos")),
        ("position_mx", Bilingual("Position of Mexico", "Postura de México")),
    ),
)
"""Both Parties agree on what they do not agree on: the position of each stands in both languages."""

ASSESSMENT = Form(
    "assessment",
    Bilingual("Own assessment", "Evaluación propia"),
    (
        Field("about", FieldType.CODE, Bilingual("About", "Sobre"), required=True),
        Field("status", FieldType.CODE, Bilingual("Status", "Situación"), required=True),
        Field("computed", FieldType.CODE, Bilingual("Computed status", "Situación calculada"), required=True),
    ),
    named=("reason",),
    labels=(("reason", Bilingual("Reason", "Razón")),),
)
"""What one Party holds of a commitment, beside what the rulebook computed; an act of that Party alone."""

OWN_FORMS = (TEXT, DIFFERENCE, ASSESSMENT)


_FORMS: dict[str, Form] = {}


def register_form(form: Form) -> None:
    """
    Say what joint texts of a kind have beside their segments; a room does so once for each of its kinds.

    Raises
    ------
    BrokenRuleError
        AC-81, when the kind has another form already.
    """
    require(AC_81, _FORMS.setdefault(form.kind, form) == form, place="kind", found=form.kind)


def form_of(kind: str) -> Form:
    """
    Raises
    ------
    BrokenRuleError
        AC-81, when no room holds texts of the kind.
    """
    found = _FORMS.get(kind)
    if found is None:
        raise BrokenRuleError([Finding(AC_81, "kind", f"{kind[:40]}: {', '.join(sorted(_FORMS))}")])
    return found


def has_form(kind: str) -> bool:
    return kind in _FORMS


def forms() -> tuple[Form, ...]:
    """All kinds of joint texts, by name."""
    return tuple(_FORMS[kind] for kind in sorted(_FORMS))


for _each in OWN_FORMS:
    register_form(_each)
