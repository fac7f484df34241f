"""What can be done here: actions by name, on whose things, in which state."""

from dataclasses import dataclass
from enum import StrEnum

from hled.kernel.bilingual import Bilingual

ANY_STATE = "any"


class Reach(StrEnum):
    """How far an action goes, from which follows what may never be granted."""

    PUBLIC = "public"
    """Reads what everybody may read."""
    ENTRANCE = "entrance"
    """Leads in or out: signing in, out, setting up what is needed for it."""
    ACCOUNT = "account"
    """Concerns nobody but who does it."""
    SHARED = "shared"
    """Reads what lies before both Parties."""
    INTERNAL = "internal"
    """Reads what a Party keeps to itself."""
    ACT = "act"
    """Changes something in the name of a Party."""
    PEOPLE = "people"
    """Says who acts for a Party."""


class Whose(StrEnum):
    """To whom the thing belongs, as seen by who acts."""

    OWN = "own"
    OTHER = "other"
    JOINT = "joint"
    NOBODYS = "nobodys"
    """The public record, an entrance: no Party's."""


@dataclass(frozen=True, slots=True)
class Action:
    """
    Something that can be done, named once.

    `says` is an infinitive; `states` are those of the thing it is done to, one only where they make no difference.
    """

    name: str
    says: Bilingual
    reach: Reach
    states: tuple[str, ...] = (ANY_STATE,)


READ_RECORD = Action(
    "read_record", Bilingual("read the public record", "leer el registro público"), Reach.PUBLIC
)
