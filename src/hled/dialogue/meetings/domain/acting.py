"""Who acts, as far as a meeting keeps it."""

from typing import Protocol


class Acting(Protocol):
    """Someone of a Party, by name; a person who is signed in is one."""

    @property
    def name(self) -> str: ...

    @property
    def party(self) -> str | None: ...
