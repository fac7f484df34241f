"""
What a person may do, and for whom.

Pure: values in, values out; no store, no clock.
"""
