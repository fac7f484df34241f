"""What a note of the record says beside the field that it explains."""

import re

_STARTS = re.compile(r"(to )?(start|starts|begin|begins|beginning|launch|launches)\b", re.IGNORECASE)
_INICIA = re.compile(
    r"(inicio|inicia|iniciará|comienzo|comienza|comenzará|arranque|arranca|arrancará)\b", re.IGNORECASE
)


def names_a_start(due_note_en: str | None, due_note_es: str | None) -> bool:
    """
    Whether the note on a due date says, in both languages, that it is the date of a start.

    The format has no field for it. The note opens with the word: one that says it further on speaks of the start of
    something else, as in *five years from the start*.

    Examples
    --------
    >>> names_a_start("Start announced for late summer.", "Inicio anunciado para finales del verano.")
    True
    """
    return bool(_STARTS.match(due_note_en or "") and _INICIA.match(due_note_es or ""))
