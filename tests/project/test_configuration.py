"""Settings are read from the environment, with their types, or refused."""

import pytest

from hled.kernel.rule import BrokenRuleError
from hled.project.configuration import Mode, read_configuration

SECRET = "k3-Zq9!vLm2xWc7RtYb0NdHs5PfGj8TeUa1QoIi4XwVz6EyBnMrC"


def codes(environment: dict[str, str]) -> list[tuple[str, str]]:
    with pytest.raises(BrokenRuleError) as refused:
        read_configuration(environment)
    return [(each.rule.code, each.place) for each in refused.value.findings]


def test_reading_needs_no_secret_and_no_setting():
    configuration = read_configuration({"PATH": "/bin"})

    assert configuration.mode is Mode.EMBEDDED
    assert configuration.serving_findings() == []
    assert len(configuration.effective_secret) >= 50


def test_se_01_wrong_value_is_refused():
    assert codes({"HLED_WORKERS": "many"}) == [("SE-01", "HLED_WORKERS")]
    assert codes({"HLED_WORKERS": "0"}) == [("SE-01", "HLED_WORKERS")]
    assert codes({"HLED_MODE": "debug"}) == [("SE-01", "HLED_MODE")]
    assert codes({"HLED_LANGUAGE": "fr"}) == [("SE-01", "HLED_LANGUAGE")]
    assert codes({"HLED_DATABASE_URL": "mysql://here"}) == [("SE-01", "HLED_DATABASE_URL")]
    assert codes({"HLED_PROXIES": "10.0.0.1,proxy.example"}) == [("SE-01", "HLED_PROXIES")]


def test_proxies_are_addresses_with_commas_between_them():
    assert read_configuration({"HLED_PROXIES": "10.0.0.1, 2001:db8::1"}).proxies == (
        "10.0.0.1",
        "2001:db8::1",
    )
    assert read_configuration({"HLED_PROXIES": ""}).proxies == ()


def test_se_01_home_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("")

    assert codes({"HLED_HOME": str(tmp_path / "file")}) == [("SE-01", "HLED_HOME")]


def test_se_02_unknown_setting_is_refused_together_with_wrong_values():
    assert codes({"HLED_HOEM": "/x", "HLED_WORKERS": "-1"}) == [
        ("SE-02", "HLED_HOEM"),
        ("SE-01", "HLED_WORKERS"),
    ]


@pytest.mark.parametrize(
    ("environment", "places"),
    [
        ({}, ["HLED_SECRET_KEY", "HLED_ALLOWED_HOSTS"]),
        ({"HLED_SECRET_KEY": "short", "HLED_ALLOWED_HOSTS": "hled.example"}, ["HLED_SECRET_KEY"]),
        ({"HLED_SECRET_KEY": "a" * 80, "HLED_ALLOWED_HOSTS": "hled.example"}, ["HLED_SECRET_KEY"]),
        ({"HLED_SECRET_KEY": SECRET, "HLED_ALLOWED_HOSTS": "*"}, ["HLED_ALLOWED_HOSTS"]),
        ({"HLED_SECRET_KEY": SECRET, "HLED_ALLOWED_HOSTS": "hled.example"}, []),
    ],
)
def test_se_03_production_demands_a_secret_and_named_hosts(environment, places):
    configuration = read_configuration({"HLED_MODE": "production", **environment})

    assert [each.place for each in configuration.serving_findings()] == places


def test_the_store_is_postgresql_where_the_address_says_so():
    store = read_configuration(
        {"HLED_DATABASE_URL": "postgresql://reader:p%40ss@db.example:5433/hled?sslmode=require"}
    ).store

    assert store["ENGINE"] == "django.db.backends.postgresql"
    assert (store["NAME"], store["USER"], store["PASSWORD"]) == ("hled", "reader", "p@ss")
    assert (store["HOST"], store["PORT"], store["OPTIONS"]) == ("db.example", "5433", {"sslmode": "require"})


def test_the_embedded_store_is_sqlite_in_write_ahead_mode(tmp_path):
    store = read_configuration({"HLED_HOME": str(tmp_path)}).store

    assert store["NAME"] == str(tmp_path / "hled.sqlite3")
    assert "journal_mode=WAL" in store["OPTIONS"]["init_command"]
