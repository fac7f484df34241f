"""
Words that everything shares: party, bilingual text, partial date, rule, finding, digest.

Pure: standard library only, no input or output.
"""
