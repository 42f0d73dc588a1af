"""All that a run has of the world, and every entry resolved by it."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from pipeline.match.match import Situation
from pipeline.resolve.asking import Ask, Foresee, resolve, unforeseen
from pipeline.resolve.lost import Look, looked_again, unseen
from pipeline.resolve.questions import identified
from pipeline.resolve.taught import taught
from pipeline.values.entry import Entry


def unshown(_doing: str) -> None:
    """Nobody looks on."""


class Outside(NamedTuple):
    """What reaches out of a run; all else in it is pure."""

    ask: Ask
    foresee: Foresee = unforeseen
    look: Look = unseen
    watching: bool = False
    """Only what the entries' identifiers name is asked for: enough to hear what became of them."""
    doing: Callable[[str], None] = unshown
    """Told in words what the run does from now on."""
    besides: Ask | None = None
    """Asks what nobody misses if it is not answered; None to ask nothing of that kind."""


def resolved(
    entries: Sequence[Entry], outside: Outside, texts: Mapping[str, str] = MappingProxyType({})
) -> tuple[Situation, ...]:
    """Each entry with all that could be learnt of it; ``texts`` are those of the lists, by path."""
    if outside.watching:
        return resolve(entries, outside.ask, texts, outside.foresee, identified)
    heard = resolve(entries, outside.ask, texts, outside.foresee)
    return taught(looked_again(heard, outside.ask, outside.look))
