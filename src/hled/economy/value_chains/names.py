"""What the terms of decompositions are called, in both languages."""

from collections.abc import Mapping

from hled.kernel.bilingual import Bilingual

TERM_NAMES: Mapping[str, Bilingual] = {
    "EXGR": Bilingual("gross exports", "exportaciones brutas"),
    "DC": Bilingual("domestic content", "contenido nacional"),
    "DVA": Bilingual("domestic value added", "valor agregado nacional"),
    "DDC": Bilingual("domestic value counted twice", "valor nacional contado dos veces"),
    "FC": Bilingual("foreign content", "contenido extranjero"),
    "FVA": Bilingual("foreign value added", "valor agregado extranjero"),
    "FDC": Bilingual("foreign value counted twice", "valor extranjero contado dos veces"),
    "VAX": Bilingual(
        "domestic value added absorbed abroad", "valor agregado nacional absorbido en el exterior"
    ),
    "REF": Bilingual(
        "domestic value added that comes back and is absorbed at home",
        "valor agregado nacional que regresa y se absorbe en el país",
    ),
    "RDV": Bilingual("domestic value added that comes back", "valor agregado nacional que regresa"),
    "DAVAX": Bilingual(
        "domestic value added absorbed by the direct importer",
        "valor agregado nacional absorbido por el importador directo",
    ),
    "GVC": Bilingual(
        "exports that take part in value chains", "exportaciones que participan en cadenas de valor"
    ),
    "GVCB": Bilingual(
        "backward participation: what the exports hold of earlier imports",
        "participación hacia atrás: lo importado antes que contienen las exportaciones",
    ),
    "GVCF": Bilingual(
        "forward participation: domestic value that importers export again",
        "participación hacia adelante: valor nacional que los importadores vuelven a exportar",
    ),
    "VS": Bilingual("imported inputs in exports", "insumos importados en las exportaciones"),
    "DVS": Bilingual("exports without imported inputs", "exportaciones sin insumos importados"),
    "DVA_FIN": Bilingual("domestic value added in final goods", "valor agregado nacional en bienes finales"),
    "DVA_INT": Bilingual(
        "domestic value added in inputs that importers absorb",
        "valor agregado nacional en insumos que absorben los importadores",
    ),
    "DVA_INTrex": Bilingual(
        "domestic value added in inputs that third countries absorb",
        "valor agregado nacional en insumos que absorben terceros países",
    ),
    "DVA_INTrexI1": Bilingual(
        "domestic value added in inputs, absorbed in third countries by way of their inputs",
        "valor agregado nacional en insumos, absorbido en terceros países a través de sus insumos",
    ),
    "DVA_INTrexF": Bilingual(
        "domestic value added in inputs, sent to third countries in final goods",
        "valor agregado nacional en insumos, enviado a terceros países en bienes finales",
    ),
    "DVA_INTrexI2": Bilingual(
        "domestic value added in inputs, sent on by third countries in final goods",
        "valor agregado nacional en insumos, reenviado por terceros países en bienes finales",
    ),
    "RDV_FIN": Bilingual(
        "domestic value that comes back in final goods", "valor nacional que regresa en bienes finales"
    ),
    "RDV_FIN2": Bilingual(
        "domestic value that comes back in final goods of third countries",
        "valor nacional que regresa en bienes finales de terceros países",
    ),
    "RDV_INT": Bilingual("domestic value that comes back in inputs", "valor nacional que regresa en insumos"),
    "DDC_FIN": Bilingual(
        "domestic value counted twice, in final exports",
        "valor nacional contado dos veces, en exportaciones finales",
    ),
    "DDC_INT": Bilingual(
        "domestic value counted twice, in exports of inputs",
        "valor nacional contado dos veces, en exportaciones de insumos",
    ),
    "FVA_FIN": Bilingual("foreign value added in final goods", "valor agregado extranjero en bienes finales"),
    "FVA_INT": Bilingual("foreign value added in inputs", "valor agregado extranjero en insumos"),
    "FDC_FIN": Bilingual(
        "foreign value counted twice, in final goods", "valor extranjero contado dos veces, en bienes finales"
    ),
    "FDC_INT": Bilingual(
        "foreign value counted twice, in inputs", "valor extranjero contado dos veces, en insumos"
    ),
    "MVA_FIN": Bilingual(
        "the importer's own value in final goods", "valor del propio importador en bienes finales"
    ),
    "MVA_INT": Bilingual("the importer's own value in inputs", "valor del propio importador en insumos"),
    "MDC": Bilingual(
        "the importer's own value counted twice", "valor del propio importador contado dos veces"
    ),
    "OVA_FIN": Bilingual("other countries' value in final goods", "valor de otros países en bienes finales"),
    "OVA_INT": Bilingual("other countries' value in inputs", "valor de otros países en insumos"),
    "ODC": Bilingual("other countries' value counted twice", "valor de otros países contado dos veces"),
    "PDC": Bilingual("value counted twice", "valor contado dos veces"),
    "REST": Bilingual(
        "standing on output that no row explains", "apoyado en producción que ninguna fila explica"
    ),
}
"""Every term and sum that a `Decomposition` may hold, by its code in the literature."""
