"""What a session keeps, and when it is over."""

from dataclasses import dataclass

BEGAN, SEEN = "began_at", "seen_at"
"""Keys of a session: seconds since 1970."""
BROWSER = "browser"
"""Key of a session: what the browser said of itself when somebody signed in."""
LONGEST_BROWSER = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds without a request, and seconds at all."""

    idle: int
    whole: int

    def is_over(self, began: int, seen: int, moment: int) -> bool:
        return moment - seen > self.idle or moment - began > self.whole
