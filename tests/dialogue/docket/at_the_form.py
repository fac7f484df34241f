"""A stranger at the form, over HTTP: reads the page, does its piece of work or waits, and sends what she typed."""

import re
from itertools import count

from hled.dialogue.docket.domain.proof_of_work import read, solves

CHALLENGE = re.compile(r'name="challenge" value="([^"]+)"')
WORDS = "La aduana tarda seis horas cada martes y la fruta se pierde."
TYPED = {
    "text": WORDS,
    "kind": "firm",
    "size": "to_10",
    "place": "MX-MIC",
    "language": "es",
    "intake": "MX",
    "name": "Perla Quetzalcóatl",
    "organization": "Aguacates Secretos S.A.",
    "email": "perla@secreto.example",
}


def solved(challenge, secret):
    given = read(challenge, secret)
    return next(str(number) for number in count() if solves(given, str(number)))


class Stranger:
    """Whoever keeps no cookie and has no script."""

    def __init__(self, client, settings, call, language="es", address="203.0.113.9"):
        self.client, self.call, self.language, self.address = client, call, language, address
        self.secret = settings.SECRET_KEY.encode()

    @property
    def path(self):
        return f"/{self.language}/docket/calls/{self.call.code}/say/"

    def opens(self):
        page = self.client.get(self.path)
        return CHALLENGE.search(page.content.decode()).group(1)

    def sends(self, *, path="", challenge="", work=None, headers=None, **changes):
        challenge = challenge or self.opens()
        work = solved(challenge, self.secret) if work is None else work
        return self.client.post(
            path or self.path,
            TYPED | changes | {"challenge": challenge, "work": work},
            REMOTE_ADDR=self.address,
            headers=headers or {},
        )

    def files(self, **changes):
        """Sends it and gives the path of its receipt."""
        answer = self.sends(**changes)
        assert answer.status_code == 302, answer.content.decode()
        return answer.url.split("?")[0]
