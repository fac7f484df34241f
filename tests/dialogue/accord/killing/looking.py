"""
Look at a store whose server is down; for each line of standard input one line of JSON.

    python -m tests.dialogue.accord.killing.looking
"""

import json
import sys
import time
from typing import Any

from hled.project.store import set_up_django


def main() -> None:
    set_up_django()
    for _ in sys.stdin:
        print(json.dumps(look()), flush=True)


def look() -> dict[str, Any]:
    """Everything of which the laws speak, as it stands."""
    from django.db import connection, transaction

    from hled.dialogue.accord.queries.checking import check

    if connection.vendor == "postgresql":
        _wait_for_the_orphans(connection)
    with transaction.atomic():
        checked = check(processes=1)
        return {
            "whole": _is_whole(connection),
            "findings": [str(each) for each in checked.findings],
            "size": checked.size,
            **_words(),
            **_consent(),
        }


def _wait_for_the_orphans(connection: Any) -> None:
    """Sessions of the killed server end their last statement by themselves."""
    asked = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute(asked)
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.05)
    raise TimeoutError("sessions of the killed server do not end")


def _is_whole(connection: Any) -> bool:
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check")
        return bool(cursor.fetchone() == ("ok",))


def _words() -> dict[str, Any]:
    from hled.dialogue.accord.models import Edit, Passage, Proposal, SegmentSide

    edits = Edit.objects.filter(made="write").order_by("id")
    sides = SegmentSide.objects.filter(segment__removed_at=None)
    return {
        "edits": list(edits.values_list("proposal", "segment", "language", "version", "said")),
        "sides": list(sides.values_list("segment__proposal", "segment__key", "language", "version", "text")),
        "states": dict(Proposal.objects.values_list("pk", "state")),
        "acts": dict(Proposal.objects.values_list("pk", "act")),
        "passages": list(Passage.objects.order_by("id").values_list("proposal", "start", "end")),
    }


def _consent() -> dict[str, Any]:
    from hled.dialogue.accord.models import AgreedItem, Certification, Entry, OfferedAct, Signature
    from hled.dialogue.accord.queries.register import envelope_of

    joint = Entry.objects.filter(kind="joint")
    return {
        "entries": {
            row.act: sorted(each.credential for each in envelope_of(row).signatures) for row in joint
        },
        "offered": list(OfferedAct.objects.filter(kind="joint").values_list("digest", flat=True)),
        "signatures": list(
            Signature.objects.filter(offered__kind="joint").values_list("offered", "credential")
        ),
        "certified": list(Certification.objects.values_list("proposal", "digest", "party")),
        "agreed": list(AgreedItem.objects.filter(owner="joint").values_list("act", flat=True)),
    }


if __name__ == "__main__":
    main()
