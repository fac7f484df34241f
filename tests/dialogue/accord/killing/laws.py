"""What was acknowledged, and what must hold of a store after its server was killed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

BOTH = 2


@dataclass
class Ledger:
    """
    What the server said was done.

    Parameters
    ----------
    words
        Proposal, segment, language and text of each save.
    states
        Proposal -> states through which it was said to have gone.
    doubtful
        Requests that were never answered: they stand whole, or not at all.
    wrong
        Answers that a sound server does not give.
    """

    words: list[tuple[int, str, str, str]] = field(default_factory=list)
    states: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    certified: list[tuple[int, str, str]] = field(default_factory=list)
    signed: list[tuple[str, str]] = field(default_factory=list)
    in_force: list[str] = field(default_factory=list)
    doubtful: int = 0
    wrong: list[str] = field(default_factory=list)


def broken(seen: Mapping[str, Any], told: Ledger) -> list[str]:
    """Each law that does not hold, with what breaks it."""
    return [
        *(["the store is damaged"] if not seen["whole"] else []),
        *(f"register: {each}" for each in seen["findings"]),
        *_lost(seen, told),
        *_half_done(seen),
    ]


def _lost(seen: Mapping[str, Any], told: Ledger) -> Iterator[str]:
    kept = {(proposal, segment, language, said) for proposal, segment, language, _, said in seen["edits"]}
    yield from (f"lost words {each}" for each in set(told.words) - kept)
    passed = {(proposal, end) for proposal, _, end in seen["passages"]}
    said = {(proposal, state) for proposal, states in told.states.items() for state in states}
    yield from (f"lost step {each}" for each in said - passed)
    certified = {tuple(each) for each in seen["certified"]}
    yield from (f"lost certification {each}" for each in set(told.certified) - certified)
    signed = {tuple(each) for each in seen["signatures"]}
    yield from (f"lost signature {each}" for each in set(told.signed) - signed)
    yield from (f"lost agreement {each}" for each in set(told.in_force) - set(seen["entries"]))


def _half_done(seen: Mapping[str, Any]) -> Iterator[str]:
    """An act has both signatures and stands everywhere, or stands nowhere; words stand in both languages."""
    signers = defaultdict(list)
    for digest, credential in seen["signatures"]:
        signers[digest].append(credential)
    for digest in {*seen["offered"], *seen["entries"]}:
        found = sorted(signers[digest])
        if (len(found) >= BOTH) is not (digest in seen["entries"]):
            yield f"half-signed {digest}: {len(found)} signatures"
        if digest in seen["entries"] and seen["entries"][digest] != found:
            yield f"entry {digest} has other signatures than were taken"
    in_force = {act for id, act in seen["acts"].items() if seen["states"][id] == "in_force"}
    if not in_force == set(seen["entries"]) == set(seen["agreed"]):
        yield f"proposals, register and agreed texts differ: {in_force ^ set(seen['entries'])}"
    last: dict[str, str] = {}
    for proposal, start, end in seen["passages"]:
        if last.get(str(proposal), start) != start:
            yield f"proposal {proposal} jumped from {last[str(proposal)]} to {start}"
        last[str(proposal)] = end
    yield from (f"proposal {id} is {seen['states'][id]}" for id in last if seen["states"][id] != last[id])
    yield from _half_written(seen)


def _half_written(seen: Mapping[str, Any]) -> Iterator[str]:
    written: dict[tuple[int, str, str], list[tuple[int, str]]] = defaultdict(list)
    for proposal, segment, language, version, said in seen["edits"]:
        written[proposal, segment, language].append((version, said))
    for proposal, segment, language, version, text in seen["sides"]:
        edits = written[proposal, segment, language]
        if (edits[-1] if edits else (0, "")) != (version, text):
            yield f"{segment} {language} says what no edit said"
        if len(edits) != len(written[proposal, segment, "es" if language == "en" else "en"]):
            yield f"{segment} was saved in one language"
