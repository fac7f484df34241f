"""Spanish sentences with rarer words of commitment that commit nobody; each is left out."""

import pytest

from hled.dialogue.workplan.domain.statement import read_statement

FAMILIES = {
    "parecidos menos usados": """
        La firma del acuerdo es un hito en nuestra relación.
        Las Partes se beneficiarán de lazos más estrechos.
        La región necesitará dos millones de maestros para 2030.
        Esto significará más empleos y menores precios.
        El Ministro recalcó que su país defenderá su soberanía.
        Coincidieron en que la cumbre había sido un éxito.
        Las delegaciones coincidieron en que las pláticas fueron fructíferas.
        Los Ministros dijeron que el futuro del estrecho dependerá del diálogo.
        Ambos compartieron su esperanza de que la paz vuelva a la región.
        La visita puso de relieve el compromiso de ambas partes con lazos más estrechos.
        El acuerdo, una vez ratificado, hará más fáciles los viajes.
        El Presidente fue invitado a visitar Madrid.
        El Ministro aceptó con gusto la invitación.
        El proyecto ha creado 300 empleos y creará más.
        Los Ministros intercambiaron opiniones sobre cómo promover la inversión.
        Ambas partes recordaron que el tratado exige notificar en diez días.
        Fue un placer recibir a la delegación.
        En la feria participaron 40 empresas.
        Los interesados pueden consultar los formularios en el portal.
        El presente Memorándum no genera obligaciones jurídicas.
        El combate a las drogas exige que trabajemos juntos.
        Conforme a lo acordado en 2022, ambas partes han intercambiado datos cada mes.
        El plan, adoptado en Bogotá, fija cinco metas.
        Está por verse si la línea será rentable.
        El Comité se compone de funcionarios de ambos ministerios.
        La oficina, que abrirá en mayo, será la décima en el país.
        La carretera unirá Tapachula con Tecún Umán en menos de una hora.
        El anuncio representa un paso histórico para ambas naciones.
        México y Chile comparten una larga tradición de asilo.
    """,
    "parecidos menos usados, once more": """
        Las Partes se guían por los principios de la Carta.
        El estudio reveló que los salarios subirán.
        Encomiaron los avances en las conversaciones de paz.
        Los ministros destacaron los planes de ambos países para abandonar el carbón.
        Las dos partes han venido trabajando para simplificar las visas.
        El turismo es uno de los pilares de la economía.
        Los mandatarios elogiaron el compromiso de los agricultores de ahorrar agua.
        Más de 200 empresas se han comprometido a reducir emisiones, según la cámara.
        Este logro será recordado por generaciones.
        Nos enorgullece lo que hemos construido juntos.
        Las dos economías se complementan.
        Expresaron preocupación por la violencia y sus efectos en la población civil.
        En 2019 las Partes habían convenido compartir datos y así lo han hecho.
        Los ministros rindieron homenaje a los cascos azules que no volverán a casa.
        No puede haber prosperidad sin seguridad.
        La conferencia reunió a 300 delegados.
        La región tiene potencial para convertirse en líder del hidrógeno.
        Estados Unidos agradece a México haber sido sede de las conversaciones.
        El Consejo lamentó que no se alcanzara un acuerdo sobre cuotas.
        El camino hacia la paz será largo.
        Nada puede justificar el terrorismo.
        Esta visita abre una nueva etapa en la relación.
        El fortalecimiento de la relación traerá beneficios para ambos pueblos.
        México considera que el diálogo debe prevalecer.
    """,
    "cosas, títulos e inserciones": """
        Esta oficina mejorará la preparación en toda la región.
        Los pasajeros notarán la diferencia.
        Reiteramos nuestros compromisos cambiarios.
        El Ministro describió cómo funcionarán las nuevas reglas.
        El puente celebrará su aniversario el próximo año.
        El Presidente invitó a su homóloga a visitar la capital.
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
