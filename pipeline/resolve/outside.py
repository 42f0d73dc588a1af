"""All that a run has of the world, and every entry resolved by it."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from pipeline import formats
from pipeline.match.situation import Situation
from pipeline.resolve.asking import Ask, Foresee, resolve, unforeseen
from pipeline.resolve.lessons import lessons, misread, papers
from pipeline.resolve.lost import Look, looked_again, unseen
from pipeline.resolve.questions import Wave, identified, plan
from pipeline.resolve.reread import reread
from pipeline.values.entry import Entry, Reading


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
    return reread(looked_again(heard, outside.ask, outside.look))


class Understood(NamedTuple):
    """Lists as their records show them to be meant, and what could be learnt of their entries."""

    readings: tuple[Reading, ...]
    heard: tuple[Situation, ...]


def understood(readings: Sequence[Reading], outside: Outside) -> Understood:
    """The lists read again by the light of what their identifiers name, and their entries resolved.

    An entry that was read otherwise than its record shows is asked about only then.
    """
    texts = {reading.document.path: reading.text for reading in readings}
    entries = [entry for reading in readings for entry in reading.entries]
    if outside.watching:
        return Understood(tuple(readings), resolved(entries, outside, texts))
    heard = resolve(entries, outside.ask, texts, outside.foresee, _unless_misread)
    again = tuple(_read_again(reading, heard, outside.besides) for reading in readings)
    known = {situation.inquiry.entry.id: situation for situation in heard}
    entries = [entry for reading in again for entry in reading.entries]
    kept = [_kept(known.get(entry.id), entry) for entry in entries]
    left = [entry for entry, old in zip(entries, kept, strict=True) if old is None]
    new = iter(resolve(left, outside.ask, texts))
    everything = [next(new) if old is None else old for old in kept]
    heard = looked_again(everything, outside.ask, outside.look)
    return Understood(again, reread(heard))


def _kept(before: Situation | None, entry: Entry) -> Situation | None:
    """What was learnt of an entry, if it still says the same and everything was asked."""
    if before is None or (before.failure is None and misread(before)):
        return None
    old = before.inquiry.entry
    if entry is old:
        return before
    if entry.but(style=old.style, certainty=old.certainty) != old:
        return None
    return before.of(entry)


def _unless_misread(situation: Situation) -> Wave | None:
    """What is asked next about an entry; nothing if it is to be read again."""
    return None if misread(situation) else plan(situation)


def _read_again(reading: Reading, heard: Sequence[Situation], ask: Ask | None) -> Reading:
    """The list as its records show it, if they show anything that was not read so."""
    mine = [s for s in heard if s.failure is None and s.inquiry.entry.path == reading.document.path]
    learnt = papers(reading.doubtful, ask) if ask else ()
    if not learnt and not any(map(misread, mine)):
        return reading
    shown = (lesson for situation in mine for lesson in lessons(situation))
    unique = tuple(dict.fromkeys((*shown, *learnt)))
    return formats.read(reading.document.but(taught=unique))
