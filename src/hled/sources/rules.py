"""Rules that published data and their folders must satisfy."""

from hled.kernel.rule import Severity, declare

SR_01 = declare(
    "SR-01",
    en="A data set has a manifest that names every required field.",
    es="Un conjunto de datos tiene un manifiesto con todos los campos requeridos.",
    remedy_en="Write the missing fields into manifest.json: id, title, provider, license, attribution, vintage, files.",
    remedy_es="Escriba en manifest.json los campos que faltan: id, title, provider, license, attribution, vintage, files.",
)
SR_02 = declare(
    "SR-02",
    en="Every declared file exists.",
    es="Todo archivo declarado existe.",
    remedy_en="Restore the file, or take it out of the declaration.",
    remedy_es="Restituya el archivo o quítelo de la declaración.",
)
SR_03 = declare(
    "SR-03",
    en="A file has the declared SHA-256 digest.",
    es="Un archivo tiene el resumen SHA-256 declarado.",
    remedy_en="Get the file again from its source; if the change is meant, declare the new digest with its reason.",
    remedy_es="Obtenga de nuevo el archivo de su fuente; si el cambio es intencional, declare el nuevo resumen y su motivo.",
)
SR_04 = declare(
    "SR-04",
    en="Every file in a data folder is declared.",
    es="Todo archivo de una carpeta de datos está declarado.",
    remedy_en="Declare the file with its digest, or remove it from the folder.",
    remedy_es="Declare el archivo con su resumen o retírelo de la carpeta.",
)
SR_05 = declare(
    "SR-05",
    en="A key occurs once; two equal rows count as one.",
    es="Una clave aparece una sola vez; dos filas iguales cuentan como una.",
    remedy_en="Nothing was added twice. Report the duplicate to the provider.",
    remedy_es="Nada se sumó dos veces. Informe del duplicado al proveedor.",
    severity=Severity.WARNING,
)
SR_06 = declare(
    "SR-06",
    en="Two rows with one key agree.",
    es="Dos filas con la misma clave coinciden.",
    remedy_en="The figure is treated as missing until the provider says which row holds.",
    remedy_es="La cifra se trata como faltante hasta que el proveedor indique cuál fila es válida.",
    severity=Severity.WARNING,
)
SR_07 = declare(
    "SR-07",
    en="A value that stands for 'missing' is not a figure.",
    es="Un valor que significa «faltante» no es una cifra.",
    remedy_en="The periods are kept as missing; nothing was filled in.",
    remedy_es="Los periodos quedan como faltantes; no se rellenó nada.",
    severity=Severity.WARNING,
)
SR_08 = declare(
    "SR-08",
    en="A place is given under a former name.",
    es="Un lugar aparece con su nombre anterior.",
    remedy_en="It was matched by an explicit table to the code of its present name; see the note.",
    remedy_es="Se asignó mediante una tabla explícita a la clave de su nombre actual; véase la nota.",
    severity=Severity.WARNING,
)
SR_09 = declare(
    "SR-09",
    en="A place is known.",
    es="Un lugar es conocido.",
    remedy_en="Add the provider's name to the table of places, or correct the file.",
    remedy_es="Agregue el nombre usado por el proveedor a la tabla de lugares o corrija el archivo.",
)
SR_10 = declare(
    "SR-10",
    en="The name of a data set is free.",
    es="El nombre de un conjunto de datos está libre.",
    remedy_en="Choose another id, or remove the set that has it.",
    remedy_es="Elija otro identificador o retire el conjunto que lo tiene.",
)
SR_11 = declare(
    "SR-11",
    en="A data set states under which terms it may be used.",
    es="Un conjunto de datos indica en qué términos puede usarse.",
    remedy_en="Write the license into the manifest; write 'unknown' where it is not known.",
    remedy_es="Escriba la licencia en el manifiesto; escriba 'unknown' si no se conoce.",
)
SR_12 = declare(
    "SR-12",
    en="The path of a data set can be read and stays inside its folder.",
    es="La ruta de un conjunto de datos se puede leer y no sale de su carpeta.",
    remedy_en="Give a file or folder that exists, and relative names of files inside it.",
    remedy_es="Indique un archivo o carpeta que exista y nombres relativos de archivos dentro de ella.",
)
SR_13 = declare(
    "SR-13",
    en="A total covers all its parts.",
    es="Un total cubre todas sus partes.",
    remedy_en="The rate is of the parts that were published; the others are named.",
    remedy_es="La tasa corresponde a las partes publicadas; se nombran las demás.",
    severity=Severity.WARNING,
)
SR_14 = declare(
    "SR-14",
    en="One series keeps one meaning.",
    es="Una serie conserva un solo significado.",
    remedy_en="Only the stretch with the stated meaning is used.",
    remedy_es="Solo se usa el tramo que tiene el significado indicado.",
    severity=Severity.WARNING,
)
