"""
Policy of the briefing book: its editions, its rules, and how long an item of the agenda takes.

Pure: values in, values out; no store, no clock.
"""
