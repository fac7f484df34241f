"""
What an act is, who can put it in force, and how the register proves it.

Pure: values in, values out; no store, no clock.
"""
