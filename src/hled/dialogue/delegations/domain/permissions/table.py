"""The table itself, filled while the features start."""

from collections.abc import Iterable

from hled.dialogue.delegations.domain.permissions.actors import Actor
from hled.dialogue.delegations.domain.permissions.grants import Grant, Row
from hled.dialogue.delegations.domain.permissions.laws import against_the_law
from hled.kernel.action import Action, Whose


class Matrix:
    """The table, filled while the features start."""

    def __init__(self) -> None:
        self._actions: dict[str, Action] = {}
        self._rows: set[Row] = set()

    def register(self, grants: Iterable[Grant]) -> None:
        """
        Take the grants of a feature.

        Raises
        ------
        ValueError
            When a grant breaks a law of the matrix, or one name stands for two actions.
        """
        for given in grants:
            if broken := against_the_law(given):
                raise ValueError(f"{given.action.name}: {'; '.join(broken)}")
            if self._actions.setdefault(given.action.name, given.action) != given.action:
                raise ValueError(f"{given.action.name}: two actions of one name")
            self._rows.update(given.rows())

    def allows(self, actors: Iterable[Actor], action: Action, state: str, whose: Whose) -> bool:
        """Whether one of the actors may; what is not listed is refused."""
        return self._actions.get(action.name) == action and any(
            Row(action.name, actor, whose, state) in self._rows for actor in actors
        )

    def actions(self) -> list[Action]:
        return [self._actions[name] for name in sorted(self._actions)]

    def rows(self) -> frozenset[Row]:
        return frozenset(self._rows)


MATRIX = Matrix()
register = MATRIX.register


def allowed(roles: Iterable[Actor], action: Action, state: str, whose: Whose) -> bool:
    """Whether somebody with these roles may carry out an action on such a thing."""
    return MATRIX.allows(roles, action, state, whose)
