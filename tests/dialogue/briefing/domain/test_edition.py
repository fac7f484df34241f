"""An edition is of one Party or of none."""

from hled.dialogue.briefing.domain.edition import Edition
from hled.kernel.party import Party


def test_an_edition_is_of_one_party_or_of_none() -> None:
    assert [each.party for each in Edition] == [None, Party.US, Party.MX]
    assert len({each.stamp for each in Edition}) == 3
