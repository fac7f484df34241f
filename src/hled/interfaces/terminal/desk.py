"""What a command finds on its desk: the language, the home of the installation, and a store to open."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Desk:
    """
    `open_store` makes the store usable and is called by each command that needs it.

    `trade_backend` and `comtrade_key` are settings of the trade tables.
    """

    language: str
    home: Path
    open_store: Callable[[], None]
    trade_backend: str = "duckdb"
    comtrade_key: str = field(default="", repr=False)


_desk: ContextVar[Desk] = ContextVar("desk")


def set_desk(desk: Desk) -> None:
    _desk.set(desk)


def desk() -> Desk:
    """
    Raises
    ------
    LookupError
        When a command runs without the program around it.
    """
    return _desk.get()


def open_store() -> None:
    desk().open_store()


def language() -> str:
    return desk().language
