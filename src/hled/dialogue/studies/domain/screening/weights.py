"""What counts for an opening and how much: a document with reasons, and what a reader changes of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hled.dialogue.studies.domain.screening.weight_rules import SC_21, SC_22
from hled.economy.ranking.rules import RK_01
from hled.kernel.bilingual import Bilingual
from hled.kernel.digest import sha256_of
from hled.kernel.rule import BrokenRuleError, Finding

FILE = Path(__file__).with_name("weights.yaml")
LARGEST = 1000.0
_UNREADABLE = Bilingual(
    "there is no such file, or it cannot be read", "el archivo no existe o no se puede leer"
)
_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Criterion:
    """
    An indicator with what it counts for.

    Parameters
    ----------
    weight
        Within its pillar; those of a pillar are divided by their sum.
    says
        What is measured, and in what.
    """

    code: str
    weight: float
    title: Bilingual
    says: Bilingual
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Pillar:
    """Indicators that stand for one thing, and what it counts for among the others."""

    code: str
    weight: float
    title: Bilingual
    reason: Bilingual
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class WeightDocument:
    """
    Weights of pillars and of their indicators.

    Attributes
    ----------
    changed
        Name -> weight that a reader gave in place of the document's.
    """

    version: str
    pillars: tuple[Pillar, ...]
    changed: Mapping[str, float]

    @property
    def names(self) -> tuple[str, ...]:
        """Pillars, then indicators."""
        return (*(pillar.code for pillar in self.pillars), *(each.code for each in self.criteria))

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        return tuple(each for pillar in self.pillars for each in pillar.criteria)

    def nominal(self) -> dict[str, float]:
        """
        Indicator -> its weight in the whole, summing to one; a pillar shares out its weight among its indicators.

        Raises
        ------
        BrokenRuleError
            RK-01, when nothing is left that weighs.
        """
        shared = dict(self._shared())
        total = sum(shared.values())
        if total <= 0:
            raise BrokenRuleError([Finding(RK_01, "weights", Bilingual("all are 0", "todos son 0"))])
        return {name: weight / total for name, weight in shared.items()}

    def within(self, pillar: Pillar) -> list[float]:
        """Weights in use of the indicators of a pillar, among each other."""
        return [self.changed.get(each.code, each.weight) for each in pillar.criteria]

    def _shared(self) -> Iterator[tuple[str, float]]:
        for pillar in self.pillars:
            inner = self.within(pillar)
            outer = self.changed.get(pillar.code, pillar.weight)
            for each, weight in zip(pillar.criteria, inner, strict=True):
                yield each.code, outer * weight / sum(inner) if sum(inner) else 0.0

    @property
    def digest(self) -> str:
        """SHA-256 of version and weights in use: equal digests are equal weights."""
        return sha256_of([self.version, {name: f"{weight:.12g}" for name, weight in self.nominal().items()}])


@cache
def weight_document() -> WeightDocument:
    """The document that the product brings."""
    return _document(FILE)


def with_changes(text: str) -> WeightDocument:
    """
    The document with weights that a reader gave, such as ``relief=0,need=0.5``.

    Raises
    ------
    BrokenRuleError
        SC-21 on a name of no pillar or indicator and on what is not ``NAME=NUMBER``, RK-01 on a negative weight and when all are 0;
        all findings together.
    """
    document = weight_document()
    changed, findings = {}, []
    for part in filter(None, (each.strip() for each in text.split(","))):
        name, _, value = (each.strip() for each in part.partition("="))
        if name not in document.names:
            findings.append(Finding(SC_21, name[:40] or "-", ", ".join(document.names)))
        elif not _NUMBER.fullmatch(value):
            findings.append(Finding(SC_21, name, value[:40] or "-"))
        elif not 0 <= float(value) <= LARGEST:
            findings.append(Finding(RK_01, name, value))
        else:
            changed[name] = float(value)
    if findings:
        raise BrokenRuleError(findings)
    given = WeightDocument(document.version, document.pillars, changed)
    given.nominal()
    return given


def read_weights(path: Path) -> str:
    """
    What a reader's own document changes, as text for `with_changes`; pillars and indicators may be left out or stay as they are.

    Raises
    ------
    BrokenRuleError
        SC-22, when the file is none that can be read or has another form.
    """
    import yaml

    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        given = [
            (str(each["code"]), each["weight"])
            for pillar in found["pillars"]
            for each in (pillar, *pillar.get("indicators", ()))
        ]
    except OSError as error:
        raise BrokenRuleError([Finding(SC_22, str(path), _UNREADABLE)]) from error
    except (UnicodeDecodeError, yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
        raise BrokenRuleError([Finding(SC_22, str(path), str(error).splitlines()[0][:200])]) from error
    own = _weights_of(weight_document())
    return ",".join(f"{name}={weight}" for name, weight in given if weight != own.get(name))


def document_text(document: WeightDocument) -> str:
    """The document as YAML with the weights in use, for a reader to start from; `read_weights` reads it back."""
    import yaml

    text = FILE.read_text(encoding="utf-8")
    if not document.changed:
        return text
    found = yaml.safe_load(text)
    for pillar in found["pillars"]:
        for each in (pillar, *pillar["indicators"]):
            each["weight"] = _plain(document.changed.get(each["code"], each["weight"]))
    return yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=110)


def _plain(weight: float) -> float | int:
    """A whole number without its point."""
    return int(weight) if weight == int(weight) else weight


def _weights_of(document: WeightDocument) -> dict[str, float]:
    pillars = {each.code: each.weight for each in document.pillars}
    return pillars | {each.code: each.weight for each in document.criteria}


def _document(path: Path) -> WeightDocument:
    import yaml

    found: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return WeightDocument(found["version"], tuple(map(_pillar, found["pillars"])), {})


def _pillar(found: Mapping[str, Any]) -> Pillar:
    criteria = tuple(
        Criterion(
            each["code"], each["weight"], *(Bilingual(**each[key]) for key in ("title", "says", "reason"))
        )
        for each in found["indicators"]
    )
    return Pillar(
        found["code"], found["weight"], Bilingual(**found["title"]), Bilingual(**found["reason"]), criteria
    )
