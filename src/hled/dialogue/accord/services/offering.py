"""Put an act before those who may sign it."""

from datetime import datetime

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.acts import Act, Content, require_same_content
from hled.dialogue.accord.domain.consent import stands_behind
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.rules import AC_05, AC_06, AC_09
from hled.dialogue.accord.models import Entry, OfferedAct
from hled.dialogue.accord.queries.state import head_of
from hled.dialogue.accord.services.appending import writer
from hled.kernel.party import Party
from hled.kernel.rule import require


def offer_joint(*, act: Act, content: Content, at: datetime) -> OfferedAct:
    """
    Offer an act to both Parties; offering the same act again changes nothing.

    Raises
    ------
    BrokenRuleError
        AC-04, AC-05, AC-07 or AC-09.
    """
    return _offer(kind=Kind.JOINT, party=None, act=act, content=content, at=at)


def offer_party(*, party: Party, act: Act, content: Content, at: datetime) -> OfferedAct:
    """
    Offer an act to the officers of one Party.

    Raises
    ------
    BrokenRuleError
        AC-04, AC-05, AC-07 or AC-09.
    """
    return _offer(kind=Kind.PARTY, party=party, act=act, content=content, at=at)


def _offer(*, kind: Kind, party: Party | None, act: Act, content: Content, at: datetime) -> OfferedAct:
    with writer():
        subjects.require_known(act.kind)
        require(AC_06, stands_behind(kind, act), place="type", found=f"{act.type}, {kind}")
        require_same_content(act, content)
        require(AC_09, not Entry.objects.filter(act=act.digest).exists(), place="act", found=act.digest)
        require_current(act)
        offered = OfferedAct.objects.filter(digest=act.digest).first()
        if offered is not None:
            same = (offered.kind, offered.party) == (kind, party or "")
            require(AC_06, same, place="act", found=f"{offered.kind} {offered.party}")
            return offered
        return OfferedAct.objects.create(
            digest=act.digest,
            kind=kind,
            party=party or "",
            type=act.type,
            subject=act.subject,
            act=act.canonical,
            english=content.english,
            spanish=content.spanish,
            fields=dict(content.fields),
            offered_at=at,
        )


def require_current(act: Act) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-05, when the subject has moved since the act was made.
    """
    head = head_of(act.subject)
    found = f"{act.subject}: {act.predecessor and act.predecessor[:16]}, not {head and head[:16]}"
    require(AC_05, act.predecessor == head, place="predecessor", found=found)
