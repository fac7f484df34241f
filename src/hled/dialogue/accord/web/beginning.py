"""What every page asks that begins a proposal: the day from which the act counts, and its decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from hled.dialogue.accord.domain.texts.rules import AC_62
from hled.dialogue.accord.permissions import BEGIN_PROPOSAL
from hled.dialogue.accord.subjects import occasions
from hled.dialogue.delegations.domain.permissions import allowed
from hled.dialogue.delegations.web.visitors import visitor_of
from hled.interfaces.asked import read_day, today
from hled.kernel.action import ANY_STATE, Whose
from hled.kernel.rule import require


@dataclass(frozen=True, slots=True)
class Terms:
    effective: date
    occasion: str | None


def may_begin(request: HttpRequest) -> bool:
    """Whether the matrix lets the visitor begin a draft of her Party; the public is not looked for in a session."""
    visitor = visitor_of(request)
    if visitor.waits or visitor.person is None or not visitor.person.party:
        return False
    return allowed(visitor.actors, BEGIN_PROPOSAL, ANY_STATE, Whose.OWN)


def read_occasion(said: Mapping[str, Any], standing: str | None = None) -> str | None:
    """
    The decision that a form names: one in force, or the one that stood before.

    Raises
    ------
    BrokenRuleError
        AC-62, for anything else.
    """
    named = str(said.get("occasion", standing or "")).strip() or None
    known = {None, standing, *(each.subject for each in occasions())}
    require(AC_62, named in known, place="occasion", found=(named or "")[:60])
    return named


def read_terms(said: Mapping[str, Any]) -> Terms:
    """
    Raises
    ------
    BrokenRuleError
        AS-01 or AC-62.
    """
    return Terms(read_day("effective", str(said.get("effective", ""))), read_occasion(said))


def terms_asked(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What `accord/_terms.html` shows."""
    return {
        "occasions": occasions(),
        "effective": typed.get("effective") or today().isoformat(),
        "occasion": typed.get("occasion", ""),
    }
