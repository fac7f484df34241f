"""Words, marks, dates and links of the pages."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from hled.interfaces import formats
from hled.interfaces.drawings import bar_svg
from hled.interfaces.marks import STATUS_ORDER, mark_svg
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

register = template.Library()


def _language() -> str:
    return get_language() or "en"


@register.simple_tag
def said(thing: Any, name: str) -> str:
    """
    A bilingual field in the language of the page; empty where the record says nothing.

    `thing` has a `Bilingual` under `name`, or two texts under ``name_en`` and ``name_es``, as attributes or as keys.
    """
    if thing is None:
        return ""
    if isinstance(thing, Mapping):
        found = thing.get(name, thing.get(f"{name}_{_language()}"))
    else:
        found = getattr(thing, name, None) or getattr(thing, f"{name}_{_language()}", None)
    return found.in_language(_language()) if isinstance(found, Bilingual) else found or ""


@register.filter
def words(text: Bilingual | str | None) -> str:
    """A bilingual text in the language of the page."""
    return text.in_language(_language()) if isinstance(text, Bilingual) else text or ""


@register.simple_tag
def mark(status: Any, disputed: bool = False, word: bool = True) -> SafeString:
    """
    Shape and word of a status; `word=False` where the word stands beside it already.

    `status` is a member of the enumeration of statuses, which carries its label.
    """
    svg = mark_safe(mark_svg(status.value, disputed=disputed))  # noqa: S308  # drawn by us
    if not word:
        return svg
    also = format_html(' <span class="disputed">· {}</span>', _("disputed")) if disputed else ""
    return format_html(
        '<span class="status">{}<span class="status-word">{}{}</span></span>',
        svg,
        status.label.in_language(_language()),
        also,
    )


@register.simple_tag
def party(code: str, named: bool = False) -> SafeString:
    """The quiet mark of a Party, with its name beside it or read aloud in its place."""
    side = Party(code)
    title = side.label.in_language(_language())
    if named:
        return format_html(
            '<span class="party party-{}" aria-hidden="true">{}</span> {}', side.lower(), side.value, title
        )
    return format_html(
        '<span class="party party-{}"><span aria-hidden="true">{}</span><span class="unseen">{}</span></span>',
        side.lower(),
        side.value,
        title,
    )


@register.simple_tag(takes_context=True)
def to(context: template.Context, name: str, *parts: Any) -> str:
    """Address of a page, with the dates that the reader keeps while walking."""
    return f"{reverse(name, args=parts)}{context.get('kept_query', '')}"


@register.simple_tag(takes_context=True)
def onward(context: template.Context, address: str) -> str:
    """An address that has parameters of its own, with the dates that the reader keeps while walking."""
    kept = str(context.get("kept_query") or "").removeprefix("?")
    return f"{address}{'&' if '?' in address else '?'}{kept}" if kept else address


@register.simple_tag(takes_context=True)
def here(context: template.Context, **changes: Any) -> str:
    """This page with some parameters of its address changed; an empty value takes one out, and paging starts anew."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = value.isoformat() if isinstance(value, date) else str(value)
    return f"?{query.urlencode()}" if query else context["request"].path


@register.simple_tag
def label(legends: Mapping[str, Mapping[str, Any]], legend: str, code: str | None) -> str:
    """The label of a code of the record; the code itself where the legends do not know it."""
    if not code:
        return ""
    entry = legends.get(legend, {}).get(code)
    return said(entry, "label") if entry else code


@register.simple_tag
def meaning(legends: Mapping[str, Mapping[str, Any]], legend: str, code: str | None) -> str:
    entry = legends.get(legend, {}).get(code or "")
    return said(entry, "meaning") if entry else ""


def _time(value: date, shown: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), shown)


@register.filter
def day(value: date | None) -> str:
    return _time(value, formats.day(value, _language())) if value else ""


@register.filter
def short_day(value: date | None) -> str:
    return _time(value, formats.short_day(value, _language())) if value else ""


@register.filter
def month(value: date | None) -> str:
    return formats.month(value, _language()) if value else ""


@register.filter
def partial(text: str | None) -> str:
    """A date of the record with the precision it has; the gap is said where it has none."""
    if not text:
        return pgettext("date", "undated")
    return format_html('<time datetime="{}">{}</time>', text, formats.partial(text, _language()))


@register.simple_tag
def on_precision(value: date | None, precision: str) -> str:
    if value is None:
        return pgettext("date", "undated")
    return formats.on_precision(value, precision, _language())


@register.filter
def moment(value: datetime | None) -> str:
    return formats.moment(value, _language()) if value else ""


@register.filter
def number(value: int | float | Decimal | str | None, decimals: int | None = None) -> str:
    """A number; a dash with words for screen readers where there is none, for missing is not zero."""
    if value is None or value == "":
        return format_html('<span class="missing" title="{0}">{0}</span>', _("not published"))
    if isinstance(value, str):
        value = Decimal(value)
    return formats.number(value, decimals)


@register.filter
def share(value: float | Decimal | str | None, decimals: int = 0) -> str:
    if value is None:
        return number(None)
    return formats.share(Decimal(value) if isinstance(value, str) else value, decimals)


@register.filter
def months(count: int | None) -> str:
    return formats.months(count, _language()) if count is not None else ""


@register.filter
def age(start: date | None, end: date) -> str:
    """How long before `end` something happened."""
    return formats.age(start, end, _language()) if start else ""


@register.filter
def at(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The entry of a mapping under a key that a variable holds; None where there is none."""
    return mapping.get(key)


@register.filter
def host(url: str | None) -> str:
    """The host of an address, to say where a link leads."""
    from urllib.parse import urlsplit

    return (urlsplit(url or "").hostname or "").removeprefix("www.")


@register.simple_tag
def bar(counts: Mapping[Any, int], scale: int) -> SafeString:
    """A distribution of statuses as a bar; its counts in words must stand beside it."""
    return mark_safe(bar_svg({code: counts.get(code, 0) for code in STATUS_ORDER}, scale))  # noqa: S308


@register.filter
def present(counts: Mapping[Any, int]) -> list[tuple[Any, int]]:
    """The statuses that occur, in the order of the marks."""
    return sorted(
        ((status, count) for status, count in counts.items() if count),
        key=lambda pair: STATUS_ORDER.index(pair[0].value),
    )
