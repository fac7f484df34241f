"""Tables of fewer regions and sectors: totals are kept, nothing is dropped and nothing counted twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.rules import IO_01, IO_02, IO_13, IO_17, IO_18
from hled.economy.tables.table import Account, Group, Label, Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

_ROUNDING = 1e-9
"""How far the weights of a row may be from one, and totals from what they were, relative."""


class TotalsLostError(ArithmeticError):
    """An aggregation changed a total: the engine is wrong."""


@dataclass(frozen=True, slots=True, eq=False)
class Concordance:
    """
    Where each source label goes, in shares.

    Parameters
    ----------
    weights : (len(source), len(target)) array
        Share of each source label that goes to each target; 0 or more, each row adds up to one.

    Raises
    ------
    BrokenRuleError
        IO-01 on labels that occur twice, IO-02 on the shape, IO-18 on the weights.
    """

    source: tuple[str, ...]
    target: tuple[Label, ...]
    weights: Matrix

    def __post_init__(self) -> None:
        findings = [*self._findings()]
        if findings:
            raise BrokenRuleError(findings)

    @classmethod
    def identity(cls, labels: Sequence[Label]) -> "Concordance":
        """Every label to itself."""
        return cls(tuple(each.code for each in labels), tuple(labels), np.eye(len(labels)))

    @classmethod
    def of_groups(cls, labels: Sequence[Label], groups: Sequence[Group]) -> "Concordance":
        """
        The members of each group to the group, every other label to itself.

        Raises
        ------
        BrokenRuleError
            IO-13 when a member is no label, IO-18 when one stands in two groups.
        """
        codes = [each.code for each in labels]
        home = {member: group for group in groups for member in group.members}
        unknown = [Finding(IO_13, "concordance", code) for code in home if code not in codes]
        twice = [
            Finding(IO_18, f"concordance: {code}", ", ".join(holding))
            for code in home
            if len(holding := [group.code for group in groups if code in group.members]) > 1
        ]
        if unknown or twice:
            raise BrokenRuleError([*unknown, *twice])
        target: dict[str, Label] = {}
        for each in labels:
            group = home.get(each.code)
            code, name = (group.code, group.name) if group else (each.code, each.name)
            target.setdefault(code, Label(code, name))
        places = list(target)
        weights = np.zeros((len(codes), len(places)))
        for at, code in enumerate(codes):
            weights[at, places.index(home[code].code if code in home else code)] = 1.0
        return cls(tuple(codes), tuple(target.values()), weights)

    def _findings(self) -> Iterator[Finding]:
        targets = [each.code for each in self.target]
        for codes in (list(self.source), targets):
            for code in sorted({each for each in codes if codes.count(each) > 1}):
                yield Finding(IO_01, "concordance", code)
        shape = (len(self.source), len(targets))
        if self.weights.shape != shape:
            yield Finding(IO_02, "concordance: weights", f"{self.weights.shape} ≠ {shape}")
            return
        for at, row in enumerate(self.weights):
            if not np.isfinite(row).all() or row.min(initial=0.0) < 0 or abs(row.sum() - 1) > _ROUNDING:
                yield Finding(IO_18, f"concordance: {self.source[at]}", f"{row.sum():.12g}")


def aggregate(
    table: Table,
    *,
    regions: Concordance | None = None,
    sectors: Concordance | None = None,
    id: str = "",
) -> Table:
    """
    The table of fewer (or, with weights, more) regions and sectors, ``S' Z S``.

    Parts of an industry are added up. A split by weights takes the same share of sales and of purchases; it invents no
    information, and keeps totals.

    Parameters
    ----------
    regions, sectors
        Where each goes; its source labels are those of the table, in any order. None leaves them as they are.

    Raises
    ------
    BrokenRuleError
        IO-13 when the concordance names a label that the table does not have, IO-18 when it leaves one of the table out.
    TotalsLostError
        When a total is not kept; never by the data.

    References
    ----------
    Miller & Blair (2022), *Input-Output Analysis*, 3rd ed., ch. 4.
    """
    of_regions = regions or Concordance.identity(table.regions)
    of_sectors = sectors or Concordance.identity(table.sectors)
    findings = [
        *_label_findings(table, "regions", table.regions, of_regions),
        *_label_findings(table, "sectors", table.sectors, of_sectors),
    ]
    if findings:
        raise BrokenRuleError(findings)
    by_region = _ordered(table.regions, of_regions)
    S, region_of, sector_of = _industry_weights(table, by_region, _ordered(table.sectors, of_sectors))
    T, final_region_of, final_category_of = _final_weights(table, by_region)
    made = replace(
        table,
        id=id or f"{table.id}-{len(of_regions.target)}x{len(of_sectors.target)}",
        title=_AGGREGATED.format(title=table.title),
        regions=of_regions.target,
        sectors=of_sectors.target,
        region_of=region_of,
        sector_of=sector_of,
        parts=(),
        Z=_both(S, table.Z, S),
        Y=_both(S, table.Y, T),
        x=S.T @ table.x,
        final_region_of=final_region_of,
        final_category_of=final_category_of,
        value_added=None if table.value_added is None else S.T @ table.value_added,
        imports=None if table.imports is None else S.T @ table.imports,
        satellites=tuple(
            Account(each.code, each.name, each.unit, S.T @ each.values) for each in table.satellites
        ),
        region_groups=table.region_groups if regions is None else (),
        sector_groups=table.sector_groups if sectors is None else (),
    )
    _prove_totals(table, made)
    return made


def require_same_labels(a: Table, b: Table) -> None:
    """
    Refuse to combine two tables whose labels, unit or price basis differ, IO-17, with where they differ.

    The years may differ: that is what two tables are mostly compared for.
    """
    place = f"{a.id} | {b.id}"
    pairs = {
        "regions": ([each.code for each in a.regions], [each.code for each in b.regions]),
        "sectors": ([each.code for each in a.sectors], [each.code for each in b.sectors]),
        "categories": ([each.code for each in a.categories], [each.code for each in b.categories]),
        "rows": ([a.label(at) for at in range(a.n)], [b.label(at) for at in range(b.n)]),
        "unit": ([a.unit], [b.unit]),
        "price basis": ([a.price_basis], [b.price_basis]),
    }
    findings = [
        Finding(IO_17, f"{place}: {name}", _difference(here, there))
        for name, (here, there) in pairs.items()
        if here != there
    ]
    if findings:
        raise BrokenRuleError(findings)


def _difference(here: Sequence[str], there: Sequence[str]) -> str | Bilingual:
    if len(here) == 1 and len(there) == 1:
        return f"{here[0]} ≠ {there[0]}"
    only = [f"+{each}" for each in there if each not in here] + [
        f"-{each}" for each in here if each not in there
    ]
    if only:
        return ", ".join(only[:8]) + (" …" if len(only) > 8 else "")
    at = next(at for at, (one, other) in enumerate(zip(here, there, strict=True)) if one != other)
    return Bilingual(
        f"another order from {here[at]} on ({there[at]} stands there)",
        f"otro orden a partir de {here[at]} (ahí está {there[at]})",
    )


def _label_findings(
    table: Table, kind: str, labels: Sequence[Label], concordance: Concordance
) -> Iterator[Finding]:
    codes = {each.code for each in labels}
    for code in concordance.source:
        if code not in codes:
            yield Finding(IO_13, f"{table.id}: {kind}", code)
    for label in labels:
        if label.code not in concordance.source:
            yield Finding(IO_18, f"{table.id}: {kind}: {label.code}", "0")


def _ordered(labels: Sequence[Label], concordance: Concordance) -> Matrix:
    at = {code: position for position, code in enumerate(concordance.source)}
    return concordance.weights[[at[each.code] for each in labels]]


def _industry_weights(table: Table, regions: Matrix, sectors: Matrix) -> tuple[csr_array, Index, Index]:
    """(n, k) Share of each industry that goes to each target industry, and where those are; rows without any are left out."""
    rows, columns, shares = [], [], []
    width = sectors.shape[1]
    for at, (region, sector) in enumerate(
        zip(table.region_of.tolist(), table.sector_of.tolist(), strict=True)
    ):
        for target in np.flatnonzero(regions[region]).tolist():
            for part in np.flatnonzero(sectors[sector]).tolist():
                rows.append(at)
                columns.append(target * width + part)
                shares.append(regions[region, target] * sectors[sector, part])
    used, places = np.unique(np.array(columns, dtype=np.intp), return_inverse=True)
    return csr_array((shares, (rows, places)), shape=(table.n, len(used))), used // width, used % width


def _final_weights(table: Table, regions: Matrix) -> tuple[csr_array, Index, Index]:
    """(m, k) Share of each column of final demand that goes to each target column, and where those are."""
    rows, columns, shares = [], [], []
    width = len(table.categories)
    pairs = zip(table.final_region_of.tolist(), table.final_category_of.tolist(), strict=True)
    for at, (region, category) in enumerate(pairs):
        for target in np.flatnonzero(regions[region]).tolist():
            rows.append(at)
            columns.append(target * width + category)
            shares.append(regions[region, target])
    used, places = np.unique(np.array(columns, dtype=np.intp), return_inverse=True)
    shape = (len(table.final_region_of), len(used))
    return csr_array((shares, (rows, places)), shape=shape), used // width, used % width


def _both(left: csr_array, flows: Matrix, right: csr_array) -> Matrix:
    half: Matrix = left.T @ flows
    return np.ascontiguousarray((right.T @ half.T).T)


def _prove_totals(before: Table, after: Table) -> None:
    pairs: list[tuple[str, Vector | Matrix | None, Vector | Matrix | None]] = [
        ("Z", before.Z, after.Z),
        ("Y", before.Y, after.Y),
        ("x", before.x, after.x),
        ("value added", before.value_added, after.value_added),
        ("imports", before.imports, after.imports),
        *(
            (one.code, one.values, other.values)
            for one, other in zip(before.satellites, after.satellites, strict=True)
        ),
    ]
    for name, one, other in pairs:
        if one is None or other is None:
            continue
        gap, scale = abs(float(one.sum() - other.sum())), float(np.abs(one).sum())
        if gap > _ROUNDING * max(scale, 1.0):
            raise TotalsLostError(f"{name}: {gap:g} of {scale:g}, tolerance {_ROUNDING:g}")


_AGGREGATED = Bilingual("{title}, aggregated", "{title}, agregada")
