"""
Labelled inter-country input-output tables: what they hold, whether they are sound, and how they are aggregated.

Labels decide: nothing is matched by position between two tables, and nothing is repaired in silence.
"""

from hled.economy.tables.table import Account, Balance, Category, Group, Label, Table

__all__ = ["Account", "Balance", "Category", "Group", "Label", "Table"]
