"""The section whose entries are most like a work, for who could not say where it belongs."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from pipeline.values.entry import Reading
from pipeline.values.work import Work
from pipeline.write.section_choice import SectionError, section_for, years_of
from pipeline.write.sections import Section, sections

GUESSED = "the section is a guess"
"""What is said of an entry that stands where it was guessed to belong."""

_WORD = re.compile(r"[^\W\d_]{3,}")

HEADING = 2
"""A word of a heading counts as one in so many titles below it."""


def likeliest(every: Sequence[Section], work: Work) -> Section | None:
    """The section of the most telling words in common; of several alike the one with most entries.

    Only sections of the work's year, where the list has any, else such as tell of no year. None if
    no section holds an entry.
    """
    full, years = [section for section in every if section.entries], years_of(work)
    open_to_it = [section for section in full if section.takes(years)]
    fitting = [section for section in full if section.year in years] or open_to_it or full
    if not fitting:
        return None
    words = [_words(section) for section in fitting]
    seen = Counter(word for counted in words for word in counted)
    wanted = set(_of(f"{work.title} {work.container_title or ''}"))

    def likeness(place: int) -> tuple[float, int]:
        counted, entries = words[place], len(fitting[place].entries)
        common = sorted(wanted & counted.keys())
        rare = (
            log(1 + len(fitting) / seen[word]) * sqrt(counted[word] / entries) for word in common
        )
        return sum(rare), entries

    return fitting[max(range(len(fitting)), key=likeness)]


def guessed(reading: Reading, work: Work) -> Section | None:
    """The likeliest section, in a topic by years one of the work's year; None where none is so."""
    section, years = likeliest(sections(reading), work), years_of(work)
    if section and not section.takes(years) and section.path[1:]:
        try:
            section = section_for(reading, work, " > ".join(section.path[:-1]))
        except SectionError:  # several sections of the topic will do
            return None
    return section if section and section.takes(years) else None


def _words(section: Section) -> Counter[str]:
    """The words of its headings, its titles and its venues."""
    counted = Counter(word for name in section.path for word in _of(name) * HEADING)
    for entry in section.entries:
        counted.update(set(_of(f"{entry.title.text} " if entry.title else "")))
        counted.update(set(_of(entry.venue.text if entry.venue else "")))
    return counted


def _of(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
