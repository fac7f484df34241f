"""
The record of a dialogue as a folder of YAML files: read, check, normal form, write.

`read_record` gives normalized records and every finding; `write_record` writes the same format.
`bundled_record` is the record that ships with hled; the format is the table `schema.KINDS`.
"""

from hled.sources.record.notes import names_a_start
from hled.sources.record.reading import RecordReading, bundled_record, read_record
from hled.sources.record.schema import BUILT_IN_LEGENDS, KINDS, Field, Kind, Record, Type
from hled.sources.record.writing import normal_form, record_digest, write_record

__all__ = [
    "BUILT_IN_LEGENDS",
    "KINDS",
    "Field",
    "Kind",
    "Record",
    "RecordReading",
    "Type",
    "bundled_record",
    "names_a_start",
    "normal_form",
    "read_record",
    "record_digest",
    "write_record",
]
