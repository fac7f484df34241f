"""What every answer carries, what a served installation sets, and what the log keeps."""

import json
import logging
import os
import subprocess
import sys

import pytest
from django.conf import settings as product
from django.test import Client

from hled.interfaces.logs import OneLine, note

SHOWN = """
import json
from hled.project import settings as s
names = [each for each in dir(s) if each.isupper()]
print(json.dumps({name: getattr(s, name) for name in names}, default=str))
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> dict:
    """The settings of an installation that serves others over TLS."""
    home = tmp_path_factory.mktemp("home")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HLED_")} | {
        "HLED_HOME": str(home),
        "HLED_MODE": "production",
        "HLED_HTTPS": "true",
        "HLED_SECRET_KEY": "k9" + "Vq3zR7wXm1LtB5nYc8Jd" * 3,
        "HLED_ALLOWED_HOSTS": "hled.example",
    }
    done = subprocess.run(
        [sys.executable, "-c", SHOWN], env=environment, check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


ADDRESSES = ("/en/", "/es/sign-in/", "/en/nothing-here/", "/api/v1/scoreboard?limit=1", "/api/v1/nothing")


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_answer_carries_the_headers_that_keep_a_browser_in_bounds(bundled, client, path):
    answer = client.get(path)

    policy = dict(each.strip().split(" ", 1) for each in answer["Content-Security-Policy"].split(";") if each)
    assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["form-action"] == "'self'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Content-Type"] in {
        "text/html; charset=utf-8",
        "application/json; charset=utf-8",
        "application/problem+json",
    }
    assert "Access-Control-Allow-Origin" not in answer
    assert "Server" not in answer


def test_a_served_site_keeps_browsers_on_tls_for_a_year_with_all_its_subdomains(served):
    assert served["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert served["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
    assert served["SECURE_SSL_REDIRECT"] is True
    assert served["DEBUG"] is False


def test_cookies_of_a_served_site_are_bound_to_its_host_and_to_tls(served):
    for name in ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "TONE_COOKIE_NAME"):
        assert served[name].startswith("__Host-")
    assert served["SESSION_COOKIE_SECURE"] is served["CSRF_COOKIE_SECURE"] is True
    assert served["CSRF_COOKIE_HTTPONLY"] is True
    assert served.get("SESSION_COOKIE_HTTPONLY", True) is True


def test_cookies_are_sent_to_this_site_alone_and_never_to_scripts(bundled, client):
    client.get("/en/sign-in/")
    client.get("/en/appearance/", {"tone": "dark", "back": "/en/"}, secure=True)

    assert {product.CSRF_COOKIE_NAME, product.TONE_COOKIE_NAME} <= set(client.cookies)
    for cookie in client.cookies.values():
        assert (cookie["samesite"], bool(cookie["httponly"]), cookie["domain"]) == ("Lax", True, "")
    assert client.cookies[product.TONE_COOKIE_NAME]["secure"]
    assert product.SESSION_COOKIE_SAMESITE == "Lax"
    assert product.SESSION_COOKIE_HTTPONLY is True


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/en/", "/api/v1/scoreboard"])
def test_a_method_that_nobody_needs_is_refused(bundled, method, path):
    assert Client().generic(method, path).status_code == 405


@pytest.mark.parametrize(
    "path", ["/.git/config", "/static/", "/static/../settings.py", "/en/../../etc/passwd"]
)
def test_neither_sources_nor_folders_are_served(bundled, client, path):
    answer = client.get(path)

    assert answer.status_code == 404
    assert b"[core]" not in answer.content


def test_a_host_that_was_not_named_is_refused(bundled):
    assert Client(HTTP_HOST="evil.example").get("/en/").status_code == 400


def test_the_server_takes_a_message_of_two_lengths_for_none(tmp_path):
    """Who sets the bounds of a message twice could smuggle a second one behind the first."""
    from gunicorn.config import Config
    from gunicorn.http.parser import RequestParser

    def told(head: bytes) -> type[Exception] | None:
        try:
            request = next(RequestParser(Config(), iter([head + b"\r\n\r\n0\r\n\r\n"]), ("127.0.0.1", 1)))
            request.body.read()
        except Exception as error:
            return type(error)
        return None

    start = b"POST /en/ HTTP/1.1\r\nHost: hled.example\r\n"
    assert told(start + b"Content-Length: 0") is None
    assert told(start + b"Content-Length: 5\r\nTransfer-Encoding: chunked") is not None
    assert told(start + b"Content-Length: 5\r\nContent-Length: 6") is not None
    assert told(start + b"Transfer-Encoding: chunked, identity") is not None


@pytest.mark.parametrize(("peer", "scheme"), [("127.0.0.1", "https"), ("192.0.2.7", "http")])
def test_what_a_proxy_says_is_believed_from_this_machine_alone(peer, scheme):
    from gunicorn.config import Config
    from gunicorn.http.parser import RequestParser

    head = b"GET /en/ HTTP/1.1\r\nHost: hled.example\r\nX-Forwarded-Proto: https\r\n\r\n"

    assert next(RequestParser(Config(), iter([head]), (peer, 40000))).scheme == scheme


def test_a_line_of_the_log_stays_one_line_in_utc(caplog):
    caplog.set_level(logging.INFO, "hled.security")
    note("tried", name="ana\n2026-01-01T00:00:00.000Z INFO hled.security signed-in person='1'\x1b[2J")
    line = OneLine().format(caplog.records[0])

    assert len(line.splitlines()) == 1
    assert "\x1b" not in line
    assert line.split(" ", 3)[0].endswith("Z")
    assert " INFO hled.security tried name=" in line


def test_a_trace_in_the_log_begins_no_line_of_its_own():
    try:
        raise ValueError("first\n2026-01-01T00:00:00.000Z INFO hled forged")
    except ValueError:
        record = logging.LogRecord("hled", logging.ERROR, "", 1, "%s failed", ("/en/\r\n",), sys.exc_info())
    head, *rest = OneLine().format(record).splitlines()

    assert head.endswith(r"hled /en/\r\n failed")
    assert rest
    assert all(line.startswith(" | ") for line in rest)


def test_the_log_keeps_no_link_that_lets_somebody_in():
    written = product.LOGGING["formatters"]["line"]
    line = OneLine(written["hidden"])
    record = logging.LogRecord(
        "django.request", logging.WARNING, "", 1, "Bad Request: %s", ("/en/welcome/MQ/dihw00-e7dd/",), None
    )

    assert written["()"] == f"{OneLine.__module__}.{OneLine.__name__}"
    assert line.format(record).endswith("Bad Request: /en/welcome/***/")


def test_forms_and_names_have_their_largest_size(bundled, client):
    answer = client.post("/en/sign-in/", {"login": "a" * 3_000_000, "password": "x"})

    assert answer.status_code == 400
    assert "PG-05" in answer.content.decode()


def test_no_answer_names_what_it_was_made_with(bundled, client):
    said = client.get("/api/v1/nothing")

    assert not {"Server", "X-Powered-By", "Via"} & set(said.headers)
    for word in ("Traceback", "django", "gunicorn", "sqlite"):
        assert word not in said.content.decode().lower()
