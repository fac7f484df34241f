"""A candidate that repeats a known commitment is proposed as its restatement, others are not."""

from hled.dialogue.workplan.domain.statement import KnownCommitment, match_restatements, read_statement

KNOWN = [
    KnownCommitment(
        "W-1",
        "Repair the weir at Punta Sal and publish its flow",
        "Reparar el azud de Punta Sal y publicar su caudal",
    ),
    KnownCommitment("W-2", "Train divers in both ports", "Capacitar a buzos en ambos puertos"),
    KnownCommitment("W-3", "Cooperation", "Cooperación"),
]


def test_a_repeated_commitment_is_proposed_with_its_score() -> None:
    reading = read_statement(
        "The Parties will repair the weir at Punta Sal and publish its flow every month.", language="en"
    )

    (found,) = match_restatements(reading.candidates, KNOWN)

    assert found.known_id == "W-1"
    assert found.score >= 80


def test_the_match_is_made_in_the_language_of_the_candidate() -> None:
    reading = read_statement(
        "Las Partes repararán el azud de Punta Sal y publicarán su caudal.", language="es"
    )

    assert [each.known_id for each in match_restatements(reading.candidates, KNOWN)] == ["W-1"]


def test_a_general_title_attracts_nothing() -> None:
    reading = read_statement("The Parties will deepen cooperation on coastal charts.", language="en")

    assert match_restatements(reading.candidates, KNOWN) == ()


def test_without_known_commitments_nothing_is_proposed() -> None:
    reading = read_statement("The Parties will train divers in both ports.", language="en")

    assert match_restatements(reading.candidates, []) == ()
