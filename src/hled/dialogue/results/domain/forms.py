"""What joint texts on targets and on the rulebook have beside their words."""

from hled.dialogue.accord.domain.texts.forms import Field, FieldType, Form
from hled.kernel.bilingual import Bilingual

_REASON = ("reason", Bilingual("Reason", "Razón"))

TARGET = Form(
    "target",
    Bilingual("Target", "Meta"),
    (
        Field("indicator", FieldType.CODE, Bilingual("Indicator", "Indicador"), required=True),
        Field("place", FieldType.CODE, Bilingual("Place", "Lugar")),
        Field("value", FieldType.DECIMAL, Bilingual("Value", "Valor"), required=True),
        Field("due_on", FieldType.DAY, Bilingual("Due", "Vence"), required=True),
    ),
    named=("reason",),
    labels=(_REASON,),
)
RULEBOOK = Form(
    "rulebook",
    Bilingual("Rulebook", "Reglamento"),
    (
        Field("version", FieldType.CODE, Bilingual("Version", "Versión"), required=True),
        Field("digest", FieldType.CODE, Bilingual("Digest", "Huella"), required=True),
    ),
    named=("reason",),
    labels=(_REASON,),
)

FORMS = (TARGET, RULEBOOK)
