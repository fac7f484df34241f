"""Rules of the acts by which both Parties change the work plan."""

from hled.kernel.rule import declare

WP_01 = declare(
    "WP-01",
    en="An act on the work plan is of a kind that the work plan knows.",
    es="Un acto sobre el plan de trabajo es de un tipo que el plan de trabajo conoce.",
    remedy_en="Use one of the kinds named; see them with: hled plan kinds.",
    remedy_es="Use uno de los tipos indicados; véalos con: hled plan kinds.",
)
WP_02 = declare(
    "WP-02",
    en="The identifier of something new was never used, not even for what has been retired.",
    es="El identificador de algo nuevo no se ha usado nunca, ni siquiera para lo que ya se retiró.",
    remedy_en="Use the next free number.",
    remedy_es="Use el siguiente número libre.",
)
WP_03 = declare(
    "WP-03",
    en="The identifier of something new follows the pattern of the record.",
    es="El identificador de algo nuevo sigue el patrón del registro.",
    remedy_en="Write P1-SC-10 or P2-15 for a commitment, MS-4 for a milestone, D-2026-12-03-JS for a paper.",
    remedy_es="Escriba P1-SC-10 o P2-15 para un compromiso, MS-4 para un hito, D-2026-12-03-JS para un documento.",
)
WP_04 = declare(
    "WP-04",
    en="The identifier of a commitment begins with its pillar.",
    es="El identificador de un compromiso empieza con su pilar.",
    remedy_en="Correct the identifier or the pillar.",
    remedy_es="Corrija el identificador o el pilar.",
)
WP_05 = declare(
    "WP-05",
    en="An act changes something that exists.",
    es="Un acto modifica algo que existe.",
    remedy_en="Correct the identifier, or add the thing first.",
    remedy_es="Corrija el identificador o agregue primero lo que nombra.",
)
WP_06 = declare(
    "WP-06",
    en="What was withdrawn, superseded, merged or completed is not changed again.",
    es="Lo que se retiró, sustituyó, fusionó o completó no se modifica de nuevo.",
    remedy_en="Add a new commitment; what was agreed stays as it was.",
    remedy_es="Agregue un compromiso nuevo; lo acordado queda como estaba.",
)
WP_07 = declare(
    "WP-07",
    en="An act has the texts of its kind, each in English and in Spanish.",
    es="Un acto tiene los textos de su tipo, cada uno en español y en inglés.",
    remedy_en="Write the text that is missing; remove one that the kind does not have.",
    remedy_es="Escriba el texto que falta; elimine el que el tipo no tiene.",
)
WP_08 = declare(
    "WP-08",
    en="An act has no field beyond those of its kind.",
    es="Un acto no tiene campos ajenos a su tipo.",
    remedy_en="Correct the name of the field or remove it.",
    remedy_es="Corrija el nombre del campo o elimínelo.",
)
WP_09 = declare(
    "WP-09",
    en="A commitment is merged into, or superseded by, another one.",
    es="Un compromiso se fusiona con otro o es sustituido por otro.",
    remedy_en="Name another commitment.",
    remedy_es="Nombre otro compromiso.",
)
WP_10 = declare(
    "WP-10",
    en="No commitment comes, through those that take its place, back to itself.",
    es="Ningún compromiso vuelve a sí mismo a través de los que ocupan su lugar.",
    remedy_en="Name a commitment that does not lead back to this one.",
    remedy_es="Nombre un compromiso que no lleve de vuelta a este.",
)
WP_11 = declare(
    "WP-11",
    en="What takes the place of a commitment, and the commitment of a milestone, is itself open.",
    es="Lo que ocupa el lugar de un compromiso, y el compromiso de un hito, están abiertos.",
    remedy_en="Name a commitment that was not withdrawn, superseded, merged or completed.",
    remedy_es="Nombre un compromiso que no se haya retirado, sustituido, fusionado ni completado.",
)
WP_12 = declare(
    "WP-12",
    en="An amendment changes something.",
    es="Una enmienda modifica algo.",
    remedy_en="Change a text or a field.",
    remedy_es="Cambie un texto o un campo.",
)
WP_13 = declare(
    "WP-13",
    en="An act counts no earlier than the act it stands on.",
    es="Un acto no surte efecto antes que el acto en que se apoya.",
    remedy_en="Give a later day of effect.",
    remedy_es="Indique un día de efecto posterior.",
)
WP_14 = declare(
    "WP-14",
    en="A milestone is due no earlier than its commitment was stated.",
    es="Un hito no vence antes de que se expresara su compromiso.",
    remedy_en="Correct the date.",
    remedy_es="Corrija la fecha.",
)
WP_15 = declare(
    "WP-15",
    en="A milestone is declared reached once, and not before the day on which it was.",
    es="Un hito se declara alcanzado una sola vez y no antes del día en que se alcanzó.",
    remedy_en="Correct the date, or leave the milestone as it is.",
    remedy_es="Corrija la fecha o deje el hito como está.",
)

WP_16 = declare(
    "WP-16",
    en="The two texts of an act on the work plan have the segments that its fields name.",
    es="Los dos textos de un acto sobre el plan de trabajo tienen los segmentos que sus campos nombran.",
    remedy_en="Write the texts in the editor of joint texts, which names their segments.",
    remedy_es="Escriba los textos en el editor de textos conjuntos, que nombra sus segmentos.",
)
WP_17 = declare(
    "WP-17",
    en="The work plan changes only by an act of both Parties.",
    es="El plan de trabajo solo cambia por un acto de ambas Partes.",
    remedy_en="Propose the change as a joint text; both Parties sign it.",
    remedy_es="Proponga el cambio como texto conjunto; ambas Partes lo firman.",
)
WP_18 = declare(
    "WP-18",
    en="Words that an act repeats are those that stand.",
    es="Las palabras que un acto repite son las vigentes.",
    remedy_en="Leave them as they are, or amend them by an act of its own.",
    remedy_es="Déjelas como están o enmiéndelas con un acto aparte.",
)
WP_19 = declare(
    "WP-19",
    en="A file with an act is JSON with type, subject, english, spanish, fields and effective.",
    es="Un archivo con un acto es JSON con type, subject, english, spanish, fields y effective.",
    remedy_en="Write the texts by their names, as hled plan kinds lists them, and the day as 2026-12-03.",
    remedy_es="Escriba los textos por su nombre, como los enumera hled plan kinds, y el día como 2026-12-03.",
)

RULES = (
    WP_01, WP_02, WP_03, WP_04, WP_05, WP_06, WP_07, WP_08, WP_09, WP_10, WP_11, WP_12, WP_13, WP_14, WP_15,
    WP_16, WP_17, WP_18, WP_19,
)  # fmt: skip
