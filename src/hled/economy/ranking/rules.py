"""Rules that an order among products must satisfy."""

from hled.kernel.rule import declare

RK_01 = declare(
    "RK-01",
    en="Weights are 0 or more and do not sum to zero.",
    es="Los pesos son 0 o más y no suman cero.",
    remedy_en="Give each indicator a weight of 0 or more, and at least one of them more than 0.",
    remedy_es="Dé a cada indicador un peso de 0 o más y, al menos a uno, más de 0.",
)
RK_02 = declare(
    "RK-02",
    en="There is something to order.",
    es="Hay algo que ordenar.",
    remedy_en="Widen the list of products, or lower what the sample asks for.",
    remedy_es="Amplíe la lista de productos o pida menos a la muestra.",
)
RK_03 = declare(
    "RK-03",
    en="Values, names and choices have the shape that their labels say.",
    es="Los valores, los nombres y las opciones tienen la forma que indican sus etiquetas.",
    remedy_en="Give one value for each product, indicator, threshold and treatment, and one weight for each indicator.",
    remedy_es="Dé un valor por producto, indicador, umbral y tratamiento, y un peso por indicador.",
)
RK_04 = declare(
    "RK-04",
    en="Every value of an indicator is a finite number, or is said to be unknown.",
    es="Cada valor de un indicador es un número finito o se declara desconocido.",
    remedy_en="Mark the value as unknown; nothing is filled in.",
    remedy_es="Marque el valor como desconocido; no se rellena nada.",
)
RK_05 = declare(
    "RK-05",
    en="Every product has a known value of an indicator that weighs something.",
    es="Cada producto tiene un valor conocido de un indicador con peso.",
    remedy_en="Leave the product out, or give an indicator that is known for it some weight.",
    remedy_es="Excluya el producto o dé peso a un indicador que se conozca para él.",
)
RK_06 = declare(
    "RK-06",
    en="The design has a size that is a power of two, a spread from 0 to 1, and at least one way of each choice.",
    es="El diseño tiene un tamaño que es potencia de dos, una dispersión de 0 a 1 y al menos una opción de cada tipo.",
    remedy_en="Take 64, 128, 256 ... base runs, a spread such as 0.5, and name a normalization and an aggregation.",
    remedy_es="Use 64, 128, 256 ... corridas base, una dispersión como 0.5, y nombre una normalización y una agregación.",
)
