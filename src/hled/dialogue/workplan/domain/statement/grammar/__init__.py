"""
What the reader knows of grammar: tokens, tables of words for each language, subjects, predicates.

The tables are data (`english`, `spanish`); the functions that read a sentence by them are shared as far as the two
languages allow.
"""
