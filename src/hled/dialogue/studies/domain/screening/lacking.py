"""What a question about a market cannot compute, and the table that it would take: U.S. tables never stand in for another country's."""

from collections.abc import Mapping
from typing import Any

from hled.economy.trade import Market
from hled.economy.trade.measured import Measured
from hled.kernel.bilingual import Bilingual

NEEDED: Mapping[str, Bilingual] = {
    "duties": Bilingual(
        "needs duties by product and partner", "requiere aranceles pagados por producto y socio"
    ),
    "tariff_changes": Bilingual(
        "needs tariff changes of this importer by partner; those at hand are of the United States",
        "requiere cambios arancelarios de este importador por socio; los disponibles son de Estados Unidos",
    ),
    "industry_accounts": Bilingual(
        "needs accounts and jobs by industry of this importer; those at hand are of the United States",
        "requiere cuentas y empleos por industria de este importador; los disponibles son de Estados Unidos",
    ),
    "freight": Bilingual(
        "needs freight by state between importer and partner; at hand is that between the United States and Mexico",
        "requiere carga por estado entre importador y socio; la disponible es entre Estados Unidos y México",
    ),
    "elasticities": Bilingual(
        "needs elasticities of this importer; those at hand are of the United States",
        "requiere elasticidades de este importador; las disponibles son de Estados Unidos",
    ),
    "distances": Bilingual(
        "needs the distance from the importer to its suppliers",
        "requiere la distancia del importador a sus proveedores",
    ),
    "quantities": Bilingual(
        "needs quantities by product and partner", "requiere cantidades por producto y socio"
    ),
    "second_year": Bilingual("needs imports of a second year", "requiere importaciones de un segundo año"),
    "firms_by_size": Bilingual(
        "needs firms by size and industry", "requiere empresas por tamaño e industria"
    ),
}
"""Table -> that it is needed, in words."""
NOT_COMPUTABLE = Bilingual("not computable: {needs}", "no calculable: {needs}")
_OF_DUTIES = ("duty", "duty_paid", "duty_gap", "pays", "ease")
_OF_TARIFFS = ("tariff_points", "tariff_gap", "tariff_change_gap", "pays")
_OF_ACCOUNTS = ("output_at_stake", "jobs_at_stake", "output_without_jobs", "users")
_OF_FREIGHT = ("states", "southbound")
_OF_YEARS = ("growth", "share_change")


def lacking_of(market: Market, partner: str, before: Market | None, distances: Measured) -> dict[str, str]:
    """
    Figure -> the table that it needs, for every figure that can be computed of no product.

    Figures are named as indicators, members of rows, facts, columns and parts of an answer are; `ease` is the action area that asks for
    a duty.
    """
    home, pair = market.importer == "USA", {market.importer, partner} == {"USA", "MEX"}
    missing = (
        ("second_year", before is None, _OF_YEARS),
        ("quantities", market.quantities is None, ("unit_value",)),
        ("firms_by_size", True, ("small_firms",)),
        ("distances", not distances.known.any(), ("distance", "distance_km")),
        ("freight", not pair, _OF_FREIGHT),
        ("elasticities", not home, ("elasticity",)),
        ("industry_accounts", not home, _OF_ACCOUNTS),
        ("tariff_changes", not home, _OF_TARIFFS),
        ("duties", market.duties is None, _OF_DUTIES),
    )
    return {figure: needs for needs, lacks, figures in missing if lacks for figure in figures}


def not_computable(needs: str) -> Bilingual:
    """That a figure is not computable, and what it needs."""
    return NOT_COMPUTABLE.format(needs=NEEDED[needs])


def lacking_members(lacking: Mapping[str, str]) -> list[dict[str, Any]]:
    """What an answer says of it, in the order of the figures' names."""
    said = [(code, needs, not_computable(needs)) for code, needs in sorted(lacking.items())]
    return [
        {"code": code, "needs": needs, "says_en": says.en, "says_es": says.es} for code, needs, says in said
    ]
