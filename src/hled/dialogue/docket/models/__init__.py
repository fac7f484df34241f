"""Tables of the docket; personal data stand in `Submitter` and nowhere else."""

from hled.dialogue.docket.models.calls import Call, CallEvent, Question
from hled.dialogue.docket.models.copies import Band, Wording
from hled.dialogue.docket.models.submissions import (
    Answer,
    Attachment,
    AttachmentContent,
    FormerText,
    PersonalReading,
    Receipt,
    SentForm,
    Submission,
    Submitter,
)
from hled.dialogue.docket.models.themes import Moderation, Notice, Placement, Reply, Theme, ThemeEvent

__all__ = [
    "Answer",
    "Attachment",
    "AttachmentContent",
    "Band",
    "Call",
    "CallEvent",
    "FormerText",
    "Moderation",
    "Notice",
    "PersonalReading",
    "Placement",
    "Question",
    "Receipt",
    "Reply",
    "SentForm",
    "Submission",
    "Submitter",
    "Theme",
    "ThemeEvent",
    "Wording",
]
