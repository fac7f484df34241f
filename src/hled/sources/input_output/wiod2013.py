"""
World Input-Output Database, 2013 release: 40 countries and the rest of the world, 35 industries, 2008 and 2011.

Timmer, Dietzenbacher, Los, Stehrer & de Vries (2015), Review of International Economics 23: 575-605.
"""

import numpy as np

from hled.economy.rules import IO_02
from hled.economy.tables import Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.labels import categories_of, groups_of, labels_of, rows_of
from hled.sources.tables import BUNDLED

FOLDER = BUNDLED / "wiod2013"
YEARS = (2008, 2011)

SOURCE = Bilingual(
    "World Input-Output Database, 2013 release; Timmer, Dietzenbacher, Los, Stehrer and de Vries (2015). CC BY 4.0.",
    "World Input-Output Database, edición 2013; Timmer, Dietzenbacher, Los, Stehrer y de Vries (2015). CC BY 4.0.",
)
VINTAGE = Bilingual(
    "2013 release; every cell rounded to one million dollars",
    "Edición 2013; cada celda redondeada a un millón de dólares",
)


def title(year: int) -> Bilingual:
    return Bilingual(f"World input-output table, {year}", f"Tabla mundial de insumo-producto, {year}")


def read_wiod2013(year: int) -> Table:
    """
    The table of a bundled year: 1,435 industries, 205 columns of final demand, million current U.S. dollars.

    Value added is the residual of output and inputs, with taxes less subsidies and international margins.

    Raises
    ------
    BrokenRuleError
        IO-02, when the labels inside the file are not those of the lists beside it.
    """
    regions = labels_of(rows_of(FOLDER / "regions.csv"))
    sectors = labels_of(rows_of(FOLDER / "industries.csv"))
    categories = categories_of(rows_of(FOLDER / "final_demand.csv"))
    groups = rows_of(FOLDER / "groups.csv")
    with np.load(FOLDER / f"wiot_{year}.npz", allow_pickle=False) as kept:
        _require_labels(kept["countries"].tolist(), [each.code for each in regions], year)
        _require_labels(kept["industries"].tolist(), [each.code for each in sectors], year)
        Z, Y, x = (kept[name].astype(np.float64) for name in ("Z", "F", "x"))
    return Table(
        id=f"wiod2013-{year}",
        title=title(year),
        source=SOURCE,
        year=year,
        unit="million USD",
        price_basis="current basic prices",
        vintage=VINTAGE,
        regions=regions,
        sectors=sectors,
        categories=categories,
        region_of=np.repeat(np.arange(len(regions)), len(sectors)),
        sector_of=np.tile(np.arange(len(sectors)), len(regions)),
        Z=Z,
        Y=Y,
        x=x,
        final_region_of=np.repeat(np.arange(len(regions)), len(categories)),
        final_category_of=np.tile(np.arange(len(categories)), len(regions)),
        rounding=1.0,
        region_groups=groups_of(groups, "region"),
        sector_groups=groups_of(groups, "sector"),
    )


def _require_labels(found: list[str], declared: list[str], year: int) -> None:
    if found != declared:
        raise BrokenRuleError(
            [Finding(IO_02, f"wiot_{year}.npz", f"{', '.join(found[:5])} … ≠ {', '.join(declared[:5])} …")]
        )
