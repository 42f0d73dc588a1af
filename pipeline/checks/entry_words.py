"""What an entry's own words say besides the fields that were read of it.

An item of prose may tell of several papers, each with its people and its link; an item may be about
something else, a method or a model, and cite the paper it comes from.
"""

import re

from pipeline.checks.case import Case
from pipeline.compare import venues
from pipeline.compare.titles import key, words
from pipeline.match.entry_against_work import PROSE, Assessment
from pipeline.values.work import Person

MOST_NAMED = 6
"""Authors of a long by-line that a list spells out."""

FEWEST_NAMED = 2
"""People that two works have in common by no chance, named besides the entry's own by-line."""

SHORTEST_NAME = 2
"""Letters of what bears a name."""


def spoken_of(case: Case, opened: Assessment) -> bool:
    """The people of what a link opens are named beside it, whoever else the entry names.

    "**ESM-1b** was released with the paper [...](...) by Alexander Rives, Joshua Meier. **ESM-2**
    was released with [...](...) by Zeming Lin, Halil Akin": papers in one item, the last under the
    title of its first version. "[Devlin et al. 2018](...)" in a sentence.
    """
    people = max((v.candidate.work.authors for v in opened.voices), key=len, default=())
    return bool(people) and (_labelled(case, opened, people[0]) or _besides(case, people))


def _labelled(case: Case, opened: Assessment, first: Person) -> bool:
    """The link's own words name the first author."""
    theirs = {i for voice in opened.voices for i in voice.candidate.work.identifiers}
    return any(
        _last(first) in words(link.label)
        for link in case.entry.links
        if theirs.intersection(link.identifiers)
    )


def _besides(case: Case, people: tuple[Person, ...]) -> bool:
    """Half of them or more stand in the text outside what was read of it, two at least."""
    entry, text = case.entry, case.raw
    for read in (entry.title, entry.authors.written if entry.authors else None):
        text = text.replace(read.raw, " ", 1) if read else text
    texts = set(words(_ADDRESS.sub(" ", text)))
    named = {last for person in people[:MOST_NAMED] if (last := _last(person))}
    here = named & texts
    return len(here) >= FEWEST_NAMED and 2 * len(here) >= len(named)


_ADDRESS = re.compile(r"https?://[^\s)\]>\"}]+")


def _last(person: Person) -> str:
    """The last word of the family name, as titles are compared; "" if there is none."""
    return (words(person.family or person.literal) or ("",))[-1]


_MARKED = re.compile(
    r"`(?P<code>[^`\n]{1,60})`|\*\*(?P<bold>[^*\n]{1,200}?)\*\*"
    r"|<(?P<tag>code|b|strong)>(?P<html>[^<\n]{1,60})</"
)
"""What a list sets in bold or as code before the title."""

_LINKED = re.compile(r"\[+([^\]\n]+)\]+(?:\([^)\n]*\))?")


def name_before(case: Case) -> str:
    """What the entry is about, if it is named before the title of the paper: "SEW-D"; else empty.

    In letters; neither a year nor a venue is a name, nor what the title says itself.
    """
    title = case.entry.title
    if title is None or case.entry.format not in PROSE:
        return ""
    head = case.raw[: max(0, title.span.start - case.entry.span.start)]
    for hit in _MARKED.finditer(head):
        marked = hit["code"] or hit["bold"] or hit["html"]
        marked = _LINKED.sub(r"\1", marked)
        name = key(marked)
        if len(name) >= SHORTEST_NAME and not _no_name(case, marked, name):
            return name
    return ""


def _no_name(case: Case, text: str, name: str) -> bool:
    """A year, or a venue that is one: "MMLU (College Medicine)" in bold may be read for a venue."""
    entry = case.entry
    venue = entry.venue.text if entry.venue and case.sure and case.sure.venue_fits else ""
    year = str(entry.year.value) if entry.year else ""
    is_field = any(field and key(field) in name for field in (venue, year))
    return is_field or name.isdigit() or venues.conference(text) is not None


_DESCRIBED = re.compile(r"\]\([^()\s]+\)\W*\s-\s+\w")
"""A tool with its address and what it is good for: "[tool](...) - Counts owls"."""


def said_of_tool(case: Case) -> bool:
    """What was read as the title, or it and what stands before, tells what a tool is good for."""
    title = case.entry.title
    if title is None:
        return False
    return _DESCRIBED.search(case.raw[: max(0, title.span.end - case.entry.span.start)]) is not None
