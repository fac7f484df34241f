"""
Open a store for two delegations: people who can sign in, officers with keys, proposals that lie before both.

    python -m tests.dialogue.accord.killing.opening PROPOSALS SEGMENTS

Prints the numbers of the proposals with their segments as JSON.
"""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hled.project.store import set_up_django

SEED = 23


def office():
    """Both signing officers hold key files; the same keys wherever this is called."""
    from tests.dialogue.accord.officers import Office, officer

    from hled.kernel.party import Party

    found = Office(seed=SEED)
    found.mx = officer("beto.mx", Party.MX, seed=SEED)
    return found


def main(proposals: int, segments: int) -> None:
    set_up_django()
    from benchmarks.editors.made import people, tabled
    from django.conf import settings
    from django.db import transaction
    from tests.dialogue.accord.services.texts.at_the_table import Table

    from hled.dialogue.delegations.domain.roles import Role
    from hled.kernel.party import Party
    from hled.project.store import prepare_store

    prepare_store(settings.HOME, fill=False)
    at = datetime.now(tz=UTC).replace(microsecond=0) - timedelta(hours=1)
    with transaction.atomic():
        keys = office()
        for each in (*keys.admin.values(), keys.us, keys.mx):
            each.credential = replace(each.credential, since=at.date() - timedelta(days=1), until=None)
        roles = (Role.COORDINATOR, Role.LANGUAGE_OFFICER, Role.SIGNING_OFFICER, Role.PARTY_ADMINISTRATOR)
        known = {(party, role): people(party, role, 1, at)[0] for party in Party for role in roles}
        Table(people=known, office=keys, at=at).enroll()
        by = {party: known[party, Role.COORDINATOR] for party in Party}
        made = [
            tabled(f"text:port-{number}", by[list(Party)[number % 2]], at, segments)
            for number in range(proposals)
        ]
    prepare_store(settings.HOME)
    print(json.dumps(made))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
