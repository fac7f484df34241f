"""Commitments, documents, agencies and indicators as answers of commands and endpoints, with their schemas."""

from hled.dialogue.results.queries.answers import agencies, commitments, documents, indicators

PUBLISHED = (*commitments.PUBLISHED, *documents.PUBLISHED, *agencies.PUBLISHED, *indicators.PUBLISHED)

__all__ = ["PUBLISHED", "agencies", "commitments", "documents", "indicators"]
