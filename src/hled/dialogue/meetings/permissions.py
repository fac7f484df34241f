"""What can be done about meetings, and by whom."""

from hled.dialogue.delegations.domain.permissions import grant
from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.action import Action, Reach, Whose
from hled.kernel.bilingual import Bilingual

STATES = ("planned", "held", "minutes_agreed", "cancelled")

SEE_MEETINGS = Action(
    "see_meetings",
    Bilingual(
        "see meetings that are not announced, with where to join",
        "ver reuniones sin anunciar, con la dirección para unirse",
    ),
    Reach.SHARED,
)
PLAN_MEETING = Action(
    "plan_meeting",
    Bilingual("plan a meeting", "planear una reunión"),
    Reach.ACT,
)
CHANGE_MEETING = Action(
    "change_meeting",
    Bilingual(
        "change the hours, place or words of a meeting", "cambiar horario, lugar o texto de una reunión"
    ),
    Reach.ACT,
    STATES,
)
ANNOUNCE_MEETING = Action(
    "announce_meeting",
    Bilingual("announce a meeting to the public", "anunciar una reunión al público"),
    Reach.ACT,
    STATES,
)
CANCEL_MEETING = Action(
    "cancel_meeting", Bilingual("cancel a meeting", "cancelar una reunión"), Reach.ACT, STATES
)
HOLD_MEETING = Action(
    "record_meeting_held",
    Bilingual("record that a meeting was held", "registrar que una reunión se celebró"),
    Reach.ACT,
    STATES,
)
EDIT_AGENDA = Action(
    "edit_agenda",
    Bilingual(
        "take up, edit, move or drop points of an agenda",
        "incluir, editar, mover o retirar puntos de una agenda",
    ),
    Reach.ACT,
    STATES,
)
SEAT_DELEGATION = Action(
    "seat_delegation",
    Bilingual(
        "say who sits at the table for one's Party", "decir quién se sienta a la mesa por la propia Parte"
    ),
    Reach.ACT,
    STATES,
)
FILE_PAPER = Action(
    "file_paper",
    Bilingual("file a paper for a meeting", "presentar un documento para una reunión"),
    Reach.ACT,
    STATES,
)
DRAFT_MINUTES = Action("draft_minutes", Bilingual("begin minutes", "empezar una minuta"), Reach.ACT, STATES)
DRAFT_DECISION = Action(
    "draft_decision",
    Bilingual("begin a decision of a meeting", "empezar una decisión de una reunión"),
    Reach.ACT,
    STATES,
)
DRAFT_REST = Action(
    "draft_rest",
    Bilingual(
        "begin the act by which a series rests or meets again",
        "empezar el acto por el que una serie entra en pausa o se reanuda",
    ),
    Reach.ACT,
)
DRAFT_GROUP = Action(
    "draft_group",
    Bilingual(
        "begin the act that founds or changes a working group",
        "empezar el acto que funda o modifica un grupo de trabajo",
    ),
    Reach.ACT,
)
ACTIONS = (
    CHANGE_MEETING,
    ANNOUNCE_MEETING,
    CANCEL_MEETING,
    HOLD_MEETING,
    EDIT_AGENDA,
    SEAT_DELEGATION,
    FILE_PAPER,
    DRAFT_MINUTES,
    DRAFT_DECISION,
)
"""What can be done to a meeting."""

_READERS = tuple(Role)
_OFFICERS = (Role.COORDINATOR, Role.AGENCY_OFFICER)
_OPEN = ("planned", "held")

GRANTS = (
    grant(SEE_MEETINGS, *_READERS, on=Whose.JOINT),
    grant(PLAN_MEETING, Role.COORDINATOR, on=Whose.JOINT),
    grant(CHANGE_MEETING, Role.COORDINATOR, on=Whose.JOINT, states=("planned",)),
    grant(ANNOUNCE_MEETING, Role.COORDINATOR, on=Whose.JOINT, states=("planned", "held", "minutes_agreed")),
    grant(CANCEL_MEETING, Role.COORDINATOR, on=Whose.JOINT, states=("planned",)),
    grant(HOLD_MEETING, Role.COORDINATOR, on=Whose.JOINT, states=("planned",)),
    grant(EDIT_AGENDA, *_OFFICERS, on=Whose.JOINT, states=_OPEN),
    grant(SEAT_DELEGATION, Role.COORDINATOR, on=Whose.JOINT, states=_OPEN),
    grant(FILE_PAPER, *_OFFICERS, on=Whose.JOINT, states=_OPEN),
    grant(DRAFT_MINUTES, *_OFFICERS, on=Whose.JOINT, states=("planned", "held", "minutes_agreed")),
    grant(DRAFT_REST, *_OFFICERS, on=Whose.JOINT),
    grant(DRAFT_GROUP, *_OFFICERS, on=Whose.JOINT),
    grant(DRAFT_DECISION, *_OFFICERS, on=Whose.JOINT, states=("held", "minutes_agreed")),
)
"""A meeting is of both Parties; its seats and papers are filled by each for itself, which the services see to."""
