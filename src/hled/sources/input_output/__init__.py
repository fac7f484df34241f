"""
Input-output tables: those in the package and those that a user adds.

`list_tables` names them, `load_table` gives one as a labelled `economy.tables.Table`, `add_table` reads a file in one of the
known layouts and keeps it under the home of the installation.
"""

from hled.sources.input_output.listing import (
    BUNDLED,
    Layout,
    TableEntry,
    add_table,
    list_tables,
    listing_findings,
    load_table,
    table_entry,
)
from hled.sources.input_output.progress import STEPS

__all__ = [
    "BUNDLED",
    "STEPS",
    "Layout",
    "TableEntry",
    "add_table",
    "list_tables",
    "listing_findings",
    "load_table",
    "table_entry",
]
