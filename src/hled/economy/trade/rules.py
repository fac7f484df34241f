"""Rules of trade by product and of questions about dependency."""

from hled.kernel.rule import Severity, declare

TD_01 = declare(
    "TD-01",
    en="Every trade figure is a finite number.",
    es="Cada cifra de comercio es un número finito.",
    remedy_en="Get the file again or take the line out and say so; a missing figure is not a zero.",
    remedy_es="Obtenga de nuevo el archivo o quite la línea y dígalo; un dato faltante no es un cero.",
)
TD_02 = declare(
    "TD-02",
    en="Values, duties, quantities and distances are 0 or more.",
    es="Los valores, aranceles pagados, cantidades y distancias son de 0 o más.",
    remedy_en="Correct the figure or ask the publisher what it means; nothing was set to zero.",
    remedy_es="Corrija la cifra o pregunte a quien publica qué significa; nada se puso en cero.",
)
TD_03 = declare(
    "TD-03",
    en="Every array has the shape that the labels of products and partners say.",
    es="Cada arreglo tiene la forma que indican las etiquetas de productos y socios.",
    remedy_en="Give one row to each product and one column to each partner, in the order of the labels.",
    remedy_es="Dé una fila a cada producto y una columna a cada socio, en el orden de las etiquetas.",
)
TD_04 = declare(
    "TD-04",
    en="Each product, partner and exporter occurs once.",
    es="Cada producto, socio y exportador aparece una sola vez.",
    remedy_en="Add up the rows of one product and partner before the arrays are made.",
    remedy_es="Sume las filas de un mismo producto y socio antes de formar los arreglos.",
)
TD_05 = declare(
    "TD-05",
    en="A partner, list or exporter that is asked for is known.",
    es="El socio, la lista o el exportador que se pide es conocido.",
    remedy_en="Use a code of the table, three letters for a country, or give the list under that name.",
    remedy_es="Use un código de la tabla, tres letras para un país, o proporcione la lista con ese nombre.",
)
TD_06 = declare(
    "TD-06",
    en="A group and one of its members are never counted at once.",
    es="Un grupo y uno de sus miembros nunca se cuentan a la vez.",
    remedy_en="Drop the member, or use a table that has the members and not the group; a group's figure cannot be divided among them.",
    remedy_es="Quite al miembro o use una tabla que tenga a los miembros y no al grupo; la cifra de un grupo no se puede repartir.",
)
TD_07 = declare(
    "TD-07",
    en="An external set has at least one partner.",
    es="Un conjunto externo tiene al menos un socio.",
    remedy_en="Choose another set: outside:USA, outside:USMCA, outside:LIST or one:CHN.",
    remedy_es="Elija otro conjunto: outside:USA, outside:USMCA, outside:LISTA u one:CHN.",
)
TD_08 = declare(
    "TD-08",
    en="An external set is written outside:CODES, outside:LIST or one:CODE.",
    es="Un conjunto externo se escribe outside:CÓDIGOS, outside:LISTA u one:CÓDIGO.",
    remedy_en="Examples: outside:USA, outside:USMCA, outside:CAN,MEX,USA, one:CHN.",
    remedy_es="Ejemplos: outside:USA, outside:USMCA, outside:CAN,MEX,USA, one:CHN.",
)
TD_09 = declare(
    "TD-09",
    en="Something is traded in what is asked for.",
    es="En lo que se pide hay comercio.",
    remedy_en="Widen the products, the partners or the years; a result of nothing is not shown as zeros.",
    remedy_es="Amplíe los productos, los socios o los años; un resultado vacío no se muestra como ceros.",
)
TD_10 = declare(
    "TD-10",
    en="Thresholds, draws, seeds and shares asked for lie where they have a meaning.",
    es="Los umbrales, sorteos, semillas y proporciones que se piden están donde tienen sentido.",
    remedy_en="Indices and shares lie between 0 and 1, a range runs upward, draws and parts are 1 or more, a seed is 0 or more.",
    remedy_es="Los índices y proporciones están entre 0 y 1, un intervalo va de menor a mayor, los sorteos y las partes son 1 o más, "
    "la semilla es 0 o más.",
)
TD_11 = declare(
    "TD-11",
    en="Tables of trade are combined only with identical products, partners, edition and year, in the same order.",
    es="Las tablas de comercio se combinan solo con productos, socios, edición y año idénticos y en el mismo orden.",
    remedy_en="First take both to one edition of the Harmonized System, one order of codes and one year.",
    remedy_es="Lleve primero ambas a una edición del Sistema Armonizado, un mismo orden de códigos y un mismo año.",
)
TD_12 = declare(
    "TD-12",
    en="A criterion is computed on loaded data only.",
    es="Un criterio se calcula solo con datos cargados.",
    remedy_en="Load the table that is named; until then the verdict rests on the other criteria and no product is called stable.",
    remedy_es="Cargue la tabla indicada; mientras tanto el dictamen se apoya en los demás criterios y ningún producto se llama estable.",
    severity=Severity.WARNING,
)
TD_13 = declare(
    "TD-13",
    en="Observed duty is asked of a table that has duties.",
    es="El arancel observado se pide a una tabla que tiene aranceles pagados.",
    remedy_en="Use a table with calculated duty, such as the U.S. imports bundled with hled.",
    remedy_es="Use una tabla con el arancel calculado, como las importaciones de Estados Unidos incluidas en hled.",
)
TD_14 = declare(
    "TD-14",
    en="The years of one question differ, are of one importer and lie in one window of three.",
    es="Los años de una misma pregunta son distintos, de un mismo importador y caben en una ventana de tres.",
    remedy_en="Give each year once, of the same importer, at most two years apart.",
    remedy_es="Dé cada año una vez, del mismo importador y con dos años de diferencia como máximo.",
)
