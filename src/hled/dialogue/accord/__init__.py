"""
Consent of both Parties to one exact bilingual content, and the register that proves it.

Knows no commitment and no meeting: a room above registers its subjects (`accord.subjects.register`) and is called in
the transaction that appends an act. Offers: `Act`, `Content` (domain), joint texts, `offer`, `sign`, `append_*`
(services), `hled register`, `hled keys`, `hled act` (cli), and `verify_edition.py`, which needs none of this.
"""
