"""A wide table taken apart while it is read: flows, final demand, output and accounts, each cell by its labels."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.rules import IO_01, IO_02
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding
from hled.sources.input_output.memory import require_memory
from hled.sources.input_output.streaming import Findings

Key = tuple[str, ...]
"""What names an industry: region, sector and part."""


@dataclass(frozen=True, slots=True)
class Columns:
    """
    What stands in the columns of a wide table.

    Parameters
    ----------
    industries, finals
        Keys of the buying industries and of the columns of final demand, in the order of the file.
    industry_at, final_at : (n,) and (m,) arrays
        Where among the numbers of a line those stand.
    total_at
        Where output by row stands; None where it does not.
    """

    industries: Sequence[Key]
    industry_at: Index
    finals: Sequence[Key]
    final_at: Index
    total_at: int | None


class Filling:
    """The arrays of a table while its rows come in, in any order."""

    def __init__(self, name: str, columns: Columns, findings: Findings) -> None:
        self._name, self._columns, self._findings = name, columns, findings
        self._at = {key: at for at, key in enumerate(columns.industries)}
        n = len(columns.industries)
        self._repeated("columns", columns.industries)
        self._repeated("columns", columns.finals)
        findings.refuse()
        require_memory(name, n, n + len(columns.finals))
        self.Z: Matrix = np.empty((n, n))
        self.Y: Matrix = np.empty((n, len(columns.finals)))
        self.accounts: dict[str, Vector] = {}
        self._totals: Vector = np.zeros(n)
        self._output: Vector | None = None
        self._seen = np.zeros(n, dtype=np.bool_)

    def knows(self, key: Key) -> bool:
        return key in self._at

    def industry(self, key: Key, numbers: Vector) -> None:
        """The sales of an industry."""
        at = self._at[key]
        if self._seen[at]:
            self._findings.add(Finding(IO_01, f"{self._name}: rows", ".".join(key)))
        self._seen[at] = True
        self.Z[at] = numbers[self._columns.industry_at]
        self.Y[at] = numbers[self._columns.final_at]
        if self._columns.total_at is not None:
            self._totals[at] = numbers[self._columns.total_at]

    def account(self, code: str, numbers: Vector) -> None:
        """A row below the industries; rows of one code are added up."""
        held = self.accounts.get(code, 0.0)
        self.accounts[code] = held + numbers[self._columns.industry_at]

    def output(self, numbers: Vector) -> None:
        self._output = numbers[self._columns.industry_at]

    def finished(self) -> Vector:
        """
        Output of each industry, when every industry had its row.

        Raises
        ------
        BrokenRuleError
            IO-02 on industries that buy and have no row, or where output stands nowhere.
        """
        for at in np.flatnonzero(~self._seen).tolist():
            self._findings.add(
                Finding(
                    IO_02,
                    f"{self._name}: {'.'.join(self._columns.industries[at])}",
                    Bilingual("a column and no row", "una columna y ninguna fila"),
                )
            )
        if self._output is None and self._columns.total_at is None:
            self._findings.add(
                Finding(
                    IO_02,
                    self._name,
                    Bilingual("no row or column of output", "ninguna fila o columna de producción"),
                )
            )
        self._findings.refuse()
        return self._totals if self._output is None else self._output

    def _repeated(self, kind: str, keys: Sequence[Key]) -> None:
        seen: set[Key] = set()
        for key in keys:
            if key in seen:
                self._findings.add(Finding(IO_01, f"{self._name}: {kind}", ".".join(key)))
            seen.add(key)
