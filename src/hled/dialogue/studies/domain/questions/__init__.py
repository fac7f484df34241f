"""The questions that can be asked."""

from collections.abc import Mapping
from types import MappingProxyType

from hled.dialogue.studies.domain.question import Question

QUESTIONS: Mapping[str, Question] = MappingProxyType({})
