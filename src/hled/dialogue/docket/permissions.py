"""What can be done in the docket, and by whom."""

from hled.dialogue.delegations.domain.permissions import Standing, grant
from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.action import Action, Reach, Whose
from hled.kernel.bilingual import Bilingual

FILE_SUBMISSION = Action(
    "file_submission",
    Bilingual(
        "file a submission, and follow, correct, withdraw or disown it by its private link",
        "presentar una aportación, y seguirla, corregirla, retirarla o desconocerla con su enlace privado",
    ),
    Reach.ENTRANCE,
)
MANAGE_CALL = Action(
    "manage_call",
    Bilingual("open, change or close a call", "abrir, cambiar o cerrar una convocatoria"),
    Reach.ACT,
)
TRIAGE = Action(
    "triage_submissions",
    Bilingual("sort submissions into themes", "ordenar las aportaciones por temas"),
    Reach.ACT,
)
SEE_TRIAGE = Action(
    "see_triage",
    Bilingual(
        "see the desk of submissions and drafts of replies",
        "ver la mesa de aportaciones y los borradores de respuesta",
    ),
    Reach.INTERNAL,
)
IMPORT_SUBMISSIONS = Action(
    "import_submissions",
    Bilingual("take in many submissions at once", "recibir muchas aportaciones a la vez"),
    Reach.ACT,
)
WRITE_REPLY = Action(
    "write_reply", Bilingual("write a reply to a theme", "redactar la respuesta a un tema"), Reach.ACT
)
APPROVE_REPLY = Action(
    "approve_reply",
    Bilingual("approve a reply that another person wrote", "aprobar una respuesta que redactó otra persona"),
    Reach.ACT,
)
MODERATE = Action(
    "moderate_submission",
    Bilingual(
        "reject a submission under a reason code, or decide an appeal",
        "rechazar una aportación con clave de motivo, o resolver una apelación",
    ),
    Reach.ACT,
)
READ_PERSONAL = Action(
    "read_submitter",
    Bilingual(
        "read who filed a submission, which is kept on record",
        "leer quién presentó una aportación, de lo que queda constancia",
    ),
    Reach.INTERNAL,
)

_OFFICERS = (Role.COORDINATOR, Role.AGENCY_OFFICER)
_CALLS = (Whose.OWN, Whose.JOINT)

GRANTS = (
    grant(FILE_SUBMISSION, *Standing, *Role),
    grant(MANAGE_CALL, Role.COORDINATOR, on=_CALLS),
    grant(TRIAGE, *_OFFICERS, on=_CALLS),
    grant(SEE_TRIAGE, *_OFFICERS, Role.OBSERVER, on=_CALLS),
    grant(IMPORT_SUBMISSIONS, *_OFFICERS, on=Whose.OWN),
    grant(WRITE_REPLY, *_OFFICERS, on=Whose.OWN),
    grant(APPROVE_REPLY, Role.COORDINATOR, on=Whose.OWN),
    grant(MODERATE, Role.COORDINATOR, on=Whose.OWN),
    grant(READ_PERSONAL, Role.COORDINATOR, on=Whose.OWN),
)
"""Replies, moderation and personal data belong to the Party whose intake it was; a call may belong to both."""
