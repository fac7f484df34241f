"""
What the store was told, when, and what each field said before.

The lowest room of the dialogue: every feature above marks its facts with the entry that brought them in and
keeps the former wording here. Offers: `Recorded` and `FactTable` (models), `record_changes` (services),
`wording_on` and `store_revision` (queries).
"""
