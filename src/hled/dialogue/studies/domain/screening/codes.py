"""What is wrong with a code that is asked for: its length, a national chapter, another edition of the Harmonized System."""

from collections.abc import Sequence

from hled.dialogue.studies.domain.screening.product_rules import SC_41, SC_42, SC_43
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding
from hled.sources.trade.concordances.editions import EDITIONS, codes, conversion
from hled.sources.trade.concordances.near import nearest
from hled.sources.trade.concordances.products import dotted, known, name_of, near

LEVELS = {2: "chapter", 4: "heading", 6: "product"}
NATIONAL = ("98", "99")
_LONGER = Bilingual(
    "“{code}” has {count} digits; near: {near}", "«{code}» tiene {count} dígitos; cercanos: {near}"
)
_OLDER = Bilingual("{code} is of {edition}; in {newer}: {near}", "{code} es de {edition}; en {newer}: {near}")


def digit_findings(code: str, place: str) -> tuple[Finding, ...]:
    """What is wrong with digits, whatever the market: SC-42 on a national chapter, SC-41 on a length that no level has."""
    if code.startswith(NATIONAL):
        return (Finding(SC_42, place, code[:20]),)
    if len(code) not in LEVELS:
        found = _LONGER.format(code=code[:20], count=len(code), near=named(near(code[:6], 3)))
        return (Finding(SC_41, place, found),)
    return ()


def older_finding(code: str, edition: str, bought: Sequence[str], place: str) -> Finding | None:
    """SC-43 on a code that another edition than the market's has, with what it became; None on any other."""
    if edition == EDITIONS[0] and known(code):
        return None
    other = next((each for each in EDITIONS if len(code) == 6 and code in codes(each)), None)
    if other is None or other == edition:
        return None
    newer = edition if edition in EDITIONS else EDITIONS[0]
    onward = tuple(conversion(other, newer).row(code)) or nearest(code, bought)
    return Finding(SC_43, place, _OLDER.format(code=code, edition=other, newer=newer, near=named(onward[:5])))


def titled(code: str) -> Bilingual:
    """The name of a code with the code as customs papers print it; the code alone where it is of another edition."""
    if not known(code):
        return Bilingual(code, code)
    name, printed = name_of(code), dotted(code)
    return Bilingual(*(each if printed in each else f"{each} ({printed})" for each in (name.en, name.es)))


def named(found: Sequence[str]) -> Bilingual:
    """Codes with their names, cut where they are long."""
    names = [(each, titled(each)) for each in found]
    return Bilingual(
        "; ".join(f"{code} {_short(name.en)}" for code, name in names) or "-",
        "; ".join(f"{code} {_short(name.es)}" for code, name in names) or "-",
    )


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:58]}…"
