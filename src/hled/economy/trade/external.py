"""
Which partners count as external: a set that the user switches.

``outside:USA`` is every partner of the United States; ``outside:USMCA`` leaves out the three Parties; ``outside:NAME`` leaves out a
named list, ``outside:CAN,GBR`` the codes written; ``one:CHN`` is a single partner.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from hled.economy.arrays import Mask
from hled.economy.trade.checking import near, refuse
from hled.economy.trade.groups import GROUPS, group_of
from hled.economy.trade.rules import TD_05, TD_06, TD_07, TD_08
from hled.kernel.rule import Finding, require

Lists = Mapping[str, Sequence[str]]
"""Name of a list -> codes of countries or groups."""


class Kind(StrEnum):
    """How a set is described: by what is inside, or as one partner."""

    OUTSIDE = "outside"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class External:
    """
    A set of external partners as it was asked for.

    Attributes
    ----------
    name
        As written after the colon: a code, codes with commas, or the name of a list.
    members
        Codes that the name stands for.
    """

    kind: Kind
    name: str
    members: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}"


def external_set(spec: str, lists: Lists | None = None) -> External:
    """
    Read a set from its written form.

    Raises
    ------
    BrokenRuleError
        TD-08, when it is not of the form, or one partner is asked for and a list is given.
    """
    kind, _, name = spec.partition(":")
    require(TD_08, kind in set(Kind) and bool(name.strip(", ")), place="external", found=spec)
    known = {**GROUPS, **(lists or {})}
    if kind == Kind.ONE:
        require(TD_08, "," not in name and name not in (lists or {}), place="external", found=spec)
        return External(Kind.ONE, name, (name,))
    if name in known:
        return External(Kind.OUTSIDE, name, tuple(known[name]))
    codes = tuple(each.strip() for each in name.split(",") if each.strip())
    return External(
        Kind.OUTSIDE, name, tuple(member for code in codes for member in known.get(code, (code,)))
    )


def external_mask(
    partners: Sequence[str], spec: External | str, importer: str, lists: Lists | None = None
) -> Mask:
    """
    (S,) Partners that are external to an importer.

    The importer itself is never external. Countries inside a partner that is a group count for the group when all of them are named.

    Parameters
    ----------
    partners
        Codes of the columns.
    spec
        A set, or its written form.
    importer
        Country or group that buys.

    Raises
    ------
    BrokenRuleError
        TD-05 on a code that no partner has, with those that look like it; TD-06 when only some members of a partner that is a group
        are named; TD-07 when no partner is left; TD-08 on the form.
    """
    asked = external_set(spec, lists) if isinstance(spec, str) else spec
    refuse(_unsound(asked, partners, importer))
    named = {country for member in asked.members for country in group_of(member)}
    inside = np.array([set(group_of(each)) <= named for each in partners], dtype=np.bool_)
    own = np.array([set(group_of(each)) <= set(group_of(importer)) for each in partners], dtype=np.bool_)
    mask = (inside if asked.kind is Kind.ONE else ~inside) & ~own
    require(TD_07, bool(mask.any()), place=f"{asked} / {importer}", found="0")
    return np.asarray(mask)


def _unsound(asked: External, partners: Sequence[str], importer: str) -> Iterator[Finding]:
    place = f"external {asked}"
    covered = {country for each in (*partners, importer) for country in group_of(each)}
    for code in () if asked.name in GROUPS else asked.members:
        if not covered & set(group_of(code)):
            yield Finding(TD_05, place, near(code, partners))
    named = {country for member in asked.members for country in group_of(member)}
    for partner in partners:
        part = named & set(group_of(partner))
        if part and part != set(group_of(partner)):
            yield Finding(TD_06, place, f"{partner} + {', '.join(sorted(part))}")
