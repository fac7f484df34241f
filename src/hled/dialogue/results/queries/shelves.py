"""How progress reports of the record stand in tables."""

from hled.dialogue.chronicle.queries import Shelf
from hled.dialogue.results.models import ProgressReport
from hled.kernel.period import last_day

REPORTS = Shelf(
    "progress_reports",
    ProgressReport,
    {"commitment": "commitment_id", "document": "document_id"},
    lambda record: {"public_on": last_day(record["reported_on"])},
)
