"""
What the rules say: facts, rulebook, alerts, distributions.

Pure: values in, values out; no store, no clock.
"""
