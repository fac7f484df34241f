"""
The policy of the docket, pure: words, groups of near-copies, themes, filing, moderation, replies, loop figures.

Nothing here knows a store, a clock or a request.
"""
