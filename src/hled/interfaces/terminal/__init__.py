"""
What all commands share: language, options, answers, tables with marks, progress, errors and exit codes.

A command asks `desk()` for the open store, makes an `Answer`, and hands it to `show` with a way to draw it.
"""
