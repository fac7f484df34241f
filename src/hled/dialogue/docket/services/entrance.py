"""Who may send a form: one piece of work, one form, so many an hour."""

import base64
import hashlib
import hmac
from datetime import datetime, timedelta

from django.db import IntegrityError

from hled.dialogue.docket.domain.proof_of_work import (
    DK_12,
    DK_13,
    DK_14,
    LASTS,
    MOST_AN_HOUR,
    PATIENCE,
    is_answered,
    read,
)
from hled.dialogue.docket.models import SentForm
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, require


def check_work(*, challenge: str, answer: str, secret: bytes, at: datetime) -> None:
    """
    Whether a form brings its piece of work or has waited; nothing is kept of it.

    Raises
    ------
    BrokenRuleError
        DK-12, with the seconds that are left to wait where that is all.
    """
    given, now = read(challenge, secret), int(at.timestamp())
    if given is not None and is_answered(given, answer, now):
        return
    left = PATIENCE - (now - given.made) if given is not None else 0
    told = Bilingual(f"{left} more seconds", f"faltan {left} segundos") if 0 < left <= PATIENCE else ""
    raise BrokenRuleError([Finding(DK_12, "form", told)])


def enter(*, challenge: str, address: str, secret: bytes, at: datetime) -> None:
    """
    Keep that a form was sent; its number is kept as a digest.

    Parameters
    ----------
    address
        Of the connection; kept for a day as a keyed digest, which cannot be turned back without the secret.

    Raises
    ------
    BrokenRuleError
        DK-13, DK-14.
    """
    connection = hmac.new(secret, f"connection\n{at.date()}\n{address}".encode(), hashlib.sha256).hexdigest()
    nonce = hashlib.sha256(challenge.encode()).hexdigest()
    rows = SentForm.objects.filter(connection=connection, at__gt=at - timedelta(hours=1))
    recent = set(rows.values_list("nonce", flat=True)[: MOST_AN_HOUR + 1])
    require(DK_13, nonce not in recent, place="form")
    require(DK_14, len(recent) < MOST_AN_HOUR, place="form", found=len(recent))
    try:
        SentForm.objects.create(nonce=nonce, connection=connection, at=at)
    except IntegrityError as error:
        raise BrokenRuleError([Finding(DK_13, "form")]) from error


def link_for(challenge: str, secret: bytes) -> str:
    """
    The private link of what is filed by a form.

    Whoever sends one form twice gets one link; nobody can make it from what is kept here, because the form is not.
    """
    digest = hmac.new(secret, f"hled docket link\n{challenge}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:24]).decode()


def forget_forms(*, at: datetime) -> int:
    """Forget forms older than a day; how many were forgotten."""
    count, _ = SentForm.objects.filter(at__lt=at - timedelta(seconds=LASTS)).delete()
    return count
