"""
The two Parties' agencies, offices, and who held an office when.

Agencies carry successors and dates of existence; offices belong to a Party; terms of office are read from the
meetings at which a holder was seen, and say so. Offers: models, `said_agencies` (queries), `put_agencies` and
`record_terms` (services).
"""
