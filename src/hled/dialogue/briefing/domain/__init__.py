"""
Policy of the briefing book: its editions and its rules.

Pure: values in, values out; no store, no clock.
"""
