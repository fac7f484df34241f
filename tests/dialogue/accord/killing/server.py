"""The server of the product in processes of its own, and its end at any moment."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.dialogue.accord.own_store import ROOT

HLED = Path(sys.executable).parent / "hled"
PATIENCE = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """``hled serve`` on one store and one port, again and again."""

    store: dict[str, str]
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """
        Raises
        ------
        TimeoutError
            When it does not answer.
        """
        command = [HLED, "serve", "--port", str(self.port), "--workers", "2"]
        self._process = subprocess.Popen(
            command,
            env=self.store,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        began = time.monotonic()
        while not self._answers():
            if time.monotonic() - began > PATIENCE or self._process.poll() is not None:
                raise TimeoutError("the server does not answer")
            time.sleep(0.05)

    def kill(self) -> None:
        """End all its processes at once; none of them can clear up."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", "/en/sign-in/")
            with connection.getresponse() as answer:
                return answer.status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


class Looker:
    """Reads the store from a process of its own while the server is down."""

    def __init__(self, store: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.dialogue.accord.killing.looking"],
            env=store,
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def look(self) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(file=self.process.stdin, flush=True)
        found: dict[str, Any] = json.loads(self.process.stdout.readline())
        return found

    def close(self) -> None:
        self.process.communicate(timeout=PATIENCE)
