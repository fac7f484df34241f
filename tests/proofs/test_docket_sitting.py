"""An officer brings 100,000 comments to thirty themes with replies in one sitting; ``pytest -s`` shows the time of each step."""

import pytest
from benchmarks.docket.sitting import THEMES, sit

pytestmark = [pytest.mark.proof, pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]

COUNT = 100_000
LONGEST = 3600
"""Seconds of a sitting."""


def test_a_hundred_thousand_comments_come_to_thirty_themes_with_replies(bundled):
    done = sit(COUNT, tell=print)

    assert done["filed"] == COUNT
    assert done["in_themes"] == COUNT
    assert 1 < done["themes"] <= THEMES
    assert done["replied"] == {"US": done["themes"], "MX": done["themes"]}
    assert done["seconds"]["whole"] < LONGEST
