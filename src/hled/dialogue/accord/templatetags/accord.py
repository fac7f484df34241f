"""What the pages of joint texts say of structured fields and of field segments."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import template
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from hled.dialogue.accord.domain.texts.forms import form_of, has_form
from hled.dialogue.accord.domain.texts.segments import STRUCTURE
from hled.kernel.bilingual import Bilingual

register = template.Library()

_NO_CODES: Mapping[str, Bilingual] = MappingProxyType({})
_SEGMENTS = Bilingual("Segments of the texts", "Segmentos de los textos")


@register.filter
def field_label(kind: str, name: str) -> Bilingual:
    """What people call a structured field of a kind of subject; its name where no form has it."""
    if name == STRUCTURE:
        return _SEGMENTS
    found = form_of(kind).field(name) if has_form(kind) else None
    return found.label if found else Bilingual(name, name)


@register.filter
def segment_label(kind: str, name: str) -> Bilingual:
    """What people call a field segment of the texts on a kind of subject."""
    return form_of(kind).label_of(name) if has_form(kind) else Bilingual(name, name)


@register.filter
def field_value(value: Any, codes: Mapping[str, Bilingual] = _NO_CODES) -> str:
    """A structured value as a person reads it: of both languages that of the page, and beside a code what it names."""
    match value:
        case None | [] | "":
            return pgettext("value", "none")
        case bool():
            return _("yes") if value else _("no")
        case dict():
            return " · ".join(
                field_value(each) for name, each in value.items() if each is not None and not _is_other(name)
            )
        case list() | tuple():
            return "; ".join(field_value(each, codes) for each in value)
        case str() if value in codes:
            return f"{value} · {codes[value].in_language(_language())}"
        case _:
            return str(value)


def _language() -> str:
    return (get_language() or "en")[:2]


def _is_other(name: str) -> bool:
    """Whether a member has the words of the language that the page is not in."""
    return name.endswith(("_en", "_es")) and not name.endswith(f"_{_language()}")
