"""Where the Parties do not agree: a difference that both sign, and what one holds alone."""

import pytest
from tests.dialogue.accord.services.texts.at_the_table import MX, US, Table
from tests.dialogue.accord.services.texts.test_agreeing import refused, state

from hled.dialogue.accord.domain.texts.procedure import State
from hled.dialogue.accord.models import AgreedItem
from hled.dialogue.accord.queries.texts.reading import words_of
from hled.dialogue.accord.services.texts import editing
from hled.dialogue.accord.services.texts.assessing import offer_assessment
from hled.dialogue.workplan.models import Commitment
from hled.kernel.bilingual import Bilingual

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(bundled) -> Table:
    return Table().enroll()


@pytest.fixture
def commitment(bundled) -> str:
    return Commitment.objects.order_by("id").first().id


def test_agreed_to_differ_has_the_position_of_each_party(table, commitment):
    made = table.begin(kind="difference", subject=f"difference:{commitment}", verb="agree")
    assert [each.name for each in words_of(made).segments] == ["position_us", "position_mx"]
    for segment, party in zip([each.id for each in words_of(made).segments], (US, MX), strict=True):
        table.write(made, segment, english=f"View of {party}.", spanish=f"Postura de {party}.")
    table.table(made)
    assert refused(lambda: table.certify(made, US)) == ["AC-62"]
    editing.set_fields(
        proposal=made.pk, values={"about": commitment}, read=1, by=table.who(US), at=table.tick()
    )

    table.certify_both(made)
    table.sign_both(table.digest(made))

    assert state(made) == State.IN_FORCE
    assert AgreedItem.objects.get(subject=f"difference:{commitment}").fields["about"] == commitment


def test_a_party_states_its_own_assessment_and_the_other_cannot(table, commitment):
    offered = offer_assessment(
        about=commitment,
        status="done",
        computed="silent",
        reason=Bilingual("It was built in May.", "Se construyó en mayo."),
        by=table.who(MX),
        at=table.tick(),
    )
    assert refused(lambda: table.sign(offered.digest, US)) == ["AC-17"]

    table.sign(offered.digest, MX)

    item = AgreedItem.objects.get(subject=f"assessment:MX:{commitment}")
    assert (item.owner, item.fields["status"]) == ("MX", "done")
