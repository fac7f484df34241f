"""Generated requests to every operation of the API: no server error, and every answer as described."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from hled.project.api import api

pytestmark = pytest.mark.proof

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
"""Codes and identifiers are those of the record, which no description lists: a refusal of others is right."""
EACH = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def test_every_operation_keeps_its_contract(bundled):
    from hled.project.wsgi import application

    schema = schemathesis.openapi.from_dict(api.get_openapi_schema())
    schema.app = application
    operations = [each.ok() for each in schema.get_all_operations()]

    for operation in operations:

        @EACH
        @given(case=operation.as_strategy())
        def keeps_its_contract(case):
            answer = case.call(headers={"Host": "127.0.0.1", "Accept-Encoding": "identity"})
            assert answer.status_code < 500, case.as_curl_command()
            case.validate_response(answer, checks=CHECKS)

        keeps_its_contract()

    assert len(operations) >= 20
