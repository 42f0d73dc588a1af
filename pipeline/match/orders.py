"""Whether the order of a by-line is told by anybody.

A list sorted from A to Z is what some registries make of every by-line (NeurIPS's DOIs), and what
some fields sign; from one such list alone neither can be told.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from pipeline.compare.letters import key
from pipeline.match.same_work import Family
from pipeline.values.work import Candidate, Person

COPIES = {"europepmc": "pubmed", "datacite": "arxiv"}
"""Services that tell on what another told them."""


def believed(family: Family) -> frozenset[int]:
    """The places of the voices whose order of authors can be believed.

    Either it is no alphabet, or another voice that does not know of the first has it as well.
    """
    candidates = [c if c.work.authors_ordered else None for c in family]
    return frozenset(
        place
        for place, voice in enumerate(candidates)
        if voice and (not alphabetical(voice.work.authors) or _seconded(voice, candidates))
    )


def alphabetical(people: Sequence[Person]) -> bool:
    """Two or more people sorted by family or given names; one list may be so by chance."""
    named = [person for person in people if person.family]
    spellings: tuple[Callable[[Person], str], ...] = (
        lambda person: person.family,
        lambda person: person.family.split()[-1],  # "van der Berg" among the Bs
        lambda person: person.given or "",
    )
    return len(named) > 1 and any(_rising(named, spelling) for spelling in spellings)


SORTED_BY_NOBODY = 4
"""So many people stand from A to Z by chance in one by-line of 24."""


def is_told(voice: Candidate, family: Family) -> bool:
    """Whether the order of a by-line may be written as one voice has it.

    Not where four or more families stand from A to Z and no other voice has them so: a registry
    that sorts all names says nothing of who signed first.
    """
    people = [person for person in voice.work.authors if person.family]
    sorted_ = len(people) >= SORTED_BY_NOBODY and _rising(people, lambda person: person.family)
    return voice.work.authors_ordered and (not sorted_ or _seconded(voice, family))


def _rising(people: Sequence[Person], spelling: Callable[[Person], str]) -> bool:
    keys = (key(spelling(person)) for person in people)
    return all(left and left <= right for left, right in pairwise(keys))


def rising(pairs: Iterable[tuple[int | None, int | None]]) -> bool:
    """Whether the people of a by-line stand in the order of the record, by their places in both."""
    places = [theirs for ours, theirs in pairs if ours is not None and theirs is not None]
    return places == sorted(places)


def _seconded(voice: Candidate, candidates: Sequence[Candidate | None]) -> bool:
    names = _names(voice)
    others = (other for other in candidates if other and _origin(other) != _origin(voice))
    return any(_names(other) == names for other in others)


def seconded(voice: Candidate, family: Family) -> bool:
    """Whether another voice, which does not know of this one, names the same people."""
    return _seconded(voice, family)


def _names(voice: Candidate) -> list[str]:
    return [key(person.family or person.literal) for person in voice.work.authors]


def _origin(voice: Candidate) -> tuple[str, str]:
    """Who stands behind a voice: a service, and at Crossref the one who registered the record."""
    source = COPIES.get(voice.provenance.source, voice.provenance.source)
    doi = next((i.value for i in voice.work.identifiers if i.scheme == "doi"), "")
    return source, doi.partition("/")[0] if source == "crossref" else ""
