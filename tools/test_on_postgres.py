"""
Run the tests that depend on the store on PostgreSQL, where a server binary is found.

Starts a server of its own in a temporary folder, on a free port of this machine, and stops it again.
"""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

OTHER_USERS = ("postgres", "nobody")


def find_binaries() -> Path | None:
    """The newest server on the path or in Debian's place."""
    places = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: int(place.parent.name), reverse=True
    )
    on_path = shutil.which("initdb")
    for place in [*places, *([Path(on_path).resolve().parent] if on_path else [])]:
        if (place / "initdb").exists() and (place / "postgres").exists() and (place / "pg_ctl").exists():
            return place
    return None


def server_user() -> str | None:
    """PostgreSQL refuses to run as root; None where this process is not root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in OTHER_USERS if name in known), None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def server(binaries: Path, *, durable: bool = False) -> Iterator[str]:
    """A server that forgets, or one that writes each transaction through to the disk; gives its address."""
    user = server_user()
    with tempfile.TemporaryDirectory(prefix="hled-pg-") as folder:
        if user:
            shutil.chown(folder, user)
        data, port = Path(folder) / "data", free_port()

        def run(*command: str) -> None:
            subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)

        run(
            str(binaries / "initdb"),
            "-D",
            str(data),
            "-U",
            "hled",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
            "--locale=C",
        )
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
        if not durable:
            options += " -c fsync=off -c full_page_writes=off"
        run(str(binaries / "pg_ctl"), "-D", str(data), "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield f"postgresql://hled@127.0.0.1:{port}/hled"
        finally:
            run(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")


def main() -> int:
    binaries = find_binaries()
    if binaries is None:
        print("PostgreSQL: no server binary found; the store was tested on SQLite only.")
        return 0
    version = subprocess.run([binaries / "postgres", "--version"], capture_output=True, text=True, check=True)
    print(f"PostgreSQL: testing the store on {version.stdout.strip()}", flush=True)
    with server(binaries) as url:
        environment = {**os.environ, "HLED_DATABASE_URL": url}
        command = [sys.executable, "-m", "pytest", "-m", "store and not proof", "--reuse-db", *sys.argv[1:]]
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
