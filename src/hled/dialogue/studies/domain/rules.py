"""Rules of questions and of stored studies."""

from hled.kernel.rule import Severity, declare

SQ_01 = declare(
    "SQ-01",
    en="A question has the parameters that it knows, each with a value that it takes.",
    es="Una pregunta tiene los parámetros que conoce, cada uno con un valor que admite.",
    remedy_en="The help of the command and the page of the question list them.",
    remedy_es="La ayuda del comando y la página de la pregunta los enumeran.",
)
SQ_02 = declare(
    "SQ-02",
    en="A question about several countries is asked of a table of several countries.",
    es="Una pregunta sobre varios países se hace a una tabla de varios países.",
    remedy_en="Choose another table: hled tables list says which have countries.",
    remedy_es="Elija otra tabla: hled tables list dice cuáles tienen países.",
)
SQ_03 = declare(
    "SQ-03",
    en="A study that is run again gives the same digits.",
    es="Un estudio que se repite da las mismas cifras.",
    remedy_en="Compare the versions and the digests of the tables of both runs; keep the new result as a study of its own.",
    remedy_es="Compare las versiones y los resúmenes criptográficos de las tablas de ambas corridas; guarde el resultado nuevo como otro estudio.",
)
SQ_04 = declare(
    "SQ-04",
    en="A study rests on the edition of its tables that stands today.",
    es="Un estudio se apoya en la edición vigente de sus tablas.",
    remedy_en="It is out of date: ask the question again, and keep both.",
    remedy_es="Está desactualizado: haga de nuevo la pregunta y conserve ambos.",
    severity=Severity.WARNING,
)
SQ_05 = declare(
    "SQ-05",
    en="A published value is reproduced within its tolerance.",
    es="Un valor publicado se reproduce dentro de su tolerancia.",
    remedy_en="Compare the edition of the table with that of the source; if they are the same, report it: the engine is wrong.",
    remedy_es="Compare la edición de la tabla con la de la fuente; si son la misma, repórtelo: el motor está mal.",
)
SQ_06 = declare(
    "SQ-06",
    en="A range is asked for one country at a time.",
    es="Un intervalo se pide para un solo país a la vez.",
    remedy_en="Name one region, such as USA; groups of regions have no range.",
    remedy_es="Nombre una sola región, como USA; los grupos de regiones no tienen intervalo.",
)
