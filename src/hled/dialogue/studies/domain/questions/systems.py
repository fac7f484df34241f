"""The Leontief system that a question is asked of."""

from typing import TYPE_CHECKING

from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.question import Tables
from hled.dialogue.studies.domain.rules import SQ_02
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, require

if TYPE_CHECKING:
    from hled.economy.leontief import System
    from hled.economy.tables import Table

INVERSE_BELOW = 5_000


def with_table(tables: Tables, asked: Asked) -> dict[str, str]:
    """
    What was asked, with the newest table of several countries where none was named.

    Raises
    ------
    BrokenRuleError
        SQ-02, when there is no such table.
    """
    if asked["table"]:
        return dict(asked)
    known = tables.between_countries()
    require(SQ_02, bool(known), place="table", found=Bilingual("none is installed", "ninguna está instalada"))
    return {**asked, "table": known[-1]}


def system(tables: Tables, asked: Asked) -> "System":
    """
    The Leontief system of the table that is asked.

    Raises
    ------
    BrokenRuleError
        SQ-02, when the table has one country only.
    """
    return system_on(tables.table(asked["table"]), asked["balance"])


def system_on(table: "Table", balance: str, *, alone: bool = False) -> "System":
    """
    The Leontief system of a table; `alone` lets a table of one region pass.

    Raises
    ------
    BrokenRuleError
        SQ-02, when the table has one region only.
    """
    from hled.economy.leontief import system_of
    from hled.economy.tables import Balance

    if len(table.regions) < 2 and not alone:
        raise BrokenRuleError([Finding(SQ_02, table.id, table.title)])
    found = system_of(table, Balance(balance))
    if table.n < INVERSE_BELOW:
        found.L  # noqa: B018  # made first, so that digits do not depend on what was asked before
    return found
