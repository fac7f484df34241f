"""
Put acts before both Parties and into the register.

`offering` (offer an act), `signing` (take a signature), `appending` (`append_joint`, `append_party`, `append_import`),
`enrolling` (credentials), `checkpoints`, `editions`; `texts` (joint texts and their proposals).
"""
