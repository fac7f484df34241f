"""Begin a proposal on a target or on the version of the rules, with its fields filled in."""

from datetime import date, datetime
from decimal import Decimal

from hled.dialogue.accord.models import Proposal
from hled.dialogue.accord.services.texts.proposing import begin
from hled.dialogue.delegations.models import Person
from hled.dialogue.results.domain.indicators import INDICATORS
from hled.dialogue.results.domain.rulebook import RULEBOOKS
from hled.dialogue.results.domain.rulebook.agreeing import RB_01, SUBJECT, rulebook_digest
from hled.dialogue.results.services.targets import refuse_target
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import require


def propose_target(
    *,
    indicator: str,
    place: str,
    value: Decimal,
    due_on: date,
    effective: date,
    by: Person,
    at: datetime,
    occasion: str | None = None,
) -> Proposal:
    """
    Begin the draft of a joint target; its reason is written in the editor.

    Parameters
    ----------
    value
        In the stored unit of the indicator.

    Raises
    ------
    BrokenRuleError
        TG-01 to TG-03 and TG-05, all that apply; what `begin` refuses.
    """
    refuse_target(indicator, due_on, place)
    named = {"indicator": indicator, "value": format(value, "f"), "due_on": due_on.isoformat()}
    return begin(
        subject=":".join(filter(None, ("target", indicator, place))),
        kind="target",
        verb="set",
        title=Bilingual("Target: {title}", "Meta: {title}").format(title=INDICATORS[indicator].title),
        effective=effective,
        by=by,
        at=at,
        occasion=occasion,
        fields=named | ({"place": place} if place else {}),
    )


def propose_rulebook(
    *, version: str, effective: date, by: Person, at: datetime, occasion: str | None = None
) -> Proposal:
    """
    Begin the draft by which statuses are computed by a version of the rules; its digest is that of this installation.

    Raises
    ------
    BrokenRuleError
        RB-01, for a version that this installation lacks; what `begin` refuses.
    """
    require(RB_01, version in RULEBOOKS, place="version", found=version[:40])
    return begin(
        subject=SUBJECT,
        kind="rulebook",
        verb="version",
        title=Bilingual(f"Rulebook {version}", f"Reglamento {version}"),
        effective=effective,
        by=by,
        at=at,
        occasion=occasion,
        fields={"version": version, "digest": rulebook_digest(version)},
    )
