"""Django's settings, all derived from the typed configuration."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from hled.project.configuration import Mode, read_configuration

CONFIGURATION = read_configuration()
HOME = CONFIGURATION.home
SERVED_TO_OTHERS = CONFIGURATION.mode is Mode.PRODUCTION

DEBUG = False
SECRET_KEY = CONFIGURATION.effective_secret
ALLOWED_HOSTS = list(CONFIGURATION.allowed_hosts)
PROXIES = CONFIGURATION.proxies

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "ninja",
    "hled.interfaces",
    "hled.dialogue.chronicle",
    "hled.dialogue.delegations",
    "hled.dialogue.accord",
    "hled.dialogue.workplan",
    "hled.dialogue.results",
    "hled.dialogue.meetings",
    "hled.dialogue.docket",
    "hled.dialogue.studies",
    "hled.dialogue.briefing",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
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
    "hled.dialogue.delegations.web.sessions.SessionLimitsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "hled.interfaces.asked.AskedMiddleware",
    "hled.interfaces.problems.methods_middleware",
    "hled.dialogue.delegations.web.gate.GateMiddleware",
    "axes.middleware.AxesMiddleware",
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
                "hled.dialogue.delegations.web.frame.signed_in",
            ],
        },
    }
]

DATABASES = {"default": CONFIGURATION.store}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "delegations.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "hled.dialogue.delegations.web.backends.PersonBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "hled.dialogue.delegations.services.passwords.DisguisedPasswordValidator"},
    {"NAME": "hled.dialogue.delegations.services.passwords.FieldWordsValidator"},
]
SAMPLES_MAY_SIGN_IN = not SERVED_TO_OTHERS
SAMPLES_FILE = HOME / "samples.json"
PASSWORD_RESET_TIMEOUT = 3 * 86_400
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account"
LOGOUT_REDIRECT_URL = "scoreboard"

ACCOUNT_ADAPTER = "hled.dialogue.delegations.web.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_RATE_LIMITS = {"login_failed": None}
MFA_ADAPTER = "hled.dialogue.delegations.web.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not CONFIGURATION.https
MFA_TOTP_ISSUER = "hled"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "hled.dialogue.delegations.web.forms.CodeForm",
    "reauthenticate": "hled.dialogue.delegations.web.forms.CodeAgainForm",
}

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_CALLABLE = "hled.dialogue.delegations.web.lockout.name_tried"
AXES_LOCKOUT_CALLABLE = "hled.dialogue.delegations.web.lockout.locked_out"
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["password", "code", "credential"]

SESSION_COOKIE_NAME = "__Host-session" if CONFIGURATION.https else "session"
SESSION_COOKIE_AGE = CONFIGURATION.session_hours * 3600
SESSION_IDLE_SECONDS = CONFIGURATION.session_idle_minutes * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-csrf" if CONFIGURATION.https else "csrftoken"
CSRF_COOKIE_HTTPONLY = True
TONE_COOKIE_NAME = "__Host-tone" if CONFIGURATION.https else "tone"
CSRF_FAILURE_VIEW = "hled.dialogue.delegations.web.gate.forged_form"

globals().update(CONFIGURATION.post)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = CONFIGURATION.mail_from
SITE_URL = CONFIGURATION.site_url
NOTICES_ARE_SENT = bool(CONFIGURATION.mail_url) or not SERVED_TO_OTHERS
NOTICES_IN_BACKGROUND = True
DOCKET_IN_BACKGROUND = True

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
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
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
    "formatters": {
        "line": {
            "()": "hled.interfaces.logs.OneLine",
            "hidden": r"(?<=/welcome/)[^/\s]+/[^/\s]+|(?<=/receipts/)[^/\s?]+",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"hled.security": {"level": "INFO"}, "axes": {"level": "ERROR"}},
}

BASE_DIR = Path(__file__).resolve().parent.parent
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
"""A name is locked from whatever address it is tried; locking addresses too would shut out a whole ministry."""
