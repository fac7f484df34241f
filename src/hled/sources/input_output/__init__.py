"""
Input-output tables: those in the package and those that a user adds.

`list_tables` names them, `load_table` gives one as a labelled `economy.tables.Table`, `add_table` reads a file in one of the
known layouts and keeps it under the home of the installation.
"""

from hled.sources.input_output.listing import TableEntry, list_tables, load_table

__all__ = ["TableEntry", "list_tables", "load_table"]
