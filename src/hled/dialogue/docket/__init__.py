"""
Calls for input, submissions by anyone, groups of near-copies, themes, replies by each Party, and what changed.

Words, groups, themes and loop figures are pure functions in `domain`. What was said and who said it are kept apart.
"""
