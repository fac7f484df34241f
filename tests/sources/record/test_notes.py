import pytest

from hled.sources.record import names_a_start


@pytest.mark.parametrize(
    ("en", "es", "expected"),
    [
        ("Start announced for late summer.", "Inicio anunciado para finales del verano.", True),
        ("To begin in 2023.", "Comenzará en 2023.", True),
        ("Launch: October.", "Arranque: octubre.", True),
        ("Stated for October.", "Previsto para octubre.", False),
        ("Start announced for late summer.", "Previsto para finales del verano.", False),
        ("Starting grant of 2022.", "Inicialmente para 2022.", False),
        ("Five years from the start.", "Cinco años desde el inicio.", False),
        (None, None, False),
    ],
)
def test_a_due_date_is_a_start_where_its_note_opens_so_in_both_languages(en, es, expected):
    assert names_a_start(en, es) is expected
