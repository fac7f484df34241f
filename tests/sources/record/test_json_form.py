"""Records as JSON, and its schema, from one table."""

import json

import jsonschema
import pytest

from hled.sources.record import KINDS, bundled_record, read_record
from hled.sources.record.json_form import record_as_json, record_schema


@pytest.mark.parametrize("kind", KINDS)
def test_every_bundled_record_satisfies_the_schema_of_its_kind_without_floats(kind: str) -> None:
    schema = jsonschema.Draft202012Validator(record_schema(kind))

    for record in read_record(bundled_record()).records[kind]:
        form = record_as_json(kind, record)
        schema.validate(form)
        json.loads(json.dumps(form), parse_float=lambda text: pytest.fail(f"{text} is a float"))
