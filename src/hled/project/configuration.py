"""
What the environment may say, with its types.

Every variable begins with ``HLED_``. A wrong value and an unknown name are refused together, before anything starts.
"""

import os
import secrets
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.rule import BrokenRuleError, Finding, declare

SHORTEST_SECRET = 50
FEWEST_DISTINCT = 12

SE_01 = declare(
    "SE-01",
    en="A setting must have a value of its type.",
    es="Un ajuste debe tener un valor de su tipo.",
    remedy_en="Correct the environment variable named, or remove it to use the default.",
    remedy_es="Corrija la variable de entorno indicada o elimínela para usar el valor por omisión.",
)
SE_02 = declare(
    "SE-02",
    en="Every HLED_ variable must be a known setting.",
    es="Toda variable HLED_ debe ser un ajuste conocido.",
    remedy_en="Check the spelling against the list in the documentation, page Settings.",
    remedy_es="Compare la ortografía con la lista de la documentación, página Ajustes.",
)
SE_03 = declare(
    "SE-03",
    en="Serving in production needs a secret of its own and named hosts.",
    es="El servicio en producción exige un secreto propio y anfitriones con nombre.",
    remedy_en="Set HLED_SECRET_KEY to at least 50 random characters and HLED_ALLOWED_HOSTS to the public host names.",
    remedy_es="Fije HLED_SECRET_KEY con al menos 50 caracteres al azar y HLED_ALLOWED_HOSTS con los nombres públicos.",
)


class Mode(StrEnum):
    """Embedded: one process for reading on this machine. Production: served to others."""

    EMBEDDED = "embedded"
    PRODUCTION = "production"


def _default_home() -> Path:
    """``var/`` of the checkout; without a checkout, a folder of the user."""
    checkout = Path(__file__).resolve().parents[3]
    if (checkout / "pyproject.toml").is_file():
        return checkout / "var"
    return Path.home() / ".local" / "share" / "hled"


def _kept_secret(file: Path) -> str:
    """What signs sessions outlasts the process that began them; only the owner of the home can read it."""
    fresh = secrets.token_urlsafe(SHORTEST_SECRET)
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
            written.write(fresh)
    except FileExistsError:
        return file.read_text(encoding="utf-8") or fresh
    except OSError:
        return fresh
    return fresh


class TradeBackend(StrEnum):
    """Which engine asks the trade tables."""

    DUCKDB = "duckdb"
    SPARK = "spark"


POST = ("smtp", "smtp+starttls", "smtps", "file")
"""How letters leave: plain within one machine, under TLS begun or from the start, or into a folder."""


class Configuration(BaseSettings):
    """The settings of one installation."""

    model_config = SettingsConfigDict(env_prefix="HLED_", extra="ignore", frozen=True)

    home: Path = Field(default_factory=_default_home)
    mode: Mode = Mode.EMBEDDED
    database_url: str = ""
    secret_key: str = ""
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = ("127.0.0.1", "localhost", "[::1]")
    proxies: Annotated[tuple[str, ...], NoDecode] = ("127.0.0.1", "::1")
    language: Language | None = None
    workers: int = Field(default=2, ge=1, le=64)
    https: bool = False
    session_idle_minutes: int = Field(default=30, ge=1, le=1440)
    session_hours: int = Field(default=12, ge=1, le=168)
    site_url: str = "http://localhost:8000"
    mail_url: str = Field(default="", repr=False)
    mail_from: str = "hled@localhost"
    trade_backend: TradeBackend = TradeBackend.DUCKDB
    comtrade_key: str = Field(default="", repr=False)

    @field_validator("allowed_hosts", "proxies", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return (
            tuple(part.strip() for part in value.split(",") if part.strip())
            if isinstance(value, str)
            else value
        )

    @field_validator("proxies")
    @classmethod
    def _of_machines(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(str(ip_address(each)) for each in value)

    @field_validator("database_url")
    @classmethod
    def _known_store(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in {"sqlite", "postgresql", "postgres"}:
            raise ValueError("must begin with sqlite: or postgresql:")
        return value

    @field_validator("site_url")
    @classmethod
    def _address(cls, value: str) -> str:
        url = urlsplit(value)
        if url.scheme not in {"http", "https"} or not url.hostname or url.query or url.fragment:
            raise ValueError("must be an address such as https://hled.example")
        return value.rstrip("/")

    @field_validator("mail_url")
    @classmethod
    def _known_post(cls, value: str) -> str:
        url = urlsplit(value)
        if value and (url.scheme not in POST or (url.scheme != "file" and not url.hostname)):
            raise ValueError(f"must begin with one of {', '.join(f'{each}://' for each in POST)}")
        return value

    @field_validator("home")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().resolve()

    @model_validator(mode="after")
    def _usable_home(self) -> "Configuration":
        if self.home.exists() and not self.home.is_dir():
            raise ValueError("home is a file, not a folder")
        return self

    @cached_property
    def effective_secret(self) -> str:
        """The secret given, or one that this home keeps for itself; without a home yet, one for this process alone."""
        return self.secret_key or _kept_secret(self.home / "secret")

    @property
    def post(self) -> dict[str, Any]:
        """
        Where letters go, in Django's terms; a folder of the home where the site serves this machine alone.

        Without ``HLED_MAIL_URL`` a site that serves others sends none.
        """
        url = urlsplit(self.mail_url)
        if url.scheme in {"", "file"}:
            return {
                "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
                "EMAIL_FILE_PATH": url.path or str(self.home / "mail"),
            }
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": url.hostname,
            "EMAIL_PORT": url.port or {"smtps": 465, "smtp+starttls": 587}.get(url.scheme, 25),
            "EMAIL_HOST_USER": unquote(url.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
            "EMAIL_USE_TLS": url.scheme == "smtp+starttls",
            "EMAIL_USE_SSL": url.scheme == "smtps",
        }

    @property
    def store(self) -> dict[str, Any]:
        """The database in Django's form."""
        url = urlsplit(self.database_url)
        if url.scheme in {"postgresql", "postgres"}:
            query = dict(part.split("=", 1) for part in url.query.split("&") if "=" in part)
            return {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": unquote(url.path.lstrip("/")),
                "USER": unquote(url.username or ""),
                "PASSWORD": unquote(url.password or ""),
                "HOST": url.hostname or unquote(query.pop("host", "")),
                "PORT": str(url.port or ""),
                "CONN_MAX_AGE": 60,
                "OPTIONS": query,
            }
        name = unquote(url.path) if self.database_url else str(self.home / "hled.sqlite3")
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": name,
            "CONN_MAX_AGE": 60,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
            },
        }

    def serving_findings(self) -> list[Finding]:
        """What forbids serving to others; none of it matters for reading on this machine."""
        if self.mode is Mode.EMBEDDED:
            return []
        found = []
        if len(self.secret_key) < SHORTEST_SECRET or len(set(self.secret_key)) < FEWEST_DISTINCT:
            found.append(
                Finding(
                    SE_03,
                    "HLED_SECRET_KEY",
                    Bilingual(
                        f"{len(self.secret_key)} characters, {len(set(self.secret_key))} distinct",
                        f"{len(self.secret_key)} caracteres, {len(set(self.secret_key))} distintos",
                    ),
                )
            )
        if (
            "*" in self.allowed_hosts
            or not self.allowed_hosts
            or "allowed_hosts" not in self.model_fields_set
        ):
            found.append(Finding(SE_03, "HLED_ALLOWED_HOSTS", ",".join(self.allowed_hosts)))
        return found


def read_configuration(environment: Mapping[str, str] | None = None) -> Configuration:
    """
    Read the settings.

    Raises
    ------
    BrokenRuleError
        SE-01 for each wrong value and SE-02 for each unknown name, together.
    """
    environment = os.environ if environment is None else environment
    said = {name.upper(): value for name, value in environment.items() if name.upper().startswith("HLED_")}
    known = {f"HLED_{name.upper()}" for name in Configuration.model_fields}
    findings = [Finding(SE_02, name, said[name]) for name in sorted(said.keys() - known)]
    values = {name.removeprefix("HLED_").lower(): said[name] for name in said.keys() & known}
    try:
        configuration = Configuration(**values)  # type: ignore[arg-type]
    except ValidationError as error:
        findings += [
            Finding(
                SE_01,
                f"HLED_{str(each['loc'][0] if each['loc'] else 'home').upper()}",
                f"{each.get('input')!r}: {each['msg']}",
            )
            for each in error.errors()
        ]
    if findings:
        raise BrokenRuleError(findings)
    return configuration
