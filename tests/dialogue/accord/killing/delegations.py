"""Two delegations at work over HTTP: they edit, begin and certify texts, and sign them."""

import queue
import re
import threading
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime

from benchmarks.editors.visitor import PASSWORD, Answer, NoAnswerError, Visitor
from tests.dialogue.accord.killing.laws import Ledger
from tests.dialogue.accord.officers import Office

from hled.dialogue.accord.domain.files import signature_file
from hled.kernel.party import Party

US, MX = Party.US, Party.MX
_DIGEST = re.compile(r'name="digest" value="([0-9a-f]{64})"')


def signed_in(port: int, role: str, party: Party) -> Visitor:
    return Visitor(port).sign_in(f"{role}-0.{party.lower()}@muestra.example", PASSWORD)


class WrongAnswerError(Exception):
    """Something that a sound server does not say."""


def right(answer: Answer, *statuses: int) -> Answer:
    if answer.status not in statuses:
        raise WrongAnswerError(f"{answer.status}: {re.sub('<[^>]*>', ' ', answer.text)[:400]}")
    return answer


@dataclass
class Editor:
    """Somebody who saves one segment again and again, both languages at once."""

    visitor: Visitor
    proposal: int
    segment: str
    told: Ledger
    count: int = 0

    def __call__(self) -> None:
        row = f"/en/accord/proposals/{self.proposal}/words/{self.segment}/"
        page = right(self.visitor.get(f"/en/accord/proposals/{self.proposal}/"), 200)
        token = page.tokens[self.segment]
        while True:
            self.count += 1
            words = {
                "en": f"Lane {self.count} of {self.segment} is open.",
                "es": f"El carril {self.count} de {self.segment} está abierto.",
            }
            said = {f"{each}:{self.segment}": text for each, text in words.items()}
            answer = right(self.visitor.post(row, {f"read:{self.segment}": token, **said}, part=True), 200)
            if 'role="status"' not in answer.text:
                raise WrongAnswerError(f"not saved: {answer.text[:400]}")
            self.told.words += [(self.proposal, self.segment, *each) for each in words.items()]
            token = answer.tokens[self.segment]


@dataclass
class Stock:
    """Acts that are open for signature; what nobody could sign before the end waits for the next server."""

    acts: queue.Queue[tuple[int, str]] = field(default_factory=queue.Queue)
    over: threading.Event = field(default_factory=threading.Event)

    def take(self) -> tuple[int, str] | None:
        """The next act; None when the server is gone."""
        while not self.over.is_set():
            try:
                return self.acts.get(timeout=0.02)
            except queue.Empty:
                continue
        return None


@dataclass
class Drafter:
    """Officers of both Parties who begin a text, table it and certify it, and begin the next."""

    visitors: dict[tuple[str, Party], Visitor]
    stock: Stock
    told: Ledger

    def __call__(self) -> None:
        while True:
            self._one()

    def _one(self) -> None:
        ours = self.visitors["coordinator", US]
        place = right(ours.post("/en/accord/proposals/begin/", self._beginning()), 302).location
        proposal = int(place.rstrip("/").rpartition("/")[2])
        words = {"en": f"They open lane {proposal}.", "es": f"Abren el carril {proposal}."}
        said = {"act": "add:", "kind:": "paragraph"} | {f"add-{each}:": words[each] for each in words}
        segment = right(ours.post(f"{place}words/", said), 302).location.rpartition("#segment-")[2]
        self.told.words += [(proposal, segment, *each) for each in words.items()]
        right(ours.post(f"{place}table/", {}), 302)
        self.told.states[proposal].append("tabled")
        digest = ""
        for party in Party:
            officer = self.visitors["language-officer", party]
            digest = _DIGEST.findall(right(officer.get(place), 200).text)[0]
            right(officer.post(f"{place}certify/", {"digest": digest}), 302)
            self.told.certified.append((proposal, digest, str(party)))
        self.told.states[proposal].append("open")
        self.stock.acts.put((proposal, digest))

    def _beginning(self) -> dict[str, str]:
        at = datetime.now(tz=UTC)
        return {
            "subject": f"text:lane-{uuid.uuid4().hex[:12]}",
            "kind": "text",
            "verb": "adopt",
            "title_en": "A lane of the crossing",
            "title_es": "Un carril del cruce",
            "effective": f"{at.year + 1}-01-01",
        }


@dataclass
class Signer:
    """The signing officers of both Parties, who sign in a closed room and hand the files in."""

    office: Office
    visitors: dict[Party, Visitor]
    stock: Stock
    told: Ledger

    def __call__(self) -> None:
        while (found := self.stock.take()) is not None:
            proposal, digest = found
            for party in Party:
                signature = self.office.of(party).sign(digest, datetime.now(tz=UTC).replace(microsecond=0))
                file = signature_file(digest, signature)
                right(self.visitors[party].send_file(f"/en/accord/acts/{digest}/sign/", "file", file), 302)
                self.told.signed.append((digest, signature.credential))
            self.told.in_force.append(digest)
            self.told.states[proposal].append("in_force")


Work = Editor | Drafter | Signer


@dataclass
class Shift:
    """All of them at once, from the start of a server to its end."""

    works: list[Work]
    visitors: list[Visitor]
    stock: Stock
    told: Ledger
    threads: list[threading.Thread] = field(default_factory=list)

    def begin(self) -> None:
        self.stock.over.clear()
        self.threads = [threading.Thread(target=self._until_the_end, args=[each]) for each in self.works]
        for thread in self.threads:
            thread.start()

    def end(self) -> None:
        """After the server is gone: sessions stay, connections do not."""
        self.stock.over.set()
        for thread in self.threads:
            thread.join()
        for visitor in self.visitors:
            visitor.close()

    def _until_the_end(self, work: Work) -> None:
        try:
            work()
        except NoAnswerError:
            self.told.doubtful += 1
        except Exception as error:  # a thread says nothing by itself
            self.told.wrong.append(f"{type(work).__name__}: {error!r}")
