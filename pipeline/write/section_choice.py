"""Which section of a list a work belongs in: by name, else by its year and venue."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.compare.conferences import conference, conferences
from pipeline.reading.heading_years import rest_of, says_no_more, years_told
from pipeline.values.entry import Reading
from pipeline.values.work import Work
from pipeline.write.sections import Section, folded, folded_path, sections

MOST_NAMED = 12
"""Sections that a message lists."""


_RECENT = re.compile(r"\b(?:recent(?:ly)?|latest|new(?:est)?|upcoming)\b|最新", re.IGNORECASE)


class SectionError(Exception):
    """No one section is meant; the message names those there are."""


def section_for(reading: Reading, work: Work, name: str = "") -> Section:
    """The section a work belongs into: the one of that name, and in it the one of its year.

    Raises:
        SectionError: there is none of that name, or several will do.

    """
    every = sections(reading)
    if not any(section.entries for section in every):
        return _named(every, name)[0] if name else Section(path=())
    fitting = _named(every, name) if name else [s for s in every if s.entries or s.year]
    if len(fitting) == 1 and name:
        return fitting[0]
    dated = [section for section in fitting if section.year]
    held = sum(len(section.entries) for section in dated)
    if held * 2 >= sum(len(section.entries) for section in fitting) and _by_years(dated):
        open_to = fitting if name else [s for s in fitting if _takes_venue(s, work)]
        _not_refused([s for s in fitting if s not in open_to], open_to, work)
        return _of_year(open_to, work, _full(every))
    if name:
        return next((s for s in fitting if folded(s.name) == folded(name)), fitting[0])
    return _only(_full(fitting), years_of(work))


def _takes_venue(section: Section, work: Work) -> bool:
    """Whether a work of this venue may stand there: under "CVPR 2020" what CVPR printed.

    Not so under a heading of more words: "2021 (incl. CVPR 2021)", "2021: CVPR, ICCV, journals".
    """
    rest = rest_of(section.name)
    if "journals" in rest or not all(conference(word) or says_no_more(word) for word in rest):
        return True
    names = [name for name in (work.container_title, *work.container_titles) if name]
    printed = {short for name in names for short in conferences(name)}
    named = conferences(section.name)
    if not named or printed:
        return not named or not printed.isdisjoint(named)
    return any(
        series in name.lower() and (meetings is None or not meetings.isdisjoint(named))
        for name in names
        for series, meetings in _SERIES.items()
    )


_SERIES: dict[str, frozenset[str] | None] = {
    "lecture notes in": None,  # of any meeting
    "proceedings of the acm on programming languages": frozenset(
        ["OOPSLA", "POPL", "ICFP", "PLDI"]
    ),
    "acm transactions on graphics": frozenset(["SIGGRAPH"]),
}
"""Series and journals in which the papers of meetings are printed."""


def _not_refused(shut: Sequence[Section], opened: Sequence[Section], work: Work) -> None:
    """Refuses to make a second section of a year, or to say that there is none."""
    years = years_of(work)
    if any(s.year in years for s in opened):
        return
    for section in shut:
        if section.year in years:
            venue = work.container_title or "no venue that is known"
            raise SectionError(
                f"The section of {section.year} is “{section.name}”, the work is in {venue}. "
                "Name its section."
            )


def _only(full: Sequence[Section], years: Sequence[int]) -> Section:
    """The one section that there is, unless it is of other years."""
    if len(full) > 1:
        raise SectionError(f"The list has several sections. Name one: {_listed(full, full)}.")
    if years and not full[0].takes(years):
        raise SectionError(f"There is no section of {years[0]}. Name one: {_listed(full, full)}.")
    return full[0]


def _by_years(dated: Sequence[Section]) -> bool:
    """By two years with the same words beside them, or a heading that is a year and hardly more.

    Not "Summary (updated Oct 2023)", nor by meetings: "Tides 2021", "Shores 2022".
    """
    rests = Counter(rest_of(section.name) for section in dated)
    if len({section.year for section in dated}) > 1:
        return max(rests.values()) * 2 > len(dated)
    return any(len(rest) <= 1 for rest in rests)


def _named(every: Sequence[Section], name: str) -> list[Section]:
    """The sections of that name, and those within them; by the whole path if it is given."""
    wanted = [folded(part) for part in re.split(r"\s*[>›]\s*", name) if part.strip()]
    length = len(wanted)
    matching = [
        section for section in every
        for keys in (list(folded_path(section.path)),)
        if any(keys[at : at + length] == wanted for at in range(len(keys) - length + 1))
    ]  # fmt: skip
    full = _full(every)
    if not matching and name.strip().isdecimal() and 0 < int(name) <= len(full):
        return [full[int(name) - 1]]  # by the number that the list of sections gave it
    if not matching or not wanted:
        named = [section for section in every if section.path]
        raise SectionError(f"There is no section {name!r}. There are: {_listed(named, full)}.")
    return matching


def _full(every: Sequence[Section]) -> list[Section]:
    return [section for section in every if section.entries]


def _listed(choices: Sequence[Section], full: Sequence[Section]) -> str:
    """Their names, each that holds entries with its number, by which it can be named too."""
    numbers = {section.path: number for number, section in enumerate(full, 1)}
    names = [
        f"{numbers.get(section.path, '')} {' > '.join(section.path[-2:]) or '(none)'}".strip()
        for section in choices
    ]
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return "; ".join(names[:MOST_NAMED]) + more


def years_of(work: Work) -> list[int]:
    """The years under which a list may have the work, the best first."""
    dates = (work.issued, *work.dates)
    return list(dict.fromkeys(date.year for date in dates if date))


def _of_year(fitting: Sequence[Section], work: Work, full: Sequence[Section]) -> Section:
    years = years_of(work)
    if not years:
        raise SectionError("No service says the year of the work. Name the section of a year.")
    for year in years:
        of_year = [s for s in fitting if s.year == year]
        if len(of_year) > 1:
            raise SectionError(
                f"Several sections are of {year}. Name one: {_listed(of_year, full)}."
            )
        if of_year:
            return _of_one_topic(of_year[0], fitting)
    ranged = [s for s in fitting if years[0] in (years_told(s.name) or ())]
    return ranged[0] if ranged else _new_year(fitting, years[0])


def _of_one_topic(section: Section, fitting: Sequence[Section]) -> Section:
    """The section of a year, unless other topics have years too: nobody said which is meant."""
    topics = _topics(fitting)
    if len(topics) > 1:
        raise SectionError(
            f"Only “{_topic(section)}” has a section of {section.year}. "
            f"Name it, or the topic that is meant: {'; '.join(topics)}."
        )
    return section


def _topics(fitting: Sequence[Section]) -> list[str]:
    """What stands above the sections of years."""
    return list(dict.fromkeys(_topic(s) for s in fitting if s.year))


def _topic(section: Section) -> str:
    return " > ".join(section.path[:-1]) or "(none)"


def _new_year(fitting: Sequence[Section], year: int) -> Section:
    """The section of a year that has none yet, beside those of the other years."""
    dated = [s for s in fitting if s.year and s.head]
    if not dated:
        raise SectionError(f"There is no section of {year}. Name another.")
    if len({s.path[:-1] for s in dated}) > 1:
        raise SectionError(f"No section is of {year}. Name the one it belongs in, with its year.")
    other = _beyond(fitting, dated, year)
    if other:
        raise SectionError(f"{year} may belong under “{other.name}”. Name its section.")
    near = min(dated, key=lambda s: abs((s.year or 0) - year))
    name = near.name.replace(str(near.year), str(year))
    path = (*near.path[:-1], name)
    return Section(path=path, head=near.head, level=near.level, year=year, new=True)


def _beyond(fitting: Sequence[Section], dated: Sequence[Section], year: int) -> Section | None:
    """The section that may hold a year before or after all of these: "Older", "Recent papers".

    Before them all that is whichever stands next to the oldest and tells of no years. After them
    one that says so, or a year and something that is not understood: each January has a new year.
    """
    years = [section.year or 0 for section in dated]
    rest = [s for s in fitting if s.path[:-1] == dated[0].path[:-1]]
    if year > max(years):
        return next((s for s in rest if _RECENT.search(s.name) or _says_what_of(s)), None)
    if year > min(years):
        return None
    at = next(n for n, s in enumerate(rest) if s.year == min(years))
    beside = [*rest[max(at - 1, 0) : at], *rest[at + 1 : at + 2]]
    return next((s for s in beside if years_told(s.name) is None or _says_what_of(s)), None)


def _says_what_of(section: Section) -> bool:
    """Whether its heading says a year and something beside it that is not understood."""
    years = years_told(section.name)
    return section.year is None and years is not None and len(years) == 1
