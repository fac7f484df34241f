"""Every variable that the environment may set."""

from pages.markdown import code, plain, sections, table
from pydantic.fields import FieldInfo

from hled.kernel.bilingual import Bilingual
from hled.project.configuration import Configuration

MEANINGS = {
    "home": (
        Bilingual("a folder", "una carpeta"),
        Bilingual("`var/` of the checkout; without one `~/.local/share/hled`", "`var/` de la copia de trabajo; sin ella, `~/.local/share/hled`"),
        Bilingual("Where the store and added data lie.", "Dónde están el acervo y los datos añadidos."),
    ),
    "mode": (
        Bilingual("`embedded` or `production`", "`embedded` o `production`"),
        None,
        Bilingual(
            "Embedded serves this machine and needs no secret; production serves others and refuses an insecure setting.",
            "`embedded` sirve a este equipo y no exige secretos; `production` sirve a otros y rechaza todo ajuste inseguro.",
        ),
    ),
    "database_url": (
        Bilingual("`postgresql://user:password@host:port/name` or `sqlite:///path`", "`postgresql://usuario:contraseña@anfitrión:puerto/nombre` o `sqlite:///ruta`"),
        Bilingual("SQLite in HLED_HOME", "SQLite en HLED_HOME"),
        Bilingual("Which database holds the store.", "Qué base de datos guarda el acervo."),
    ),
    "secret_key": (
        Bilingual("at least 50 random characters, 12 of them distinct", "al menos 50 caracteres al azar, 12 de ellos distintos"),
        Bilingual("one made for this home, in the file `secret` that only its owner reads", "uno creado para esta carpeta, en el archivo `secret` que solo lee quien la posee"),
        Bilingual(
            "Signs sessions and seals second factors: another secret voids both. Required in production.",
            "Firma las sesiones y sella los segundos factores: otro secreto anula ambos. Obligatorio en producción.",
        ),
    ),
    "allowed_hosts": (
        Bilingual("host names, separated by commas", "nombres de anfitrión, separados por comas"),
        None,
        Bilingual("Names under which the site may be asked for; required in production, never `*`.", "Nombres con los que se puede pedir el sitio; obligatorio en producción, nunca `*`."),
    ),
    "proxies": (
        Bilingual("addresses, separated by commas", "direcciones, separadas por comas"),
        None,
        Bilingual(
            "Reverse proxies that are believed when they say who asks (X-Forwarded-For): forms of the docket are counted by connection.",
            "Proxies inversos a los que se cree cuando dicen quién pide (X-Forwarded-For): los formularios del buzón se cuentan por conexión.",
        ),
    ),
    "language": (
        Bilingual("`en` or `es`", "`en` o `es`"),
        Bilingual("the language of the terminal", "el idioma de la terminal"),
        Bilingual("Language of commands; `--lang` comes first.", "Idioma de los comandos; `--lang` tiene prioridad."),
    ),
    "workers": (
        Bilingual("1 to 64", "de 1 a 64"),
        None,
        Bilingual("Processes that serve.", "Procesos que atienden."),
    ),
    "https": (
        Bilingual("`true` or `false`", "`true` o `false`"),
        None,
        Bilingual(
            "Whether the public address uses HTTPS: cookies and redirections follow it.",
            "Si la dirección pública usa HTTPS: las cookies y los redireccionamientos lo siguen.",
        ),
    ),
    "session_idle_minutes": (
        Bilingual("1 to 1440", "de 1 a 1440"),
        None,
        Bilingual("Minutes without a request after which a session ends.", "Minutos sin solicitudes tras los que termina una sesión."),
    ),
    "session_hours": (
        Bilingual("1 to 168", "de 1 a 168"),
        None,
        Bilingual("Hours after which a session ends in any case.", "Horas tras las que una sesión termina en todo caso."),
    ),
    "site_url": (
        Bilingual("an address such as `https://hled.example`", "una dirección como `https://hled.example`"),
        None,
        Bilingual("How links in notices by e-mail begin.", "Cómo empiezan los enlaces de los avisos por correo."),
    ),
    "mail_url": (
        Bilingual("`smtp+starttls://user:password@host:587`, `smtps://…`, `smtp://…` or `file:///folder`", "`smtp+starttls://usuario:clave@anfitrión:587`, `smtps://…`, `smtp://…` o `file:///carpeta`"),
        Bilingual("embedded: files in `mail/` of the home; production: no notices", "embedded: archivos en `mail/` de la carpeta; production: sin avisos"),
        Bilingual("The mail server of notices; it is never printed.", "El servidor de correo de los avisos; nunca se imprime."),
    ),
    "mail_from": (
        Bilingual("an e-mail address", "una dirección de correo"),
        None,
        Bilingual("From whom notices come.", "De quién vienen los avisos."),
    ),
    "trade_backend": (
        Bilingual("`duckdb` or `spark`", "`duckdb` o `spark`"),
        None,
        Bilingual(
            "Which engine asks the trade tables; Spark needs PySpark and Java 17 or later.",
            "Qué motor consulta las tablas de comercio; Spark requiere PySpark y Java 17 o posterior.",
        ),
    ),
    "comtrade_key": (
        Bilingual("a subscription key of UN Comtrade", "una clave de suscripción de UN Comtrade"),
        Bilingual("nothing is fetched", "no se obtiene nada"),
        Bilingual("Lets `hled trade fetch` ask UN Comtrade; it is never printed or kept.", "Permite que `hled trade fetch` consulte UN Comtrade; nunca se imprime ni se guarda."),
    ),
}  # fmt: skip


def page(language: str) -> str:
    """One row for each field of the configuration; a field without a meaning here is refused."""
    unknown = set(Configuration.model_fields) ^ set(MEANINGS)
    if unknown:
        raise ValueError(f"settings without a meaning, or the other way round: {', '.join(sorted(unknown))}")
    rows = (_row(name, field, language) for name, field in Configuration.model_fields.items())
    headings = (
        Bilingual("variable", "variable"),
        Bilingual("value", "valor"),
        Bilingual("without it", "sin ella"),
        Bilingual("meaning", "significado"),
    )
    return sections(table(headings, rows, language))


def _row(name: str, field: FieldInfo, language: str) -> list[str]:
    value, without, meaning = MEANINGS[name]
    return [
        code(f"HLED_{name.upper()}"),
        value.in_language(language),
        without.in_language(language) if without else code(_default(field)),
        meaning.in_language(language),
    ]


def _default(field: FieldInfo) -> str:
    if isinstance(field.default, tuple):
        return ",".join(field.default)
    return plain(str(field.default).lower())
