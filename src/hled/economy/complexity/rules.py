"""Rules of capability, complexity and relatedness."""

from hled.kernel.rule import Severity, declare

CX_01 = declare(
    "CX-01",
    en="Every export value is a finite number, 0 or more.",
    es="Todo valor de exportación es un número finito, de 0 o más.",
    remedy_en="Decide on each cell and say so: a value that was not published is missing, not zero, and stays out of the matrix.",
    remedy_es="Decida cada celda y dígalo: un valor no publicado falta, no es cero, y no entra en la matriz.",
)
CX_02 = declare(
    "CX-02",
    en="Every exporter and every product occurs once, and the matrix has the shape that its labels say.",
    es="Cada exportador y cada producto aparece una sola vez, y la matriz tiene la forma que indican sus etiquetas.",
    remedy_en="Add up the rows of one exporter and product before they are asked here; nothing is added up in silence.",
    remedy_es="Sume las filas de un mismo exportador y producto antes de consultar aquí; nada se suma sin decirlo.",
)
CX_03 = declare(
    "CX-03",
    en="Every exporter and every product of a sample trades and is present at least once.",
    es="Todo exportador y todo producto de una muestra comercia y está presente al menos una vez.",
    remedy_en="Leave it out by the sample filter, which names what it drops; its figure would be 0 divided by 0.",
    remedy_es="Exclúyalo con el filtro de la muestra, que nombra lo que descarta; su cifra sería 0 entre 0.",
)
CX_04 = declare(
    "CX-04",
    en="All exporters and products of a sample hang together through what they share.",
    es="Todos los exportadores y productos de una muestra están unidos por lo que comparten.",
    remedy_en="Complexity cannot be compared across parts that share nothing: keep the largest part, or raise the minimum of exports.",
    remedy_es="La complejidad no se compara entre partes que nada comparten: conserve la parte mayor o suba el mínimo de exportaciones.",
)
CX_05 = declare(
    "CX-05",
    en="The second eigenvalue is above the third and above zero.",
    es="El segundo valor propio es mayor que el tercero y mayor que cero.",
    remedy_en="The data do not tell one order of complexity from another; take a larger sample or another threshold of presence.",
    remedy_es="Los datos no distinguen un orden de complejidad de otro; tome una muestra mayor u otro umbral de presencia.",
    source="Mealy, Farmer and Teytelboym (2019), Interpreting economic complexity",
)
CX_06 = declare(
    "CX-06",
    en="Diversity tells which end of the economic complexity index is high.",
    es="La diversidad indica qué extremo del índice de complejidad económica es el alto.",
    remedy_en="Diversity is the same everywhere or unrelated to the index, so its sign is open; take a larger sample.",
    remedy_es="La diversidad es igual en todos o ajena al índice, y su signo queda abierto; tome una muestra mayor.",
)
CX_07 = declare(
    "CX-07",
    en="Fitness stays within the numbers of double precision.",
    es="La aptitud se mantiene dentro de los números de doble precisión.",
    remedy_en="Ask for fewer iterations, or leave out exporters whose fitness falls to zero; it has no limit above zero for them.",
    remedy_es="Pida menos iteraciones o excluya exportadores cuya aptitud cae a cero; para ellos no tiene límite mayor que cero.",
    source="Pugliese, Zaccaria and Pietronero (2016), On the convergence of the Fitness-Complexity algorithm",
)
CX_08 = declare(
    "CX-08",
    en="A minimum is 0 or more, a threshold of presence positive, and a count a whole number of 1 or more.",
    es="Un mínimo es de 0 o más, un umbral de presencia es positivo y una cuenta es un entero de 1 o más.",
    remedy_en="Correct the number of the sample or of the convention.",
    remedy_es="Corrija el número de la muestra o de la convención.",
)
CX_09 = declare(
    "CX-09",
    en="A minimum of population comes with populations.",
    es="Un mínimo de población viene con poblaciones.",
    remedy_en="Give the population of each exporter in the same year, or ask without a minimum of population.",
    remedy_es="Dé la población de cada exportador del mismo año, o pida el cálculo sin mínimo de población.",
)
CX_10 = declare(
    "CX-10",
    en="At least three exporters and three products are left in a sample.",
    es="En una muestra quedan al menos tres exportadores y tres productos.",
    remedy_en="Lower the minimums of the sample, or load a table with more exporters.",
    remedy_es="Baje los mínimos de la muestra o cargue una tabla con más exportadores.",
)
CX_11 = declare(
    "CX-11",
    en="The sample holds every exporter and product of the table.",
    es="La muestra contiene a todo exportador y producto de la tabla.",
    remedy_en="What was left out is named with its reason; change the sample filter if that is not meant.",
    remedy_es="Lo excluido se nombra con su motivo; cambie el filtro de la muestra si no es lo que se quiere.",
    severity=Severity.WARNING,
)
CX_12 = declare(
    "CX-12",
    en="The proximity of all pairs of products fits the memory allowed.",
    es="La proximidad de todos los pares de productos cabe en la memoria permitida.",
    remedy_en="Take products at six digits, or allow more memory.",
    remedy_es="Tome los productos a seis dígitos o permita más memoria.",
)
CX_13 = declare(
    "CX-13",
    en="Presence is yes or no, and belongs to the same products as the proximity.",
    es="La presencia es sí o no, y corresponde a los mismos productos que la proximidad.",
    remedy_en="Give the matrix that `presence` makes of revealed comparative advantage, and the proximity made of it.",
    remedy_es="Dé la matriz que `presence` forma con la ventaja comparativa revelada, y la proximidad formada con ella.",
)
CX_14 = declare(
    "CX-14",
    en="An exporter or a product that is asked for is in the sample.",
    es="El exportador o producto que se pide está en la muestra.",
    remedy_en="See what the sample filter left out and why, and the codes of the table.",
    remedy_es="Vea qué excluyó el filtro de la muestra y por qué, y los códigos de la tabla.",
)
CX_15 = declare(
    "CX-15",
    en="The economic complexity index goes with diversity: their correlation is at least 0.3.",
    es="El índice de complejidad económica acompaña a la diversidad: su correlación es de al menos 0.3.",
    remedy_en="The strongest difference between exporters is of another kind than breadth, such as raw materials against manufactures; "
    "read the order beside fitness, or take another sample.",
    remedy_es="La mayor diferencia entre exportadores es de otro tipo que la amplitud, como materias primas frente a manufacturas; "
    "lea el orden junto con la aptitud o tome otra muestra.",
    severity=Severity.WARNING,
    source="Our choice of threshold",
)
