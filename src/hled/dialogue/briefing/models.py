from django.db import models
from django.db.models import Q


class PartyNote(models.Model):
    """
    What one Party writes for its own principal about one meeting; no one else's book ever carries it.

    Nothing is changed or deleted: a note taken back keeps its words, and leaves the book.

    Parameters
    ----------
    meeting
        Identifier of the occasion, as the briefing book has it.
    language
        In which it was written; a Party's own note needs no second one.
    """

    meeting = models.CharField(max_length=80, db_index=True)
    party = models.CharField(max_length=2)
    language = models.CharField(max_length=2)
    text = models.TextField()
    written_by = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("written_at", "id")
        constraints = [
            models.CheckConstraint(name="briefing_note_of_one_party", condition=Q(party__in=["US", "MX"])),
            models.CheckConstraint(name="briefing_note_language", condition=Q(language__in=["en", "es"])),
            models.CheckConstraint(
                name="briefing_note_said_by_someone", condition=~Q(text="") & ~Q(written_by="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} on {self.meeting}"
