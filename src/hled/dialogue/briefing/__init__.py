"""
What a reader opens first: scoreboard, alerts, agenda, search, open data, and the record in and out.

Sits above all other features and asks them; nothing asks it. Offers: `scoreboard` (queries), `load_record` and
`export_record` (services), the site's front pages, the whole record as one download.
"""
