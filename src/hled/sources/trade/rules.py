"""Rules that a trade table, its file and a question to it must satisfy."""

from hled.kernel.rule import Severity, declare

TR_01 = declare(
    "TR-01",
    en="The trade table that is asked for is known.",
    es="La tabla de comercio que se pide es conocida.",
    remedy_en="hled trade list names the tables; hled trade add FILE adds one.",
    remedy_es="hled trade list nombra las tablas; hled trade add FILE agrega una.",
)
TR_02 = declare(
    "TR-02",
    en="A file of trade can be read and has the layout that was named.",
    es="El archivo de comercio se puede leer y tiene el formato indicado.",
    remedy_en="Name another layout with --format, or convert the file to the plain layout: see the page Trade tables.",
    remedy_es="Indique otro formato con --format o convierta el archivo al formato simple: véase la página Tablas de comercio.",
)
TR_03 = declare(
    "TR-03",
    en="The id of a trade table is free, short and plain: small letters, digits and hyphens.",
    es="El identificador de una tabla de comercio está libre y es corto y sencillo: minúsculas, dígitos y guiones.",
    remedy_en="Choose another with --id.",
    remedy_es="Elija otro con --id.",
)
TR_04 = declare(
    "TR-04",
    en="The layout of a trade file was tried on a real file.",
    es="El formato de un archivo de comercio se probó con un archivo real.",
    remedy_en="Layout read from documentation, not yet tried on a real file: compare the totals with the publisher's before use.",
    remedy_es="Formato leído de la documentación, aún no probado con un archivo real: compare los totales con los publicados antes "
    "de usarlo.",
    severity=Severity.WARNING,
)
TR_05 = declare(
    "TR-05",
    en="A country is counted alone or inside its group, never both.",
    es="Un país se cuenta solo o dentro de su grupo, nunca de ambas formas.",
    remedy_en="One of the two was left out, as said; nothing was added twice. Load members without their group to see each.",
    remedy_es="Uno de los dos se dejó fuera, como se indica; nada se sumó dos veces. Cargue los miembros sin su grupo para ver cada "
    "uno.",
    severity=Severity.WARNING,
)
TR_06 = declare(
    "TR-06",
    en="The members of a group trade no more than the group.",
    es="Los miembros de un grupo no comercian más que el grupo.",
    remedy_en="Keep either the group or its members in the file; their figures are not of one source, period or valuation.",
    remedy_es="Conserve en el archivo el grupo o sus miembros; sus cifras no son de una misma fuente, periodo o valoración.",
)
TR_07 = declare(
    "TR-07",
    en="Products are goods of the Harmonized System, chapters 01 to 97.",
    es="Los productos son mercancías del Sistema Armonizado, capítulos 01 a 97.",
    remedy_en="Chapters 98 and 99 are national, without a meaning in the System; they were left out, with the share that is said.",
    remedy_es="Los capítulos 98 y 99 son nacionales, sin significado en el Sistema; se dejaron fuera, con la proporción que se indica.",
    severity=Severity.WARNING,
)
TR_08 = declare(
    "TR-08",
    en="A table of trade holds all partners.",
    es="Una tabla de comercio contiene a todos los socios.",
    remedy_en="Shares are of the partners in the table; say so beside them.",
    remedy_es="Las participaciones son sobre los socios de la tabla; dígalo junto a ellas.",
    severity=Severity.WARNING,
)
TR_09 = declare(
    "TR-09",
    en="Product codes are text of 2, 4, 6, 8 or 10 digits, all of one length, in a chapter that exists.",
    es="Los códigos de producto son texto de 2, 4, 6, 8 o 10 dígitos, todos de un mismo largo, de un capítulo que existe.",
    remedy_en="Write codes as text with their leading zeros; put other levels in another file. Nothing is padded or cut.",
    remedy_es="Escriba los códigos como texto con sus ceros iniciales; ponga otros niveles en otro archivo. Nada se rellena ni se "
    "corta.",
)
TR_10 = declare(
    "TR-10",
    en="Product codes are of the edition of the Harmonized System that is named.",
    es="Los códigos de producto son de la edición del Sistema Armonizado que se indica.",
    remedy_en="Name the right edition with --edition, such as HS2017, or convert the codes with a concordance first.",
    remedy_es="Indique la edición correcta con --edition, por ejemplo HS2017, o convierta antes los códigos con una correspondencia.",
)
TR_11 = declare(
    "TR-11",
    en="Values, quantities and duties are numbers of 0 or more.",
    es="Los valores, cantidades y aranceles son números de 0 o más.",
    remedy_en="Correct the cell or leave its line out; nothing is turned into zero. A value is needed in every line.",
    remedy_es="Corrija la celda o quite su línea; nada se convierte en cero. Cada línea necesita un valor.",
)
TR_12 = declare(
    "TR-12",
    en="Every line names reporter, partner, flow, period, product and edition.",
    es="Cada línea indica declarante, socio, flujo, periodo, producto y edición.",
    remedy_en="Fill in the missing field from the source; flows are M, X, RM or RX, periods 2024 or 2024-05.",
    remedy_es="Complete el campo faltante desde la fuente; los flujos son M, X, RM o RX, los periodos 2024 o 2024-05.",
)
TR_13 = declare(
    "TR-13",
    en="Reporter, partner, flow, period and product occur together once.",
    es="Declarante, socio, flujo, periodo y producto aparecen juntos una sola vez.",
    remedy_en="Add the lines up if they are parts, or drop the copy; hled cannot know which and adds neither.",
    remedy_es="Sume las líneas si son partes o quite la copia; hled no puede saberlo y no suma ninguna.",
)
TR_14 = declare(
    "TR-14",
    en="Quantities of a product are in one unit.",
    es="Las cantidades de un producto están en una sola unidad.",
    remedy_en="Such quantities are never added up: unit values of the product are missing. Values in dollars are not touched.",
    remedy_es="Tales cantidades nunca se suman: los valores unitarios del producto quedan faltantes. Los valores en dólares no "
    "cambian.",
    severity=Severity.WARNING,
)
TR_15 = declare(
    "TR-15",
    en="A reporter or partner is a known country, group or area.",
    es="Un declarante o socio es un país, grupo o zona conocidos.",
    remedy_en="Use ISO alpha-3 codes, EU for the European Union, W00 for the world.",
    remedy_es="Use códigos ISO alfa-3, EU para la Unión Europea, W00 para el mundo.",
)
TR_16 = declare(
    "TR-16",
    en="A question to a trade table has an answer that is not empty.",
    es="Una pregunta a una tabla de comercio tiene una respuesta que no está vacía.",
    remedy_en="hled trade show ID lists the reporters, flows and periods of a table.",
    remedy_es="hled trade show ID muestra los declarantes, flujos y periodos de una tabla.",
)
TR_17 = declare(
    "TR-17",
    en="Products are asked for at 2, 4, 6, 8 or 10 digits, and no finer than the table has them.",
    es="Los productos se piden a 2, 4, 6, 8 o 10 dígitos, y no con más detalle que la tabla.",
    remedy_en="Choose a level that the table has.",
    remedy_es="Elija un nivel que la tabla tenga.",
)
TR_18 = declare(
    "TR-18",
    en="What is compared is of one edition of the Harmonized System.",
    es="Lo que se compara es de una sola edición del Sistema Armonizado.",
    remedy_en="Ask for one year or one reporter with one edition, or convert the codes with a concordance first.",
    remedy_es="Pida un año o un declarante con una sola edición, o convierta antes los códigos con una correspondencia.",
)
TR_19 = declare(
    "TR-19",
    en="Totals and subtotals are not added to their parts.",
    es="Los totales y subtotales no se suman a sus partes.",
    remedy_en="The totals were left out, as said; they serve to measure what is missing.",
    remedy_es="Los totales se dejaron fuera, como se indica; sirven para medir lo que falta.",
    severity=Severity.WARNING,
)
TR_20 = declare(
    "TR-20",
    en="Fetching from UN Comtrade needs a subscription key.",
    es="Obtener datos de UN Comtrade requiere una clave de suscripción.",
    remedy_en="Set HLED_COMTRADE_KEY to the key of your account at comtradedeveloper.un.org, or download the file yourself and use "
    "hled trade add FILE --format comtrade.",
    remedy_es="Fije HLED_COMTRADE_KEY con la clave de su cuenta en comtradedeveloper.un.org, o descargue usted el archivo y use "
    "hled trade add FILE --format comtrade.",
)
TR_21 = declare(
    "TR-21",
    en="A fetched answer is complete.",
    es="Una respuesta obtenida está completa.",
    remedy_en="Ask for fewer reporters, partners or products at once; a cut answer is not kept.",
    remedy_es="Pida menos declarantes, socios o productos a la vez; una respuesta cortada no se guarda.",
)
TR_22 = declare(
    "TR-22",
    en="A figure that is broken down by transport, customs procedure or second partner stands as a total as well.",
    es="Una cifra desglosada por transporte, procedimiento aduanero o segundo socio aparece también como total.",
    remedy_en="Download the totals (all modes, all procedures, second partner World); hled does not guess whether parts are complete.",
    remedy_es="Descargue los totales (todos los modos, todos los procedimientos, segundo socio Mundo); hled no supone que las partes "
    "estén completas.",
)
TR_23 = declare(
    "TR-23",
    en="Every product code is in the list of its edition of the Harmonized System.",
    es="Todo código de producto está en la lista de su edición del Sistema Armonizado.",
    remedy_en="Such codes are kept as they stand and join to no name or industry; check them with the publisher.",
    remedy_es="Esos códigos se conservan como están y no se unen a ningún nombre ni industria; revíselos con quien publica.",
    severity=Severity.WARNING,
)
TR_40 = declare(
    "TR-40",
    en="populations.csv has the columns country and population: each country once, persons as a whole number above 0.",
    es="populations.csv tiene las columnas country y population: cada país una vez, personas como número entero mayor que 0.",
    remedy_en="Correct the file in the home folder, or take it away and ask without a minimum of population.",
    remedy_es="Corrija el archivo en la carpeta de inicio, o quítelo y pregunte sin mínimo de población.",
)
