"""Keep a study, run it again, send it to the agenda."""

from hled.dialogue.studies.services.keeping import keep_study, run_again, send_to_agenda

__all__ = ["keep_study", "run_again", "send_to_agenda"]
