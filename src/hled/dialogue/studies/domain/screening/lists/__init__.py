"""
Lists of products for the reviews of Executive Orders 14017 and 14001.

Each list is a YAML file beside this module: six-digit codes of the Harmonized System, edition 2022, over the stages of a chain,
each with a document and a place in it or with the reason of our choice.
A user's own file of the same form is read by `read_list`, and `chosen` takes what somebody asks for: ``semiconductors``,
``semiconductors,medical-supplies:medical-devices`` or ``mine.yaml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from hled.dialogue.studies.domain.screening.lists.product_list import (
    Citation,
    Document,
    ListedProduct,
    Named,
    ProductList,
)
from hled.dialogue.studies.domain.screening.lists.reading import read_list
from hled.dialogue.studies.domain.screening.rules import SC_09, SC_10
from hled.economy.tables.choosing import near_ones
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Rule

__all__ = [
    "NAMES",
    "Choice",
    "Citation",
    "Document",
    "ListedProduct",
    "Named",
    "ProductList",
    "chosen",
    "product_lists",
    "read_list",
]

NAMES = (
    "semiconductors",
    "batteries",
    "critical-minerals",
    "pharmaceuticals",
    "defense",
    "public-health",
    "ict",
    "energy",
    "transport",
    "agri-food",
    "medical-supplies",
)
"""The lists of the program in the order of the two executive orders."""

_FOLDER = Path(__file__).parent
_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Choice:
    """A list, or a stage or group of it, that somebody asked for; `part` is empty for the whole list."""

    list: ProductList
    part: str = ""

    @property
    def products(self) -> tuple[ListedProduct, ...]:
        return self.list.part(self.part)

    @property
    def title(self) -> Bilingual:
        """The title of the list, with that of the part."""
        if not self.part:
            return self.list.title
        part = self.list.parts[self.part].title
        return Bilingual(f"{self.list.title.en}: {part.en}", f"{self.list.title.es}: {part.es}")


@cache
def product_lists() -> Mapping[str, ProductList]:
    """Every list of the program by its id."""
    return MappingProxyType({name: _bundled(name) for name in NAMES})


@cache
def _bundled(name: str) -> ProductList:
    return read_list(_FOLDER / f"{name}.yaml")


def chosen(asked: str) -> tuple[Choice, ...]:
    """
    What is asked for, in the order asked.

    Parameters
    ----------
    asked
        Lists, parts of lists as ``LIST:PART``, and paths of files, set apart by commas.

    Raises
    ------
    BrokenRuleError
        SC-09 on an unknown list and SC-10 on an unknown part, with near ones; what `read_list` raises on a file; all together.
    """
    choices: list[Choice] = []
    findings: list[Finding] = []
    for name in [each.strip() for each in asked.split(",") if each.strip()] or [""]:
        try:
            choices.append(_one(name))
        except BrokenRuleError as error:
            findings.extend(error.findings)
    if findings:
        raise BrokenRuleError(findings)
    return tuple(dict.fromkeys(choices))


def _one(asked: str) -> Choice:
    name, part = _split(asked)
    if name.lower().endswith(_ENDINGS):
        listed = read_list(Path(name))
    elif name in NAMES:
        listed = _bundled(name)
    else:
        raise _unknown(SC_09, name, NAMES)
    if part and part not in listed.parts:
        raise _unknown(SC_10, part, tuple(listed.parts))
    return Choice(listed, part)


def _split(asked: str) -> tuple[str, str]:
    """A list and its part; the colon of a drive, as in ``C:\\\\mine.yaml``, is no part."""
    if asked.lower().endswith(_ENDINGS):
        return asked, ""
    name, colon, part = asked.rpartition(":")
    return (name.strip(), part.strip()) if colon else (asked, "")


def _unknown(rule: Rule, name: str, known: tuple[str, ...]) -> BrokenRuleError:
    near = near_ones(name, known) or known
    said, shown = ", ".join(near), name[:60] or "-"
    found = Bilingual(f"{shown}; known: {said}", f"{shown}; conocidas: {said}")
    return BrokenRuleError([Finding(rule, "list", found, data={"near": list(near)})])
