"""Rarer verbs and forms by which drafters of Spanish undertake something; each sentence is taken."""

import pytest

from hled.dialogue.workplan.domain.statement import read_statement

FAMILIES = {
    "circunstancias y verbos menos usados": """
        Ecuador aceptó la invitación a sumarse al Proceso de Quito y lo presidirá en 2027.
        Las tres partes señalaron que continuarán el estudio.
        Los asuntos del agua y del ferrocarril serán tratados por los cancilleres.
        Para mayo está prevista la firma de un protocolo de pensiones.
        Los Ministros eligieron Cartagena como sede del próximo foro y acordaron convocarlo en mayo.
        Los dos países no escatimarán esfuerzos para encontrar a la tripulación.
        Filipinas adoptará las medidas necesarias para ratificar la convención antes de junio.
        A partir del próximo mes se realizarán patrullajes conjuntos en el estrecho.
        Turquía acordó no elevar los aranceles al chabacano.
        El Acuerdo de Servicios Aéreos será rubricado en primavera.
        El texto se concluirá por correspondencia.
        Cuando sea necesario, las Partes se consultarán.
        En materia cultural, los dos museos se prestarán cinco obras.
        En lo que respecta a las pensiones, las conversaciones se reanudarán en otoño.
        Además de lo anterior, Catar financiará un hospital en Trípoli.
        Previa aprobación legislativa, Italia ratificará el protocolo antes del verano.
        A más tardar el 31 de diciembre, cada parte presentará su inventario.
        Jordania e Irak decidieron, en principio, interconectar sus redes eléctricas.
        Tailandia será la anfitriona del primer diálogo en Chiang Mai.
        Las dos universidades ofrecerán un título conjunto.
        Lo haremos mediante un registro común.
        El Grupo de Trabajo será responsable de dar seguimiento a este plan.
        La Comisión tendrá su sede en Montevideo.
        La fase piloto irá de mayo a octubre.
        Ruanda aseguró a sus socios que mantendrá abierto el paso.
        Canadá se ha comprometido a revisar cada dos años su lista de semillas.
        Cada gobierno nombrará un coordinador y comunicará su nombre al otro.
        Las Partes velarán por que los inspectores tengan acceso a los sitios.
        Los dos Presidentes dieron a sus ministros hasta junio para presentar un plan.
        Ambas capitales se fijaron la meta de 5 mil estudiantes de intercambio para 2030.
        Los Ministros dieron luz verde a la segunda fase del túnel.
        Belice se ofreció a redactar el cuestionario.
        Se prevé la firma de una declaración conjunta en Flores.
        México habrá de remitir el expediente antes de mayo.
        Corresponde a la Secretaría Pro Témpore convocar la reunión.
        Las Partes convienen que la vigencia del programa sea de tres años.
        Ambos gobiernos se abocarán a concluir el catálogo.
        Las autoridades competentes agilizarán la expedición de permisos.
        Los Cancilleres dieron instrucciones para que se concluya el acuerdo.
        Los jefes de Estado concordaron crear mesas de trabajo sobre minería.
        Se acuerda que la secretaría elabore la minuta.
        Se le encargó a la secretaría elaborar la minuta.
        Perú y Bolivia retomarán las obras del puente en febrero.
        Los dos países impulsarán un programa de becas con 200 lugares.
        Ambas partes fortalecerán el intercambio de información migratoria.
    """,
    "verbos menos usados, once more": """
        Los dos gobiernos garantizan que los permisos se expedirán en diez días.
        Los Ministros renovaron su compromiso de celebrar el diálogo cada año.
        Las partes se avinieron a compartir los costos por mitad.
        Queda entendido que cada parte pagará la mitad.
        Se conviene además que los datos se destruirán a los dos años.
        Los expertos deberán presentar sus conclusiones antes de marzo.
        Los Ministros facultaron a los copresidentes para firmar el protocolo.
        Ambas Partes se abstendrán de verter residuos en el río.
        Ningún país pretende reabrir la lista arancelaria.
        El estudio de viabilidad se entregará en mayo.
        Las Partes celebrarán, cuando proceda, consultas sobre visas.
        Este año abriremos también una ventanilla para empresas de mujeres.
        Cada capital habrá de nombrar un enviado en el plazo de un mes.
        Las obras del túnel comenzarán en 2027.
        Las negociaciones se iniciarán en enero.
        Las Partes se disponen a compartir el costo de las boyas.
        El Primer Ministro reafirmó el compromiso de Noruega de aportar 20 millones de dólares al fondo.
        Uganda reiteró su decisión de reabrir el paso en mayo.
        Los Ministros se empeñarán en concluir el texto antes de junio.
        Trabajaremos con el Congreso para obtener recursos para el puerto.
        Como seguimiento, la secretaría elaborará una lista de expertos.
        Decidieron además encargar al Comité Conjunto el estudio del asunto.
        No buscarán prorrogar la moratoria.
        Canadá se complace en anunciar 6 millones de dólares para brigadas contra incendios.
        México se encargará de traducir el manual.
        La Secretaría de Turismo se responsabilizará de la difusión.
        Ambos ministerios emprenderán una revisión de sus normas.
        Las dos partes se dieron a la tarea de elaborar un calendario.
        Cuba y México renovarán el convenio de becas.
        Los Presidentes acordaron que sus cancilleres den seguimiento puntual a lo aquí acordado.
        Se buscará concretar la visita en el segundo semestre.
        Se trabajará en un protocolo común de atención a víctimas.
        Se invitará a los observadores a la próxima sesión.
        Las Partes habrán de velar por la seguridad del personal.
        Honduras pondrá en funcionamiento el laboratorio en marzo.
        El Gobierno de Chile hará llegar su propuesta en quince días.
        Nos comprometemos, junto con Canadá, a sembrar un millón de árboles.
        Las autoridades sanitarias homologarán sus formatos.
        Ambas naciones aspiran a duplicar el turismo antes de 2030.
        Los Cancilleres coincidieron en la conveniencia de crear una mesa y acordaron instalarla en junio.
        La parte mexicana remitirá, a la brevedad, los planos.
        Los Gobiernos convinieron dar prioridad a la modernización del puente.
    """,
    "inserciones, montos y lo que se hace hacer a otros": """
        Perú, que es titular de los terrenos, garantizará que los comerciantes sean reubicados.
        Corea confirma un crédito de 80 millones de dólares para el tren.
        México exigirá a los importadores declarar dónde se fundió el acero.
        Antes de que termine el año habrá de concluirse un acuerdo aduanero.
        La copresidenta informó al Comité que el programa de trabajo se someterá a firma en primavera.
        La reunión aceptó el ofrecimiento de Chile de organizar un ejercicio conjunto.
        El Primer Ministro reafirmó la intención de Noruega de conceder un crédito para el puerto.
        La parte argentina agradeció el ofrecimiento y quedó en responder antes de agosto.
        Tomaron nota del informe y solicitaron al Grupo de Trabajo darle cumplimiento.
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
