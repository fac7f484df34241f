"""
A small piece of work instead of a picture puzzle: nothing leaves the site, and nobody has to see or hear anything.

A browser looks for a number; who has no script answers by waiting, since a form that is sent back a little later is work enough
for one address and too slow for a thousand. Both are checked here without anything being kept.
"""

import hashlib
import hmac
from dataclasses import dataclass

from hled.kernel.rule import declare

DK_12 = declare(
    "DK-12",
    en="A form is sent with its piece of work, or after the time it names, and within a day.",
    es="Un formulario se envía con su pequeño trabajo, o pasado el tiempo que indica, y dentro de un día.",
    remedy_en="Send it again: your words are still in the form.",
    remedy_es="Envíelo de nuevo: sus palabras siguen en el formulario.",
)
DK_13 = declare(
    "DK-13",
    en="One form is sent once.",
    es="Un formulario se envía una sola vez.",
    remedy_en="It was received. For another submission open the form anew.",
    remedy_es="Ya se recibió. Para otra aportación abra el formulario de nuevo.",
)
DK_14 = declare(
    "DK-14",
    en="One connection files at most 60 submissions an hour.",
    es="Una conexión presenta a lo más 60 aportaciones por hora.",
    remedy_en="Wait an hour, or send many at once as a table through an agency.",
    remedy_es="Espere una hora, o envíe muchas a la vez como tabla por medio de una dependencia.",
)

BITS = 14
"""Leading zero bits; some 16,000 digests, a fraction of a second on a phone."""
PATIENCE = 15
"""Seconds after which a form without script is taken."""
LASTS = 86_400
"""Seconds for which a form is good."""
MOST_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a form carries: a number of its own, when it was made, and the seal of this site over both."""

    nonce: str
    made: int
    seal: str

    def __str__(self) -> str:
        return f"{self.nonce}.{self.made}.{self.seal}"


def challenge(nonce: str, made: int, secret: bytes) -> Challenge:
    return Challenge(nonce, made, _seal(nonce, made, secret))


def read(text: str, secret: bytes) -> Challenge | None:
    """The challenge that a form sent back; None where this site did not seal it."""
    parts = text.split(".")
    if not text.isascii() or len(parts) != 3 or not parts[1].isdigit() or len(parts[1]) > 12:
        return None
    found = Challenge(parts[0], int(parts[1]), parts[2])
    return found if hmac.compare_digest(_seal(found.nonce, found.made, secret), found.seal) else None


def is_answered(given: Challenge, answer: str, now: int) -> bool:
    """Whether the work was done, or the time of waiting has passed, within the day."""
    age = now - given.made
    return 0 <= age <= LASTS and (age >= PATIENCE or solves(given, answer))


def solves(given: Challenge, answer: str) -> bool:
    if not (0 < len(answer) <= 20 and answer.isascii() and answer.isdigit()):
        return False
    digest = hashlib.sha256(f"{given}:{answer}".encode()).digest()
    return int.from_bytes(digest[:4]) >> (32 - BITS) == 0


def _seal(nonce: str, made: int, secret: bytes) -> str:
    return hmac.new(secret, f"hled docket form\n{nonce}\n{made}".encode(), hashlib.sha256).hexdigest()
