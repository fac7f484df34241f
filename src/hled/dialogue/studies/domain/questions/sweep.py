"""What some regions would lose without one industry, or one country: all of them taken out in turn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.asking import Asked, Choice, Parameter
from hled.dialogue.studies.domain.doubts import OF_LOSSES, assumed, left_out
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item, Question, Result, Tables
from hled.dialogue.studies.domain.questions.parameters import BALANCE, DRAWS, SEED, TABLE
from hled.dialogue.studies.domain.questions.sweep_words import (
    METHOD,
    WARNING,
    answer_in_words,
    question_in_words,
)
from hled.dialogue.studies.domain.questions.systems import system_on, with_table
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.arrays import Index, Matrix, Vector
    from hled.economy.leontief import System
    from hled.economy.leontief.sweeping import Sweep
    from hled.economy.tables import Table
    from hled.economy.uncertainty import LossRanges, Ranges

INDUSTRIES, COUNTRIES = "industries", "countries"
OVER = (
    Choice(INDUSTRIES, Bilingual("industries", "industrias")),
    Choice(COUNTRIES, Bilingual("countries", "países")),
)
MEASURES = (
    Choice("value_added", Bilingual("value added", "valor agregado")),
    Choice("output", Bilingual("output", "producción")),
)
MOST_DRAWN = 14
"""Rows that the pictures of a kept study show."""

_AFFECTED = Parameter(
    "affected",
    "",
    Bilingual("Affected", "Afectados"),
    Bilingual(
        "Regions whose loss is counted, together and each; the two Parties without it, all in a table of one region.",
        "Regiones cuya pérdida se cuenta, juntas y cada una; sin él, las dos Partes, o todo en una tabla de una región.",
    ),
)
_OVER = Parameter(
    "over",
    INDUSTRIES,
    Bilingual("Taken out in turn", "Se quitan una a una"),
    Bilingual("What is taken out, one after another.", "Qué se quita, una tras otra."),
    OVER,
)
_AMONG = Parameter(
    "among",
    "all",
    Bilingual("Among", "Entre"),
    Bilingual(
        "Only these: REGION, SECTOR or REGION.SECTOR; groups count. foreign: all but the affected regions.",
        "Solo estas: REGIÓN, SECTOR o REGIÓN.SECTOR; valen grupos. foreign: todas salvo las regiones afectadas.",
    ),
)
_BY = Parameter(
    "by",
    "value_added",
    Bilingual("Ranked by", "Ordenadas por"),
    Bilingual("Loss of the affected regions that ranks.", "Pérdida de las regiones afectadas que ordena."),
    MEASURES,
)


@dataclass(frozen=True)
class _Swept:
    """Losses by region for everything taken out and how sure they are together, beside what the affected regions had."""

    table: "Table"
    losses: "Sweep"
    ranges: "LossRanges"
    affected: "Mapping[str, Index]"
    output: "Vector"
    value_added: "Vector"

    @property
    def together(self) -> "Index":
        return _together(self.affected)

    def lost(self, regions: "Index", at: int) -> dict[str, str]:
        """What some regions lose when the thing at a place is gone, and how much of their own that is."""
        return {
            **_part("output", self.losses.output, self.output, regions, at),
            **_part("value_added", self.losses.value_added, self.value_added, regions, at),
        }

    def sure(self, at: int) -> dict[str, str]:
        """How far what the affected regions lose together may lie from there."""
        return {
            **_ends("output", self.ranges.output, at),
            **_ends("value_added", self.ranges.value_added, at),
        }


def _part(name: str, losses: "Matrix", totals: "Vector", regions: "Index", at: int) -> dict[str, str]:
    lost, whole = float(losses[regions, at].sum()), float(totals[regions].sum())
    return {f"{name}_lost": amount_text(lost), f"{name}_share": share_text(lost / whole if whole else 0.0)}


def _ends(name: str, ranges: "Ranges", at: int) -> dict[str, str]:
    low, high = float(ranges.low[at]), float(ranges.high[at])
    return {f"{name}_low": amount_text(low), f"{name}_high": amount_text(high)}


def complete(tables: Tables, asked: Asked) -> dict[str, str]:
    """The two Parties as those affected, where nobody is named; all of a table of one region."""
    whole = with_table(tables, asked)
    if not whole["affected"]:
        whole["affected"] = "USA,MEX" if whole["table"] in tables.between_countries() else "all"
    return whole


def compute(tables: Tables, asked: Asked) -> Result:
    by_industry = asked["over"] == INDUSTRIES
    engine = system_on(tables.table(asked["table"]), asked["balance"], alone=by_industry)
    affected = _named_regions(engine.table, asked["affected"])
    chosen = (_industries if by_industry else _countries)(engine.table, affected, asked["among"])
    swept = _sweep(engine, affected, asked)
    rows = _industry_rows(engine, swept, chosen) if by_industry else _country_rows(swept, chosen)
    items = _ranked(rows, asked["by"])
    return Result(
        question=question_in_words(swept.table, asked),
        says=answer_in_words(swept.table, asked, items),
        items=tuple(items),
        tables=(tables.used(asked["table"]),),
        more={
            "unit": swept.table.unit,
            "affected": _affected(swept),
            "assumed": assumed(swept.table, asked),
            "left_out": left_out(swept.ranges.value_added, OF_LOSSES),
        },
        figures={"rows": [dict(each) for each in items[:MOST_DRAWN]]},
    )


def _named_regions(table: "Table", spec: str) -> "dict[str, Index]":
    """The affected regions by name, in the order named."""
    from hled.economy.tables.choosing import regions_named

    return {code: regions_named(table, code) for code in names.split(spec)}


def _industries(table: "Table", affected: "Mapping[str, Index]", among: str) -> "Index":
    """Positions of the industries asked for."""
    import numpy as np

    from hled.economy.tables.choosing import industries_named

    if among != names.FOREIGN:
        return industries_named(table, among)
    return np.flatnonzero(~np.isin(table.region_of, _together(affected)))


def _countries(table: "Table", affected: "Mapping[str, Index]", among: str) -> "Index":
    """Positions of the regions asked for."""
    import numpy as np

    from hled.economy.tables.choosing import regions_named

    if among != names.FOREIGN:
        return regions_named(table, among)
    return np.setdiff1d(np.arange(len(table.regions)), _together(affected))


def _together(affected: "Mapping[str, Index]") -> "Index":
    """Positions of the affected regions, each once."""
    import numpy as np

    return np.unique(np.concatenate(list(affected.values())))


def _sweep(engine: "System", affected: "Mapping[str, Index]", asked: Asked) -> _Swept:
    from hled.dialogue.studies.domain.engine import swept_ranges
    from hled.economy.leontief.sweeping import sweep_industries, sweep_regions
    from hled.economy.leontief.totals import by_region

    by_industry = asked["over"] == INDUSTRIES
    return _Swept(
        engine.table,
        (sweep_industries if by_industry else sweep_regions)(engine),
        swept_ranges(
            engine,
            _together(affected),
            whole_regions=not by_industry,
            draws=int(asked["draws"]),
            seed=int(asked["seed"]),
        ),
        affected,
        by_region(engine.table, engine.x),
        by_region(engine.table, engine.v * engine.x),
    )


def _industry_rows(engine: "System", swept: _Swept, chosen: "Index") -> Iterator[Item]:
    """Every chosen industry that produces anything."""
    import numpy as np

    table = swept.table
    own = np.isin(table.region_of, swept.together)
    for at in chosen[engine.x[chosen] > 0].tolist():
        region = table.regions[int(table.region_of[at])].code
        yield _row(swept, at, table.label(at), names.industry_name(table, at), region, own=bool(own[at]))


def _country_rows(swept: _Swept, chosen: "Index") -> Iterator[Item]:
    table, own = swept.table, set(swept.together.tolist())
    for at in chosen[swept.output[chosen] > 0].tolist():
        code = table.regions[at].code
        yield _row(swept, at, code, names.region_name(table, code), code, own=at in own)


def _row(swept: _Swept, at: int, code: str, name: Bilingual, region: str, *, own: bool) -> Item:
    where = names.region_name(swept.table, region)
    return {
        "code": code,
        "name_en": name.en,
        "name_es": name.es,
        "region": region,
        "region_en": where.en,
        "region_es": where.es,
        "own": own,
        **swept.lost(swept.together, at),
        **swept.sure(at),
        "everywhere_output_lost": amount_text(float(swept.losses.total_output[at])),
        "everywhere_value_added_lost": amount_text(float(swept.losses.total_value_added[at])),
        "by_region": {name: swept.lost(regions, at) for name, regions in swept.affected.items()},
    }


def _ranked(rows: Iterator[Item], by: str) -> list[Item]:
    """The costliest first; equal ones by their code."""
    ordered = sorted(rows, key=lambda row: (-float(row[f"{by}_lost"]), row["code"]))
    return [{"rank": at, **row} for at, row in enumerate(ordered, 1)]


def _affected(swept: _Swept) -> Sequence[Item]:
    """What the affected regions had, each and in the order named."""
    found = []
    for code, regions in swept.affected.items():
        name = names.region_name(swept.table, code)
        found.append(
            {
                "region": code,
                "region_en": name.en,
                "region_es": name.es,
                "output": amount_text(float(swept.output[regions].sum())),
                "value_added": amount_text(float(swept.value_added[regions].sum())),
            }
        )
    return found


QUESTION = Question(
    kind="sweep",
    title=Bilingual(
        "What if one industry, or one country, were gone", "Y si faltara una industria, o un país"
    ),
    parameters=(_AFFECTED, _OVER, _AMONG, _BY, TABLE, BALANCE, DRAWS, SEED),
    method=METHOD,
    warning=WARNING,
    compute=compute,
    complete=complete,
)
