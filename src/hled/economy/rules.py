"""Rules that a table and a question to the engine must satisfy."""

from hled.kernel.rule import Severity, declare

IO_01 = declare(
    "IO-01",
    en="A label occurs once.",
    es="Una etiqueta aparece una sola vez.",
    remedy_en="Give each region, sector and pair of both one row; add up the rows before loading if they are parts.",
    remedy_es="Dé a cada región, sector y par de ambos una sola fila; si son partes, súmelas antes de cargar.",
)
IO_02 = declare(
    "IO-02",
    en="Every block has the shape that its labels say.",
    es="Cada bloque tiene la forma que indican sus etiquetas.",
    remedy_en="Check that no row or column was dropped, and that the labels belong to this table.",
    remedy_es="Revise que no falte ninguna fila o columna y que las etiquetas sean de esta tabla.",
)
IO_03 = declare(
    "IO-03",
    en="Every cell is a finite number.",
    es="Cada celda es un número finito.",
    remedy_en="Get the file again, or decide on each missing cell and say so; the engine fills in nothing.",
    remedy_es="Obtenga de nuevo el archivo o decida cada celda faltante y dígalo; el motor no rellena nada.",
)
IO_04 = declare(
    "IO-04",
    en="The economy is productive: the spectral radius of the coefficients is below one.",
    es="La economía es productiva: el radio espectral de los coeficientes es menor que uno.",
    remedy_en="Check that x contains the same flows as Z, or use the domestic table.",
    remedy_es="Revise que x contenga los mismos flujos que Z, o use la tabla doméstica.",
    source="Miller & Blair (2022), Input-Output Analysis, 3rd ed., ch. 2",
)
IO_05 = declare(
    "IO-05",
    en="Sales to industries and to final demand add up to output.",
    es="Las ventas a industrias y a la demanda final suman la producción.",
    remedy_en="Check that Z, final demand and output are of one table, year and price basis.",
    remedy_es="Revise que Z, la demanda final y la producción sean de una misma tabla, año y base de precios.",
)
IO_06 = declare(
    "IO-06",
    en="Rows balance to the last unit.",
    es="Las filas cuadran hasta la última unidad.",
    remedy_en="Nothing was repaired. Choose the balance rule (supplied output or row sums) and read the intervals.",
    remedy_es="No se reparó nada. Elija la regla de balance (producción dada o sumas por fila) y lea los intervalos.",
    severity=Severity.WARNING,
)
IO_07 = declare(
    "IO-07",
    en="No industry sells a negative amount to another.",
    es="Ninguna industria vende a otra un monto negativo.",
    remedy_en="The cell is used as it stands; ask the publisher what it means.",
    remedy_es="La celda se usa como está; pregunte a quien publica qué significa.",
    severity=Severity.WARNING,
)
IO_08 = declare(
    "IO-08",
    en="Every industry has output.",
    es="Toda industria tiene producción.",
    remedy_en="The industry sells and buys nothing and takes no part; aggregate it if that is not meant.",
    remedy_es="La industria no vende ni compra y no participa; agréguela si no es lo que se quiere.",
    severity=Severity.WARNING,
)
IO_09 = declare(
    "IO-09",
    en="An industry that buys or sells has positive output.",
    es="Una industria que compra o vende tiene producción positiva.",
    remedy_en="Correct output or the flows of the industry; coefficients would not exist.",
    remedy_es="Corrija la producción o los flujos de la industria; no existirían coeficientes.",
)
IO_10 = declare(
    "IO-10",
    en="Value added of an industry is not negative.",
    es="El valor agregado de una industria no es negativo.",
    remedy_en="The figure is used as it stands; such an industry cannot be part of a share between 0 and 1.",
    remedy_es="La cifra se usa como está; esa industria no puede formar parte de una proporción entre 0 y 1.",
    severity=Severity.WARNING,
)
IO_11 = declare(
    "IO-11",
    en="Changes in inventories stand apart in final demand.",
    es="La variación de existencias está separada en la demanda final.",
    remedy_en="Upstreamness is given without the inventory correction, and says so.",
    remedy_es="La posición aguas arriba se da sin corrección de existencias, y así se indica.",
    severity=Severity.WARNING,
)
IO_12 = declare(
    "IO-12",
    en="All blocks of a table are of one year.",
    es="Todos los bloques de una tabla son de un mismo año.",
    remedy_en="Load the block of the same year and edition.",
    remedy_es="Cargue el bloque del mismo año y la misma edición.",
)
IO_13 = declare(
    "IO-13",
    en="A region, sector, category or account that is asked for is in the table.",
    es="La región, el sector, la categoría o la cuenta que se pide está en la tabla.",
    remedy_en="hled tables show ID lists the labels of a table.",
    remedy_es="hled tables show ID muestra las etiquetas de una tabla.",
)
IO_14 = declare(
    "IO-14",
    en="A share lies between 0 and 1.",
    es="Una proporción está entre 0 y 1.",
    remedy_en="Give a fraction: 0.33 for a third.",
    remedy_es="Dé una fracción: 0.33 para un tercio.",
)
IO_15 = declare(
    "IO-15",
    en="A set that is asked for is not empty.",
    es="El conjunto que se pide no está vacío.",
    remedy_en="Name at least one region and one sector that the table has and that trade.",
    remedy_es="Nombre al menos una región y un sector que la tabla tenga y que comercien.",
)
IO_16 = declare(
    "IO-16",
    en="The job fits the memory allowed.",
    es="El trabajo cabe en la memoria permitida.",
    remedy_en="Allow more memory, aggregate the table, or take the slower plan.",
    remedy_es="Permita más memoria, agregue la tabla o tome el plan más lento.",
)
IO_17 = declare(
    "IO-17",
    en="Tables are combined only with identical labels in the same order, unit and price basis.",
    es="Las tablas se combinan solo con etiquetas idénticas y en el mismo orden, misma unidad y base de precios.",
    remedy_en="Aggregate both to common labels first, each with its own concordance.",
    remedy_es="Primero agregue ambas a etiquetas comunes, cada una con su propia tabla de correspondencia.",
)
IO_18 = declare(
    "IO-18",
    en="Each row of a concordance has weights of 0 or more that add up to one.",
    es="Cada fila de una tabla de correspondencia tiene pesos de 0 o más que suman uno.",
    remedy_en="Say where each source label goes, in shares; nothing is dropped and nothing counted twice.",
    remedy_es="Diga a dónde va cada etiqueta de origen, en proporciones; nada se pierde ni se cuenta dos veces.",
)
IO_19 = declare(
    "IO-19",
    en="Inputs and value added of an industry add up to its output.",
    es="Los insumos y el valor agregado de una industria suman su producción.",
    remedy_en="Value added is used as supplied; the gap is what stands in neither, such as taxes and margins.",
    remedy_es="El valor agregado se usa como fue dado; la diferencia es lo que no está en ninguno, como impuestos y márgenes.",
    severity=Severity.WARNING,
)
IO_20 = declare(
    "IO-20",
    en="The table that is asked for is known.",
    es="La tabla que se pide es conocida.",
    remedy_en="hled tables list names the tables; hled tables add FILE adds one.",
    remedy_es="hled tables list nombra las tablas; hled tables add FILE agrega una.",
)
IO_21 = declare(
    "IO-21",
    en="Every row and column of a file has a label that its layout and its lists of labels know.",
    es="Cada fila y columna de un archivo tiene una etiqueta que su formato y sus listas de etiquetas conocen.",
    remedy_en="Correct the label in the file or add it to the list; no row or column is left out in silence.",
    remedy_es="Corrija la etiqueta en el archivo o agréguela a la lista; ninguna fila o columna se omite sin decirlo.",
)
IO_22 = declare(
    "IO-22",
    en="A file of a table can be read and has the layout that was named.",
    es="El archivo de una tabla se puede leer y tiene el formato indicado.",
    remedy_en="Name another layout with --format, or convert the table to the plain layout: see the page Tables.",
    remedy_es="Indique otro formato con --format o convierta la tabla al formato simple: véase la página Tablas.",
)
IO_23 = declare(
    "IO-23",
    en="The id of a table is free, short and plain: small letters, digits and hyphens.",
    es="El identificador de una tabla está libre y es corto y sencillo: minúsculas, dígitos y guiones.",
    remedy_en="Choose another with --id.",
    remedy_es="Elija otro con --id.",
)
IO_24 = declare(
    "IO-24",
    en="The layout of a file was tried on a real file.",
    es="El formato de un archivo se probó con un archivo real.",
    remedy_en="Layout read from documentation, not yet tried on a real file: compare the totals with the publisher's before use.",
    remedy_es="Formato leído de la documentación, aún no probado con un archivo real: compare los totales con los publicados antes "
    "de usarlo.",
    severity=Severity.WARNING,
)
IO_25 = declare(
    "IO-25",
    en="Value added in exports is counted in a table of several regions that are the whole world.",
    es="El valor agregado en las exportaciones se cuenta en una tabla de varias regiones que forman el mundo entero.",
    remedy_en="Use a table of several countries, such as wiod2013-2011; for one country vertical specialization (hiy) can be had.",
    remedy_es="Use una tabla de varios países, como wiod2013-2011; para un solo país puede obtenerse la especialización vertical (hiy).",
)
IO_26 = declare(
    "IO-26",
    en="A method divides the exports that its reference defines it for.",
    es="Un método descompone las exportaciones para las que lo define su referencia.",
    remedy_en="kww and bm_world divide all exports of a country; name an importer other than the exporter with bm_exporter, wwz or my. "
    "my_flow needs an importer.",
    remedy_es="kww y bm_world descomponen todas las exportaciones de un país; con bm_exporter, wwz o my indique un importador distinto "
    "del exportador. my_flow necesita un importador.",
)
IO_27 = declare(
    "IO-27",
    en="Errors are drawn at least twice, with deviations between 0 and one half and a seed of 0 or more.",
    es="Los errores se sortean al menos dos veces, con desviaciones entre 0 y un medio y una semilla de 0 o más.",
    remedy_en="Give at least two draws, such as 256, and deviations as fractions: 0.05 for five percent.",
    remedy_es="Dé al menos dos sorteos, por ejemplo 256, y las desviaciones como fracciones: 0.05 para cinco por ciento.",
)
