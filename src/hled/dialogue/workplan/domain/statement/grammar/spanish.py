"""Tables of Spanish."""

import re

from hled.dialogue.workplan.domain.statement.grammar.countries import COUNTRIES
from hled.dialogue.workplan.domain.statement.grammar.tables import NounTables, SubjectKind, kinds, words

NOUNS = {
    **kinds(
        party="""
        parte partes gobierno gobiernos país países nación naciones estado estados participante participantes signatario signatarios
        signatarias firmante firmantes líder líderes lideresa lideresas presidente presidenta presidentes presidentas mandatario mandataria
        mandatarios mandatarias ministro ministra ministros ministras ministerio ministerios secretaría secretarías departamento
        departamentos agencia agencias autoridad autoridades administración administraciones delegación delegaciones funcionario
        funcionarios funcionarias experto expertos expertas equipo equipos oficina oficinas instituto institutos instituciones
        institución embajada embajadas canciller cancilleres cancillería cancillerías dependencia dependencias ambos ambas servicio
        banco dirección direcciones subsecretaría procuraduría fiscalía fiscalías aduana aduanas titulares regulador reguladores
        jefes jefas delegados coordinador coordinadora coordinadores representantes socios miembros república reino unión gabinete homólogos
        vicepresidentes cónsules consulados consulado policías policía marina ejército tesorería organismo organismos entidad entidades
        universidad universidades museo museos hospital hospitales biblioteca bibliotecas laboratorios academias congresos parlamentos marinas
        guardacostas municipios ayuntamientos alcaldías aduana
        copresidente copresidenta copresidentas titular jefe jefa ministras viceministras comisionado comisionada comisionados comisionadas
        intendente alcalde alcaldesa alcaldes gobernadores gobernadoras cooperativas academia armada bancos laboratorio
        copresidentes subsecretarios viceministros puntos técnicos inspectores colegas especialistas
        """,
        person="""
        secretario secretaria vicepresidente vicepresidenta embajador embajadora subsecretario subsecretaria
        director directora gobernador gobernadora señor señora sr sra dr dra viceministro viceministra él ella yo rey reina
        """,
        body="""
        grupo grupos comité comités subcomité subcomités comisión comisiones consejo consejos mesa mesas diálogo mecanismo mecanismos
        fuerza fuerzas junta panel secretariado dean centro centros red redes foro unidad unidades subgrupo subgrupos
        observatorio consorcio fundación presidencia pleno plenario asamblea directorio troika coordinación
        """,
        event="""
        reunión reuniones cumbre cumbres conferencia conferencias taller talleres sesión sesiones ronda rondas seminario seminarios
        misión misiones visita visitas encuentro encuentros consultas pláticas conversaciones negociaciones intercambio intercambios curso cursos
        evento eventos revisión feria ferias jornada jornadas concurso
        """,
        work="""
        trabajo trabajos cooperación colaboración esfuerzos acciones acción actividades actividad pasos medidas coordinación
        capacitación implementación prioridades tareas labores asistencia apoyo obras construcción proyectos compromisos
        """,
        beneficiary="""
        personas pueblo pueblos ciudadanos ciudadanía trabajadores trabajadoras agricultores familias estudiantes mujeres jóvenes
        comunidades comunidad empresas empresa consumidores productores exportadores importadores inversionistas migrantes niños
        niñas pacientes viajeros emprendedores mipymes pymes población poblaciones hogares campesinos víctimas generaciones
        habitantes beneficiarios turistas pasajeros vecinos visitantes conductores egresados docentes productoras ganaderos dueños proveedores usuarios
        """,
        thing="""
        acuerdo memorando memorándum alianza asociación iniciativa programa programas proyecto marco plan planes declaración
        comunicado ley leyes estrategia economía economías región comercio industria sociedad frontera turismo sector inversión inversiones relación t-mec tratado tratados política
        políticas recursos financiamiento fondo fondos contribución futuro desafíos mundo plataforma sistema pacto resultado
        resultados progreso avances convenio enmienda enmiendas modificación modificaciones terminación anexo anexos texto textos controversia controversias diferencia
        diferencias disposición disposiciones arreglo instrumento
        """,
    ),
    **dict.fromkeys(COUNTRIES, SubjectKind.PARTY),
}

PRONOUNS = {
    "nosotros": SubjectKind.WE,
    "nosotras": SubjectKind.WE,
    "ellos": SubjectKind.THEY,
    "ellas": SubjectKind.THEY,
    "ambos": SubjectKind.PARTY,
    "ambas": SubjectKind.PARTY,
    "esto": SubjectKind.THING,
    "ello": SubjectKind.IT,
    "éste": SubjectKind.THING,
    "ésta": SubjectKind.THING,
    "éstos": SubjectKind.THING,
    "éstas": SubjectKind.THING,
    "este": SubjectKind.THING,
    "esta": SubjectKind.THING,
    "todos": SubjectKind.PARTY,
    "cada": SubjectKind.PARTY,
    "ninguna": SubjectKind.PARTY,
    "lo": SubjectKind.IT,
    "yo": SubjectKind.PERSON,
}

TABLES = NounTables(
    nouns=NOUNS,
    pronouns=PRONOUNS,
    articles=words(
        "el la los las un una unos unas este esta estos estas ese esa esos esas nuestro nuestra nuestros nuestras su sus ambos"
        " ambas cada todo toda todos todas dicho dicha dichos dichas tal tales ningún ninguna alguna algún"
    ),
    adjectives=words(
        """
        dos tres cuatro cinco seis siete ocho nueve diez doce quince veinte primer primera segundo segunda tercer tercera próximo próxima próximos próximas nuevo nueva nuevos nuevas
        respectivos respectivas diversos diversas distintos distintas mismo misma mismos mismas tanto alto alta futura futuro
        cuarto cuarta quinta quinto actual actuales presente presentes citado citada referido referida mencionado mencionada h
        """
    ),
    prepositions=words(
        """
        a al ante bajo con contra de del desde en entre hacia hasta para por según sin sobre tras durante mediante vía
        respecto conforme como
        """
    ),
    conjunctions=words("y e o u ni pero sino así"),
    subordinators=words(
        """
        que quien quienes cual cuales cuyo cuya cuyos cuyas donde cuando si porque aunque mientras pues qué quién quiénes cómo cuándo
        dónde cuánto cuánta cuántos cuántas cuál cuáles
        """
    ),
    adverbs=words(
        """
        también además asimismo igualmente finalmente no ya siempre nunca luego después antes ahora hoy mañana juntos juntas
        adicionalmente posteriormente respectivamente así aún todavía tampoco solo sólo
        se nos le les lo la me
        """
    ),
    speech_verbs=words("dijo señaló afirmó indicó expresó subrayó destacó agregó añadió"),
    breaks=words(
        """
        es son fue fueron era eran está están ha han hemos había puede pueden debe deben se reconocen reconocieron destacaron subrayaron
        saludaron celebraron sostuvieron revisaron analizaron acuerdan acordaron
        """
    ),
    verbs=frozenset(),
    adverb_ending="mente",
    head_first=True,
)

_FUTURE = re.compile(
    r"(?:[a-záéíóúüñ]*[aeií]r|har|dir|podr|tendr|pondr|vendr|saldr|habr|sabr|querr|cabr|valdr"
    r"|(?:man|ob|con|de|re|sos|abs)tendr|(?:dis|pro|com|ex|im|o|su|re|contra)pondr|(?:con|inter|pre|pro|sobre)vendr|satisfar|rehar)"
    r"(?P<ending>á|án|emos)"
)
_NOT_FUTURE = words(
    "queremos corrán irán terán durán beltrán tehrán teherán corán amén bogotá esperemos consideremos serás"
    " varán alcarán guzmán requeremos cooperemos logremos miremos operemos preparemos generemos mejoremos"
    " administremos incorporemos asegurémos colaboremos aseguremos procuremos"
)
_INFINITIVE = re.compile(
    r"(?:[a-záéíóúüñ]{2,}(?:ar|er|ir|ír)|dar|ver|ser)(?:se|nos|le|lo|la|los|las|les|selo|sela)?"
)
_NOT_INFINITIVE = words(
    """
    lugar hogar mujer taller militar familiar particular escolar bienestar mar ayer pilar similar regular popular nuclear
    bar par ejemplar singular ocular preliminar dollar tercer primer auxiliar hogares interdisciplinar solar lunar
    cualquier placer menester alfiler alquiler carácter líder cáncer dólar azúcar malestar pesar avatar celular
    insular peninsular muscular molecular curricular vehicular titular modular angular circular secular polar estelar
    bipolar escolares salvador
    """
)


def future_ending(word: str) -> str:
    """Ending of a verb in the simple future, third person or first plural; nothing when it is none."""
    if word in _NOT_FUTURE:
        return ""
    match = _FUTURE.fullmatch(word)
    return match["ending"] if match else ""


def is_infinitive(word: str) -> bool:
    return word == "ir" or (word not in _NOT_INFINITIVE and _INFINITIVE.fullmatch(word) is not None)


EFFECTS = words(
    """
    permitir contribuir fortalecer impulsar promover ayudar beneficiar facilitar generar ser servir traer dar hacer mejorar aumentar reducir
    asegurar garantizar potenciar propiciar favorecer incrementar incentivar crear posibilitar apoyar coadyuvar abrir
    representar constituir ofrecer brindar reflejar sentar marcar significar complementar profundizar proteger dinamizar
    consolidar detonar fomentar tener acelerar atraer transformar elevar ampliar conducir derivar redundar resultar
    sumar aportar estimular convertir
    """
)
"""What a body, agreement or sum brings about, rather than what it undertakes to do (rule 6)."""

STATIVE = words(
    """
    permitir beneficiar ser estar tener haber poder enfrentar necesitar requerir disfrutar ver saber depender permanecer
    conmemorar entrar regir interpretar terminar gozar deber vivir padecer
    """
)
MEETING_ACTS = words(
    """
    celebrar realizar llevar tener abordar revisar analizar examinar tratar centrar enfocar discutir evaluar iniciar comenzar
    continuar concluir dar reunir definir adoptar aprobar decidir sesionar
    """
)
WORK_ACTS = words(
    "incluir comprender abarcar centrar enfocar iniciar comenzar continuar concentrar priorizar contemplar arrancar empezar"
)
PEOPLE_ARE = words(
    """
    capacitados capacitadas formados formadas invitados invitadas seleccionados seleccionadas contratados contratadas enviados enviadas destinados
    becados becadas vacunados vacunadas reubicados reubicadas admitidos admitidas informados informadas indemnizados evacuados repatriados
    trasladados recibidos exentos exentados liberados certificados certificadas
    """
)
"""What is done to people by those who undertake it."""
GIVING = words("ofrecer brindar apoyar aportar")
"""What a body does for others, though the same verb tells the effect of a thing."""
ONLY_AGENTS = words(
    """
    publicar convocar negociar firmar suscribir intercambiar enviar presentar impartir dictar expedir otorgar designar nombrar redactar traducir
    inspeccionar auditar capacitar financiar pagar consultar postular prestar contratar organizar notificar compilar vacunar patrullar
    entregar remitir trasladar reunir
    """
)
"""Acts that only somebody who decides can do, so that an unknown noun before them names a doer."""
CHANGES = words(
    """
    aumentar disminuir crecer bajar subir caer llegar desaparecer surgir depender durar costar faltar venir nacer morir ocurrir suceder pasar
    quedar volver cambiar ahorrar ganar perder encontrar sentir vivir viajar regresar atraer dejar corresponder variar empezar correr
    alcanzar superar acortar mantener estar seguir continuar incluir comprender abarcar implicar suponer exigir demandar causar afectar
    abaratar encarecer acortar agilizar transportar transitar cubrir albergar unir conectar enlazar recorrer medir pesar producir emplear ocupar
    sostener aliviar descongestionar prevenir evitar impedir frenar disuadir alentar animar motivar enriquecer sustituir reemplazar desplazar
    duplicar triplicar multiplicar optimizar revertir significar demostrar aliviar contener resistir requerir
    salir partir circular mostrar revelar indicar terminar concluir iniciar comenzar operar funcionar correr decidir
    """
)
"""What befalls a thing, or what a thing does of itself."""
DESCRIBING = words("participar asistir acudir integrar acompañar encabezar presidir viajar llegar arribar")
