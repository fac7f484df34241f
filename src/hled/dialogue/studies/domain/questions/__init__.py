"""The questions that can be asked, by their kind."""

from collections.abc import Mapping
from types import MappingProxyType

from hled.dialogue.studies.domain.question import Question
from hled.dialogue.studies.domain.questions import (
    complexity,
    export_terms,
    exposure,
    extraction,
    pair,
    product,
    screen,
    structure,
    sweep,
    value_chains,
)

QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        each.QUESTION.kind: each.QUESTION
        for each in (
            exposure,
            pair,
            value_chains,
            export_terms,
            extraction,
            sweep,
            structure,
            screen,
            product,
            complexity,
        )
    }
)
