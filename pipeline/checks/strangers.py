"""Who is named in an entry and is none of the work's authors: a stranger, or only read as one.

Excuses about people and occasions, for the table in ``pipeline/checks/excuses.py``; what each
answers is the case in its docstring.
"""

import re

from rapidfuzz import fuzz

from pipeline.checks.case import Case, Remark
from pipeline.compare.letters import tokens
from pipeline.compare.lexicon import STOP
from pipeline.compare.titles import key
from pipeline.match.entry_against_work import PROSE, Voice
from pipeline.values.entry import Name
from pipeline.values.text import Written
from pipeline.values.work import Person


def cut_name(case: Case, _remark: Remark) -> bool:
    """Who is too many is near to one who is missing: a name cut short, or half of a double name.

    "David" is David Silver; "Alaee-Kerharoodi" is M. A. Kerahroodi; and a record's "Che, L" is
    "Chen, L".
    """
    strangers, people = unpaired(case)
    return bool(strangers) and all(
        any(_near(name, other) for other in people) for name in strangers
    )


def pieces(case: Case, _remark: Remark) -> bool:
    """Who is too many is the first half of the next name, or a group in capitals.

    "Tsz Lun, Ernest Wong" is T. L. E. Wong, and "UKIRDC" signs for its members.
    """
    sure, authors, (strangers, _) = case.sure, case.entry.authors, unpaired(case)
    voice = next((v for v in sure.voices if v.byline == sure.byline), None) if sure else None
    if voice is None or authors is None or sure is None or sure.byline is None or not strangers:
        return False
    pairs = {i: j for i, j in sure.byline.pairs if i is not None}
    odd = [i for i, j in pairs.items() if j is None]
    people, halves = (
        voice.candidate.work.authors,
        [
            i
            for i in odd
            if (j := pairs.get(i + 1)) is not None
            and _joined(authors.names[i], authors.names[i + 1], voice.candidate.work.authors[j])
        ],
    )
    rest = [authors.names[i] for i in odd if i not in halves]
    return bool(halves and people) and all(ACRONYM.fullmatch(name.text.strip()) for name in rest)


def _joined(first: Name, last: Name, person: Person) -> bool:
    """Both names together have the initials of the person's given names, in their order."""
    initials = "".join(word[0] for word in tokens(f"{first.text} {last.given}"))
    known = "".join(
        part if part.isupper() else part[0] for part in re.findall(r"[^\W\d_]+", person.given)
    ).casefold()
    return len(initials) > 1 and initials == known


ACRONYM = re.compile(r"[A-Z]{4,}")
"""No initials of a person, but a group's."""


def _near(name: Name, person: Person) -> bool:
    """One family name is nearly a name of the other; Wei Liu is no Xinyi Liu cut short."""
    ours = key(name.family or name.text)
    names = {key(person.given), key(person.family or person.literal)} - {""}
    if ours == key(person.family) and _whole(name.given) and _whole(person.given):
        return False
    if _lost_its_end(ours, name, person):
        return True
    return any(
        ours == text
        or (min(len(ours), len(text)) >= FEW and fuzz.partial_ratio(ours, text) >= NEAR)
        for text in names
    )


def _lost_its_end(ours: str, name: Name, person: Person) -> bool:
    """The record's family name is the beginning of the written one, under the same initial."""
    theirs, initials = key(person.family), (key(name.given)[:1], key(person.given)[:1])
    cut = len(theirs) >= FEWEST_LEFT and theirs != ours and ours.startswith(theirs)
    return cut and len(ours) - len(theirs) <= MOST_CUT and initials[0] == initials[1] != ""


FEWEST_LEFT = 3
"""Fewest letters that are left of a name that was cut."""

MOST_CUT = 2
"""Most letters that a record lost of one."""


def _whole(given: str) -> bool:
    """A given name is written out."""
    return any(len(key(word)) > 2 for word in given.split())


NEAR = 75
"""Least share of the shorter name's letters that stand in the longer one, of 100."""

FEW = 5
"""Fewest letters of names that are compared so."""


def unpaired(case: Case) -> tuple[list[Name], list[Person]]:
    """Who is named and not known, and who is known and not named, by the kindest voice."""
    sure, authors = case.sure, case.entry.authors
    if sure is None or authors is None or sure.byline is None:
        return [], []
    voice = next((v for v in sure.voices if v.byline == sure.byline), None)
    people = voice.candidate.work.authors if voice else ()
    named = [authors.names[i] for i, j in sure.byline.pairs if i is not None and j is None]
    if not any(j is not None for _, j in sure.byline.pairs):
        return named, list(people)
    return named, [people[j] for i, j in sure.byline.pairs if i is None and j is not None]


def lone_stranger(case: Case, _remark: Remark) -> bool:
    """One name alone, which is none of the work's, in running text: a group, a place, a firm.

    "CVPR, 2022 (*Simon Fraser*)" is a university. In a field called authors it is an author.
    """
    authors = case.entry.authors
    alone = authors is not None and len(authors.names) == 1 and not authors.et_al
    return (
        alone and case.entry.format in PROSE and case.sure is not None and not case.sure.people_fit
    )


def venue_as_name(case: Case, _remark: Remark) -> bool:
    """Who is too many stands last, where the list's other entries have their venue, and is it.

    "A. Herrel & C. Bonneaud, Briefings in Bioinformatics": a person called Briefings was read, and
    no venue, or the rest of it.
    """
    entry, (strangers, _) = case.entry, unpaired(case)
    if entry.format not in PROSE or not entry.authors or not case.habits.venue:
        return False
    if strangers != [entry.authors.names[-1]]:
        return False
    return entry.venue is None or _runs_on(case, strangers[0], entry.venue)


def _runs_on(case: Case, name: Name, venue: Written) -> bool:
    """Nothing but a word or two parts the name from the venue behind it."""
    start = case.entry.span.start
    between = case.raw[name.span.end - start : venue.span.start - start]
    return bool(between) and all(word.isalpha() for word in between.split()) and "\n" not in between


def another_printing(case: Case, _remark: Remark) -> bool:
    """Another venue, and what the services show may be another printing than the one cited.

    The record has no date: "UAI, 2017" was printed again by IJCAI in 2018, in a record that tells
    no year. Or the entry's own number, which no service shows, is called after the venue.
    """
    sure, edition = case.sure, case.cited
    if sure is None or edition is None or any(voice.linked for voice in sure.voices):
        return False
    undated = case.entry.year is not None and sure.year is None
    return (undated or _numbered(case)) and edition.elsewhere(case.entry)


def _numbered(case: Case) -> bool:
    """The entry's own DOI is named after the venue: "10.1109/TPAMI.2018.2858826"."""
    venue = case.entry.venue
    initials = "".join(w[0] for w in tokens(venue.text) if w not in STOP) if venue else ""
    codes = (
        re.match(r"[a-z]*", identifier.value.partition("/")[2]) for identifier in case.unseen
        if identifier.scheme == "doi"
    )  # fmt: skip
    return any(code and len(code[0]) >= CODE and initials.endswith(code[0]) for code in codes)


CODE = 3
"""Fewest letters by which a DOI names a journal."""


def another_occasion(case: Case, _remark: Remark) -> bool:
    """Venue and people are both others, and the entry names no identifier: it bears the same title.

    "Deep Learning for Anomaly Detection" is a tutorial at KDD by some, at WSDM by others.
    """
    sure, edition = case.sure, case.cited
    if sure is None or case.entry.mentions:
        return False
    if sure.byline is None or sure.byline.kind not in _OTHERS:
        return False
    if sure.byline.kind == "differs" and sure.year:
        return True  # nobody of it, and not its year
    return edition is not None and edition.elsewhere(case.entry)


_OTHERS = frozenset({"extra", "mixed", "differs"})


def at_workshop(case: Case, _remark: Remark) -> bool:
    """The entry says that it cites a workshop, beside what we read as the venue.

    "CVPR, 2015 SUNw: Scene Understanding workshop" of what ICCV printed later.
    """
    names = [n.casefold() for v in (case.sure.voices if case.sure else ()) for n in _containers(v)]
    return "workshop" in case.raw.casefold() and not any("workshop" in name for name in names)


def _containers(voice: Voice) -> tuple[str, ...]:
    work = voice.candidate.work
    return (work.container_title, *work.container_titles)
