"""A question to the engine, and what its answer holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from hled.dialogue.studies.domain.asking import Asked, Parameter
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.screening.lists import ProductList
    from hled.economy.tables import Table
    from hled.sources.trade import ExportsReading, MarketReading

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TableUsed:
    """
    The edition of a table that an answer rests on.

    Parameters
    ----------
    digest
        Of labels and numbers, the same on every machine.
    edition
        Of the file or entry from which an installation loads it, known without loading.
    """

    id: str
    title: Bilingual
    year: int
    unit: str
    digest: str
    edition: str
    source: Bilingual
    vintage: Bilingual

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "title_en": self.title.en,
            "title_es": self.title.es,
            "year": self.year,
            "unit": self.unit,
            "digest": self.digest,
            "edition": self.edition,
            "source_en": self.source.en,
            "source_es": self.source.es,
            "vintage_en": self.vintage.en,
            "vintage_es": self.vintage.es,
        }


@dataclass(frozen=True, slots=True)
class Solution:
    """
    How the systems of a table were solved by one method. It stands beside the digits and is no part of them: another
    machine may leave another residual.

    Parameters
    ----------
    size
        Equations of the system.
    reason
        Why the solver took this method.
    residual
        The largest that a solution left, relative to its right-hand side, such as ``3.1e-15``.
    """

    table: str
    size: int
    method: str
    reason: Bilingual
    residual: str

    def as_json(self) -> dict[str, Any]:
        return {
            "table": self.table,
            "size": self.size,
            "method": self.method,
            "reason_en": self.reason.en,
            "reason_es": self.reason.es,
            "residual": self.residual,
        }

    @classmethod
    def of(cls, written: Mapping[str, Any]) -> "Solution":
        """What `as_json` wrote."""
        reason = Bilingual(written["reason_en"], written["reason_es"])
        return cls(written["table"], written["size"], written["method"], reason, written["residual"])

    @property
    def power_of_ten(self) -> str:
        """The residual as people write it: 3.1 × 10⁻¹⁵."""
        digits, _, exponent = self.residual.partition("e")
        return f"{digits} × 10{exponent.translate(_RAISED)}" if exponent else digits


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Tables(Protocol):
    """The tables of an installation, loaded when they are asked for."""

    def table(self, id: str) -> "Table": ...

    def used(self, id: str) -> TableUsed: ...

    def between_countries(self) -> Sequence[str]:
        """Ids of the tables of several countries, the newest year last."""
        ...

    def markets(self) -> Sequence[str]:
        """Ids of the trade tables with imports, the newest year last."""
        ...

    def newest_market(self, importer: str) -> str | None:
        """Id of the newest of them that has an importer; None where there is no table with imports."""
        ...

    def digits(self, id: str) -> int:
        """Length of the product codes of a trade table."""
        ...

    def years(self, id: str) -> Sequence[int]:
        """Years of a trade table."""
        ...

    def market(self, id: str, importer: str, level: int, year: int | None = None) -> "MarketReading":
        """What one importer buys in the year, or in the latest."""
        ...

    def world_exports(self, id: str, level: int) -> "ExportsReading":
        """What every country sells in the latest year."""
        ...

    def product_lists(self) -> "Mapping[str, ProductList]":
        """Lists of the product, and those that were added, by id."""
        ...

    def populations(self) -> Mapping[str, float]:
        """Persons by country, where the user keeps a file of them; else empty."""
        ...

    def used_trade(self, id: str, year: int) -> TableUsed: ...


@dataclass(frozen=True)
class Result:
    """
    What was found.

    Parameters
    ----------
    question
        The question in words, with its parameters.
    says
        The answer in one sentence, with its range.
    items
        Rows; numbers are text.
    more
        Further members beside the rows.
    figures
        What the pictures show, by name; numbers are text.
    solved
        How it was computed; no part of what is digested.
    """

    question: Bilingual
    says: Bilingual
    items: tuple[Item, ...]
    tables: tuple[TableUsed, ...]
    more: Mapping[str, Any] = field(default_factory=dict)
    figures: Mapping[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    seed: int | None = None
    solved: tuple[Solution, ...] = ()


@dataclass(frozen=True)
class Question:
    """
    A kind of question.

    Parameters
    ----------
    method
        How the answer comes about, in about ten lines.
    warning
        What the answer must not be taken for.
    complete
        Fills in what depends on the tables or on other parameters, so that what was asked is whole.
    """

    kind: str
    title: Bilingual
    parameters: tuple[Parameter, ...]
    method: tuple[Bilingual, ...]
    warning: Bilingual
    compute: Callable[[Tables, Asked], Result]
    complete: Callable[[Tables, Asked], dict[str, str]]
