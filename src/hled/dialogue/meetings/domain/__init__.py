"""
When the dialogue should meet, and what about.

Pure: values in, values out; no store, no clock.
"""
