"""OWASP ASVS 5.0, level 2: what is asked of authentication, sessions and access control, and what answers it."""

from pathlib import Path

from pages.markdown import code, plain, sections, table

from hled.kernel.bilingual import Bilingual

TESTS = Path(__file__).parents[2] / "tests" / "dialogue" / "delegations"
HELD, PARTLY, OPEN, ABSENT = (
    Bilingual("held", "se cumple"),
    Bilingual("partly", "en parte"),
    Bilingual("open", "pendiente"),
    Bilingual("not here", "no aplica"),
)

B = Bilingual
Row = tuple[str, Bilingual, Bilingual, str | Bilingual]
ROWS: tuple[Row, ...] = (
    ("6.1.1", B("Controls against guessing are written down", "Los controles contra la adivinación están escritos"), HELD, B("This page, section Signing in", "Esta página, sección Entrar")),
    ("6.1.2", B("Words of the field are kept out of passwords", "Las palabras propias del ámbito no se admiten en contraseñas"), OPEN, B("Common passwords, name and address are refused; there is no list of words of the field yet", "Se rechazan las comunes, el nombre y el correo; aún no hay lista de palabras del ámbito")),
    ("6.1.3", B("All ways in are written down together", "Todas las vías de entrada están escritas juntas"), HELD, B("This page, section Signing in", "Esta página, sección Entrar")),
    ("6.2.1", B("Passwords have eight characters or more", "Las contraseñas tienen ocho caracteres o más"), HELD, "test_sign_in.py::test_si_02_a_first_link_is_good_once_and_for_three_days"),
    ("6.2.2", B("A person can change the password", "Cada persona puede cambiar su contraseña"), HELD, "test_sign_in.py::test_changing_the_password_asks_for_the_present_one_and_ends_other_sessions"),
    ("6.2.3", B("Changing it asks for the present one", "Cambiarla exige la actual"), HELD, "test_sign_in.py::test_changing_the_password_asks_for_the_present_one_and_ends_other_sessions"),
    ("6.2.4", B("Common passwords are refused", "Se rechazan las contraseñas comunes"), HELD, "test_sign_in.py::test_si_03_a_weak_password_is_refused_with_the_reason"),
    ("6.2.5", B("No rules of composition", "Sin reglas de composición"), HELD, B("Length, rarity and difference from name and address only", "Solo longitud, rareza y diferencia con el nombre y el correo")),
    ("6.2.6", B("Fields for passwords hide what is typed", "Los campos de contraseña ocultan lo escrito"), HELD, B("`type=\"password\"` on every such field", "`type=\"password\"` en todos esos campos")),
    ("6.2.7", B("Password managers and pasting work", "Los gestores de contraseñas y el pegado funcionan"), HELD, B("`autocomplete` is set, and nothing hinders pasting", "`autocomplete` está fijado y nada impide pegar")),
    ("6.2.8", B("A password is checked as it was given", "La contraseña se verifica tal como se dio"), HELD, "test_sign_in.py::test_a_password_of_a_hundred_characters_is_kept_whole"),
    ("6.2.9", B("Sixty-four characters are possible", "Se admiten sesenta y cuatro caracteres"), HELD, "test_sign_in.py::test_a_password_of_a_hundred_characters_is_kept_whole"),
    ("6.2.10", B("Passwords do not expire by the calendar", "Las contraseñas no caducan por calendario"), HELD, B("There is no such rule", "No existe tal regla")),
    ("6.2.11", B("The list of 6.1.2 is applied", "La lista de 6.1.2 se aplica"), OPEN, B("As 6.1.2", "Como 6.1.2")),
    ("6.2.12", B("Passwords known from breaches are refused", "Se rechazan las contraseñas filtradas"), PARTLY, B("The twenty thousand most common, offline; no list of breaches is bundled", "Las veinte mil más comunes, sin red; no se incluye una lista de filtraciones")),
    ("6.3.1", B("Guessing is slowed down", "La adivinación se frena"), HELD, "test_sign_in.py::test_si_01_a_name_is_locked_after_five_failures_whether_anybody_has_it_or_not"),
    ("6.3.2", B("No default accounts", "Sin cuentas por omisión"), HELD, "test_sign_in.py::test_si_04_samples_are_refused_where_the_site_serves_others"),
    ("6.3.3", B("More than one factor", "Más de un factor"), HELD, "test_gate.py::test_pm_04_whoever_acts_sets_up_a_second_factor_first"),
    ("6.3.4", B("All ways in are equally strong", "Todas las vías de entrada son igual de fuertes"), HELD, "test_sign_in.py::test_a_code_is_asked_for_and_is_good_once"),
    ("6.4.1", B("First links are random, short-lived and good once", "Los primeros enlaces son aleatorios, breves y de un solo uso"), HELD, "test_sign_in.py::test_si_02_a_first_link_is_good_once_and_for_three_days"),
    ("6.4.2", B("No hints and no secret questions", "Sin pistas ni preguntas secretas"), HELD, B("There are none", "No existen")),
    ("6.4.3", B("A forgotten password does not lead around the second factor", "Olvidar la contraseña no evita el segundo factor"), HELD, "test_sign_in.py::test_a_new_link_takes_password_factors_and_sessions_away"),
    ("6.4.4", B("A lost factor is replaced as at enrollment", "Un factor perdido se repone como en el alta"), HELD, "test_sign_in.py::test_pp_03_pp_08_nobody_else_takes_factors_away"),
    ("6.5.1", B("Codes are good once", "Los códigos sirven una sola vez"), HELD, "test_sign_in.py::test_a_recovery_code_stands_in_once"),
    ("6.5.2", B("Recovery codes are not stored in the clear", "Los códigos de recuperación no se guardan en claro"), HELD, B("Sealed with a key derived from HLED_SECRET_KEY", "Sellados con una clave derivada de HLED_SECRET_KEY")),
    ("6.5.3", B("Codes are random", "Los códigos son aleatorios"), HELD, B("`secrets` of the standard library", "`secrets` de la biblioteca estándar")),
    ("6.5.4", B("Codes have twenty bits or more", "Los códigos tienen veinte bits o más"), HELD, B("Eight digits for recovery, six for the app, and five attempts", "Ocho cifras para recuperación, seis en la aplicación y cinco intentos")),
    ("6.5.5", B("Codes of the app live thirty seconds", "Los códigos de la aplicación viven treinta segundos"), PARTLY, B("One step before and after is taken, for clocks that are off; each code once", "Se acepta un paso antes y después, por relojes desfasados; cada código una vez")),
    ("6.6", B("Codes sent by telephone or message", "Códigos enviados por teléfono o mensaje"), ABSENT, B("None are sent", "No se envían")),
    ("7.1.1", B("Both limits of a session are written down", "Ambos límites de la sesión están escritos"), HELD, B("This page, and HLED_SESSION_IDLE_MINUTES, HLED_SESSION_HOURS", "Esta página, y HLED_SESSION_IDLE_MINUTES, HLED_SESSION_HOURS")),
    ("7.1.2", B("Sessions side by side are written down", "Las sesiones simultáneas están escritas"), HELD, B("This page: any number, all ended at once by Sign out everywhere", "Esta página: cualquier número, y Salir en todas partes las termina juntas")),
    ("7.2.1", B("Sessions are checked on the server", "Las sesiones se verifican en el servidor"), HELD, "test_sign_in.py::test_signing_out_ends_the_session_in_the_store"),
    ("7.2.2", B("Tokens are made for each session", "Las claves se crean para cada sesión"), HELD, "test_sign_in.py::test_a_password_alone_brings_in_who_has_no_second_factor_and_a_new_session_key"),
    ("7.2.3", B("Tokens are random, 128 bits or more", "Las claves son aleatorias, de 128 bits o más"), HELD, B("Django's session keys: 32 characters of 36, 165 bits", "Claves de sesión de Django: 32 caracteres de 36, 165 bits")),
    ("7.2.4", B("Signing in makes a new token", "Entrar crea una clave nueva"), HELD, "test_sign_in.py::test_a_password_alone_brings_in_who_has_no_second_factor_and_a_new_session_key"),
    ("7.3.1", B("A limit without use", "Un límite sin uso"), HELD, "test_sign_in.py::test_a_session_ends_when_idle_and_at_its_absolute_limit"),
    ("7.3.2", B("A limit at all", "Un límite absoluto"), HELD, "test_sign_in.py::test_a_session_ends_when_idle_and_at_its_absolute_limit"),
    ("7.4.1", B("An ended session is void", "Una sesión terminada no vale"), HELD, "test_sign_in.py::test_signing_out_ends_the_session_in_the_store"),
    ("7.4.2", B("Shutting a person out ends her sessions", "Suspender a una persona termina sus sesiones"), HELD, "test_gate.py::test_a_shut_out_person_loses_the_session_at_once"),
    ("7.4.3", B("A changed password ends other sessions", "Cambiar la contraseña termina las otras sesiones"), HELD, "test_sign_in.py::test_changing_the_password_asks_for_the_present_one_and_ends_other_sessions"),
    ("7.4.4", B("Signing out stands on every page", "Salir está en todas las páginas"), HELD, B("In the head of every page of who has signed in", "En el encabezado de toda página de quien ha entrado")),
    ("7.4.5", B("An administrator ends sessions of a person", "La administración termina las sesiones de una persona"), HELD, "test_sign_in.py::test_a_new_link_takes_password_factors_and_sessions_away"),
    ("7.5.1", B("Changing factors asks again", "Cambiar factores vuelve a preguntar"), HELD, "test_sign_in.py::test_a_second_factor_is_added_after_one_has_shown_again_who_one_is"),
    ("7.5.2", B("A person sees and ends her sessions", "Cada persona ve y termina sus sesiones"), PARTLY, B("Ends all together; they are not listed one by one", "Las termina todas juntas; no se enumeran una por una")),
    ("8.1.1", B("Rules of access are written down", "Las reglas de acceso están escritas"), HELD, B("The matrix on this page, made from the data that is applied", "La matriz de esta página, hecha con los datos que se aplican")),
    ("8.2.1", B("Functions are open to explicit permission only", "Las funciones se abren solo con permiso explícito"), HELD, "test_gate.py::test_every_page_and_every_endpoint_names_an_action"),
    ("8.2.2", B("Things are open to explicit permission only", "Las cosas se abren solo con permiso explícito"), HELD, "test_gate.py::test_people_answer_each_visitor_as_the_matrix_says"),
    ("8.2.3", B("Fields are open to explicit permission only", "Los campos se abren solo con permiso explícito"), HELD, "test_pages.py::test_public_pages_say_name_office_and_role_of_officers_and_nothing_else"),
    ("8.3.1", B("Access is decided on the server, at one place", "El acceso se decide en el servidor, en un solo lugar"), HELD, "test_gate.py::test_pm_01_an_address_without_an_action_is_closed"),
    ("8.4.1", B("One tenant never touches another", "Un inquilino nunca toca a otro"), HELD, "domain/test_matrix.py::test_nobody_of_one_party_reads_what_the_other_keeps_acts_for_it_or_enrolls_its_people"),
)  # fmt: skip


def requirements(language: str) -> str:
    """
    One row for each requirement; a test that does not exist is refused.

    Raises
    ------
    ValueError
        When a row names a test that the file does not hold.
    """
    headings = (
        B("no.", "n.º"),
        B("asked", "se pide"),
        B("standing", "estado"),
        B("test or reason", "prueba o razón"),
    )
    return sections(table(headings, (_row(row, language) for row in ROWS), language))


def _row(row: Row, language: str) -> list[str]:
    number, asked, standing, answer = row
    if isinstance(answer, Bilingual):
        said = answer.in_language(language)
    else:
        file, name = answer.split("::")
        if f"def {name}(" not in (TESTS / file).read_text(encoding="utf-8"):
            raise ValueError(f"{number}: {answer} does not exist")
        said = code(name)
    return [number, plain(asked.in_language(language)), standing.in_language(language), said]
