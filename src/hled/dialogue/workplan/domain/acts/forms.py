"""What the joint texts of the work plan have beside their words, for the editor of joint texts."""

from hled.dialogue.accord.domain.texts.forms import Field, FieldType, Form, NoneIs
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


def _labels(kind: str) -> tuple[tuple[str, Bilingual], ...]:
    """What people call the texts of the acts on a kind of subject."""
    of_kind = [each for type, each in ACT_KINDS.items() if type.partition(".")[0] == kind]
    return tuple({each.name: each.label for act in of_kind for each in act.segments}.items())


COMMITMENT = Form(
    "commitment",
    Bilingual("Commitment", "Compromiso"),
    (
        Field("pillar", _CODE, Bilingual("Pillar", "Pilar")),
        Field("objective", _CODE, Bilingual("Objective", "Objetivo")),
        Field("initiative", _CODE, Bilingual("Initiative", "Iniciativa"), none_is=NoneIs.NULL),
        Field("kind", _CODE, Bilingual("Kind", "Clase")),
        Field("action_type", _CODE, Bilingual("Type of action", "Tipo de acción")),
        Field("sectors", _CODES, Bilingual("Sectors", "Sectores")),
        Field(
            "agencies_us", _CODES, Bilingual("U.S. agencies", "Dependencias de EE. UU."), none_is=NoneIs.EMPTY
        ),
        Field(
            "agencies_mx",
            _CODES,
            Bilingual("Mexican agencies", "Dependencias de México"),
            none_is=NoneIs.EMPTY,
        ),
        Field(
            "partners",
            FieldType.RECORDS,
            Bilingual("Partners outside both governments", "Socios ajenos a ambos gobiernos"),
            members=(
                Field(
                    "name_en", FieldType.LINE, Bilingual("Name in English", "Nombre en inglés"), required=True
                ),
                Field(
                    "name_es",
                    FieldType.LINE,
                    Bilingual("Name in Spanish", "Nombre en español"),
                    required=True,
                ),
            ),
            none_is=NoneIs.NULL,
        ),
        Field(
            "due", _CODE, Bilingual("Due: day, month or year", "Vence: día, mes o año"), none_is=NoneIs.NULL
        ),
        Field("recurrence", _CODE, Bilingual("Recurrence", "Periodicidad"), none_is=NoneIs.NULL),
        Field(
            "quantities",
            FieldType.RECORDS,
            Bilingual("Quantities promised", "Cantidades prometidas"),
            members=(
                Field(
                    "what_en", FieldType.LINE, Bilingual("What, in English", "Qué, en inglés"), required=True
                ),
                Field(
                    "what_es", FieldType.LINE, Bilingual("What, in Spanish", "Qué, en español"), required=True
                ),
                Field("value", FieldType.DECIMAL, Bilingual("Figure", "Cifra"), required=True),
                Field("unit", _CODE, Bilingual("Unit", "Unidad"), required=True),
                Field("note_en", FieldType.LINE, Bilingual("Note in English", "Nota en inglés")),
                Field("note_es", FieldType.LINE, Bilingual("Note in Spanish", "Nota en español")),
            ),
            none_is=NoneIs.EMPTY,
        ),
        Field(
            "children",
            _CODES,
            Bilingual("Carried out through", "Se desarrolla mediante"),
            none_is=NoneIs.NULL,
        ),
        Field("stated_in", _CODES, Bilingual("Papers that state it", "Documentos que lo enuncian")),
        Field("into", _CODE, Bilingual("Merged into", "Se fusiona con")),
        Field("by", _CODE, Bilingual("Superseded by", "Sustituido por")),
    ),
    named=("title", "summary"),
    of_verbs=_verbs("commitment"),
    labels=_labels("commitment"),
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
    labels=_labels("milestone"),
)
STATEMENT = Form(
    "statement",
    Bilingual("Joint statement", "Declaración conjunta"),
    named=("title",),
    labels=_labels("statement"),
)

FORMS = (COMMITMENT, MILESTONE, STATEMENT)
