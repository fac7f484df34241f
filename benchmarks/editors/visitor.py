"""Somebody at a browser without script: cookies, forms, and one connection that is kept."""

import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode

CSRF = "csrftoken"
PASSWORD = "carril-lento-puente-1889"
"""Of every officer who is made for a measurement."""
_READ = re.compile(r'name="read:([^"]+)" value="([^"]*)"')


class NoAnswerError(ConnectionError):
    """The server went away before it said anything: what was sent may stand or not."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    location: str
    text: str

    @property
    def tokens(self) -> dict[str, str]:
        """What the editor's form says it read, by segment."""
        return dict(_READ.findall(self.text))


@dataclass
class Visitor:
    """One session on a server of this machine."""

    port: int
    timeout: float = 30
    cookies: dict[str, str] = field(default_factory=dict)
    _connection: http.client.HTTPConnection | None = None

    def sign_in(self, email: str, password: str) -> Self:
        """
        Raises
        ------
        ValueError
            When the server does not let her in.
        """
        self.get("/en/sign-in/")
        answer = self.post("/en/sign-in/", {"login": email, "password": password})
        if answer.status != 302 or "session" not in self.cookies:
            raise ValueError(f"{email} was not let in: {answer.status}")
        return self

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None)

    def post(self, path: str, said: Mapping[str, str], *, part: bool = False) -> Answer:
        """Send a form; `part` asks for a part of the page only, as the script of the editor does."""
        form = {**said, "csrfmiddlewaretoken": self.cookies.get(CSRF, "")}
        return self._ask("POST", path, urlencode(form).encode(), {"HX-Request": "true"} if part else {})

    def send_file(self, path: str, name: str, content: bytes) -> Answer:
        """Send a form with one file and nothing else."""
        mark = "form-of-one-file"
        lines = (
            f'--{mark}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{self.cookies.get(CSRF, "")}',
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}.json"\r\n'
            "Content-Type: application/json\r\n\r\n",
        )
        body = "\r\n".join(lines).encode() + content + f"\r\n--{mark}--\r\n".encode()
        return self._ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _ask(
        self, method: str, path: str, body: bytes | None, more: Mapping[str, str] | None = None
    ) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            if self._connection is None:
                self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
            self._connection.request(method, path, body, {**headers, **(more or {})})
            with self._connection.getresponse() as answer:
                text = answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise NoAnswerError(str(error)) from error
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        if answer.headers.get("Connection", "").lower() == "close":
            self.close()
        return Answer(answer.status, answer.headers.get("Location", ""), text)
