"""Lists, minutes, and fact sheets: what an item undertakes depends on the line that leads it."""

import pytest

from hled.dialogue.workplan.domain.statement import read_statement

MARK = " \u2713"
"""Stands at the end of the lines that are to be taken."""

ENGLISH = {
    "areas of cooperation as nouns": """
        2. Areas of cooperation

        The Participants will cooperate in the following areas:

        a) exchange of inspectors; \u2713
        b) joint research on rust and smut; \u2713
        c) training of laboratory staff; and \u2713
        d) certification of seeds. \u2713

        3. Costs

        Each Participant will bear its own costs. \u2713
    """,
    "forms of cooperation as gerunds": """
        The cooperation will take the following forms:

        - exchanging specialists; \u2713
        - organizing joint seminars; \u2713
        - sharing samples of soil. \u2713
    """,
    "items under a gerund lead": """
        The two sides agreed to strengthen cooperation by:

        - Opening a second lane for trucks at the bridge; \u2713
        - Publishing waiting times every hour; and \u2713
        - Training forty inspectors. \u2713
    """,
    "conclusions of a council": """
        CONCLUSIONS

        The Council:

        1. Took note of the report of the experts on pests.
        2. Welcomed the opening of the laboratory in Posadas.
        3. Agreed to merge the two registers by 2027. \u2713
        4. Requested the Secretariat to circulate a draft by 1 June. \u2713
        5. Instructed the technical group to test the new form. \u2713
        6. Directed that the pilot be extended to Encarnaci\u00f3n. \u2713
        7. Reached agreement on a common label for honey. \u2713
        8. Underlined the value of dialogue with growers.
        9. Set 4 May 2027 as the date of its next session. \u2713
        10. Expressed its thanks to the host.
    """,
    "conclusions in bold capitals": """
        The Ministers,

        - **RECALLING** the meeting held in Arica;
        - **AGREED** to open the road in March. \u2713
        - **TASKED** their deputies with a list of urgent repairs. \u2713
        - **NOTED** the progress made on rail.
        - **REQUESTED** the experts to report by July. \u2713
        - **DECIDED** to meet again in Tacna. \u2713
    """,
    "fact sheet of gerunds": """
        # FACT SHEET: The United States and Ghana Deepen Cooperation

        Today the two Presidents announced the following new initiatives:

        - **Launching a Cocoa Task Force.** \u2713
        - **Expanding the Peace Corps program** to two more regions. \u2713
        - **Investing $40 million** in rural clinics. \u2713
    """,
    "fact sheet with titled bullets": """
        ## Securing ports

        - **New working group:** The U.S. and Ecuador will form a working group on scanners. \u2713
        - **Training:** CBP will train 200 officers in Guayaquil. \u2713
        - **Background:** Ecuador is the largest exporter of bananas.
        - **Launching a Shrimp Dialogue:** USDA and the Ministry of Production will hold a yearly dialogue on shrimp. \u2713
    """,
    "deliverables by verb": """
        ## Deliverables

        - Complete the survey of the strait by June 2027. \u2713
        - Establish a hotline between the two coast guards. \u2713
        - Finalize the protocol on wrecks. \u2713
    """,
    "done and to be done": """
        ## Achievements

        - Opened a laboratory in Posadas.
        - Trained 300 inspectors.

        ## Next steps

        - Open a second laboratory. \u2713
        - Train 300 more inspectors. \u2713
    """,
    "minutes with participles": """
        **Item 3. Ferries**

        Having heard both operators, the Committee agreed to test a night service. \u2713
        The Danish side presented its timetable.
        The Committee will return to the matter in October. \u2713
        It was noted that fares had doubled.
    """,
    "operative part after recitals": """
        The Heads of State,

        Recognizing that the sea will rise;

        Recalling their decision to cut emissions;

        Have agreed as follows:

        1. To plant two million mangroves by 2030. \u2713
        2. To set up a regional fund for dikes. \u2713
        3. To thank the people of Fiji for their hospitality.
    """,
    "one Party's part": """
        As part of this partnership, Japan will:

        - provide a loan of 3 billion yen; \u2713
        - send two experts a year. \u2713

        For its part, Kenya intends to:

        - exempt the equipment from duties; \u2713
        - assign land for the plant. \u2713
    """,
    "topics of a talk": """
        The Ministers discussed the following issues:

        - exchange of data on fires;
        - training of pilots;
        - the opening of a second airport.
    """,
    "the Parties intend, numbered": """
        II. The Parties intend to:

        1. Share satellite images of the basin. \u2713
        2. Hold a yearly seminar on drought. \u2713

        III. The Parties recognize that:

        1. Water is scarce in the basin.
        2. Farmers need better data.
    """,
}
SPANISH = {
    "\u00e1reas de cooperaci\u00f3n": """
        SEGUNDA. \u00c1reas de cooperaci\u00f3n

        Los Participantes cooperar\u00e1n en las siguientes \u00e1reas:

        a) intercambio de inspectores; \u2713
        b) investigaci\u00f3n conjunta sobre la roya; \u2713
        c) capacitaci\u00f3n de personal de laboratorio; y \u2713
        d) certificaci\u00f3n de semillas. \u2713

        TERCERA. Gastos

        Cada Participante sufragar\u00e1 sus gastos. \u2713
    """,
    "modalidades": """
        La cooperaci\u00f3n se llevar\u00e1 a cabo mediante las siguientes modalidades:

        a) Intercambio de especialistas; \u2713
        b) Organizaci\u00f3n de seminarios conjuntos; \u2713
        c) Env\u00edo de muestras de suelo. \u2713
    """,
    "incisos en infinitivo": """
        Las Partes acordaron fortalecer la cooperaci\u00f3n por medio de las acciones siguientes:

        - Abrir un segundo carril para camiones; \u2713
        - Publicar cada hora los tiempos de espera; \u2713
        - Capacitar a cuarenta inspectores. \u2713
    """,
    "conclusiones de un consejo": """
        CONCLUSIONES

        El Consejo:

        1. Tom\u00f3 nota del informe de los expertos sobre plagas.
        2. Celebr\u00f3 la apertura del laboratorio de Posadas.
        3. Acord\u00f3 fusionar los dos registros antes de 2027. \u2713
        4. Solicit\u00f3 a la Secretar\u00eda que distribuya un borrador antes del 1 de junio. \u2713
        5. Instruy\u00f3 al grupo t\u00e9cnico a probar el nuevo formulario. \u2713
        6. Dispuso que el piloto se extienda a Encarnaci\u00f3n. \u2713
        7. Lleg\u00f3 a un acuerdo sobre una etiqueta com\u00fan para la miel. \u2713
        8. Subray\u00f3 el valor del di\u00e1logo con los productores.
        9. Fij\u00f3 el 4 de mayo de 2027 como fecha de su pr\u00f3xima sesi\u00f3n. \u2713
        10. Expres\u00f3 su agradecimiento al pa\u00eds sede.
    """,
    "resoluci\u00f3n": """
        Los Cancilleres,

        RECORDANDO la reuni\u00f3n celebrada en Arica;

        RESUELVEN:

        1. Abrir el camino en marzo. \u2713
        2. Encomendar a sus viceministros una lista de reparaciones urgentes. \u2713
        3. Tomar nota de los avances en materia ferroviaria.
        4. Solicitar a los expertos un informe para julio. \u2713
        5. Agradecer la hospitalidad de la ciudad.
        6. Que la pr\u00f3xima reuni\u00f3n se celebre en Tacna. \u2713
    """,
    "hoja informativa": """
        # Hoja informativa: Estados Unidos y Guatemala

        Los dos Presidentes anunciaron hoy las siguientes iniciativas:

        - **Lanzamiento de un Grupo de Trabajo sobre el Cacao.** \u2713
        - **Ampliaci\u00f3n del programa de becas** a dos departamentos m\u00e1s. \u2713
        - **Inversi\u00f3n de 40 millones de d\u00f3lares** en cl\u00ednicas rurales. \u2713
    """,
    "vi\u00f1etas con t\u00edtulo": """
        ## Puertos seguros

        - **Nuevo grupo de trabajo:** Estados Unidos y Ecuador formar\u00e1n un grupo de trabajo sobre esc\u00e1neres. \u2713
        - **Capacitaci\u00f3n:** la CBP capacitar\u00e1 a 200 agentes en Guayaquil. \u2713
        - **Antecedentes:** Ecuador es el mayor exportador de banano.
    """,
    "logros y pr\u00f3ximos pasos": """
        ## Logros

        - Se abri\u00f3 un laboratorio en Posadas.
        - Se capacit\u00f3 a 300 inspectores.

        ## Pr\u00f3ximos pasos

        - Abrir un segundo laboratorio. \u2713
        - Capacitar a otros 300 inspectores. \u2713
    """,
    "acta": """
        **Punto 3. Transbordadores**

        Una vez escuchados los dos operadores, el Comit\u00e9 acord\u00f3 probar un servicio nocturno. \u2713
        La parte danesa present\u00f3 su itinerario.
        El Comit\u00e9 volver\u00e1 sobre el asunto en octubre. \u2713
        Se hizo notar que las tarifas se hab\u00edan duplicado.
    """,
    "temas de una conversaci\u00f3n": """
        Los Ministros conversaron sobre los siguientes temas:

        - intercambio de datos sobre incendios;
        - capacitaci\u00f3n de pilotos;
        - la apertura de un segundo aeropuerto.
    """,
    "la parte de cada uno": """
        En el marco de esta alianza, Jap\u00f3n:

        - otorgar\u00e1 un pr\u00e9stamo de 3 mil millones de yenes; \u2713
        - enviar\u00e1 dos expertos al a\u00f1o. \u2713

        Por su parte, Per\u00fa tiene la intenci\u00f3n de:

        - exentar el equipo de derechos; \u2713
        - asignar el terreno de la planta. \u2713
    """,
    "cl\u00e1usulas con que": """
        Los Presidentes acordaron:

        - Que los equipos t\u00e9cnicos concluyan el mapa en mayo; \u2713
        - Que se publique el calendario de vedas; \u2713
        - La instalaci\u00f3n de tres boyas en la bah\u00eda. \u2713
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
