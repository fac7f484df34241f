"""An officer brings a table of comments to themes with replies of both Parties, by the services alone."""

import pytest
from benchmarks.docket.sitting import THEMES, sit

from hled.dialogue.docket.models import Reply, Submission, Wording

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]

COUNT = 2_000


def test_two_thousand_comments_come_to_thirty_themes_with_replies(bundled):
    done = sit(COUNT, processes=1)

    assert done["filed"] == COUNT == Submission.objects.count()
    assert done["in_themes"] == COUNT
    assert 1 < done["themes"] <= THEMES
    assert done["replied"] == {"US": done["themes"], "MX": done["themes"]}
    assert Reply.objects.filter(approved_at__isnull=False).count() == 2 * done["themes"]
    assert done["groups"] < Wording.objects.count() < COUNT
