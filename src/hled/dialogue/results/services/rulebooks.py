"""Put in force the version of the rules that both Parties agreed to."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.results.domain.rulebook.agreeing import findings_of_rulebook
from hled.dialogue.results.models import RulebookInForce
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError


@transaction.atomic
def agree_rulebook(
    *, subject: str, party: Party | None, fields: Mapping[str, Any], on: date, act: str, at: datetime
) -> RulebookInForce:
    """
    Compute statuses by an agreed version from a day; what was computed before re-derives by the version before.

    Raises
    ------
    BrokenRuleError
        RB-01 to RB-03, all that apply.
    """
    findings = list(findings_of_rulebook(subject, party, fields))
    if findings:
        raise BrokenRuleError(findings)
    made = RulebookInForce.objects.create(
        version=fields["version"], digest=fields["digest"], effective=on, act=act, entered_at=at
    )
    bump_revision()
    return made
