"""
What was promised: documents and their passages, pillars, objectives, initiatives, commitments.

Each commitment names the documents that state it, its passage where one was recorded, and the agencies of each
side with the basis on which they are named. Holds the record's context until a room of its own appears. Offers:
models, `said_*` and `commitment_facts` (queries), `put_*` and `draft_commitments` (services), the statement reader
(`domain.statement`).
"""
