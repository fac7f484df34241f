"""
Draft, table, edit, certify and open joint texts.

`proposing` (begin, table, hand over, withdraw, renew), `editing` (words, brackets, fields, terms), `certifying`,
and `following`, which hears what enters the register.
"""
