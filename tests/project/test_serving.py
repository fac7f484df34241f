"""What ``hled serve`` refuses before it starts, and what it prepares."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hled.kernel.rule import WorldError
from hled.project.configuration import read_configuration
from hled.project.serving import address_of, check_serving, collect_static

Run = Callable[..., Any]


def test_a_port_in_use_exits_3_and_says_what_to_do(hled: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        ran = hled("serve", "--port", port)

    assert ran.code == 3
    assert f"127.0.0.1:{port}" in ran.err
    assert "--port" in ran.err


@pytest.mark.parametrize(
    ("secret", "hosts", "places"),
    [
        ("", "", ["HLED_SECRET_KEY", "HLED_ALLOWED_HOSTS"]),
        ("a" * 80, "dean.example", ["HLED_SECRET_KEY"]),
        ("0123456789abcdefghij" * 4, "*", ["HLED_ALLOWED_HOSTS"]),
    ],
)
def test_se_03_production_without_a_secret_or_named_hosts_is_refused(
    hled: Run, monkeypatch: pytest.MonkeyPatch, secret: str, hosts: str, places: list[str]
) -> None:
    monkeypatch.setenv("HLED_MODE", "production")
    monkeypatch.setenv("HLED_SECRET_KEY", secret)
    if hosts:
        monkeypatch.setenv("HLED_ALLOWED_HOSTS", hosts)

    ran = hled("--lang", "es", "serve")

    assert ran.code == 2
    assert "SE-03" in ran.err
    assert [place for place in ("HLED_SECRET_KEY", "HLED_ALLOWED_HOSTS") if f"{place}:" in ran.err] == places


def test_an_address_that_is_not_of_this_machine_is_refused() -> None:
    with pytest.raises(WorldError, match=r"192\.0\.2\.1"):
        check_serving(read_configuration({}), "192.0.2.1", 8000)


@pytest.mark.parametrize(
    ("host", "opens"),
    [
        ("127.0.0.1", "http://localhost:8000/"),
        ("::1", "http://localhost:8000/"),
        ("2001:db8::7", "http://[2001:db8::7]:8000/"),
        ("hled.example", "http://hled.example:8000/"),
    ],
)
def test_the_address_that_is_printed_is_one_where_passkeys_work(host: str, opens: str) -> None:
    assert address_of(host, 8000) == opens


@pytest.mark.parametrize(
    ("host", "secure", "says"),
    [
        ("127.0.0.1:8000", False, "http://localhost:8000/en/sign-in/"),
        ("localhost:8000", False, ""),
        ("127.0.0.1", True, ""),
    ],
)
def test_the_page_for_signing_in_sends_to_the_name_under_which_passkeys_work(
    bundled: object, client: Any, host: str, secure: bool, says: str
) -> None:
    page = client.get("/en/sign-in/", headers={"Host": host}, secure=secure)

    assert page.status_code == 200
    assert ("Passkeys do not work" in page.content.decode()) is bool(says)
    assert says in page.content.decode()


def test_the_files_of_the_site_are_collected_once(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path / "static"

    assert collect_static(tmp_path) is True
    assert collect_static(tmp_path) is False
    assert any((tmp_path / "static").rglob("*.css"))


def test_files_that_are_gone_are_collected_again(tmp_path: Path, settings: Any) -> None:
    import shutil

    settings.STATIC_ROOT = tmp_path / "static"
    collect_static(tmp_path)
    shutil.rmtree(tmp_path / "static")

    assert collect_static(tmp_path) is True
