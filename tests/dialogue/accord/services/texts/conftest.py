import pytest
from tests.dialogue.accord.services.texts.at_the_table import Table


@pytest.fixture
def table(empty_store) -> Table:
    """Two delegations whose signing officers are enrolled; nothing is agreed."""
    return Table().enroll()
