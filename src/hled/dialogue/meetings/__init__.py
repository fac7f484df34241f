"""
Bodies that meet and their rhythm, meetings held and planned, agenda, delegations at the table, papers, calendar.

Rhythm, proposed agenda, hours, papers and the calendar are pure functions in `domain`. Offers: `said_meetings`, `cadence`,
`agenda` and `planned` (queries); `propose_item`, `plan_meeting`, `take_up`, `seat_delegation`, `file_paper` (services).
"""
