"""
Questions to the economic engine and what their answers say.

Pure: tables in, sentences and numbers as text out; no store, no clock. The engine is imported where it is asked, so that
a command that asks nothing of it does not wait for it.
"""
