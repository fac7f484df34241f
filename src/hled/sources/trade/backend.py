"""Where trade tables are asked: DuckDB in this process, or Spark for those who have one. The expressions are the same."""

import os
import re
import shutil
import subprocess
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import WorldError

if TYPE_CHECKING:
    from ibis.backends.sql import SQLBackend

OLDEST_JAVA = 17


class Backend(StrEnum):
    """An engine that Ibis compiles to; the setting is ``HLED_TRADE_BACKEND``."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def connect(backend: Backend = Backend.DUCKDB) -> "SQLBackend":
    """
    A connection that reads Parquet.

    DuckDB gives a new one each time, so that threads do not share it; a process has one Spark session.

    Raises
    ------
    WorldError
        When Spark is chosen and PySpark or Java 17 is missing.
    """
    return _spark() if Backend(backend) is Backend.SPARK else _duckdb()


def _duckdb() -> "SQLBackend":
    import ibis

    return ibis.duckdb.connect()


@lru_cache(maxsize=1)
def _spark() -> "SQLBackend":
    require_java()
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise WorldError(
            Bilingual(
                "HLED_TRADE_BACKEND is spark, and PySpark is not installed: pip install 'hled[spark]'.",
                "HLED_TRADE_BACKEND es spark y PySpark no está instalado: pip install 'hled[spark]'.",
            ),
            again=False,
        ) from error
    import ibis

    session = (
        SparkSession.builder.appName("hled")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", str(2 * (os.cpu_count() or 1)))
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    return ibis.pyspark.connect(session)


def require_java() -> None:
    """
    Check that a Java runs that Spark 4 can use.

    Raises
    ------
    WorldError
        With the name of the Debian package, when there is none or it is too old.
    """
    version = java_version()
    if version is None or version < OLDEST_JAVA:
        found = "none" if version is None else str(version)
        hallado = "ninguno" if version is None else str(version)
        raise WorldError(
            Bilingual(
                f"Spark needs Java {OLDEST_JAVA} or later; found: {found}. On Debian: apt install openjdk-17-jre-headless. Elsewhere "
                "set JAVA_HOME.",
                f"Spark requiere Java {OLDEST_JAVA} o posterior; hallado: {hallado}. En Debian: apt install openjdk-17-jre-headless. "
                "En otros sistemas fije JAVA_HOME.",
            ),
            again=False,
        )


def java_version() -> int | None:
    """The main version of the Java that would run; None where there is none."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    if not java or not Path(java).exists():
        return None
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False, timeout=60).stderr  # noqa: S603  the user's own Java
    found = re.search(r'version "(\d+)(?:\.(\d+))?', said)
    if not found:
        return None
    first, second = int(found[1]), int(found[2] or 0)
    return second if first == 1 else first
