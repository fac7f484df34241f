"""Lists, minutes, and fact sheets: what an item undertakes depends on the line that leads it."""

import pytest

from hled.dialogue.workplan.domain.statement import read_statement

MARK = " ✓"
"""Stands at the end of the lines that are to be taken."""

ENGLISH = {
    "areas of cooperation as nouns": """
        2. Areas of cooperation

        The Participants will cooperate in the following areas:

        a) exchange of inspectors; ✓
        b) joint research on rust and smut; ✓
        c) training of laboratory staff; and ✓
        d) certification of seeds. ✓

        3. Costs

        Each Participant will bear its own costs. ✓
    """,
    "forms of cooperation as gerunds": """
        The cooperation will take the following forms:

        - exchanging specialists; ✓
        - organizing joint seminars; ✓
        - sharing samples of soil. ✓
    """,
    "items under a gerund lead": """
        The two sides agreed to strengthen cooperation by:

        - Opening a second lane for trucks at the bridge; ✓
        - Publishing waiting times every hour; and ✓
        - Training forty inspectors. ✓
    """,
    "conclusions of a council": """
        CONCLUSIONS

        The Council:

        1. Took note of the report of the experts on pests.
        2. Welcomed the opening of the laboratory in Posadas.
        3. Agreed to merge the two registers by 2027. ✓
        4. Requested the Secretariat to circulate a draft by 1 June. ✓
        5. Instructed the technical group to test the new form. ✓
        6. Directed that the pilot be extended to Encarnación. ✓
        7. Reached agreement on a common label for honey. ✓
        8. Underlined the value of dialogue with growers.
        9. Set 4 May 2027 as the date of its next session. ✓
        10. Expressed its thanks to the host.
    """,
    "conclusions in bold capitals": """
        The Ministers,

        - **RECALLING** the meeting held in Arica;
        - **AGREED** to open the road in March. ✓
        - **TASKED** their deputies with a list of urgent repairs. ✓
        - **NOTED** the progress made on rail.
        - **REQUESTED** the experts to report by July. ✓
        - **DECIDED** to meet again in Tacna. ✓
    """,
    "fact sheet of gerunds": """
        # FACT SHEET: The United States and Ghana Deepen Cooperation

        Today the two Presidents announced the following new initiatives:

        - **Launching a Cocoa Task Force.** ✓
        - **Expanding the Peace Corps program** to two more regions. ✓
        - **Investing $40 million** in rural clinics. ✓
    """,
    "fact sheet with titled bullets": """
        ## Securing ports

        - **New working group:** The U.S. and Ecuador will form a working group on scanners. ✓
        - **Training:** CBP will train 200 officers in Guayaquil. ✓
        - **Background:** Ecuador is the largest exporter of bananas.
        - **Launching a Shrimp Dialogue:** USDA and the Ministry of Production will hold a yearly dialogue on shrimp. ✓
    """,
    "deliverables by verb": """
        ## Deliverables

        - Complete the survey of the strait by June 2027. ✓
        - Establish a hotline between the two coast guards. ✓
        - Finalize the protocol on wrecks. ✓
    """,
    "done and to be done": """
        ## Achievements

        - Opened a laboratory in Posadas.
        - Trained 300 inspectors.

        ## Next steps

        - Open a second laboratory. ✓
        - Train 300 more inspectors. ✓
    """,
    "minutes with participles": """
        **Item 3. Ferries**

        Having heard both operators, the Committee agreed to test a night service. ✓
        The Danish side presented its timetable.
        The Committee will return to the matter in October. ✓
        It was noted that fares had doubled.
    """,
    "operative part after recitals": """
        The Heads of State,

        Recognizing that the sea will rise;

        Recalling their decision to cut emissions;

        Have agreed as follows:

        1. To plant two million mangroves by 2030. ✓
        2. To set up a regional fund for dikes. ✓
        3. To thank the people of Fiji for their hospitality.
    """,
    "one Party's part": """
        As part of this partnership, Japan will:

        - provide a loan of 3 billion yen; ✓
        - send two experts a year. ✓

        For its part, Kenya intends to:

        - exempt the equipment from duties; ✓
        - assign land for the plant. ✓
    """,
    "topics of a talk": """
        The Ministers discussed the following issues:

        - exchange of data on fires;
        - training of pilots;
        - the opening of a second airport.
    """,
    "a list that ends at the next section": """
        Section 2. Fields of cooperation
        The Sides will cooperate in the following fields:
        1) forecasting of storm surges; ✓
        2) maintenance of radar; and ✓
        3) any other field on which they may agree.

        Section 3. Implementation
        3.1 Each Side will appoint a coordinator. ✓
        3.2 The Sides may involve universities.
    """,
    "outcomes": """
        Main outcomes:
        * Joint call on sensors to be opened in January. ✓
        * Exchange of ten doctoral students per year. ✓
        * Agreement to share ship time. ✓
        * The Committee took note of the report on salmon.
        * Canada to nominate a new co-chair. ✓
    """,
    "numbered agreements": """
        Agreement 1. Mexico will submit the plans by 15 May. ✓
        Agreement 2. GSA to reply within 30 days. ✓

        The minutes were read and approved.
    """,
    "the Parties intend, numbered": """
        II. The Parties intend to:

        1. Share satellite images of the basin. ✓
        2. Hold a yearly seminar on drought. ✓

        III. The Parties recognize that:

        1. Water is scarce in the basin.
        2. Farmers need better data.
    """,
}
SPANISH = {
    "áreas de cooperación": """
        SEGUNDA. Áreas de cooperación

        Los Participantes cooperarán en las siguientes áreas:

        a) intercambio de inspectores; ✓
        b) investigación conjunta sobre la roya; ✓
        c) capacitación de personal de laboratorio; y ✓
        d) certificación de semillas. ✓

        TERCERA. Gastos

        Cada Participante sufragará sus gastos. ✓
    """,
    "modalidades": """
        La cooperación se llevará a cabo mediante las siguientes modalidades:

        a) Intercambio de especialistas; ✓
        b) Organización de seminarios conjuntos; ✓
        c) Envío de muestras de suelo. ✓
    """,
    "incisos en infinitivo": """
        Las Partes acordaron fortalecer la cooperación por medio de las acciones siguientes:

        - Abrir un segundo carril para camiones; ✓
        - Publicar cada hora los tiempos de espera; ✓
        - Capacitar a cuarenta inspectores. ✓
    """,
    "conclusiones de un consejo": """
        CONCLUSIONES

        El Consejo:

        1. Tomó nota del informe de los expertos sobre plagas.
        2. Celebró la apertura del laboratorio de Posadas.
        3. Acordó fusionar los dos registros antes de 2027. ✓
        4. Solicitó a la Secretaría que distribuya un borrador antes del 1 de junio. ✓
        5. Instruyó al grupo técnico a probar el nuevo formulario. ✓
        6. Dispuso que el piloto se extienda a Encarnación. ✓
        7. Llegó a un acuerdo sobre una etiqueta común para la miel. ✓
        8. Subrayó el valor del diálogo con los productores.
        9. Fijó el 4 de mayo de 2027 como fecha de su próxima sesión. ✓
        10. Expresó su agradecimiento al país sede.
    """,
    "resolución": """
        Los Cancilleres,

        RECORDANDO la reunión celebrada en Arica;

        RESUELVEN:

        1. Abrir el camino en marzo. ✓
        2. Encomendar a sus viceministros una lista de reparaciones urgentes. ✓
        3. Tomar nota de los avances en materia ferroviaria.
        4. Solicitar a los expertos un informe para julio. ✓
        5. Agradecer la hospitalidad de la ciudad.
        6. Que la próxima reunión se celebre en Tacna. ✓
    """,
    "hoja informativa": """
        # Hoja informativa: Estados Unidos y Guatemala

        Los dos Presidentes anunciaron hoy las siguientes iniciativas:

        - **Lanzamiento de un Grupo de Trabajo sobre el Cacao.** ✓
        - **Ampliación del programa de becas** a dos departamentos más. ✓
        - **Inversión de 40 millones de dólares** en clínicas rurales. ✓
    """,
    "viñetas con título": """
        ## Puertos seguros

        - **Nuevo grupo de trabajo:** Estados Unidos y Ecuador formarán un grupo de trabajo sobre escáneres. ✓
        - **Capacitación:** la CBP capacitará a 200 agentes en Guayaquil. ✓
        - **Antecedentes:** Ecuador es el mayor exportador de banano.
    """,
    "logros y próximos pasos": """
        ## Logros

        - Se abrió un laboratorio en Posadas.
        - Se capacitó a 300 inspectores.

        ## Próximos pasos

        - Abrir un segundo laboratorio. ✓
        - Capacitar a otros 300 inspectores. ✓
    """,
    "acta": """
        **Punto 3. Transbordadores**

        Una vez escuchados los dos operadores, el Comité acordó probar un servicio nocturno. ✓
        La parte danesa presentó su itinerario.
        El Comité volverá sobre el asunto en octubre. ✓
        Se hizo notar que las tarifas se habían duplicado.
    """,
    "temas de una conversación": """
        Los Ministros conversaron sobre los siguientes temas:

        - intercambio de datos sobre incendios;
        - capacitación de pilotos;
        - la apertura de un segundo aeropuerto.
    """,
    "la parte de cada uno": """
        En el marco de esta alianza, Japón:

        - otorgará un préstamo de 3 mil millones de yenes; ✓
        - enviará dos expertos al año. ✓

        Por su parte, Perú tiene la intención de:

        - exentar el equipo de derechos; ✓
        - asignar el terreno de la planta. ✓
    """,
    "una lista que termina en la siguiente cláusula": """
        Cláusula segunda. Campos de cooperación
        Las Partes cooperarán en los siguientes campos:
        1) pronóstico de marea de tormenta; ✓
        2) mantenimiento de radares; y ✓
        3) cualquier otro campo que acuerden.

        Cláusula tercera. Ejecución
        3.1 Cada Parte nombrará un coordinador. ✓
        3.2 Las Partes podrán incorporar a universidades.
    """,
    "resultados": """
        Principales resultados:
        * Convocatoria conjunta sobre sensores, que se abrirá en enero. ✓
        * Intercambio de diez doctorandos al año. ✓
        * Acuerdo para compartir tiempo de buque. ✓
        * La Comisión tomó nota del informe sobre el salmón.
        * Canadá nombrará un nuevo copresidente. ✓
    """,
    "cláusulas con que": """
        Los Presidentes acordaron:

        - Que los equipos técnicos concluyan el mapa en mayo; ✓
        - Que se publique el calendario de vedas; ✓
        - La instalación de tres boyas en la bahía. ✓
    """,
}


def _case(layout: str, language: str, name: str) -> object:
    return pytest.param(layout, language, id=name)


CASES = [
    *(_case(layout, "en", name) for name, layout in ENGLISH.items()),
    *(_case(layout, "es", name) for name, layout in SPANISH.items()),
]


@pytest.mark.parametrize(("layout", "language"), CASES)
def test_the_lines_that_undertake_something_are_taken(layout: str, language: str) -> None:
    lines = [line.removeprefix(" " * 8) for line in layout.strip("\n").splitlines()]
    undertaking = [line.removesuffix(MARK) for line in lines if line.endswith(MARK)]

    reading = read_statement("\n".join(line.removesuffix(MARK) for line in lines), language=language)  # type: ignore[arg-type]

    taken = [candidate.text for candidate in reading.candidates]
    assert [line for line in undertaking if not any(text in line for text in taken)] == []
    assert [text for text in taken if not any(text in line for line in undertaking)] == []
