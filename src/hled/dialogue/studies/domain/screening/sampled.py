"""The least trade of a product of which a screen reads capability, beside the sample of complexity."""

from typing import Any

from hled.dialogue.studies.domain.numbers import amount_text
from hled.dialogue.studies.domain.screening.partner_capability import LEAST_TRADE


def screen_sample() -> dict[str, Any]:
    """
    U.S. dollars, and how many exporters must have a product with advantage.

    Wider than the sample of complexity: a product that one exporter alone has is what a screen of dependency looks for.
    """
    return {"minimum_trade": amount_text(LEAST_TRADE), "minimum_ubiquity": 1}
