"""What was done to calls, themes and submissions, in words; and pieces of what officers see."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from hled.dialogue.docket.domain.replying import Reply
from hled.dialogue.docket.domain.themes.proposing import METHOD
from hled.dialogue.meetings.templatetags.meetings import page_of_subject
from hled.kernel.bilingual import Bilingual

register = template.Library()


def _words_of_acts() -> dict[str, str]:
    return {
        "announced": _("announced the call"),
        "closing_moved": _("moved the last day"),
        "changed": _("changed the call"),
        "imported": _("took in many submissions"),
        "proposed": _("let the method propose the theme"),
        "begun": _("began the theme"),
        "renamed": _("renamed the theme"),
        "attached": _("said where it belongs in the plan"),
        "merged": _("merged it into another theme"),
        "received": _("put wordings here"),
        "split": _("split wordings off"),
        "split_off": _("split it off another theme"),
        "moved": _("moved wordings away"),
        "placed": _("put wordings here"),
    }


@register.filter
def act_in_words(act: str) -> str:
    return _words_of_acts()[act]


@register.filter
def method_in_words(name: str) -> str:
    """A method as it was kept with the theme; one that is no longer in use keeps the name that it had."""
    return _("TF-IDF and k-means on the sphere, version 1") if name == METHOD else name


def _words_of_steps() -> dict[str, str]:
    return {
        "rejected": _("rejected"),
        "appealed": _("appealed by its sender"),
        "restored": _("restored"),
        "upheld": _("rejection upheld"),
    }


@register.filter
def step_in_words(act: str) -> str:
    return _words_of_steps()[act]


def _words_of_fields() -> dict[str, str]:
    return {
        "title_en": _("title in English"),
        "title_es": _("title in Spanish"),
        "about_en": _("about, in English"),
        "about_es": _("about, in Spanish"),
        "questions": _("questions"),
        "party": _("Party"),
        "scope": _("kind of subject"),
        "scope_id": _("subject"),
        "opens_on": _("first day"),
        "closes_on": _("last day"),
        "reply_days": _("days for replies"),
        "pillar": _("pillar"),
        "commitment": _("commitment"),
        "wordings": _("wordings"),
        "file": _("digest of the file"),
        "filed": _("taken in"),
        "known": _("known before"),
        "into": _("into"),
        "from": _("from"),
        "to": _("to"),
        "name": _("method"),
        "seed": _("seed"),
        "count": _("themes asked for"),
        "input": _("digest of the input"),
    }


@register.filter
def differing(event: Any) -> list[tuple[str, str, str]]:
    """Field, before and after of each thing that an act touched, in words; wordings are counted."""
    before, after = event.before or {}, event.after or {}
    words = _words_of_fields()
    return [(words[name], _shown(before, name), _shown(after, name)) for name in {**before, **after}]


def _shown(said: Mapping[str, Any], name: str) -> str:
    if name not in said:
        return ""
    value = said[name]
    if isinstance(value, list):
        return str(len(value))
    return pgettext("value", "none") if value in (None, "", "None") else str(value)


@register.filter
def answer_in_words(answer: str) -> str:
    return Reply(answer).label.in_language(_language())


def _words_of_links() -> dict[str, str]:
    return {
        "commitment": _("Commitment"),
        "agenda": _("Point sent to the agenda"),
        "proposal": _("Proposal"),
    }


@register.filter
def link_in_words(link: str) -> str:
    return _words_of_links()[link]


@register.simple_tag
def page_of_link(reply: Any) -> str:
    """Address of what a reply leads to."""
    language = _language()
    match reply.link:
        case "commitment":
            return f"/{language}/commitments/{reply.link_id}/"
        case "agenda":
            return f"/{language}/agenda/#{reply.link_id}"
        case "proposal":
            return f"/{language}/accord/proposals/{reply.link_id}/"
        case _:
            return ""


@register.filter
def submissions(count: int) -> str:
    return ngettext("%(n)s submission", "%(n)s submissions", count) % {"n": f"{count:,}"}


@register.filter
def in_both(pair: Any) -> Bilingual:
    return Bilingual(pair[0], pair[1])


def _language() -> str:
    return get_language() or "en"


@register.filter
def page_of_change(effect: Any) -> str:
    """Address of what an act changed; empty where it has no page."""
    return page_of_subject(effect.subject, effect.type)
