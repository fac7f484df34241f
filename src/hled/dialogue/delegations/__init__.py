"""
The two Parties: their agencies, offices and who held an office when; the people who act for them, and in which role.

Agencies carry successors and dates of existence; terms of office are read from the meetings at which a holder was
seen, and say so. A person belongs to one Party for good and holds a role for a term. Offers: models, `said_agencies`
and `roles_on` (queries), `put_agencies`, `record_terms`, `enroll`, `appoint` and `end_term` (services).
"""
