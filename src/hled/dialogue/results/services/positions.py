"""Record what a Party holds of a commitment, and where both agreed to differ."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.results.domain.positions import (
    PO_02,
    PO_07,
    Texts,
    findings_of_assessment,
    findings_of_difference,
)
from hled.dialogue.results.models import Position
from hled.dialogue.workplan.models import Commitment
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, require


@transaction.atomic
def record_assessment(
    *,
    subject: str,
    party: Party | None,
    fields: Mapping[str, Any],
    texts: Texts,
    on: date,
    act: str,
    at: datetime,
) -> Position:
    """
    Keep what one Party holds of a commitment beside the computed status, which stays.

    Raises
    ------
    BrokenRuleError
        PO-01 to PO-04, all that apply.
    """
    findings = list(findings_of_assessment(subject, party, fields, texts))
    findings += _unknown_commitment(subject, fields)
    if findings or party is None:
        raise BrokenRuleError(findings)
    own = {"party": party.value, "status": fields["status"], "computed": fields["computed"]}
    return _replace(subject, fields["about"], texts, on, act, at, **own)


@transaction.atomic
def agree_to_differ(
    *,
    subject: str,
    party: Party | None,
    fields: Mapping[str, Any],
    texts: Texts,
    on: date,
    act: str,
    at: datetime,
) -> Position:
    """
    Keep that both Parties agreed to differ about a commitment, with the position of each.

    Raises
    ------
    BrokenRuleError
        PO-02, PO-04 and PO-05, all that apply.
    """
    findings = list(findings_of_difference(subject, party, fields, texts))
    findings += _unknown_commitment(subject, fields)
    if findings:
        raise BrokenRuleError(findings)
    return _replace(subject, fields["about"], texts, on, act, at)


@transaction.atomic
def take_back(*, subject: str, on: date, at: datetime) -> None:
    """
    End a position; it stays on record with the day until which it held.

    Raises
    ------
    BrokenRuleError
        PO-07, when none holds.
    """
    require(PO_07, _end(subject, on, at) is not None, place=subject)
    bump_revision()


def _unknown_commitment(subject: str, fields: Mapping[str, Any]) -> list[Finding]:
    about = fields.get("about")
    known = Commitment.objects.filter(id=str(about), retired_at__isnull=True).exists()
    return [] if known else [Finding(PO_02, subject, str(about)[:80])]


def _replace(
    subject: str, commitment: str, texts: Texts, on: date, act: str, at: datetime, **own: str
) -> Position:
    since = _end(subject, on, at) or on
    made = Position.objects.create(
        subject=subject,
        commitment_id=commitment,
        texts={name: dict(each) for name, each in texts.items()},
        on=max(on, since),
        act=act,
        entered_at=at,
        **own,
    )
    bump_revision()
    return made


def _end(subject: str, on: date, at: datetime) -> date | None:
    """End what holds on a subject; no earlier than it began. None where nothing holds."""
    former = Position.objects.filter(subject=subject, replaced_at__isnull=True).first()
    if former is None:
        return None
    former.until = max(on, former.on)
    former.replaced_at = at
    former.save(update_fields=["until", "replaced_at"])
    return former.until
