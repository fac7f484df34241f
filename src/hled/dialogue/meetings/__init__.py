"""
Meetings of the dialogue, who sat in each delegation, and which meeting is due next.

Cadence and the agenda that proposes itself are pure functions in `domain`. Offers: `said_meetings`, `cadence` and
`agenda` (queries), `put_meetings` (services).
"""
