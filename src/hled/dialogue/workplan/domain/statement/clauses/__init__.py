"""Predicates that commit, or that look as if they did: one file per language over one shape."""
