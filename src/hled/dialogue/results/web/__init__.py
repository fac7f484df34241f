"""Pages of promises and what became of them: commitments, pillars, documents, agencies, indicators, rules."""
