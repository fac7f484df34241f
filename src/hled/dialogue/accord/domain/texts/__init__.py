"""
Joint texts: a pair of equal language versions in segments, with typed fields beside them.

Neither language is the source. Values are frozen; an edit gives another text or says why it cannot.
"""
