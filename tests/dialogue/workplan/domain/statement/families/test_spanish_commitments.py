"""The constructions by which drafters of Spanish undertake something; each sentence is taken."""

import pytest

from hled.dialogue.workplan.domain.statement import read_statement

FAMILIES = {
    "futuro de una parte": """
        Las Partes revisarán cada primavera el régimen de visas para tripulaciones de temporada.
        Ambos países intercambiarán listas de laboratorios acreditados.
        El Reino de Noruega enviará dos geólogos al levantamiento.
        En el marco de este arreglo, Japón otorgará un préstamo de 40 mil millones de yenes para el metro.
        Cada Participante sufragará sus propios gastos.
        Ninguna de las partes impondrá nuevas tasas a la carga en tránsito.
        Durante la visita de la Primera Ministra, los dos ministerios suscribirán un protocolo de pesca.
        Asimismo, España y Kenia organizarán en Mombasa una conferencia de donantes.
        El Ministerio de Educación de Paraguay abrirá cuarenta plazas para docentes.
        A partir de 2027, Alemania financiará diez becas doctorales al año.
        A través de su agencia de crédito, Italia asegurará los tres primeros embarques.
        Corresponderá a la Secretaría de Marina custodiar las boyas.
        La red consular de Colombia en España ofrecerá asesoría gratuita a las personas trabajadoras.
        Con el fin de ampliar la oferta, los cuatro países abrirán en marzo una convocatoria de becas.
        Ambas partes constituirán, antes de marzo de 2027, un grupo técnico sobre abejas.
    """,
    "futuro de un órgano": """
        La Comisión Mixta se reunirá cada dos años, de manera alterna en Lima y en Quito.
        El Comité Directivo informará a los Ministros a más tardar el 30 de junio.
        Los equipos técnicos concluirán el estudio de viabilidad antes de la temporada de lluvias.
        El nuevo grupo de tareas trazará el mapa de la cadena del litio.
        Una secretaría conjunta preparará el orden del día.
        Los copresidentes convocarán una sesión extraordinaria cuando una de las partes lo solicite.
    """,
    "futuro que sigue": """
        Seguiremos apoyando la reconstrucción de escuelas en el delta.
        Los dos gobiernos continuarán trabajando para reducir las demoras en el cruce.
        Las Partes darán continuidad al programa de intercambio de maestros.
        Los Ministros darán seguimiento a los acuerdos de la reunión de Arica.
        Ambas agencias seguirán desarrollando el catálogo común de plagas.
        Los equipos mantendrán las consultas sobre el convenio de doble tributación.
    """,
    "futuro pasivo y reflejo": """
        En otoño se celebrará en Rabat una segunda ronda de conversaciones.
        Los resultados se publicarán en los portales de ambos ministerios.
        Será establecida una línea directa entre las dos guardias costeras.
        La próxima reunión de la Comisión tendrá lugar en Quito en 2027.
        Los detalles serán definidos por los expertos en las próximas semanas.
        El convenio de servicios aéreos será firmado antes de fin de año.
        El piloto se extenderá a cuatro provincias más.
        Los aranceles a la papa semilla se eliminarán en cinco años.
        Habrá de celebrarse una sesión extraordinaria en mayo.
        Se habrá de convocar a los productores antes de la cosecha.
        Se capacitará a los agentes aduanales en el uso del escáner.
        Se establecerá un mecanismo de alerta temprana.
        Deberá presentarse un informe a los Cancilleres antes de junio.
        Se pondrá en marcha una campaña contra el robo de identidad.
        Se dará inicio a las obras del muelle en febrero.
    """,
    "ir a, haber de, deber": """
        Los dos ministerios van a presentar una hoja de ruta en noventa días.
        Una delegación de productores ha de visitar el valle en marzo.
        Las Partes habrán de notificarse los brotes en un plazo de dos días.
        Las Partes deberán comunicar cualquier cambio de sus puntos de contacto.
        Vamos a duplicar el número de visas de trabajo.
        La siguiente ronda está programada para octubre en Ginebra.
        Está previsto celebrar en Cebú el tercer diálogo.
        La reunión de seguimiento está prevista para el primer trimestre de 2027.
    """,
    "acordar y convenir": """
        Los Ministros acordaron establecer una línea directa para marineros varados.
        También acordaron un calendario de visitas para el próximo año.
        Se acordó que la próxima reunión se celebre en Portugal.
        Los mandatarios acordaron que los equipos se reúnan antes de la cumbre.
        Ambas delegaciones convinieron en que un equipo conjunto visite el arrecife.
        Hemos acordado duplicar el número de visas de vacaciones y trabajo.
        Las partes convinieron los términos de referencia del comité.
        Como primer resultado, convinieron en crear un Grupo de Trabajo sobre Trenes, copresidido por ambos ministerios.
        Las delegaciones acordaron la apertura de un consulado en Gdansk.
        Los Cancilleres acuerdan instalar la mesa de cooperación fronteriza.
        Las partes llegaron a un acuerdo sobre el texto del protocolo pesquero.
        Se alcanzó un acuerdo para reabrir el paso los fines de semana.
        Se llegó al consenso de levantar la veda.
        Hubo acuerdo en prorrogar el piloto por un año.
        Quedó acordado que los expertos presentarán el mapa en mayo.
        Las partes coincidieron en que se elaborará un protocolo de boyas.
        Los Presidentes decidieron elevar el diálogo a nivel ministerial.
        Se resolvió crear un fondo para puertos pequeños.
        Los Cancilleres resolvieron que el mecanismo sea permanente.
        Las partes pactaron la devolución de las piezas arqueológicas.
        Ambos gobiernos optaron por adquirir en común las vacunas.
    """,
    "comprometerse y obligarse": """
        Francia se compromete a financiar la segunda fase de la presa.
        Las Partes se comprometen a un intercambio anual de estudiantes.
        Dinamarca comprometió 40 millones de euros para el fondo costero.
        El Gobierno de Ghana se obliga a simplificar sus licencias antes de julio.
        Nos comprometemos a poner fin al uso de mercurio en la minería artesanal.
        Los Gobiernos asumen el compromiso de restituir los bienes robados.
        Las Partes se obligan a no difundir los datos sin consentimiento.
        Hungría contrajo el compromiso de participar en el patrullaje.
        Polonia prometió resolver en seis semanas los permisos pendientes.
        Argentina asumió el compromiso de retirar el impuesto a los cueros.
        La Unión Europea aportará otros 15 millones de euros al programa.
        El Presidente dio su palabra de que la frontera permanecerá abierta.
        Ambos mandatarios empeñaron su palabra de concluir el puente.
        Las partes adquieren la obligación de avisarse de los cierres.
        Bolivia se hará cargo del mantenimiento de los sensores.
    """,
    "estar comprometido, decidido, dispuesto": """
        Estamos comprometidos a abrir una aduana conjunta antes de 2028.
        Los dos países están decididos a terminar el ferrocarril antes de los juegos.
        Ambos gobiernos están resueltos a limpiar los campos minados del río.
        México está listo para acoger la secretaría.
        Estados Unidos está dispuesto a compartir datos satelitales sobre incendios.
        Las partes siguen comprometidas con la conclusión del acuerdo este año.
        Suecia está preparada para capacitar a cuarenta inspectores al año.
        La República de Corea expresó su disposición a enviar un equipo de ingenieros al puerto.
        Los dos ministerios quedan obligados a consultarse antes de cerrar el paso.
    """,
    "intención, previsión, propósito": """
        Los Participantes tienen la intención de publicar un informe anual conjunto.
        Ambos países planean lanzar un satélite en 2029.
        España y Marruecos buscan concluir en diciembre el estudio del cable submarino.
        Las dos partes buscarán armonizar sus normas orgánicas.
        Las Partes procurarán responder en treinta días.
        Las secretarías harán todo lo posible por expedir los permisos en una semana.
        Los Gobiernos harán cuanto esté a su alcance para liberar a la tripulación.
        Las partes tienen previsto ampliar el programa a cinco ciudades más.
        Los dos ministros prevén visitar juntos la planta.
        Es intención de las Partes negociar un protocolo sobre naufragios.
        Nuestra intención es abrir el registro a las siete provincias.
        Las partes expresaron su intención de suscribir un memorando sobre el salmón.
        Vietnam anunció planes para construir una segunda terminal.
        Las Partes se proponen realizar ejercicios conjuntos cada otoño.
        Ambas partes se esforzarán por concluir las negociaciones este año.
        Las delegaciones trabajarán para firmar un tratado de extradición.
        Nos proponemos sembrar dos millones de árboles.
        Los Cancilleres manifestaron su voluntad de firmar en mayo el convenio de pensiones.
        Se prevé instalar tres boyas antes del invierno.
        Ambos ministerios contemplan realizar un estudio del túnel.
        Los gobiernos tienen el propósito de abrir una ruta aérea directa.
        Se tiene previsto inaugurar el laboratorio en abril.
        Las Partes aspiran a concluir el tratado antes de 2027.
    """,
    "instruir y encomendar": """
        Los mandatarios instruyeron a sus ministros de comercio a presentar ofertas en septiembre.
        Los Cancilleres encomendaron a los funcionarios la preparación de una lista de cruces.
        Los Presidentes instruyeron que se elabore un estudio conjunto.
        El Consejo solicitó a la Secretaría que distribuya un documento sobre semillas.
        Los Ministros pidieron a los expertos una propuesta para la reunión de primavera.
        La Comisión confió al subgrupo de agua la vigilancia de los pozos.
        Encargamos al Grupo de Trabajo redactar reglas comunes.
        Instruimos a nuestros funcionarios a comenzar de inmediato.
        Se instruyó a los equipos técnicos para que informen en sesenta días.
        Se encomendó al Comité Técnico elaborar un presupuesto.
        Los mandatarios ordenaron una revisión del régimen de visas.
        Los dos Presidentes exhortaron a la Comisión Mixta a concluir la hoja de ruta antes de junio.
        Los Ministros dispusieron que las negociaciones concluyan este año.
        Los Cancilleres instruyen a sus equipos elaborar un calendario.
        El Consejo asignó a los juristas la redacción del protocolo.
        Se mandató a la Secretaría a abrir una oficina.
        Los Cancilleres convocan a la Comisión de Límites a sesionar en agosto.
        Los Ministros delegaron en las aduanas la tarea de fijar los horarios.
    """,
    "anunciar": """
        El Primer Ministro anunció que Australia financiará una clínica nueva en Dili.
        Los Ministros anunciaron el lanzamiento de un concurso conjunto para empresas del agua.
        Estados Unidos anunció 12 millones de dólares adicionales para los caficultores.
        Los dos mandatarios anunciaron la creación de un consejo empresarial.
        Canadá anunció su decisión de abrir una oficina comercial en Guadalajara.
        Los dos gobiernos anunciaron que en junio se abrirá una línea directa de transbordadores.
        La Secretaria anunció un nuevo programa de becas para enfermeras.
        El Ministro Ruiz informó que Perú levantará el requisito en mayo.
        India confirmó que suministrará 200 autobuses.
        La parte finlandesa indicó que pondrá sus simuladores a disposición de la academia.
        El Presidente anunció que la empresa invertirá 300 millones de dólares en la planta de Celaya.
        México dio a conocer que destinará 50 millones de pesos al dragado.
        Ecuador comunicó que enviará a sus técnicos en abril.
    """,
    "presente que realiza el acto": """
        Los Participantes establecen un Comité Conjunto de Pesca.
        Los Ministros crean un grupo de trabajo sobre caminos rurales.
        Por este medio creamos el Fondo de Semillas del Pacífico.
        Las Partes designan como puntos de contacto a los siguientes ministerios.
        Adoptamos el plan de acción adjunto.
        Los Jefes de Gobierno lanzan la Iniciativa Costera.
        El Consejo aprueba el presupuesto de 2027 y convoca su próxima sesión para mayo.
        Los Gobiernos prorrogan el convenio por cinco años.
        Fijamos la meta de sembrar dos millones de árboles antes de 2030.
        Las Partes constituyen una Comisión Binacional de Puertos.
        Queda establecido el Comité de Frontera.
        Se crea el Consejo Binacional de Juventud.
        Se instituye un premio anual de ciencia.
        Los Cancilleres deciden convocar a una reunión de expertos.
        Se designa a la Secretaría de Salud como autoridad ejecutora.
        Las Partes instalan la Mesa de Diálogo sobre Migración.
        El presente Memorándum establece un Comité Directivo, que se reunirá dos veces al año.
        Los Ministros ponen en marcha el programa de faros.
    """,
    "acta y conclusiones": """
        Acordaron realizar en abril una inspección conjunta del puente.
        Se acuerda crear un registro común de embarcaciones.
        Solicitar a la Secretaría que distribuya el documento antes del 15 de mayo.
        Encomendar a los juristas un proyecto de protocolo.
        Acuerdo: Perú distribuirá el texto revisado antes del 3 de marzo.
        Una vez examinado el estudio, el Comité decidió abrir la licitación en mayo.
        Tras escuchar el informe de los expertos, las delegaciones acordaron prorrogar el piloto.
        Se aprobó la propuesta de que los dos registros se enlacen antes de 2027.
        El Consejo hizo suya la recomendación de que se elabore una guía para junio.
        Se comprometió a informar cada seis meses de los avances.
        El Comité aprobó la creación de un fondo para puertos pequeños.
        La Presidencia se comprometió a distribuir el resumen en diez días.
        Se fijó el 4 de mayo como fecha de la próxima sesión.
        Se determinó que la próxima reunión sea en Tarija.
        Habiendo revisado los datos, las partes resolvieron ampliar la muestra.
        Se convino en simplificar el formulario de tránsito.
        El Consejo respaldó la recomendación de elaborar un directorio de exportadoras.
    """,
    "renovación de un compromiso": """
        Reafirmamos nuestro compromiso de concluir este año el Convenio de Pensiones.
        Los líderes reiteraron su promesa de aportar 200 millones de dólares al canal.
        Las partes confirmaron su intención de reanudar el Diálogo Estratégico.
        Ambos Presidentes renovaron su compromiso de eliminar el impuesto antes de 2027.
        Los Ministros ratificaron que concluirán el puente antes de 2028.
        Los líderes subrayaron su determinación de concluir en diciembre las negociaciones con el Mercosur.
    """,
    "con algo que no compromete": """
        Los Ministros celebraron el estudio y acordaron publicarlo.
        Reconociendo la sequía, las dos partes racionarán el agua de la presa compartida.
        Al constatar que las tarifas se duplicaron, los ministros decidieron subsidiar el transbordador.
        Sobre la base del éxito del piloto, las agencias lo extenderán a Oaxaca.
        Para tal fin, los funcionarios se reunirán en Doha antes del verano.
        A fin de reducir las esperas, las dos aduanas abrirán tres carriles en mayo.
        Con objeto de conservar el archivo, Brasil digitalizará los planos.
        En reconocimiento de su larga amistad, Grecia y Armenia intercambiarán misiones culturales.
    """,
    "anuncio con título": """
        Nuevo grupo de trabajo: Estados Unidos y Ecuador formarán un grupo de trabajo sobre el camarón.
        Becas. El Departamento de Estado ofrecerá cincuenta becas para enfermeras.
        Puertos – Los dos gobiernos dragarán el canal de Tampico.
    """,
    "en el curso de una declaración": """
        Los Ministros acordaron encargar a sus altos funcionarios el análisis de una red eléctrica regional.
        El Consejo prorroga hasta 2028 el mandato de la misión de observación.
        Los mandatarios respaldaron un plan para conectar sus sistemas de pago antes de 2026.
        México y Guatemala explorarán la creación de un centro de atención en Tecún Umán.
        Los socios aportarán 1,200 millones de dosis antes de que termine 2022.
        Estados Unidos pondrá a disposición hasta 150 millones de dólares para el combate de incendios.
        En conjunto, los tres países pondrán en operación un sistema de alerta temprana.
        Las partes tienen la intención de negociar, tan pronto como sea posible, un acuerdo de compras públicas.
        No toleraremos el trabajo forzoso en nuestras cadenas y publicaremos una lista de infractores.
        Ambos gobiernos ponen en marcha un piloto de 10 millones de dólares sobre baterías.
        Ambas partes destacaron la importancia del turismo y acordaron lanzar una campaña conjunta.
        México y Estados Unidos habrán de convocar a sus gabinetes dos veces al año.
        Cada Parte designará un punto de contacto dentro de los treinta días siguientes a la firma.
        En los próximos meses, ambos países desplegarán oficiales de enlace.
        A través de un nuevo memorando, la agencia espacial de Perú vigilará los glaciares.
        Se instruyó a la Secretaría abrir en junio la licitación.
        Los equipos darán seguimiento a estos asuntos por la vía diplomática.
        En adelante, los ministerios se reunirán cada trimestre para evaluar los avances.
        El Comité recomendó adoptar el texto y acordó reunirse de nuevo en junio.
        También se decidió invitar a Honduras a sumarse a la iniciativa.
        Colombia se ofreció a organizar en Cali el próximo taller.
        Noruega anunció que duplicará su aportación al fondo.
        Como siguientes pasos, las agencias publicarán los criterios y abrirán una convocatoria.
        Las partes resolvieron mantener abierta la frontera en todo momento.
        El proyecto deberá concluir en 2029.
        Las Partes serán copropietarias de los resultados de la investigación.
        Encomendamos a nuestros ministros informarnos en seis meses.
        Los dos gobiernos han decidido iniciar negociaciones de un convenio de seguridad social.
        Las partes harán sus mejores esfuerzos para concluir el acuerdo en 2026.
        Las consultas continuarán a nivel técnico.
        Con este fin, el Banco Interamericano de Desarrollo financiará tres estudios.
        A partir de enero se eximirá del pago de visa a los estudiantes.
        Habrá dos grupos de trabajo, uno laboral y otro de normas.
        Antes de septiembre se elaborará una lista de ciudades piloto.
        Se amplía hasta 2030 el mandato del Comité Conjunto.
        La tercera edición de la feria se realizará en León.
        Los Ministros solicitaron que los resultados se compartan con los productores.
        Las Partes acuerdan modificar el Anexo II.
        Las guardias costeras practicarán rescates cada verano.
        Ambos países trabajarán en la elaboración de un protocolo de búsqueda y rescate.
        Los gobiernos redoblarán los esfuerzos para concluir la obra en marzo.
        La Secretaría de Economía dará a conocer en mayo las reglas del fondo.
        Se brindará acompañamiento jurídico a las trabajadoras.
        Se llevarán a cabo dos talleres en Mérida.
        México y Chile reactivarán el Consejo de Negocios.
        Ambos cancilleres convinieron la pronta celebración de la comisión mixta.
        Se buscará que el acuerdo entre en vigor en enero.
        Los Presidentes girarán instrucciones a sus equipos para concluir el texto.
        Los mandatarios giraron instrucciones para acelerar la obra.
        Las delegaciones quedaron de intercambiar propuestas por escrito.
        España facilitará la homologación de títulos de enfermería.
        Ambas partes se dieron de plazo hasta mayo para presentar el proyecto.
        Será creada una mesa técnica para el limón.
        El Gobierno de México publicará el decreto en el Diario Oficial.
        La Embajada de Japón donará dos ambulancias al municipio.
        Se compromete asimismo a mantener el arancel cero para el maíz blanco.
        Los Estados Partes se abstendrán de imponer nuevas medidas.
        La CONAGUA y la CILA entregarán en junio el volumen pactado.
        Ambas dependencias tendrán a su cargo la vigilancia de la presa.
    """,
}  # fmt: skip
CASES = [
    pytest.param(sentence.strip(), id=f"{family} {number}")
    for family, sentences in FAMILIES.items()
    for number, sentence in enumerate(sentences.strip().splitlines(), 1)
]


@pytest.mark.parametrize("sentence", CASES)
def test_an_undertaking_is_taken(sentence: str) -> None:
    assert read_statement(sentence, language="es").candidates
