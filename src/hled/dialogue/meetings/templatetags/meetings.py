"""Hours, places and changes of meetings on pages."""

from datetime import datetime
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from hled.dialogue.accord.subjects import address_of
from hled.dialogue.meetings.queries.planned import PlannedView
from hled.interfaces import formats

register = template.Library()


def _language() -> str:
    return get_language() or "en"


@register.simple_tag
def where(meeting: PlannedView) -> str:
    """The place, or that it is online, or both."""
    place = meeting.place.in_language(_language()) if meeting.place else ""
    online = _("online") if meeting.row.online else ""
    return " · ".join(filter(None, (place, online)))


@register.simple_tag
def hours(meeting: PlannedView) -> SafeString:
    """From when to when, on the clocks of its zone; the day again where it ends on another."""
    begins, ends = meeting.begins, meeting.ends
    language = _language()
    same_day = begins.date() == ends.date()
    end = f"{ends:%H:%M}" if same_day else f"{formats.day(ends.date(), language)}, {ends:%H:%M}"
    return format_html(
        '<time datetime="{}">{}, {}</time>–<time datetime="{}">{}</time> <span class="soft small">{}</span>',
        begins.isoformat(),
        formats.day(begins.date(), language),
        f"{begins:%H:%M}",
        ends.isoformat(),
        end,
        meeting.row.zone.replace("_", " "),
    )


@register.filter
def clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


@register.filter
def minutes(count: int) -> str:
    """`15 min`, `2 h 5 min`; the same in both languages."""
    whole, rest = divmod(count, 60)
    return " ".join(filter(None, (f"{whole} h" if whole else "", f"{rest} min" if rest or not whole else "")))


def _words_of_changes() -> dict[str, str]:
    return {
        "planned": _("planned the meeting"),
        "changed": _("changed the plan"),
        "announced": _("announced the meeting"),
        "cancelled": _("cancelled the meeting"),
        "held": _("recorded that it was held"),
        "point_taken_up": _("took up a point"),
        "point_edited": _("edited a point"),
        "point_moved": _("moved a point"),
        "point_dropped": _("dropped a point"),
        "delegation": _("seated the delegation"),
        "paper_filed": _("filed a paper"),
    }


@register.filter
def change_in_words(what: str) -> str:
    return _words_of_changes()[what]


def _words_of_fields() -> dict[str, str]:
    return {
        "series": _("series"),
        "title_en": _("title in English"),
        "title_es": _("title in Spanish"),
        "reason_en": _("reason in English"),
        "reason_es": _("reason in Spanish"),
        "place_en": _("place in English"),
        "place_es": _("place in Spanish"),
        "place": _("place in the order"),
        "online": _("online"),
        "join_url": _("address for joining"),
        "begins": _("begins"),
        "ends": _("ends"),
        "zone": _("time zone"),
        "minutes": _("minutes"),
        "pillar": _("pillar"),
        "presenter": _("presenter"),
        "presenter_party": _("presenting Party"),
        "digest": _("digest"),
        "seen_by": _("seen by"),
        "replaces": _("replaces"),
        "seats": _("seats"),
    }


@register.filter
def field_in_words(name: str) -> str:
    return _words_of_fields()[name]


@register.filter
def value_in_words(value: object) -> str:
    """A value of the history as a person reads it."""
    if isinstance(value, list):
        return "; ".join(
            ", ".join(filter(None, (each.get("name"), each.get(f"office_{_language()}")))) for each in value
        ) or pgettext("value", "none")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return pgettext("value", "none") if value in (None, "") else str(value)


@register.filter
def differing(change: Any) -> list[tuple[str, object, object]]:
    """Field, before and after of each thing that a change touched."""
    before, after = change.before or {}, change.after or {}
    return [(name, before.get(name), after.get(name)) for name in {**before, **after}]


@register.filter
def in_this_language(segment: Any) -> str:
    """What a segment says in the language of the page."""
    text: str = segment.english.text if _language() == "en" else segment.spanish.text
    return text


@register.filter
def page_of_subject(subject: str, type: str) -> str:
    """Address of what a decision changed; empty where it has no page."""
    return address_of(type.partition(".")[0], subject)
