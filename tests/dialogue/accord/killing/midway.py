"""
Bring words to signature, sign them for both Parties, and be killed after the second signature, before the entry.

    python -m tests.dialogue.accord.killing.midway

Prints the act and the credential of the first signature, which was acknowledged, as JSON.
"""

import json
import os
import signal
from datetime import UTC, datetime, timedelta

from hled.project.store import set_up_django


def main() -> None:
    set_up_django()
    from django.conf import settings
    from tests.dialogue.accord.services.texts.at_the_table import Table

    from hled.dialogue.accord.services import signing
    from hled.kernel.party import Party
    from hled.project.store import prepare_store

    prepare_store(settings.HOME, fill=False)
    at = datetime.now(tz=UTC).replace(microsecond=0) - timedelta(hours=1)
    table = Table(at=at).enroll()
    made = table.begin()
    table.add(made, "They report each year.", "Informan cada año.")
    table.table(made)
    table.certify_both(made)
    digest = table.digest(made)
    table.sign(digest, Party.US)
    print(json.dumps([digest, table.office.us.credential.id]), flush=True)
    signing._append = lambda *said: os.kill(os.getpid(), signal.SIGKILL)
    table.sign(digest, Party.MX)


if __name__ == "__main__":
    main()
