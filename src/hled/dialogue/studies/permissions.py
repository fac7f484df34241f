"""What can be done with studies, and by whom."""

from hled.dialogue.delegations.domain.permissions import grant
from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.action import Action, Reach, Whose
from hled.kernel.bilingual import Bilingual

KEEP_STUDY = Action(
    "keep_study",
    Bilingual(
        "keep the answer to a question as a study, and send it to the agenda",
        "guardar la respuesta a una pregunta como estudio y enviarla a la agenda",
    ),
    Reach.ACT,
)

GRANTS = (grant(KEEP_STUDY, Role.COORDINATOR, Role.AGENCY_OFFICER, on=Whose.JOINT),)
"""What the engine finds belongs to neither Party; whoever may edit the agenda may send it there."""
