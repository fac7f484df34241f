"""
The permission matrix: who may do what, to whose things, in which state.

A table of data. Each feature contributes its grants when it starts; what is not listed is refused.
"""

from hled.dialogue.delegations.domain.permissions.actors import EVERY_ACTOR, Actor, Standing
from hled.dialogue.delegations.domain.permissions.grants import Grant, Row, grant
from hled.dialogue.delegations.domain.permissions.table import MATRIX, Matrix, allowed, register

__all__ = [
    "EVERY_ACTOR",
    "MATRIX",
    "Actor",
    "Grant",
    "Matrix",
    "Row",
    "Standing",
    "allowed",
    "grant",
    "register",
]
