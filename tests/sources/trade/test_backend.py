"""Spark is asked only where its Java and its package are; else the message says what to install."""

import stat

import pytest

from hled.kernel.rule import WorldError
from hled.sources.trade.backend import Backend, connect, java_version, require_java


@pytest.fixture
def java(tmp_path, monkeypatch):
    def install(version):
        program = tmp_path / "bin" / "java"
        program.parent.mkdir(exist_ok=True)
        program.write_text(
            f"#!/bin/sh\necho 'openjdk version \"{version}\" 2025-04-15' >&2\n", encoding="utf-8"
        )
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    return install


@pytest.mark.parametrize(("said", "version"), [("17.0.15", 17), ("1.8.0_392", 8), ("25", 25), ("21-ea", 21)])
def test_the_version_of_java_is_read(java, said, version):
    java(said)

    assert java_version() == version


def test_an_old_java_is_refused_with_the_package_to_install(java):
    java("11.0.2")

    with pytest.raises(WorldError, match=r"found: 11\. On Debian: apt install openjdk-17-jre-headless"):
        require_java()


def test_no_java_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nowhere"))

    with pytest.raises(WorldError, match="found: none"):
        connect(Backend.SPARK)


def test_duckdb_gives_each_caller_a_connection_of_its_own():
    assert connect() is not connect()
