"""
The briefing book: what a principal reads before a meeting.

Offers: `occasion` (which meeting, as known on which day), `gathered` (what the book rests on), `paper` (the book in one
language), `brief_file` (the same as a file). No figure stands in it that scoreboard, alerts, agenda, indicators or record do not give.
"""
