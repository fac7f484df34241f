"""Studies as answers of commands and endpoints, with their schemas."""

from hled.dialogue.studies.queries.answers.tables import PUBLISHED as OF_TABLES
from hled.interfaces.answers import Published

PUBLISHED: tuple[Published, ...] = (*OF_TABLES,)
