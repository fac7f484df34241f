"""
Append to a store of its own from a process of its own; says each acknowledged act on standard output.

    python -m tests.dialogue.accord.writing open | PARTY-SUBJECT COUNT
"""

import sys
from datetime import UTC, datetime

from hled.project.store import set_up_django

SEED = 11


def main(who: str, count: int) -> None:
    set_up_django()
    from django.db import transaction
    from tests.dialogue.accord.conftest import Desk
    from tests.dialogue.accord.officers import Office, commitment, content

    from hled.dialogue.accord import subjects
    from hled.dialogue.accord.models import Credential
    from hled.dialogue.accord.queries.state import credential_of, head_of
    from hled.dialogue.accord.services.appending import append_joint

    subjects.forget("commitment")
    subjects.register("commitment", lambda agreed: None)
    subjects._CHECKS.clear()
    at = datetime.now(tz=UTC)
    desk = Desk(Office(seed=SEED), at=at.replace(microsecond=0))
    if who == "open":
        with transaction.atomic():
            desk.open()
        return
    known = {row.id: credential_of(row) for row in Credential.objects.all()}
    office = desk.office
    office.us.credential = known[office.us.credential.id]
    second = office.mx
    second.credential = known[second.credential.id]
    # No two writers count alike: tenths of a second, then a hundred acts each for ten of them.
    second.counter = int(at.timestamp() * 10) % 2**21 * 1000 + (ord(who[-1]) - ord("0")) % 10 * 100
    for number in range(count):
        now = datetime.now(tz=UTC)
        said = content(number)
        act = commitment(said, who, head_of(who))
        signed = [office.us.sign(act, now), second.sign(act, now)]
        entry = append_joint(act=act, content=said, signatures=signed, at=now)
        print(entry.sequence, entry.act, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
