"""
Rules of the record's format.

Errors stop a load, because the record cannot be trusted; warnings load and stay visible on their page.
"""

from hled.kernel.rule import Rule, Severity, declare

# The folder and its files.

MISSING_FILE = declare(
    "RC-01",
    en="A record has a folder with its required files.",
    es="Un registro tiene una carpeta con sus archivos obligatorios.",
    remedy_en="Give the folder that holds the YAML files, and add the missing file.",
    remedy_es="Indique la carpeta que contiene los archivos YAML y agregue el archivo faltante.",
)
OPTIONAL_FILE_ABSENT = declare(
    "RC-02",
    en="A file that is absent counts as an empty list.",
    es="Un archivo ausente cuenta como lista vacía.",
    remedy_en="Add the file if the record should have such entries; otherwise nothing needs to be done.",
    remedy_es="Agregue el archivo si el registro debe tener esas entradas; de lo contrario no hace falta nada.",
    severity=Severity.WARNING,
)
UNKNOWN_FILE = declare(
    "RC-03",
    en="Every YAML file of the folder is a file of the format.",
    es="Todo archivo YAML de la carpeta pertenece al formato.",
    remedy_en="Correct the file name or move the file out of the folder; it was not read.",
    remedy_es="Corrija el nombre o retire el archivo de la carpeta; no se leyó.",
    severity=Severity.WARNING,
)
FILE_TOO_LARGE = declare(
    "RC-04",
    en="A file of the record holds at most 60 MB.",
    es="Un archivo del registro contiene 60 MB como máximo.",
    remedy_en="Check that this is the right file.",
    remedy_es="Compruebe que sea el archivo correcto.",
)
WRONG_ENCODING = declare(
    "RC-05",
    en="A file of the record is text in UTF-8.",
    es="Un archivo del registro es texto en UTF-8.",
    remedy_en="Save the file again as UTF-8 text.",
    remedy_es="Guarde de nuevo el archivo como texto UTF-8.",
)
BAD_YAML = declare(
    "RC-06",
    en="A file of the record is well-formed YAML.",
    es="Un archivo del registro es YAML bien formado.",
    remedy_en="Correct the line; the rest of this file was not read.",
    remedy_es="Corrija la línea; el resto de este archivo no se leyó.",
)
ANCHOR_OR_TAG = declare(
    "RC-07",
    en="A file of the record has no anchors, aliases or tags.",
    es="Un archivo del registro no tiene anclas, alias ni etiquetas de tipo.",
    remedy_en="Write the values out, and put text that begins with & * or ! in quotes; "
    "the rest of this file was not read.",
    remedy_es="Escriba los valores completos y ponga entre comillas el texto que empiece con & * o !; "
    "el resto de este archivo no se leyó.",
)
DUPLICATE_KEY = declare(
    "RC-08",
    en="A record names each field once.",
    es="Un registro nombra cada campo una sola vez.",
    remedy_en="Keep one of the two.",
    remedy_es="Conserve uno de los dos.",
)
TOO_DEEP = declare(
    "RC-09",
    en="A record is at most 8 levels deep and holds at most 50,000 values.",
    es="Un registro tiene 8 niveles de profundidad y 50 000 valores como máximo.",
    remedy_en="Check that this is a file of the record; the rest of it was not read.",
    remedy_es="Compruebe que sea un archivo del registro; el resto no se leyó.",
)
WRONG_SHAPE = declare(
    "RC-10",
    en="A file is one list of records; legends.yaml is one mapping of lists.",
    es="Un archivo es una lista de registros; legends.yaml es un conjunto de listas con nombre.",
    remedy_en="Begin each record with '- ' and its identifier, as in the bundled record.",
    remedy_es="Empiece cada registro con '- ' y su identificador, como en el registro incluido.",
)
TOO_MANY_FINDINGS = declare(
    "RC-11",
    en="A file with more than 2,000 errors is not read to its end.",
    es="Un archivo con más de 2000 errores no se lee hasta el final.",
    remedy_en="Correct the errors shown, then load again to see the others.",
    remedy_es="Corrija los errores mostrados y cargue de nuevo para ver los demás.",
)

# Fields.

UNKNOWN_FIELD = declare(
    "RC-12",
    en="A record has no field beyond those of the format.",
    es="Un registro no tiene campos ajenos al formato.",
    remedy_en="Correct the name of the field or remove it.",
    remedy_es="Corrija el nombre del campo o elimínelo.",
)
MISSING_FIELD = declare(
    "RC-13",
    en="A record has every required field.",
    es="Un registro tiene todos los campos obligatorios.",
    remedy_en="Add the field; where the format allows it, null means looked for and not known.",
    remedy_es="Agregue el campo; donde el formato lo permite, null significa buscado y no conocido.",
)
WRONG_TYPE = declare(
    "RC-14",
    en="A value has the type of its field.",
    es="Un valor tiene el tipo de su campo.",
    remedy_en="Write the value as the format says.",
    remedy_es="Escriba el valor como indica el formato.",
)
MISSING_LANGUAGE = declare(
    "RC-15",
    en="Every text stands in English and in Spanish.",
    es="Todo texto consta en español y en inglés.",
    remedy_en="Write the text in the missing language.",
    remedy_es="Escriba el texto en el idioma faltante.",
)
WRONG_DATE = declare(
    "RC-16",
    en="A date is a day, month or year of the calendar, as 2021-09-09, 2021-09 or 2021.",
    es="Una fecha es un día, mes o año del calendario, como 2021-09-09, 2021-09 o 2021.",
    remedy_en="Correct the date.",
    remedy_es="Corrija la fecha.",
)
WRONG_PRECISION = declare(
    "RC-17",
    en="A precision says how much of its date is known.",
    es="La precisión indica cuánto se conoce de su fecha.",
    remedy_en="Write day, month or year as the date has it, and unknown where the date is null.",
    remedy_es="Escriba day, month o year según la fecha, y unknown donde la fecha sea null.",
)
WRONG_NUMBER = declare(
    "RC-18",
    en="A number is written in digits, without separators, and within its bounds.",
    es="Un número se escribe con dígitos, sin separadores y dentro de sus límites.",
    remedy_en="Write the number as 1500000 or 12.5, without quotes; put words such as 'about' in the note.",
    remedy_es="Escriba el número como 1500000 o 12.5, sin comillas; ponga palabras como «cerca de» en la nota.",
)
WRONG_URL = declare(
    "RC-19",
    en="An address begins with http:// or https://, names a host and has no spaces.",
    es="Una dirección empieza con http:// o https://, nombra un sitio y no tiene espacios.",
    remedy_en="Give the whole address of the page.",
    remedy_es="Indique la dirección completa de la página.",
)
UNKNOWN_CODE = declare(
    "RC-20",
    en="A code stands in its legend.",
    es="Un código consta en su catálogo.",
    remedy_en="Use a code of the legend, or add the code to legends.yaml with its labels.",
    remedy_es="Use un código del catálogo o agréguelo a legends.yaml con sus etiquetas.",
)
WRONG_COMPANION = declare(
    "RC-21",
    en="A field that explains another is there exactly when the other holds a value.",
    es="Un campo que explica a otro consta solo cuando el otro tiene valor.",
    remedy_en="Add the field where the other has a value; remove it where the other is null.",
    remedy_es="Agregue el campo donde el otro tenga valor; elimínelo donde el otro sea null.",
)
EMPTY_OPTIONAL_LIST = declare(
    "RC-22",
    en="An optional list that is written is not empty.",
    es="Una lista opcional que se escribe no está vacía.",
    remedy_en="Remove the field; it was read as absent.",
    remedy_es="Elimine el campo; se leyó como ausente.",
    severity=Severity.WARNING,
)
CONTROL_CHARACTER = declare(
    "RC-23",
    en="A text has no control characters.",
    es="Un texto no tiene caracteres de control.",
    remedy_en="Remove the character.",
    remedy_es="Elimine el carácter.",
)
WRONG_IDENTIFIER = declare(
    "RC-24",
    en="An identifier is at most 80 letters, digits, dots, dashes or underscores, and begins with a letter or digit.",
    es="Un identificador tiene hasta 80 letras, dígitos, puntos, guiones o guiones bajos, "
    "y empieza con letra o dígito.",
    remedy_en="Correct the identifier; it is part of the address of a page.",
    remedy_es="Corrija el identificador; forma parte de la dirección de una página.",
)
WRONG_LENGTH = declare(
    "RC-25",
    en="A list has as many entries as its field allows.",
    es="Una lista tiene tantas entradas como permite su campo.",
    remedy_en="Add or remove entries.",
    remedy_es="Agregue o elimine entradas.",
)
WRONG_DIGEST = declare(
    "RC-26",
    en="A digest is the SHA-256 of a text in 64 hexadecimal digits.",
    es="Una huella es el SHA-256 de un texto en 64 dígitos hexadecimales.",
    remedy_en="Compute the digest of the text file again.",
    remedy_es="Calcule de nuevo la huella del archivo de texto.",
)

# Identity and reference.

DUPLICATE_IDENTIFIER = declare(
    "RC-30",
    en="An identifier names one record.",
    es="Un identificador nombra un solo registro.",
    remedy_en="Give one of the two another identifier, or keep only one.",
    remedy_es="Asigne otro identificador a uno de los dos o conserve solo uno.",
)
UNKNOWN_REFERENCE = declare(
    "RC-31",
    en="A reference leads to a record that exists.",
    es="Una referencia lleva a un registro que existe.",
    remedy_en="Correct the identifier, or add the record it names.",
    remedy_es="Corrija el identificador o agregue el registro que nombra.",
)
REPEATED_ENTRY = declare(
    "RC-32",
    en="A list of references or codes names each once.",
    es="Una lista de referencias o códigos nombra cada uno una sola vez.",
    remedy_en="Remove the repetition.",
    remedy_es="Elimine la repetición.",
)

# What records say about each other.

AGENCY_OF_OTHER_PARTY = declare(
    "RC-40",
    en="agencies_us names agencies of the United States, agencies_mx those of Mexico.",
    es="agencies_us nombra dependencias de Estados Unidos y agencies_mx las de México.",
    remedy_en="Move the agency to the other list, or correct its country.",
    remedy_es="Pase la dependencia a la otra lista o corrija su país.",
)
OBJECTIVE_OF_OTHER_PILLAR = declare(
    "RC-41",
    en="A commitment and its objective belong to one pillar.",
    es="Un compromiso y su objetivo pertenecen a un mismo pilar.",
    remedy_en="Correct the pillar or the objective.",
    remedy_es="Corrija el pilar o el objetivo.",
)
INITIATIVE_OF_OTHER_PILLAR = declare(
    "RC-42",
    en="A commitment and its initiative belong to one pillar.",
    es="Un compromiso y su iniciativa pertenecen a un mismo pilar.",
    remedy_en="Correct the pillar or the initiative.",
    remedy_es="Corrija el pilar o la iniciativa.",
)
CHILD_OF_ITSELF = declare(
    "RC-43",
    en="A commitment is not carried out through itself.",
    es="Un compromiso no se ejecuta por medio de sí mismo.",
    remedy_en="Remove the commitment from its own children.",
    remedy_es="Quite el compromiso de sus propios compromisos derivados.",
)
CYCLE_OF_PARENTS = declare(
    "RC-44",
    en="No commitment is, through its children, its own parent.",
    es="Ningún compromiso es, a través de sus derivados, origen de sí mismo.",
    remedy_en="Remove one of the links of the circle.",
    remedy_es="Quite uno de los eslabones del círculo.",
)
SEVERAL_PARENTS = declare(
    "RC-45",
    en="A commitment carries out one general commitment.",
    es="Un compromiso deriva de un solo compromiso general.",
    remedy_en="Keep one parent, unless the sources place it under both; it is shown under each.",
    remedy_es="Conserve un solo origen, salvo que las fuentes lo ubiquen en ambos; se muestra en cada uno.",
    severity=Severity.WARNING,
)
CHILD_BEFORE_PARENT = declare(
    "RC-46",
    en="A commitment is stated no earlier than the general one it carries out.",
    es="Un compromiso no se expresa antes que el general del que deriva.",
    remedy_en="Check both dates, or whether the link is right.",
    remedy_es="Revise ambas fechas o si el vínculo es correcto.",
    severity=Severity.WARNING,
)
DUE_BEFORE_STATED = declare(
    "RC-47",
    en="A due date without a note does not lie before the promise.",
    es="Una fecha de vencimiento sin nota no es anterior a la promesa.",
    remedy_en="Correct the date, or say in due_note how it was stated.",
    remedy_es="Corrija la fecha o explique en due_note cómo se expresó.",
)
DUE_BEFORE_STATED_WITH_NOTE = declare(
    "RC-48",
    en="A due date does not lie before the promise.",
    es="Una fecha de vencimiento no es anterior a la promesa.",
    remedy_en="Check the date against its note.",
    remedy_es="Coteje la fecha con su nota.",
    severity=Severity.WARNING,
)
DUE_IS_A_START = declare(
    "RC-49",
    en="A due date is the date by which the promise is to be kept, not its start.",
    es="La fecha de vencimiento es la fecha en que la promesa debe estar cumplida, no su inicio.",
    remedy_en="Read the note: the date was stated as a start. Give the end if a source states it.",
    remedy_es="Lea la nota: la fecha se expresó como inicio. Indique el término si una fuente lo da.",
    severity=Severity.WARNING,
)
END_BEFORE_START = declare(
    "RC-50",
    en="An end does not lie before its start.",
    es="Un término no es anterior a su inicio.",
    remedy_en="Correct one of the two.",
    remedy_es="Corrija uno de los dos.",
)
HAPPENED_AFTER_REPORT = declare(
    "RC-51",
    en="A thing is reported no earlier than it happened.",
    es="Un hecho no se informa antes de ocurrir.",
    remedy_en="Check both dates; an expectation has kind forecast.",
    remedy_es="Revise ambas fechas; una expectativa lleva el tipo forecast.",
    severity=Severity.WARNING,
)
STATED_ON_NOT_EARLIEST = declare(
    "RC-52",
    en="stated_on is the date of the earliest dated document in stated_in.",
    es="stated_on es la fecha del documento fechado más antiguo de stated_in.",
    remedy_en="Correct the date, or the documents that state the promise.",
    remedy_es="Corrija la fecha o los documentos que expresan la promesa.",
    severity=Severity.WARNING,
)
REPORT_WITHOUT_SOURCE = declare(
    "RC-53",
    en="A report names a document or an address; only a search that found nothing needs none.",
    es="Un informe indica un documento o una dirección; solo una búsqueda sin resultado no lo requiere.",
    remedy_en="Add the document or source_url.",
    remedy_es="Agregue el documento o source_url.",
)
REPORT_BEFORE_PROMISE = declare(
    "RC-54",
    en="A report about a promise is no older than the promise.",
    es="Un informe sobre una promesa no es anterior a la promesa.",
    remedy_en="Check both dates; a baseline or an earlier work stays as it is, and is shown with this remark.",
    remedy_es="Revise ambas fechas; una línea base o un trabajo previo se conserva y se muestra con esta observación.",
    severity=Severity.WARNING,
)
STATES_AND_REPORTS_DONE = declare(
    "RC-55",
    en="A document that states a promise does not also report it done.",
    es="Un documento que expresa una promesa no la reporta también como cumplida.",
    remedy_en="Look for an independent report; announcement and delivery rest on one paper.",
    remedy_es="Busque un informe independiente; anuncio y cumplimiento descansan en un mismo documento.",
    severity=Severity.WARNING,
)
UNDATED_DOCUMENT = declare(
    "RC-56",
    en="A document has a date.",
    es="Un documento tiene fecha.",
    remedy_en="Add the date if it can be found; until then the document appears only in views without a date.",
    remedy_es="Agregue la fecha si se encuentra; mientras tanto, el documento solo aparece en vistas sin fecha.",
    severity=Severity.WARNING,
)
UNDATED_REPORT = declare(
    "RC-57",
    en="A report has a date.",
    es="Un informe tiene fecha.",
    remedy_en="Add the date if it can be found; until then the report appears only in views without a date.",
    remedy_es="Agregue la fecha si se encuentra; mientras tanto, el informe solo aparece en vistas sin fecha.",
    severity=Severity.WARNING,
)
UNDATED_COMMITMENT = declare(
    "RC-58",
    en="A commitment has the date on which it was stated.",
    es="Un compromiso tiene la fecha en que se expresó.",
    remedy_en="Date one of its documents; until then the commitment appears only in views without a date.",
    remedy_es="Feche uno de sus documentos; mientras tanto, el compromiso solo aparece en vistas sin fecha.",
    severity=Severity.WARNING,
)
AGENCIES_INFERRED = declare(
    "RC-59",
    en="The agencies of a commitment are named in a source.",
    es="Las dependencias de un compromiso se nombran en una fuente.",
    remedy_en="Find the source that names them; until then they are marked as inferred wherever they are shown.",
    remedy_es="Encuentre la fuente que las nombra; mientras tanto se marcan como deducidas donde se muestren.",
    severity=Severity.WARNING,
)
AGENCIES_AGAINST_BASIS = declare(
    "RC-60",
    en="A commitment lists agencies exactly when agencies_basis is not none_named.",
    es="Un compromiso enlista dependencias solo cuando agencies_basis no es none_named.",
    remedy_en="Add the agencies or correct agencies_basis.",
    remedy_es="Agregue las dependencias o corrija agencies_basis.",
)
REPORT_OF_OTHER_DATE = declare(
    "RC-61",
    en="A report carries the date of the document that makes it.",
    es="Un informe lleva la fecha del documento que lo contiene.",
    remedy_en="Check the date of the report against that of its document.",
    remedy_es="Coteje la fecha del informe con la de su documento.",
    severity=Severity.WARNING,
)
LATE_WITHOUT_DUE = declare(
    "RC-62",
    en="A delivery is late against a due date.",
    es="Una entrega es tardía respecto de una fecha de vencimiento.",
    remedy_en="Give the commitment its due date, or remove late.",
    remedy_es="Indique la fecha de vencimiento del compromiso o quite late.",
    severity=Severity.WARNING,
)
DOCUMENT_WITHOUT_PLACE = declare(
    "RC-63",
    en="A document has an address, or is an act of the register.",
    es="Un documento tiene una dirección o es un acto del registro de acuerdos.",
    remedy_en="Add the address of the document, or the digest of the act.",
    remedy_es="Agregue la dirección del documento o la huella del acto.",
)

# Passages.

PASSAGE_SUBJECT = declare(
    "RC-70",
    en="A passage belongs to one commitment, objective or pillar.",
    es="Un pasaje corresponde a un solo compromiso, objetivo o pilar.",
    remedy_en="Name exactly one of them.",
    remedy_es="Nombre exactamente uno de ellos.",
)
PASSAGE_OF_OTHER_DOCUMENT = declare(
    "RC-71",
    en="The passage of a commitment or objective stands in a document that states it.",
    es="El pasaje de un compromiso u objetivo consta en un documento que lo expresa.",
    remedy_en="Correct the document, or add it to stated_in.",
    remedy_es="Corrija el documento o agréguelo a stated_in.",
    severity=Severity.WARNING,
)
PASSAGES_OF_TWO_TEXTS = declare(
    "RC-72",
    en="All passages of a document in one language are counted in the same text.",
    es="Todos los pasajes de un documento en un idioma se cuentan en el mismo texto.",
    remedy_en="Count the passages again in one text and give its digest.",
    remedy_es="Cuente de nuevo los pasajes en un solo texto e indique su huella.",
)

RULES: tuple[Rule, ...] = tuple(value for value in globals().values() if isinstance(value, Rule))
"""Every rule of the record, in order of its code."""
