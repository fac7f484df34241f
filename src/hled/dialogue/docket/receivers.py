"""What the docket says to other rooms, and hears from them."""

from hled.dialogue.accord import subjects
from hled.dialogue.delegations.queries.notices import register as register_notices
from hled.dialogue.delegations.queries.waiting import register as register_waiting
from hled.dialogue.delegations.services.notices import register_outbox
from hled.dialogue.docket.queries.alerts import alerts
from hled.dialogue.docket.queries.mentioned import mentioned
from hled.dialogue.docket.queries.told import notices_to_submitters
from hled.dialogue.docket.queries.waiting import waiting
from hled.dialogue.docket.services.following import agreed_act
from hled.dialogue.docket.services.notices import OUTBOX
from hled.dialogue.meetings.queries.agenda import register_alerts
from hled.interfaces.mentions import register_mentions


def listen() -> None:
    """Called once, when the feature starts."""
    register_waiting(waiting)
    register_alerts(alerts)
    register_outbox(OUTBOX)
    register_notices(notices_to_submitters)
    register_mentions(mentioned)
    subjects.register_check(agreed_act)
