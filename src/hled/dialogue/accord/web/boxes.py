"""The structured fields of a proposal as boxes of a form, and back."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from hled.dialogue.accord.domain.texts.forms import Field, FieldType, NoneIs
from hled.dialogue.accord.domain.texts.plain import tidied
from hled.dialogue.accord.domain.texts.rules import AC_62
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

YES, NO = "yes", "no"
SPARE = 2
"""Empty lines that a list of records offers."""

Shown = Mapping[str, str]
"""A finding as a page says it."""

Named = Mapping[str, Bilingual]
"""Code -> what it stands for."""

NO_CODES: Named = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Cell:
    """One member of one record of a list, with the name of its box."""

    member: Field
    name: str
    shown: str
    codes: Named

    @property
    def options(self) -> list[tuple[str, Bilingual]]:
        return list(self.codes.items())

    @property
    def is_unknown(self) -> bool:
        """Whether it shows a code that is not among those it may name."""
        return bool(self.shown) and self.shown not in self.codes


@dataclass(frozen=True, slots=True)
class Box:
    """
    A field with what its box shows: what was typed and not saved, or else what the proposal says.

    Parameters
    ----------
    lines
        The boxes of a list of records, line by line.
    stands
        What is agreed now, which a box that is left empty leaves as it is; None where nothing is.
    takes_away
        Whether the proposal says that there is none.
    findings
        What stands against what the box says.
    codes
        What it may name, where its room says so.
    """

    field: Field
    shown: str
    lines: tuple[tuple[Cell, ...], ...] = ()
    stands: Any = None
    takes_away: bool = False
    findings: tuple[Shown, ...] = ()
    codes: Named = dataclasses.field(default_factory=dict)

    @property
    def options(self) -> list[tuple[str, Bilingual]]:
        return list(self.codes.items())

    @property
    def is_unknown(self) -> bool:
        """Whether it shows a code that is not among those it may name."""
        return bool(self.shown) and self.shown not in self.codes

    @property
    def kind(self) -> str:
        return str(self.field.type)

    @property
    def may_be_none(self) -> bool:
        return self.field.none_is is not NoneIs.NEVER

    @property
    def is_said(self) -> bool:
        """Whether the box has anything to show or to tell."""
        return bool(self.shown or self.takes_away or self.findings or any(map(_is_filled, self.lines)))


def _is_filled(line: tuple[Cell, ...]) -> bool:
    return any(each.shown for each in line)


def boxes(
    fields: Iterable[Field],
    values: Mapping[str, Any],
    typed: Mapping[str, Any],
    standing: Mapping[str, Any] | None = None,
    findings: Iterable[Shown] = (),
    codes: Mapping[str, Named] = MappingProxyType({}),
) -> list[Box]:
    """
    Parameters
    ----------
    values
        What the proposal says.
    typed
        What was sent and not saved; it goes before.
    standing
        What is agreed now, by field.
    codes
        What a field or a member (``quantities.unit``) may name.
    """
    found = list(findings)
    return [_box(each, values, typed, standing or {}, found, codes) for each in fields]


def _box(
    field: Field,
    values: Mapping[str, Any],
    typed: Mapping[str, Any],
    standing: Mapping[str, Any],
    findings: list[Shown],
    codes: Mapping[str, Named],
) -> Box:
    value, stands = values.get(field.name), standing.get(field.name)
    is_none = field.name in values and value in (None, [])
    own = tuple(each for each in findings if field.name in _words(each["place"]))
    sent = bool(typed)
    takes_away = f"none-{field.name}" in typed if sent else is_none
    if field.type is FieldType.RECORDS:
        shown = stands if value is None and not is_none else value
        lines = tuple(_lines(field, shown or [], typed, codes))
        return Box(field, "", lines, stands, takes_away, own)
    shown = str(typed.get(f"field-{field.name}", shown_value(value)))
    return Box(field, shown, (), stands, takes_away, own, codes.get(field.name, NO_CODES))


def _words(place: str) -> set[str]:
    """The names in the place of a finding, such as ``P1-SC-02 quantities[0].unit``."""
    return {each.partition("[")[0].partition(".")[0] for each in place.split()}


def _lines(
    field: Field, records: list[Any], typed: Mapping[str, Any], codes: Mapping[str, Named]
) -> Iterator[tuple[Cell, ...]]:
    count = int(typed[f"lines-{field.name}"]) if _count(typed, field) is not None else len(records) + SPARE
    for number in range(count):
        record = records[number] if number < len(records) and isinstance(records[number], dict) else {}
        yield tuple(
            Cell(
                member,
                _name(field, number, member),
                str(typed.get(_name(field, number, member), shown_value(record.get(member.name)))),
                codes.get(f"{field.name}.{member.name}", NO_CODES),
            )
            for member in field.members
        )


def _name(field: Field, number: int, member: Field) -> str:
    return f"field-{field.name}-{number}-{member.name}"


def _count(said: Mapping[str, Any], field: Field) -> int | None:
    """How many lines of records a form has sent."""
    written = str(said.get(f"lines-{field.name}", ""))
    return int(written) if written.isdecimal() and len(written) < 3 else None


def shown_value(value: Any) -> str:
    """A value as a box shows it: codes with spaces between them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def values_said(
    fields: Iterable[Field], said: Mapping[str, Any], standing: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """
    What the boxes of a form say: a field that is left empty is left out, and one that is taken away is none.

    Records that are the same as those that stand say nothing.

    Raises
    ------
    BrokenRuleError
        AC-62, for every field that has a value and is taken away at once.
    """
    found: dict[str, Any] = {}
    findings = []
    for field in fields:
        value = _said(field, said)
        if field.type is FieldType.RECORDS and value == (standing or {}).get(field.name):
            value = None
        if f"none-{field.name}" in said and field.none_is is not NoneIs.NEVER:
            if value is not None:
                findings.append(Finding(AC_62, field.name, _BOTH))
            found[field.name] = field.none
        elif value is not None:
            found[field.name] = value
    if findings:
        raise BrokenRuleError(findings)
    return found


_BOTH = Bilingual("a value and none at once", "un valor y ninguno a la vez")


def _said(field: Field, said: Mapping[str, Any]) -> Any:
    if field.type is not FieldType.RECORDS:
        return value_of(field, str(said.get(f"field-{field.name}", "")).strip())
    records = []
    for number in range(_count(said, field) or 0):
        record = {
            each.name: value_of(each, str(said.get(_name(field, number, each), "")).strip())
            for each in field.members
        }
        if any(value is not None for value in record.values()):
            records.append({name: value for name, value in record.items() if value is not None})
    return records or None


def value_of(field: Field, said: str) -> Any:
    """What a box says, as its type has it; what cannot be read is left to the form to refuse."""
    if not said:
        return None
    match field.type:
        case FieldType.CODES:
            return said.split()
        case FieldType.WHOLE:
            return int(said) if said.lstrip("-").isdecimal() and len(said) < 17 else said
        case FieldType.FLAG:
            return {YES: True, NO: False}.get(said, said)
        case FieldType.LINE:
            return tidied(said)
        case _:
            return said
