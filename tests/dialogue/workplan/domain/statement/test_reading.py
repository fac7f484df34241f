"""A statement is read sentence by sentence; each rule of the reader has a sentence that shows it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.workplan.domain.statement import READING_RULES, read_statement
from hled.dialogue.workplan.domain.statement.reading import Candidate, Reading
from hled.kernel.bilingual import Language
from hled.kernel.rule import BrokenRuleError


def taken(text: str, language: str = "en") -> list[str]:
    return [candidate.text for candidate in read_statement(text, language=language).candidates]  # type: ignore[arg-type]


def only(text: str, language: str = "en") -> Candidate:
    (candidate,) = read_statement(text, language=language).candidates  # type: ignore[arg-type]
    return candidate


def labels(text: str, language: str = "en") -> list[str]:
    return [str(sentence.label) for sentence in read_statement(text, language=language).left_out]  # type: ignore[arg-type]


COMMITS = [
    ("JS-10", "en", "The two ministries will map the aquifer together."),
    ("JS-10", "es", "Los dos ministerios cartografiarán juntos el acuífero."),
    ("JS-10", "es", "Vamos a medir el caudal en ambos márgenes."),
    ("JS-10", "en", "Neither Party will raise the fee for small boats."),
    ("JS-11", "en", "Mexico and Belize committed to cleaning the bay."),
    ("JS-11", "en", "It was agreed to clean the bay."),
    ("JS-11", "en", "The Ministers took note of the survey and decided to repeat it."),
    ("JS-11", "es", "México y Belice se comprometieron a limpiar la bahía."),
    ("JS-11", "es", "Se convino en limpiar la bahía."),
    ("JS-11", "es", "Se crea una comisión de aguas con seis integrantes."),
    ("JS-12", "en", "The two sides plan to open a clinic."),
    ("JS-12", "es", "Las dos partes tienen la intención de abrir una clínica."),
    ("JS-13", "en", "We reaffirm our commitment to finish the Corozal bridge."),
    ("JS-13", "es", "Reafirmamos nuestro compromiso de terminar el puente de Corozal."),
    ("JS-14", "en", "The Presidents instructed their ministers to draft a calendar."),
    ("JS-14", "es", "Los presidentes instruyeron a sus ministros a redactar un calendario."),
    ("JS-15", "en", "The leaders announced the creation of a fund for divers."),
    ("JS-15", "es", "Los líderes anunciaron la creación de un fondo para buzos."),
    ("JS-16", "en", "A ferry line will be opened in spring."),
    ("JS-16", "es", "Se abrirá una línea de transbordadores en primavera."),
    ("JS-10", "es", "Crearán una comisión mixta de puertos."),
    ("JS-16", "es", "Se creará un comité de seguimiento con especialistas de ambas aduanas."),
    ("JS-19", "en", "Both governments remain committed to rebuilding the pier."),
    ("JS-19", "es", "Ambos gobiernos siguen comprometidos a reconstruir el muelle."),
]

DOES_NOT = [
    ("JS-31", "en", "Recognizing that the reef will need decades to recover;"),
    ("JS-31", "es", "Reconociendo que el arrecife tardará décadas en recuperarse;"),
    ("JS-32", "en", "We reaffirm our commitment to democracy and the rule of law."),
    ("JS-32", "es", "Refrendamos nuestro compromiso con la democracia y el Estado de derecho."),
    ("JS-33", "en", "We look forward to the next regatta."),
    ("JS-40", "en", "Our goal is for every diver to have a license."),
    ("JS-40", "es", "Esperamos que cada buzo tenga una licencia."),
    ("JS-41", "en", "This partnership will bring visitors to the coast."),
    ("JS-41", "es", "Esta alianza traerá visitantes a la costa."),
    ("JS-50", "en", '"We will rebuild the pier before winter," the mayor said.'),
    ("JS-50", "es", "«Reconstruiremos el muelle antes del invierno», dijo la alcaldesa."),
    ("JS-60", "en", "The delegations discussed the price of ice."),
    ("JS-70", "en", "The pier, which will be lit at night, has two ramps."),
    ("JS-71", "en", "Either Party may propose changes."),
    ("JS-71", "es", "Cualquiera de las Partes podrá proponer cambios."),
    ("JS-72", "en", "This Memorandum will enter into force upon signature."),
    ("JS-72", "es", "El presente Memorando entrará en vigor en la fecha de su firma."),
]


@pytest.mark.parametrize(("code", "language", "sentence"), COMMITS)
def test_a_sentence_that_commits_is_taken_by_its_rule(code: str, language: str, sentence: str) -> None:
    assert code in only(sentence, language).rules


@pytest.mark.parametrize(("code", "language", "sentence"), DOES_NOT)
def test_a_sentence_that_does_not_commit_is_left_out_by_its_rule(
    code: str, language: str, sentence: str
) -> None:
    reading = read_statement(sentence, language=language)  # type: ignore[arg-type]

    assert reading.candidates == ()
    assert [rule for each in reading.left_out for rule in each.rules] == [code]


def test_js_17_items_complete_the_clause_that_leads_them() -> None:
    text = (
        "The Parties agree to:\n\n- chart the strait;\n- set two buoys by June 2027; and\n- pay the pilots.\n"
    )

    assert taken(text) == ["chart the strait;", "set two buoys by June 2027; and", "pay the pilots."]
    assert labels(text) == ["weak"]


def test_js_17_unmarked_lines_under_a_leading_clause_are_items_too() -> None:
    text = "Las Partes se comprometen a:\nmedir la corriente;\nfijar dos boyas.\n"

    assert taken(text, "es") == ["medir la corriente;", "fijar dos boyas."]


def test_a_clause_that_names_its_content_counts_and_its_topics_do_not() -> None:
    text = "The Parties agree to set up three working groups:\n\n- tides\n- salt\n- sand\n"

    assert taken(text) == ["The Parties agree to set up three working groups:"]


def test_items_under_a_report_are_reports() -> None:
    text = "During the meeting the Parties reviewed the following topics:\n\n- tides\n- salt and sand\n"

    assert taken(text) == []


def test_js_18_new_content_of_the_commitment_before_counts() -> None:
    assert len(taken("We will restore the marsh. This includes planting reeds on both banks.")) == 2
    assert taken("The marsh is old. This includes planting reeds on both banks.") == []


def test_js_20_bare_verbs_under_a_heading_of_commitments_count() -> None:
    text = "## Next steps\n\n- Draw the new chart.\n- Publish the tide tables.\n"

    assert [candidate.rules for candidate in read_statement(text, language="en").candidates] == [
        ("JS-20",)
    ] * 2


def test_js_30_recognition_among_the_items_of_a_resolution_is_left_out() -> None:
    text = (
        "RESUELVEN:\n\nPRIMERO.- Abrir un faro en Punta Sal.\n\nSEGUNDO.- Agradecer a los fareros su labor.\n"
    )

    assert taken(text, "es") == ["Abrir un faro en Punta Sal."]


def test_a_transcript_of_speakers_holds_quotations_only() -> None:
    text = "\n\n".join(
        ["MODERATOR: Good morning.", "OFFICIAL: We will build a dock.", "Q: When?", "OFFICIAL: Soon."]
    )

    assert taken(text) == []
    assert "quotation" in labels(text)


def test_they_and_it_take_up_who_acted_before() -> None:
    assert len(taken("The Working Group met in Tulum. It will meet again in March.")) == 1
    assert taken("The new projects are small. They will create jobs.") == []


def test_a_question_commits_nobody() -> None:
    assert taken("Will the Parties build the dock?") == []


def test_strength_is_one_for_an_intention_even_with_a_date() -> None:
    assert only("Mexico intends to open the lighthouse in May 2027.").strength == 1


@pytest.mark.parametrize(
    ("strength", "sentence"),
    [
        (2, "The Parties will protect the turtles."),
        (3, "The Parties will protect the turtles by 2028."),
        (3, "The Parties will set up a joint turtle committee."),
        (2, "The Parties will protect coastal species, including 40 kinds of turtles."),
    ],
)
def test_strength_is_three_for_what_is_dated_counted_or_named(strength: int, sentence: str) -> None:
    assert only(sentence).strength == strength


@pytest.mark.parametrize(
    ("actor", "language", "sentence"),
    [
        ("joint", "en", "The United States and Mexico will dredge the canal."),
        ("us", "en", "The U.S. Department of the Interior will dredge the canal."),
        ("mx", "es", "La Secretaría de Marina de México dragará el canal."),
        ("other", "en", "Belize will dredge the canal."),
        ("joint", "es", "Dragaremos el canal."),
        ("us", "en", "We will dredge the canal together with Mexico."),
        ("joint", "en", "The Working Group will report on the canal."),
    ],
)
def test_the_actor_is_read_from_the_subject(actor: str, language: str, sentence: str) -> None:
    assert only(sentence, language).actor == actor


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "The Parties will promote and facilitate diving."),
        (2, "The Parties will train divers and repair the pier."),
        (1, "The Parties will train divers to repair the pier and clean the reef."),
        (3, "The Parties agree to train divers, to repair the pier, and to clean the reef."),
    ],
)
def test_undertakings_count_verbs_with_objects_of_their_own(count: int, sentence: str) -> None:
    assert only(sentence).undertakings == count


def test_what_is_read_off_a_candidate() -> None:
    candidate = only("By June 2027, Mexico will invest $4 million in the lighthouse at Punta Sal.")

    assert candidate.as_json() == {
        "start": 0,
        "end": 75,
        "text": "By June 2027, Mexico will invest $4 million in the lighthouse at Punta Sal.",
        "actor": "mx",
        "strength": 3,
        "undertakings": 1,
        "rules": ["JS-10"],
        "verb": "invest",
        "what": "invest $4 million in the lighthouse at Punta Sal",
        "heading": None,
        "pillar": None,
        "dates": ["June 2027"],
        "quantities": ["$4 million"],
        "action_type": "fund_or_invest",
        "language": "en",
    }


def test_a_candidate_knows_its_heading_and_pillar() -> None:
    text = (
        "The dialogue has two pillars:\n- Safe Harbors\n- Clean Coasts\n"
        "To Clean our Coasts, we will remove the wrecks off Punta Sal before the next hurricane season begins.\n"
    )

    assert only(text).pillar == "Clean Coasts"
    assert only("# Harbors\n\nThe Parties will light the harbor.").heading == "Harbors"


def test_offsets_are_code_points_and_keep_line_ends() -> None:
    text = "Año 𝟚.\r\n\r\nLos Gobiernos abrirán\r\nun faro en mayo."

    candidate = only(text, "es")

    assert (
        text[candidate.start : candidate.end] == candidate.text == "Los Gobiernos abrirán\r\nun faro en mayo."
    )


def test_wrapped_lines_and_abbreviations_do_not_end_a_sentence() -> None:
    text = (
        "The U.S. and Mexican navies, led by Adm. Ortiz and Capt. J. R. Hale, have\n"
        "patrolled the gulf for years without any incident that was worth telling.\n"
        "They will go on patrolling it in 2027 with vessels of EE. UU. and Mexico.\n"
    )

    assert taken(text) == ["They will go on patrolling it in 2027 with vessels of EE. UU. and Mexico."]


def test_the_language_is_found_and_a_passage_in_the_other_is_read_in_it() -> None:
    english = "The two governments will open a school for divers in the port before the end of the year."
    spanish = (
        "Los dos gobiernos abrirán en el puerto una escuela de buceo antes de que termine el año próximo."
    )

    reading = read_statement(f"{english}\n\n{spanish}\n\n{english}")

    assert reading.language is Language.EN
    assert [candidate.language for candidate in reading.candidates] == ["en", "es", "en"]


@pytest.mark.parametrize(
    "text",
    [
        "Die beiden Regierungen werden im Hafen eine Schule für Taucher eröffnen und nicht nur eine.",
        "Os dois governos vão abrir uma escola de mergulho no porto e não apenas uma para todos.",
        "12 34 x",
    ],
)
def test_js_01_a_text_in_neither_language_is_refused(text: str) -> None:
    with pytest.raises(BrokenRuleError, match="JS-01"):
        read_statement(text)


def test_js_02_a_text_without_words_is_refused() -> None:
    with pytest.raises(BrokenRuleError, match="JS-02"):
        read_statement("1 2 3 \n --- ")


def test_js_03_a_passage_without_an_end_is_shown_as_unread() -> None:
    reading = read_statement("we will " * 2_000, language="en")

    assert reading.candidates == ()
    assert [finding.rule.code for finding in reading.findings] == ["JS-03"]
    assert reading.left_out[0].rules == ("JS-74",)


def test_an_unknown_language_is_a_wrong_call() -> None:
    with pytest.raises(ValueError, match="language='fr'"):
        read_statement("We will.", language="fr")  # type: ignore[arg-type]


def _covers_once(text: str, reading: Reading) -> None:
    spans = sorted((each.start, each.end) for each in (*reading.candidates, *reading.left_out))
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert all(text[each.start : each.end] == each.text for each in (*reading.candidates, *reading.left_out))
    rules = {code for each in (*reading.candidates, *reading.left_out) for code in each.rules}
    assert rules <= set(READING_RULES)


PIECES = st.sampled_from(
    [
        "The Parties will ", "agree to", "se comprometen a ", ":", ";", ".", "\n", "\r\n", "\n\n- ", "\n(a) ", "“", "”", '"', "«",
        "1.2 ", "**", "# ", "U.S. ", "$5 million", "that ", "que ", "QUE", "PRIMERO.- ", "acordaron", "\u2028", "\t", "Mexico", ", and ",
        "reaffirm our commitment to ", "https://x.y/z", "…", "—", "[a](b)", "<b>", "á",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200), st.sampled_from(["en", "es"]))
def test_every_sentence_is_either_taken_or_left_out_exactly_once(text: str, language: str) -> None:
    if not any(map(str.isalpha, text)):
        return
    reading = read_statement(text, language=language)  # type: ignore[arg-type]

    _covers_once(text, reading)
    assert reading == read_statement(text, language=language)  # type: ignore[arg-type]
