"""What an address or a form says, read as a value."""

from collections.abc import Iterable


def whole_number(text: str | None, most_digits: int = 15) -> int | None:
    """A number of nothing but digits, and not of more than a store can keep; None for anything else."""
    fits = text is not None and text.isascii() and text.isdigit() and len(text) <= most_digits
    return int(text) if fits and text else None


def sent_number(text: str | None) -> int:
    """A number as a form sends it back; -1, which no rule takes, for what is none."""
    number = whole_number(text, 9)
    return -1 if number is None else number


def numbers_in(texts: Iterable[str]) -> list[int]:
    """Those of the values that are numbers."""
    return [each for each in map(whole_number, texts) if each is not None]
