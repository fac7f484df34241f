"""Tables of the two delegations: agencies, offices and their holders; people and the terms for which they act."""

from hled.dialogue.delegations.models.agencies import PARTIES, Agency, Office, TermOfOffice
from hled.dialogue.delegations.models.notices import Notice, NoticeOptOut
from hled.dialogue.delegations.models.people import Appointment, Person

__all__ = ["PARTIES", "Agency", "Appointment", "Notice", "NoticeOptOut", "Office", "Person", "TermOfOffice"]
