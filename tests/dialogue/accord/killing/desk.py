"""
Take signatures in a process that is killed with the server; for each line of standard input one line of JSON.

    python -m tests.dialogue.accord.killing.desk
"""

import json
import subprocess
import sys
import threading
from datetime import UTC, datetime

from benchmarks.editors.visitor import NoAnswerError
from tests.dialogue.accord.own_store import ROOT

from hled.dialogue.accord.domain.entries import Signature, read_signature
from hled.project.store import set_up_django


def main() -> None:
    set_up_django()
    from hled.dialogue.accord.services.signing import sign

    print("open", flush=True)
    for line in sys.stdin:
        said = json.loads(line)
        signature = read_signature(said["signature"])
        signed = sign(digest=said["digest"], signature=signature, at=datetime.now(tz=UTC))
        print(json.dumps(signed.entry is not None), flush=True)


class Desk:
    """A place where signatures are handed in, one after the other."""

    def __init__(self, store: dict[str, str]) -> None:
        self.store = store
        self.lock = threading.Lock()
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.dialogue.accord.killing.desk"],
            env=self.store,
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        if self.process.stdout is None or self.process.stdout.readline() != "open\n":
            raise NoAnswerError("the desk does not open")

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            with self.lock:
                self.process.communicate()

    def sign(self, digest: str, signature: Signature) -> bool:
        with self.lock:
            process = self.process
            try:
                if process is None or process.stdin is None or process.stdout is None:
                    raise NoAnswerError("nobody is there")
                print(
                    json.dumps({"digest": digest, "signature": signature.as_json()}),
                    file=process.stdin,
                    flush=True,
                )
                answer = process.stdout.readline()
            except OSError as error:
                raise NoAnswerError(str(error)) from error
        if not answer.endswith("\n"):
            raise NoAnswerError("the desk went away")
        return bool(json.loads(answer))


if __name__ == "__main__":
    main()
