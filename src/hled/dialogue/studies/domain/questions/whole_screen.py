"""The whole screen, measured once and kept in memory, so that one product after another can be set into it."""

from typing import TYPE_CHECKING

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.question import Tables
from hled.dialogue.studies.domain.questions import screen

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.screening.rows import Seen
    from hled.dialogue.studies.domain.screening.weights import WeightDocument

SHARED = ("partner", "external", "importer", "table", "world", "seed")
_seen: "Memory[Seen]" = Memory(3)


def screen_parameters(asked: Asked, **changes: str) -> dict[str, str]:
    """What the screen is asked with, by default but for what a question shares with it."""
    defaults = {each.name: each.default for each in screen.QUESTION.parameters}
    return {**defaults, **{name: asked[name] for name in SHARED}, **changes}


def whole_screen(tables: Tables, asked: Asked, document: "WeightDocument", **changes: str) -> "Seen":
    """
    Measures and order as `hled screen` has them.

    Raises
    ------
    NotFoundError, BrokenRuleError
        As `screen.see`.
    """
    wanted = screen_parameters(asked, **changes)
    editions = [tables.used_trade(wanted[name], 0).edition for name in ("table", "world") if wanted[name]]
    lists = () if wanted["list"] == "all" else tuple(each.digest for each in tables.product_lists().values())
    key = (*sorted(wanted.items()), *editions, *lists, document.digest)
    return _seen.recall(key, lambda: screen.see(tables, wanted, document))
