"""Histories that are never changed: what was done to calls and themes, moderation, readings of personal data."""

from hled.dialogue.chronicle.append_only import AppendOnly

HISTORIES = ("docket_callevent", "docket_themeevent", "docket_moderation", "docket_personalreading")

KEPT = AppendOnly(
    dict.fromkeys(HISTORIES, ('"id" = NEW."id"',)),
    "hled: a history of the docket is never changed",
    "docket_refuse",
)
install, remove, missing = KEPT.install, KEPT.remove, KEPT.missing
