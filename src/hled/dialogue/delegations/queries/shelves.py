"""How agencies of the record stand in tables."""

from hled.dialogue.chronicle.queries import Shelf
from hled.dialogue.delegations.models import Agency

AGENCIES = Shelf(
    kind="agencies",
    model=Agency,
    columns={"code": "id", "country": "party", "successor": "successor_id"},
    derived=lambda record: {},
)
