"""Who may send a form: one piece of work, one form, so many an hour."""

import hashlib
import hmac
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from hled.dialogue.docket.domain.proof_of_work import (
    DK_12,
    DK_13,
    DK_14,
    LASTS,
    MOST_AN_HOUR,
    is_answered,
    read,
)
from hled.dialogue.docket.models import SentForm
from hled.kernel.rule import BrokenRuleError, Finding, require


def admit(*, challenge: str, answer: str, address: str, secret: bytes, at: datetime) -> None:
    """
    Let one form in.

    Parameters
    ----------
    challenge, answer
        As the form sent them back; without an answer, after the time of waiting.
    address
        Of the connection; kept for a day as a keyed digest, which cannot be turned back without the secret.

    Raises
    ------
    BrokenRuleError
        DK-12 no work, forged or too old; DK-13 sent before; DK-14 too many in an hour.
    """
    given = read(challenge, secret)
    if given is None or not is_answered(given, answer, int(at.timestamp())):
        raise BrokenRuleError([Finding(DK_12, "form")])
    connection = hmac.new(secret, f"connection\n{at.date()}\n{address}".encode(), hashlib.sha256).hexdigest()
    recent = SentForm.objects.filter(connection=connection, at__gt=at - timedelta(hours=1)).count()
    require(DK_14, recent < MOST_AN_HOUR, place="form", found=recent)
    try:
        with transaction.atomic():
            SentForm.objects.create(nonce=given.nonce[:64], connection=connection, at=at)
    except IntegrityError as error:
        raise BrokenRuleError([Finding(DK_13, "form")]) from error


def forget_forms(*, at: datetime) -> int:
    """Forget forms older than a day; how many were forgotten."""
    count, _ = SentForm.objects.filter(at__lt=at - timedelta(seconds=LASTS)).delete()
    return count
