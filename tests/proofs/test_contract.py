"""Generated requests to every operation of the API: no server error, and every answer as described."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from hled.project.wsgi import application

pytestmark = [pytest.mark.proof, pytest.mark.django_db]

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@schema.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_operation_keeps_its_contract(case):
    case.call_and_validate()
