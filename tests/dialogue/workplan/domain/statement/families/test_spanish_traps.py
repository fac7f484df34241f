"""Spanish sentences that look like undertakings and are none; each is left out."""

import pytest

from hled.dialogue.workplan.domain.statement import read_statement

FAMILIES = {
    "efecto de una cosa": """
        El puente acortará una hora el viaje entre las dos ciudades.
        El acuerdo promoverá la inversión y creará empleos a ambos lados de la frontera.
        Estas reformas beneficiarán sobre todo a los pequeños agricultores.
        Esta alianza fortalecerá la resiliencia de la cadena de semiconductores.
        Los aranceles más bajos abaratarán las medicinas.
        La nueva línea transportará 20 mil pasajeros al día.
        El mecanismo permitirá a los dos países responder más rápido a los brotes.
        Dicha cooperación contribuirá a la paz en la región.
        El fondo ayudará a las pequeñas empresas a comprar mejor equipo.
        El tratado seguirá siendo un pilar de la relación.
        El reconocimiento mutuo ahorrará a los exportadores cuatro millones de dólares al año.
        El puerto se convertirá en el eje de toda la costa.
        La obra generará tres mil empleos directos.
        El programa será de gran utilidad para los jóvenes de la sierra.
    """,
    "expectativa": """
        Esperamos que las conversaciones conduzcan a un arreglo duradero.
        Los Ministros esperan que el comercio se duplique para 2030.
        Se espera que la nueva terminal abra en mayo.
        Se estima que las exportaciones crecerán ocho por ciento.
        El plan tiene como objetivo elevar los ingresos en el valle.
        La meta del programa es reducir a la mitad el número de accidentes.
        Las Partes confían en que el arreglo dará frutos.
        El presente Memorándum tiene por objeto promover la cooperación pesquera.
        Los Ministros aguardan con interés la próxima reunión en Oslo.
        Es probable que la demanda de cobre se triplique.
        Ojalá el turismo se recupere el próximo año.
        Hicieron votos por que la paz llegue pronto al país.
    """,
    "considerando": """
        Reconociendo la necesidad de proteger el arrecife para quienes vivirán de él;
        CONSIDERANDO que las Partes han acordado cooperar en esta materia;
        DESEOSOS de promover lazos más estrechos entre sus pueblos;
        Recordando la decisión de los mandatarios de profundizar el comercio;
        Teniendo presente que ambos países se proponen fortalecer su amistad;
        Conscientes del compromiso asumido en París de reducir las emisiones;
    """,
    "reconocimiento y apoyo": """
        Los dos Presidentes reconocieron la importancia del libre comercio.
        Los Ministros reafirmaron su compromiso con el Estado de derecho.
        Las partes expresaron su apoyo a la soberanía de Ucrania.
        Ambas delegaciones subrayaron la necesidad de combatir la corrupción.
        Los mandatarios condenaron el atentado en los términos más enérgicos.
        Creemos que el comercio debe ser justo y abierto.
        Ambas partes coincidieron en la importancia del diálogo.
        Los Ministros coincidieron en que la relación nunca ha sido mejor.
        Las Partes coincidieron en que la sequía es la mayor amenaza para el valle.
        Reafirmamos nuestro compromiso con la Carta de las Naciones Unidas.
        Los Ministros tomaron nota de la decisión de Japón de abrir su mercado.
        Los líderes exhortaron a todas las partes a respetar el alto el fuego.
        Instaron a Rusia a retirar sus fuerzas.
        Los Ministros expresaron interés en profundizar la cooperación energética.
        Los dos países hacen frente común contra el terrorismo.
        Estamos comprometidos con la democracia, los derechos humanos y el Estado de derecho.
        México reconoce la decisión de Estados Unidos de poner visas a disposición de los trabajadores.
        Los Cancilleres saludaron el anuncio de que Chile organizará los juegos.
    """,
    "informe del pasado": """
        Las delegaciones conversaron sobre cómo reducir las demoras en la frontera.
        Los dos ministros firmaron un memorando sobre ferrocarriles.
        Desde 2019, Estados Unidos ha aportado 80 millones de dólares al programa.
        El Comité revisó los avances logrados desde su última reunión.
        México abrió dos consulados nuevos el año pasado.
        Los Ministros celebraron el lanzamiento de la nueva ruta de transbordadores.
        Funcionarios de ambos países se reunieron cuatro veces en 2025.
        Las partes habían acordado en 2019 limitar la captura.
        El Consejo aprobó el orden del día y el acta de la sesión anterior.
        Las dos partes intercambiaron opiniones sobre la situación en el Sahel.
        Según lo acordado en la última reunión, los expertos visitaron tres puertos.
        El Ministro recordó que Chile se había comprometido a reducir sus emisiones.
        Estados Unidos entregó 40 ambulancias a la provincia en marzo.
        En 2021 se estableció un laboratorio conjunto que ha formado a 400 técnicos.
        La Secretaria agradeció al Ministro su hospitalidad.
        Uruguay cumplió su compromiso de aceptar certificados electrónicos.
        Entre 2018 y 2020 participaron en la campaña nueve mil trabajadores.
    """,
    "estado presente": """
        Los dos países trabajan de cerca en la reforma de las pensiones.
        Ambas agencias continúan compartiendo información sobre contrabando.
        El Grupo de Trabajo está presidido por los dos viceministros.
        México es el segundo proveedor de tomate de Canadá.
        El programa atiende hoy a 4 mil familias.
        La ventanilla única tramita sin papel la mayoría de las declaraciones.
        El Acuerdo abarca el comercio de bienes y servicios.
        El Comité está integrado por seis miembros.
        Los países comparten una frontera de 900 kilómetros.
        Los trabajadores gozan de los mismos derechos que los nacionales.
    """,
    "permiso": """
        El Comité podrá invitar a expertos a sus reuniones.
        Cualquiera de las Partes podrá dar por terminado el presente Memorándum con seis meses de aviso.
        Los participantes pueden presentar propuestas hasta junio.
        El Consejo podrá crear subgrupos cuando sea necesario.
        Los cónsules podrán visitar a los trabajadores en todo momento.
        A sus sesiones podrán ser invitadas organizaciones de productores.
    """,
    "disposición del instrumento": """
        El presente Memorándum entrará en vigor en la fecha de su firma.
        Este Arreglo tendrá una vigencia de cinco años.
        El presente Memorándum no es jurídicamente vinculante.
        Nada de lo dispuesto en este Convenio afectará los derechos de terceros Estados.
        Ambos textos son igualmente auténticos.
        El anexo forma parte integrante del presente Memorándum.
        Este Convenio podrá modificarse por consentimiento mutuo y por escrito.
        Firmado en Viena el 3 de mayo de 2026, en dos ejemplares.
    """,
    "futuro dependiente": """
        Los ministros visitaron el muelle donde atracará el nuevo transbordador.
        El estudio, que se publicará en mayo, abarca tres puertos.
        El Ministro describió cómo funcionarán las nuevas reglas.
        Las empresas que se mudarán al parque asistieron a la ceremonia.
        No se sabe aún si las conversaciones se reanudarán.
        Conversaron sobre lo que la reforma significará para los exportadores.
    """,
    "descripción": """
        El diálogo tiene cuatro pilares.
        La delegación de Perú estuvo encabezada por el Viceministro de Comercio.
        La reunión se desarrolló en un ambiente cordial.
        Los inviernos en el estrecho son largos y la visibilidad es escasa.
        El comercio entre los dos países alcanzó 60 mil millones de dólares.
        Encabezará la delegación la Subsecretaria de Pesca.
        Plan de Cooperación de la Cuenca Baja
        El plan está publicado en el portal del Ministerio.
        El presidente viajará el lunes a Lima.
        Los turistas encontrarán en la isla tres miradores.
    """,
    "palabras de una persona": """
        «Construiremos este puente, cueste lo que cueste», afirmó el Primer Ministro.
        “Nuestras dos naciones nunca dejarán de trabajar por la paz y por los campesinos”, dijo la Presidenta Ruiz.
        El Ministro señaló: «Abriremos el camino antes de que llegue el invierno».
    """,
    "deseo y consejo": """
        Los gobiernos deberían invertir más en diques.
        La cámara de comercio propuso que el directorio incluya servicios.
        A los exportadores les gustaría que el formulario fuera más corto.
        Todos los Estados deben cumplir sus obligaciones internacionales.
        Sería útil organizar un seminario sobre salarios.
        Los empresarios pidieron menos tiempo de espera en la frontera.
    """,
    "en el curso de una declaración": """
        Las dos partes señalaron que las exportaciones alcanzarán dos mil millones de dólares.
        Ambos mandatarios manifestaron su optimismo de que el acuerdo se ratifique pronto.
        Los Ministros celebraron la decisión de Noruega de duplicar su aportación.
        La iniciativa ya ha conectado a 40 escuelas.
        Hoy es un día histórico para ambos países.
        México sigue siendo el principal destino del maíz estadounidense.
        Nuestra alianza se funda en valores compartidos.
        La nueva ley da a los inspectores acceso a todos los sitios.
        Las agencias realizaron tres operativos conjuntos en 2024.
        Las partes coincidieron en que la relación atraviesa su mejor momento.
        El Secretario subrayó que Estados Unidos siempre estará con Ucrania.
        El fondo financia proyectos en doce municipios.
        El cambio climático hará más largas las sequías.
        Esta inversión creará 1,200 empleos en Sonora.
        Una red más fuerte beneficiará a toda la ciudadanía.
        En conjunto, estas medidas ayudarán a las familias de ambos lados de la frontera.
        Afirmó que sin paz no habrá desarrollo.
        El Ministro Soto explicó que la ley se reformó para permitir las importaciones.
        Los dos líderes conversaron sobre los planes para ampliar el puerto.
        El comité que se estableció en 2020 se ha reunido seis veces.
        Estados Unidos reconoció el compromiso de Ghana de combatir la pesca ilegal.
        El acuerdo se firmó en presencia de ambos Presidentes.
        La Presidenta agradeció al Primer Ministro que aceptara ser anfitrión de la cumbre.
        La delegación visitó también la planta, donde le informaron que la producción empezará en mayo.
        Las conversaciones transcurrieron en un ambiente amistoso.
        Para más información, consulte el portal de la Secretaría.
        El Consejo tomó nota de la intención de la Comisión de presentar una propuesta.
        Las Partes están convencidas de que la cooperación científica beneficia a sus pueblos.
        Los productores verán menores costos.
        El comercio crecerá más rápido que la producción.
        Los dos países gozan de excelentes relaciones.
        Las partes hicieron un llamado a un alto el fuego inmediato.
        Los mandatarios instaron a todos los países a ratificar la convención.
        Las dos agencias comparten un laboratorio en Davis.
        Funcionarios lanzaron la campaña el año pasado.
        El convenio establece las condiciones de las visas.
        La ley establece un plazo de treinta días.
        Los países adoptan cada año nuevas normas.
        México cuenta con una red de cincuenta consulados.
        Refrendaron la voluntad de estrechar los lazos de amistad.
        Hicieron votos por el éxito de la cumbre.
    """,
}  # fmt: skip
CASES = [
    pytest.param(sentence.strip(), id=f"{family} {number}")
    for family, sentences in FAMILIES.items()
    for number, sentence in enumerate(sentences.strip().splitlines(), 1)
]


@pytest.mark.parametrize("sentence", CASES)
def test_what_is_no_undertaking_is_left_out(sentence: str) -> None:
    assert read_statement(sentence, language="es").candidates == ()
