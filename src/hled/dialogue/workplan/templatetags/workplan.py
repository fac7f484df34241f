"""Labels, titles and sources of the record, as pages say them."""

from urllib.parse import urlsplit

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from hled.dialogue.workplan.queries.plan import Plan

register = template.Library()


@register.simple_tag
def labeled(plan: Plan, legend: str, code: str | None) -> str:
    """The label of a code of the record in the language of the page."""
    return plan.label(legend, code).in_language(get_language() or "en") if code else ""


@register.simple_tag
def meant(plan: Plan, legend: str, code: str | None) -> str:
    found = plan.meanings.get((legend, code or ""))
    return found.in_language(get_language() or "en") if found else ""


@register.simple_tag
def titled(plan: Plan, kind: str, id: str) -> str:
    """Title of a pillar, objective, initiative, document or commitment; the name of an agency."""
    record = getattr(plan, kind).get(id)
    if record is None:
        return id
    language = get_language() or "en"
    return str(record.get(f"title_{language}") or record.get(f"name_{language}") or id)


@register.simple_tag(takes_context=True)
def source(context: template.Context, plan: Plan, id: str | None, url: str | None = None) -> SafeString:
    """A document as a source, with a link to its page; the host of an address where there is no document."""
    if id is None:
        return format_html('<a href="{}">{}</a>', url, _host(url)) if url else SafeString("")
    record = plan.documents.get(id)
    if record is None:
        return format_html("<code>{}</code>", id)
    title = record[f"title_{get_language() or 'en'}"]
    return format_html(
        '<a href="{}"><cite>{}</cite></a>',
        f"{reverse('document', args=[id])}{context.get('kept_query', '')}",
        title,
    )


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")
