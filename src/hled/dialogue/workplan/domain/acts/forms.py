"""What the joint texts of the work plan have beside their words, for the editor of joint texts."""

from hled.dialogue.accord.domain.texts.forms import Field, FieldType, Form
from hled.dialogue.workplan.domain.acts.kinds import ACT_KINDS
from hled.kernel.bilingual import Bilingual

_CODE, _CODES = FieldType.CODE, FieldType.CODES


def _verbs(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What each act on a kind of subject may set, as `ACT_KINDS` says."""
    return tuple(
        (type.partition(".")[2], each.asked_fields)
        for type, each in ACT_KINDS.items()
        if type.partition(".")[0] == kind
    )


COMMITMENT = Form(
    "commitment",
    Bilingual("Commitment", "Compromiso"),
    (
        Field("pillar", _CODE, Bilingual("Pillar", "Pilar")),
        Field("objective", _CODE, Bilingual("Objective", "Objetivo")),
        Field("initiative", _CODE, Bilingual("Initiative", "Iniciativa")),
        Field("kind", _CODE, Bilingual("Kind", "Clase")),
        Field("action_type", _CODE, Bilingual("Type of action", "Tipo de acción")),
        Field("sectors", _CODES, Bilingual("Sectors", "Sectores")),
        Field("agencies_us", _CODES, Bilingual("U.S. agencies", "Dependencias de EE. UU.")),
        Field("agencies_mx", _CODES, Bilingual("Mexican agencies", "Dependencias de México")),
        Field("due", _CODE, Bilingual("Due: day, month or year", "Vence: día, mes o año")),
        Field("recurrence", _CODE, Bilingual("Recurrence", "Periodicidad")),
        Field("children", _CODES, Bilingual("Carried out through", "Se desarrolla mediante")),
        Field("stated_in", _CODES, Bilingual("Papers that state it", "Documentos que lo enuncian")),
        Field("into", _CODE, Bilingual("Merged into", "Se fusiona con")),
        Field("by", _CODE, Bilingual("Superseded by", "Sustituido por")),
    ),
    named=("title", "summary"),
    of_verbs=_verbs("commitment"),
)
MILESTONE = Form(
    "milestone",
    Bilingual("Milestone", "Hito"),
    (
        Field("commitment", _CODE, Bilingual("Commitment", "Compromiso")),
        Field("due", _CODE, Bilingual("Due: day, month or year", "Vence: día, mes o año")),
        Field("reached", _CODE, Bilingual("Reached", "Alcanzado")),
    ),
    named=("title",),
    of_verbs=_verbs("milestone"),
)
STATEMENT = Form("statement", Bilingual("Joint statement", "Declaración conjunta"), named=("title",))

FORMS = (COMMITMENT, MILESTONE, STATEMENT)
