"""The two Parties."""

from enum import StrEnum

from hled.kernel.bilingual import Bilingual, Language


class Party(StrEnum):
    """A Party to the dialogue, by its ISO 3166-1 alpha-2 code."""

    US = "US"
    MX = "MX"

    @property
    def other(self) -> "Party":
        return Party.MX if self is Party.US else Party.US

    @property
    def label(self) -> Bilingual:
        return _LABELS[self]


_LABELS = {
    Party.US: Bilingual("United States", "Estados Unidos"),
    Party.MX: Bilingual("Mexico", "México"),
}


def parties_in_order(language: str) -> tuple[Party, Party]:
    """
    Order of the Parties on a page: the Party whose language the page speaks comes first.

    Each text of a bilateral agreement names its own side first (the *alternat*).
    """
    return (Party.US, Party.MX) if Language(language) is Language.EN else (Party.MX, Party.US)
