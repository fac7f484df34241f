"""
The settings of the product, with static files as they stand in the sources.

Whoever ran the demonstration has collected static files under their home; a test must not meet those of another day.
"""

import tempfile
from pathlib import Path

from hled.project.settings import *  # noqa: F403  # the product's own, all of them

# What a test writes beside the store, such as the register's key, goes with the run.
_KEPT = tempfile.TemporaryDirectory(prefix="hled-tests-")
HOME = Path(_KEPT.name)

STATIC_ROOT = HOME / "not-collected"

PASSWORD_HASHERS = ["tests.quick_passwords.QuickArgon2"]

# Notices are tried out in tests of their own, in the thread of the test.
NOTICES_ARE_SENT = False
NOTICES_IN_BACKGROUND = False

# What follows upon a submission is done by the tests that ask for it.
DOCKET_IN_BACKGROUND = False
