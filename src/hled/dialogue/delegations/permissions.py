"""What can be done with people and with one's own account, and by whom."""

from hled.dialogue.delegations.domain.permissions import Standing, grant
from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.action import READ_RECORD, Action, Reach, Whose
from hled.kernel.bilingual import Bilingual

SIGN_IN = Action("sign_in", Bilingual("sign in", "entrar"), Reach.ENTRANCE)
SIGN_OUT = Action(
    "sign_out", Bilingual("sign out, here or everywhere", "salir, aquí o en todas partes"), Reach.ACCOUNT
)
SEE_ACCOUNT = Action(
    "see_own_account",
    Bilingual("see one's own account and terms", "ver la propia cuenta y los propios periodos"),
    Reach.ACCOUNT,
)
KEEP_FACTORS = Action(
    "keep_own_factors",
    Bilingual(
        "change one's own password, second factor and passkeys",
        "cambiar la propia contraseña, el segundo factor y las llaves de acceso",
    ),
    Reach.ACCOUNT,
)
KEEP_NOTICES = Action(
    "keep_own_notices",
    Bilingual("have notices sent by e-mail, or not", "recibir avisos por correo o no"),
    Reach.ACCOUNT,
)
SEE_PEOPLE = Action(
    "see_people",
    Bilingual("see the people of a Party and their terms", "ver a las personas de una Parte y sus periodos"),
    Reach.PEOPLE,
)
ENROLL = Action("enroll_person", Bilingual("enroll a person", "dar de alta a una persona"), Reach.PEOPLE)
APPOINT = Action(
    "appoint_person", Bilingual("appoint a person to a role", "nombrar a una persona"), Reach.PEOPLE
)
END_TERM = Action("end_term", Bilingual("end a term", "terminar un periodo"), Reach.PEOPLE)
RESET_FACTORS = Action(
    "reset_factors",
    Bilingual(
        "give a person a new link to sign in and take the former factors away",
        "dar a una persona un enlace nuevo para entrar y retirar los factores anteriores",
    ),
    Reach.PEOPLE,
)
SHUT_OUT = Action(
    "shut_out_person",
    Bilingual("shut a person out, or let her in again", "suspender el acceso de una persona o restituirlo"),
    Reach.PEOPLE,
)

ADMINISTRATION = (SEE_PEOPLE, ENROLL, APPOINT, END_TERM, RESET_FACTORS, SHUT_OUT)

GRANTS = (
    grant(READ_RECORD, *Standing, *Role),
    grant(SIGN_IN, *Standing, *Role),
    *(
        grant(action, Standing.SIGNED_IN, on=Whose.OWN)
        for action in (SIGN_OUT, SEE_ACCOUNT, KEEP_FACTORS, KEEP_NOTICES)
    ),
    *(grant(action, Role.PARTY_ADMINISTRATOR, on=Whose.OWN) for action in ADMINISTRATION),
)
