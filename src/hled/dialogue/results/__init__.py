"""
What became of each promise: progress reports, indicators and their observations, assessment by written rules.

The rulebook and every method are pure functions in `domain`; `queries` feed them the facts known on a date.
Offers: `assessments` and `indicator_views` (queries), `put_reports`, `load_observations` and `set_target` (services).
"""
