"""The whole screen, measured once and kept in memory, so that one product after another can be set into it."""

from typing import TYPE_CHECKING

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.question import Tables
from hled.dialogue.studies.domain.questions import screen
from hled.dialogue.studies.domain.questions.screen import DRAWS
from hled.kernel.rule import BrokenRuleError, Finding

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.screening.measures import Measures
    from hled.dialogue.studies.domain.screening.rows import Seen
    from hled.dialogue.studies.domain.screening.subject import Subject
    from hled.dialogue.studies.domain.screening.weights import WeightDocument

SHARED = ("partner", "external", "importer", "table", "world", "seed")
UNORDERED = frozenset({"RK-02", "SC-36", "SC-37"})
"""Rules that say that nothing can be ordered; a product can be told of all the same."""
_subjects: "Memory[Subject]" = Memory(2)
_measured: "Memory[tuple[Subject, Measures]]" = Memory(2)
_ordered: "Memory[Seen | Finding]" = Memory(4)


def screen_parameters(asked: Asked, **changes: str) -> dict[str, str]:
    """What the screen is asked with, by default but for what a question shares with it."""
    defaults = {each.name: each.default for each in screen.QUESTION.parameters}
    return {**defaults, **{name: asked[name] for name in SHARED}, **changes}


def whole_subject(tables: Tables, asked: Asked) -> "Subject":
    """
    The market that is asked about, before anything is measured.

    Raises
    ------
    NotFoundError, BrokenRuleError
        As `screen.see`.
    """
    from hled.dialogue.studies.domain.screening.subject import subject

    wanted = screen_parameters(asked)
    return _subjects.recall(_key(tables, wanted), lambda: subject(tables, wanted))


def whole_measures(tables: Tables, asked: Asked) -> "tuple[Subject, Measures]":
    """
    The market that is asked about with all that is measured of it.

    Raises
    ------
    NotFoundError, BrokenRuleError
        As `screen.see`.
    """
    from hled.dialogue.studies.domain.screening.measures import measures

    wanted = screen_parameters(asked)

    def measured() -> "tuple[Subject, Measures]":
        screened = whole_subject(tables, asked)
        return screened, measures(screened, draws=DRAWS, seed=int(wanted["seed"]))

    return _measured.recall(_key(tables, wanted), measured)


def whole_screen(
    tables: Tables, asked: Asked, document: "WeightDocument", **changes: str
) -> "Seen | Finding":
    """
    Measures and order as `hled screen` has them; why there is no order, where nothing of the market can be ordered.

    Raises
    ------
    NotFoundError, BrokenRuleError
        As `screen.see`, but for `UNORDERED`.
    """
    wanted = screen_parameters(asked, **changes)

    def order() -> "Seen | Finding":
        try:
            return screen.ordered(tables, wanted, document, *whole_measures(tables, asked))
        except BrokenRuleError as error:
            if error.findings[0].rule.code not in UNORDERED:
                raise
            return error.findings[0]

    lists = () if wanted["list"] == "all" else tuple(each.digest for each in tables.product_lists().values())
    key = (_key(tables, wanted), *sorted(wanted.items()), *lists, document.digest)
    return _ordered.recall(key, order)


def _key(tables: Tables, wanted: Asked) -> tuple[object, ...]:
    """What measures depend on, with the editions of the tables."""
    editions = [tables.used_trade(wanted[name], 0).edition for name in ("table", "world") if wanted[name]]
    return (*((name, wanted[name]) for name in SHARED), *editions)
