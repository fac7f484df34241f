"""The structured fields of a proposal as boxes of a form, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hled.dialogue.accord.domain.texts.forms import Field, FieldType

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Box:
    """A field with what its box shows: what was typed and not saved, or else what stands."""

    field: Field
    shown: str

    @property
    def kind(self) -> str:
        return str(self.field.type)


def boxes(fields: Iterable[Field], values: Mapping[str, Any], typed: Mapping[str, Any]) -> list[Box]:
    return [
        Box(each, str(typed.get(f"field-{each.name}", shown_value(values.get(each.name))))) for each in fields
    ]


def shown_value(value: Any) -> str:
    """A value as a box shows it: codes with spaces between them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


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
        case _:
            return said
