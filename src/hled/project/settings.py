"""Django's settings, all derived from the typed configuration."""

from pathlib import Path

from csp.constants import NONE, SELF

from hled.project.configuration import Mode, read_configuration

CONFIGURATION = read_configuration()
HOME = CONFIGURATION.home
SERVED_TO_OTHERS = CONFIGURATION.mode is Mode.PRODUCTION

DEBUG = False
SECRET_KEY = CONFIGURATION.effective_secret
ALLOWED_HOSTS = list(CONFIGURATION.allowed_hosts)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "ninja",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "hled.interfaces",
    "hled.dialogue.chronicle",
    "hled.dialogue.delegations",
    "hled.dialogue.accord",
    "hled.dialogue.workplan",
    "hled.dialogue.results",
    "hled.dialogue.meetings",
    "hled.dialogue.studies",
    "hled.dialogue.briefing",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "hled.project.kept.KeptPagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "hled.interfaces.asked.AskedMiddleware",
    "hled.interfaces.problems.methods_middleware",
]

ROOT_URLCONF = "hled.project.routes"
WSGI_APPLICATION = "hled.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "hled.interfaces.frame.frame",
            ],
        },
    }
]

DATABASES = {"default": CONFIGURATION.store}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "delegations.Person"

LANGUAGES = [("en", "English"), ("es", "Español")]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [Path(__file__).parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "hled.interfaces.staticfiles.StaticStorage"},
}
WHITENOISE_MAX_AGE = 3600

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}}
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = SERVED_TO_OTHERS and CONFIGURATION.https
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CONFIGURATION.https
SECURE_HSTS_SECONDS = 31_536_000 if CONFIGURATION.https else 0
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

BASE_DIR = Path(__file__).resolve().parent.parent
SILENCED_SYSTEM_CHECKS: list[str] = []
