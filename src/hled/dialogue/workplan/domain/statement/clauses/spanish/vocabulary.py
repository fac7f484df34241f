"""Words by which predicates of Spanish statements are known."""

import re

from hled.dialogue.workplan.domain.statement.grammar.tables import words
from hled.dialogue.workplan.domain.statement.rules import PERMISSION, RECOGNITION, REPORTED, ReadingRule

STOPS = frozenset({";", ".", "!", "?"})

IRREGULAR = {
    "har": "hacer",
    "dir": "decir",
    "podr": "poder",
    "tendr": "tener",
    "pondr": "poner",
    "vendr": "venir",
    "saldr": "salir",
    "habr": "haber",
    "sabr": "saber",
    "querr": "querer",
}

AGREEING = {
    **dict.fromkeys(
        words(
            "acuerdan acuerda acordamos acordaron acordó acordado concuerdan concordaron concordamos concordó"
        ),
        "acordar",
    ),
    **dict.fromkeys(
        words("conviene convienen convinieron convenimos convinimos convino convenido"), "convenir"
    ),
    **dict.fromkeys(words("deciden decidieron decidimos decidió decidido"), "decidir"),
    **dict.fromkeys(words("resuelven resolvieron resolvemos resolvimos resolvió resuelto"), "resolver"),
    **dict.fromkeys(words("determinan determinaron determinamos determinó determinado"), "determinar"),
    **dict.fromkeys(words("pactan pactaron pactamos pactó pactado"), "pactar"),
    **dict.fromkeys(words("prometen prometieron prometemos prometimos prometió prometido"), "prometer"),
    **dict.fromkeys(words("aceptan aceptaron aceptamos aceptó"), "aceptar"),
    **dict.fromkeys(words("concluyen concluyeron concluyó"), "concluir"),
    **dict.fromkeys(words("garantizan garantizamos garantiza garantizaron"), "garantizar"),
    **dict.fromkeys(words("acceden accedieron accedemos accedió accede accedido"), "acceder"),
    **dict.fromkeys(words("coinciden coincidieron coincidimos coincidió coincidido"), "coincidir"),
}

REFLEXIVE = {
    **dict.fromkeys(
        words("comprometen comprometieron comprometemos comprometimos compromete comprometió comprometido"),
        "comprometerse",
    ),
    **dict.fromkeys(words("obligan obligaron obligamos obliga obligó obligado"), "obligarse"),
}

RESOLVING = {
    **dict.fromkeys(
        words("proponen propone proponemos propusieron propuso plantean planteamos plantearon plantea"),
        "proponerse",
    )
}

INTENDING = {
    **dict.fromkeys(words("prevén prevé prevemos previeron"), "prever"),
    **dict.fromkeys(words("planean planea planeamos planearon planeó"), "planear"),
    **dict.fromkeys(words("buscan buscamos busca buscaron buscó"), "buscar"),
    **dict.fromkeys(words("procuran procuramos procura procuraron"), "procurar"),
    **dict.fromkeys(words("pretenden pretendemos pretende pretendieron"), "pretender"),
    **dict.fromkeys(words("proyectan proyecta proyectamos proyectaron"), "proyectar"),
    **dict.fromkeys(words("contemplan contempla contemplamos"), "contemplar"),
    **dict.fromkeys(words("planifican planifica"), "planificar"),
    **dict.fromkeys(words("intentan intenta intentaremos"), "intentar"),
}

FAINT_FUTURES = words("buscar procurar intentar pretender esforzar tratar aspirar")

CHAIN_FUTURES = words(
    "continuar seguir comenzar empezar trabajar buscar procurar intentar pretender tratar volver esforzar iniciar"
)

STANDING = words(
    "comprometidos comprometidas comprometido comprometida decididos decididas determinados resueltos empeñados"
)

BE = words(
    "está están estamos permanecen permanecemos siguen seguimos continúan continuamos mantienen permanece sigue es son somos estuvieron"
)

RENEWING = re.compile(
    r"(?:reafirm|reiter|refrend|ratific|renov|renuev|confirm|expres|manifest|declar|subray|afirm|asum|adquir|contra|hac|hic|hiz|formul"
    r"|tien|ten|tuv|comparten|anunci|señal|externa|signific)\w*"
)

NO_RENEWING = re.compile(r".*(?:ando|iendo|ado|ados|ada|adas|ción|ciones|ar|er|ir|ente|encia)$")

FIRM_NOUNS = words("compromiso compromisos determinación promesa")

INTENT_NOUNS = words("intención intenciones decisión propósito")

FAINT_NOUNS = words(
    "voluntad disposición interés apoyo deseo confianza convicción satisfacción respaldo esperanza disponibilidad"
)

INSTRUCTING = words(
    """
    instruyeron instruyen instruimos instruyó instruye instruido encomendaron encomiendan encomendamos encomendó encargaron encargan
    encargamos encargó encomienda encarga solicita encomendamos mandataron mandatan solicitaron solicitan solicitamos pidieron piden pedimos ordenaron ordenan
    confió confiaron asignó asignaron asignan instruyendo
    giraron delegaron comisionaron encargado encomendado solicitado pedido mandatado ordenado pidió pide ordenó ordena delegó mandató comisionó
    """
)

ANNOUNCING = words("anuncian anunciaron anunciamos anuncia anunció anunciado")

STATING = words(
    """
    anuncian anunciaron anunciamos anuncia anunció confirman confirmaron confirmamos confirma confirmó informan informaron informa informó
    ratificó ratificaron ratifican ratifica reafirmó reafirmaron reafirman reiteró reiteraron reiteran notificó notificaron comunica
    afirmó afirmaron afirman afirma
    manifestó manifestaron manifiestan manifiesta indicó indicaron indican señaló señalaron precisó precisaron expresó expresaron expuso
    declaró declararon declaran aseguró aseguraron garantizó dijo comunicó comunicaron
    """
)

BEGINNINGS = words(
    """
    creación lanzamiento establecimiento inicio puesta apertura ampliación construcción desarrollo instalación asignación aportación inversión
    realización celebración reanudación reactivación financiamiento planes recursos nuevo nueva nuevos nuevas próxima próximo intención conformación
    """
)

ENDINGS = words("conclusión firma resultados adopción éxito clausura finalización cierre suscripción")

UNSETTLED = words(
    """
    importancia necesidad valor relevancia urgencia beneficios trascendencia pertinencia papel centralidad conveniencia prioridad utilidad
    potencial interés
    """
)

AIMING = words(
    "esperan esperamos espera esperaron aspiran aspiramos aspira confían confiamos desean deseamos desea quieren queremos anhelan"
)

AIM_NOUNS = words("objetivo objetivos meta metas finalidad propósito fin aspiración misión visión mandato")

GENERAL_ACTS = words(
    """
    fortalecer profundizar mantener preservar promover impulsar apoyar defender proteger respetar salvaguardar construir cooperar
    continuar seguir fomentar asegurar garantizar ampliar reforzar consolidar estrechar avanzar lograr alcanzar robustecer intensificar
    """
)

VALUES = words(
    """
    relación relaciones lazos vínculos vínculo amistad asociación alianza valores democracia derechos paz prosperidad estabilidad
    multilateralismo orden principios metas visión futuro sociedad sociedades justicia igualdad libertad dignidad respeto confianza
    seguridad soberanía integridad diálogo mundo crecimiento inclusión hermandad cooperación región integración
    """
)

VALUE_NOUNS = VALUES | words(
    "estado acuerdo tratado carta agenda convención pacto desarrollo causa pueblo transparencia no"
)

ACTION_NOUNS = words(
    """
    implementación instrumentación establecimiento creación conclusión negociación lanzamiento realización celebración construcción
    intercambio eliminación reducción ampliación adopción ratificación modernización publicación puesta ejecución desarrollo revisión
    organización aplicación entrega difusión elaboración instalación firma capacitación formación diálogo
    """
)


CONDITIONAL = re.compile(r"\w*[aeií]?r(?:ía|ían|íamos)")

NO_CONDITIONAL = words(
    """
    secretaría categoría mayoría maestría ingeniería ganadería tesorería asesoría auditoría procuraduría minería subsecretaría
    contraloría ría batería librería galería ferretería tubería consejería categorías asesorías auditorías minoría teoría
    """
)

CEREMONIAL = words(
    """
    viajar participar asistir recibir ofrecer encabezar visitar acudir reunir dirigir presidir pronunciar regresar acompañar llegar arribar
    """
)

NO_PARTICIPLE_ACTS = words(
    "recordado recordada recordados considerado considerada necesario basado basada beneficiado beneficiados beneficiada beneficiadas afectado afectados requerido"
    " guiado guiada impulsado integrado integrada integrados encabezado encabezada acompañado acompañada presidido presidida"
)

DESCRIBING_PARTICIPLES = words(
    "integrado integrada integrados encabezado encabezada acompañado acompañada acompañados"
)

PARTICIPLE = re.compile(
    r"\w{2,}(?:ad|id)[oa]s?|(?:hech|puest|vist|abiert|escrit|dich|suscrit|resuelt|dispuest|propuest)[oa]s?"
)

OF_ITSELF = words("incrementar aumentar reducir mejorar acelerar elevar traducir convertir sumar hacer")

THIS = words("esto ello este esta estos estas lo dicho dicha dichos dichas tales entre")

INCLUDES = words("incluye incluyen comprende comprenden abarca abarcan implica contempla contemplan")

PLAIN: dict[str, ReadingRule] = {
    **dict.fromkeys(words("podrá podrán podremos puede pueden podría podrían podemos"), PERMISSION),
    **dict.fromkeys(
        words(
            """
            reconocen reconocieron reconocemos reconoció creen creemos reafirman reafirmaron reafirmamos reiteran reiteraron reiteramos
            subrayan subrayaron subrayamos destacan destacaron destacamos enfatizaron resaltaron apoyan apoyamos apoyaron respaldan
            valoran valoramos valoraron agradecen agradecieron condenan condenamos llaman llamaron instan instaron invitan invitaron
            exhortan exhortaron deben debe debemos consideran consideramos consideraron ratifican ratificaron expresaron manifestaron
            refrendaron refrendan
            """
        ),
        RECOGNITION,
    ),
    **dict.fromkeys(
        words(
            """
            dialogaron conversaron revisaron analizaron discutieron firmaron suscribieron celebraron sostuvieron recibieron saludaron
            celebran saludan dio dieron fue fueron es son está están ha han se tomaron intercambiaron lanzaron establecieron crearon
            acogieron constataron examinaron abordaron
            """
        ),
        REPORTED,
    ),
}

STATES_WHAT_IS = words(
    """
    es son está están constituye constituyen representa representan tiene tienen requiere requieren contribuye contribuyen debe deben
    puede pueden ha han existe existen resulta permite permiten sigue siguen fortalece favorece beneficia
    """
)

SETTLED = words("entendido acordado convenido establecido decidido dispuesto pactado resuelto")

READY = words(
    "listo lista listos listas dispuesto dispuesta dispuestos dispuestas preparado preparada preparados preparadas"
)

READINESS = words("disposición")

WILLINGNESS = words("voluntad")

FIRM_ACTION_NOUNS = words(
    "implementación instrumentación establecimiento creación conclusión ratificación lanzamiento construcción celebración puesta ejecución"
)

INFORMING = ("inform", "comunic", "indic", "notific", "precis")
"""Beginnings of the verbs by which one Party tells what another will do."""

SOLEMNLY_STATING = ("anunc", "confirm", "declar", "ratific", "reafirm", "reiter")

PERFORMING = frozenset(
    form
    for stem in words(
        "establec cre design adopt aprueb lanz prorrog constituy instal instituy convoc nombr conform autoriz habilit inaugur suspend elimin suprim"
    )
    for form in (f"{stem}en", f"{stem}an", f"{stem}e", f"{stem}a")
) | words(
    "establecemos creamos designamos adoptamos aprobamos lanzamos prorrogamos constituimos instalamos convocamos fijamos fijan ponemos ponen pone nombramos"
)
"""Forms of the present that do what they say ("los Ministros crean un grupo")."""

FOUNDING = words("establece crea constituye instituye designa")

OWN_BODIES = words(
    """
    nuestros nuestras nuestro nuestra sus su mixta mixto conjunta conjunto trabajo técnico técnica técnicos técnicas directivo binacional bilateral
    expertos expertas funcionarios funcionarias copresidentes negociadores secretaría subcomité subgrupo respectivos respectivas equipos
    """
)
"""Words by which those who are called on to act are known to belong to the Parties."""

INVITING = words(
    """
    exhortaron exhortan exhortamos exhortó exhorta instaron instan instamos instó insta invitaron invitan invitamos invitó invita llamaron llaman
    llamamos llamó convocan convocaron convocamos convocó
    """
)

MONTHS = words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")

DUE = words("concluir terminar iniciar comenzar quedar entregar celebrar")
"""What a work "deberá" do by a day, because somebody has to see to it."""

WEIGHING = words("considerar valorar estudiar evaluar ponderar")
"""What somebody "would" do without having promised anything yet."""

HOSTING = words(
    "sede anfitrión anfitriona anfitriones responsable responsables copropietarias copropietarios"
)
"""What a Party "será" by an act of its own."""

ANNIVERSARIES = words("aniversario bicentenario centenario cumpleaños")
