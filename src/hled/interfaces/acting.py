"""Every page and every endpoint names the action that it carries out; whoever guards the door reads it here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, get_resolver
from ninja.operation import Operation, PathView

from hled.kernel.action import ANY_STATE, Action, Whose
from hled.kernel.party import Party

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Subject:
    """What a request is about: a thing of one Party, or of both where `party` is null, in a state."""

    party: Party | None
    state: str = ANY_STATE


Found = Callable[..., Subject]
"""Finds the subject from the request and the parts of its address; an unknown one is refused by PG-01."""


@dataclass(frozen=True, slots=True)
class Named:
    """An action and what it is done to: `on` says whose, or finds the subject."""

    action: Action
    on: Whose | Found = Whose.NOBODYS


_MARK = "hled_named"


def does(action: Action, on: Whose | Found = Whose.NOBODYS) -> Callable[[View], View]:
    """
    Name the action of a page or an endpoint.

    Parameters
    ----------
    on
        Whose thing it is done to; where that depends on the request, what finds the subject.
    """

    def mark(view: View) -> View:
        setattr(view, _MARK, Named(action, on))
        return view

    return mark


def named(view: object) -> Named | None:
    """The action that a view function or the function of an endpoint names."""
    found: Named | None = getattr(view, _MARK, None)
    return found


def operations(view: object) -> list[Operation] | None:
    """The operations behind a view of the API framework; None for any other view."""
    for cell in getattr(view, "__closure__", None) or ():
        if isinstance(cell.cell_contents, PathView):
            return cell.cell_contents.operations
    return None


def named_for(view: object, request: HttpRequest) -> Named | None:
    """What a request would do; None where its view or its operation does not say."""
    behind = operations(view)
    if behind is None:
        return named(view)
    return next((named(each.view_func) for each in behind if request.method in each.methods), None)


def is_answered(view: object, request: HttpRequest) -> bool:
    """Whether an endpoint has an operation for the method asked with; pages decide for themselves."""
    behind = operations(view)
    return behind is None or any(request.method in each.methods for each in behind)


@dataclass(frozen=True, slots=True)
class Route:
    """An address of the site and one thing that can be done there."""

    pattern: str
    name: str
    methods: tuple[str, ...]
    named: Named | None
    view: Callable[..., Any]


def every_route(resolver: URLResolver | None = None, before: str = "") -> Iterator[Route]:
    """All addresses of the site with the actions they name, one entry for each operation of an endpoint."""
    for each in (resolver or get_resolver()).url_patterns:
        pattern = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from every_route(each, pattern)
        elif isinstance(each, URLPattern):
            behind = operations(each.callback)
            if behind is None:
                yield Route(pattern, each.name or "", (), named(each.callback), each.callback)
            else:
                for operation in behind:
                    yield Route(
                        pattern,
                        each.name or "",
                        tuple(operation.methods),
                        named(operation.view_func),
                        each.callback,
                    )
