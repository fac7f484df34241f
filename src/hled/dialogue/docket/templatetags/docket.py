"""Who speaks, how many, and how a reply stands, in words."""

from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from hled.dialogue.docket.domain.attaching import is_given
from hled.dialogue.docket.domain.moderating import Reason
from hled.dialogue.docket.domain.speakers import PLACES, Kind, Size
from hled.dialogue.docket.models import Attachment
from hled.interfaces import formats

register = template.Library()


def _language() -> str:
    return get_language() or "en"


@register.filter
def kind_word(code: str) -> str:
    return Kind(code).label.in_language(_language())


@register.filter
def size_word(code: str) -> str:
    return Size(code).label.in_language(_language())


@register.filter
def place_word(code: str) -> str:
    """The place; the country beside a state, for some names stand on both sides of the border."""
    name = PLACES[code].in_language(_language())
    country = code[:2] if code[2:3] == "-" else ""
    return f"{name} ({country})" if country else name


_WORDS = {"kind": kind_word, "size": size_word, "place": place_word}


@register.filter
def coded_as(code: str, name: str) -> str:
    """The word of a code: `name` is ``kind``, ``size`` or ``place``."""
    return str(_WORDS[name](code))


@register.filter
def reason_word(code: str) -> str:
    return Reason(code).label.in_language(_language())


@register.filter
def rate(value: Fraction | None) -> str:
    """A share in hundredths; a dash where nothing was asked, which is neither none nor all."""
    return "–" if value is None else formats.share(float(value))


@register.filter
def median(value: Fraction | None) -> str:
    return "–" if value is None else formats.number(Decimal(str(float(value))))


@register.filter
def given(attachment: Attachment) -> bool:
    """Whether everybody may have the file."""
    return is_given(attachment.state, attachment.broken_rule)


@register.simple_tag
def portion(count: int, total: int) -> SafeString:
    """A share as a thin bar beside its number in words."""
    width = round(100 * count / total, 1) if total else 0
    return format_html(
        '<svg class="portion" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="{}" height="4"/></svg>',
        width,
    )


@register.filter
def of_total(count: int, total: int) -> str:
    return formats.share(count / total) if total else "–"
