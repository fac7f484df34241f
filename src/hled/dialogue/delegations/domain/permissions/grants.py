"""What a feature allows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hled.dialogue.delegations.domain.permissions.actors import EVERY_ACTOR, Actor
from hled.kernel.action import Action, Whose


@dataclass(frozen=True, slots=True)
class Row:
    """One cell of the matrix that is allowed."""

    action: str
    actor: Actor
    whose: Whose
    state: str


@dataclass(frozen=True, slots=True)
class Grant:
    """
    What a feature allows: an action to some actors, on things that are whose, in some states.

    Without `states`, in every state of the action.
    """

    action: Action
    to: frozenset[Actor]
    whose: frozenset[Whose]
    states: tuple[str, ...] = ()

    def rows(self) -> Iterator[Row]:
        for actor in EVERY_ACTOR:
            for whose in Whose:
                if actor in self.to and whose in self.whose:
                    for state in self.states or self.action.states:
                        yield Row(self.action.name, actor, whose, state)


def grant(
    action: Action, *to: Actor, on: Whose | Iterable[Whose] = Whose.NOBODYS, states: tuple[str, ...] = ()
) -> Grant:
    whose = frozenset([on]) if isinstance(on, Whose) else frozenset(on)
    return Grant(action, frozenset(to), whose, states)
