"""What the form shows: calls that take something in, lists to choose from, and what somebody typed already."""

from collections.abc import Mapping
from functools import cache

from hled.dialogue.docket.domain.speakers import PLACES
from hled.dialogue.docket.models import Call
from hled.dialogue.docket.queries.asking import number_of
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party


def call_for_form(code: str) -> Call | None:
    """The call of a code with its questions, opened or not; None where there is none."""
    return Call.objects.prefetch_related("questions").filter(pk=number_of(code, "DC-")).first()


def standing_call() -> Call | None:
    return Call.objects.filter(is_standing=True).first()


Options = tuple[tuple[str, str], ...]


@cache
def places(language: str) -> tuple[tuple[Bilingual, Options], ...]:
    """States of each Party and other places, each under its heading, by name in the language; `unsaid` stands apart."""
    headings = {
        "US-": Party.US.label,
        "MX-": Party.MX.label,
        "": Bilingual("Elsewhere", "Otros lugares"),
    }
    found: dict[str, list[tuple[str, str]]] = {prefix: [] for prefix in headings}
    for code, name in PLACES.items():
        if code != "unsaid":
            prefix = code[:3] if code[:3] in found else ""
            found[prefix].append((code, name.in_language(language)))
    return tuple(
        (heading, tuple(sorted(found[prefix], key=lambda each: (each[0] == "other", each[1]))))
        for prefix, heading in headings.items()
    )


def carried_over(call: Call | None, text: str, answers: Mapping[int, str], language: str) -> str:
    """One text of what was typed to the form of another call: each answer under its question, so that nothing is lost."""
    asked = {each.place: each for each in call.questions.all()} if call else {}
    parts = [text.strip()]
    for place, said in sorted(answers.items()):
        if said.strip():
            question = asked.get(place)
            words = getattr(question, f"asks_{language}", "") if question else ""
            parts.append(f"{words}\n{said.strip()}".strip())
    return "\n\n".join(each for each in parts if each)
