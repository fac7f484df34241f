"""
What all pages, endpoints and commands share: page frame, marks, charts, formats, errors, progress, answers.

Knows no feature.
"""
