"""What entries say of each other: by-lines pasted from a neighbour, works that stand twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.authors import spellable
from pipeline.checks.case import Case, Remark, by_line, evidence_from
from pipeline.checks.entry_words import name_before
from pipeline.compare import names, titles
from pipeline.compare.titles import key
from pipeline.formats.protocol import Change
from pipeline.match.editions import is_posted
from pipeline.values.entry import Entry
from pipeline.values.finding import Severity
from pipeline.values.identifiers import Identifier
from pipeline.values.work import Person

Index = Mapping[str, Sequence[Case]]

SWAPPED = ("same", "initials", "prefix")
"""How a pasted by-line fits the work it was pasted from."""


def by_family(cases: Sequence[Case]) -> Index:
    """The cases by the first family name of their works; of what nobody could tell, by the list's.

    A by-line pasted from there is pasted all the same while a service is silent.
    """
    index: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if people := _signed(case):
            index[_mark(people[0])].append(case)
    return index


def _signed(case: Case) -> tuple[Person, ...]:
    """Who signed the work; what the list says of it where its record could not be asked for."""
    if case.work or not case.match.unheard or not case.entry.authors:
        return case.work.authors if case.work else ()
    return tuple(Person(family=n.family, given=n.given) for n in case.entry.authors.names)


def _mark(person: Person) -> str:
    name = person.family or person.literal
    return key(name.split()[-1]) if name.split() else ""


def pasted_from(case: Case, index: Index) -> Case | None:
    """The entry whose work's authors stand in this one, if its own are others."""
    sure, authors = case.sure, case.entry.authors
    if not sure or not authors or not sure.byline or sure.byline.kind not in ("differs", "mixed"):
        return None
    if sure.byline.overlap >= 0.5:
        return None
    marks = {key(w) for w in authors.names[0].text.split()} if authors.names else set()
    for mark in sorted(marks):
        for other in index.get(mark, ()):
            if other is case or _same(other, case):
                continue
            fit = names.compare(authors, _signed(other), complete=True)
            if fit.kind in SWAPPED:
                return other
    return _exchanged(case, index)


def _exchanged(case: Case, index: Index) -> Case | None:
    """The entry whose work is not known and where this one's authors stand: the two were swapped.

    Whose authors stand here while its own record could not be asked for is told by that alone.
    """
    people = case.work.authors if case.work else ()
    for other in index.get(_mark(people[0]), ()) if people else ():
        authors = other.entry.authors
        if authors is None or other is case or other.work or not other.match.unheard:
            continue
        if names.compare(authors, people, complete=True).kind in SWAPPED:
            return other
    return None


def _same(left: Case, right: Case) -> bool:
    return bool(left.paper and right.paper and left.paper.id == right.paper.id)


def authors_swapped(case: Case, index: Index) -> Iterator[Remark]:
    """The authors of another entry of the list (named)."""
    other = pasted_from(case, index)
    if not other or not case.work or not case.work.authors or not case.entry.authors:
        return
    people, written = _people(case), case.entry.authors
    title = other.entry.title.text if other.entry.title else other.entry.id
    shown = people[: max(1, len(written.names))] if written.et_al else people
    yield Remark(
        message=f"These are the authors of “{title}” (line {other.entry.line}).",
        current=written.written.text,
        change=Change(
            field="authors", people=shown, et_al=written.et_al and len(shown) < len(people)
        ),
        like="*",
        other=other.entry.id,
        evidence=tuple(
            evidence_from(v, by_line(v.candidate.work.authors, 12))
            for v in (case.sure.voices if case.sure else ())
            if v.candidate.work.authors
        ),
    )


def _people(case: Case) -> tuple[Person, ...]:
    """The by-line to write: that of the record, or arXiv's with its undivided names whole."""
    voices = case.sure.voices if case.sure else ()
    for voice in voices:
        if voice.candidate.work.authors == (case.work.authors if case.work else ()):
            return spellable(voice.candidate)
    return case.work.authors if case.work else ()


def duplicates(cases: Sequence[Case]) -> dict[str, Case]:
    """Entry id -> the earlier entry that means the same work."""
    first: dict[str, list[Case]] = defaultdict(list)
    again: dict[str, Case] = {}
    for case in cases:
        if not case.work or not case.paper or not case.work.identifiers:
            continue
        before = first[case.paper.id]
        place = next(
            (n for n, other in enumerate(before) if not _two_prints(case.entry, other.entry)), None
        )
        if place is None:
            before.append(case)
        elif _beside(case, before[place].entry):
            before[place] = case
        else:
            again[case.entry.id] = before[place]
    return again


def _two_prints(entry: Entry, other: Entry) -> bool:
    """Each gives a DOI of what was printed, not the other's, and another title.

    A work is posted under one title and printed under another, but is not printed twice so: a
    registry has the preprint of MultiVI for that of PeakVI.
    """
    ours, theirs = _printed_as(entry), _printed_as(other)
    if not ours or not theirs or ours & theirs or not entry.title or not other.title:
        return False
    return titles.compare(entry.title.text, other.title.text).kind in ("related", "differs")


def _printed_as(entry: Entry) -> set[Identifier]:
    """The DOIs that it gives and that are no preprint's."""
    own = (mention.identifier for mention in entry.mentions)
    return {
        identifier for identifier in own if identifier.scheme == "doi" and not is_posted(identifier)
    }


def _beside(case: Case, other: Entry) -> bool:
    """Not a work again but what goes with it: other in form, under the same heading.

    The credit of a figure above the items, "(from Bertasius, Shi, Torresani, DeepEdge ...)"; the
    BibTeX of a work in a block below it.
    """
    entry = case.entry
    if (entry.path, entry.section) != (other.path, other.section):
        return False
    return entry.block != other.block or _goes_on(case, other)


def _goes_on(case: Case, other: Entry) -> bool:
    """An address or a reference without a title, on the lines below the entry it belongs to.

    "Learning Deep Generative Models of Graphs" has none but common words and is a title.
    """
    entry = case.entry
    known = case.sure.title if case.sure else None
    named = known is not None and known.kind == "same"
    titled = named or (entry.title is not None and titles.telling_words(entry.title.text))
    return not titled and 0 < entry.line - other.end_line <= NEAR


NEAR = 2
"""Lines between an entry and what was read as another and is the rest of it."""


def duplicate(case: Case, again: Mapping[str, Case]) -> Iterator[Remark]:
    """The same work stands elsewhere in the lists."""
    other = again.get(case.entry.id)
    if other:
        place = f"line {other.entry.line}"
        if other.entry.path != case.entry.path:
            place = f"{other.entry.path}, {place}"
        named = _two_names(case, other)
        mild = named or _two_topics(case.entry, other.entry) or _software(case.entry, other.entry)
        yield Remark(
            message=f"The same work stands at {place}.",
            current=case.entry.title.text if case.entry.title else "",
            other=other.entry.id,
            kind="two-names" if named else _twice(case.entry, other.entry),
            severity=Severity.NOTICE if mild else None,
            confidence=ON_PURPOSE if mild else None,
        )


ON_PURPOSE = 0.7
"""How likely a work under two topics is a fault: of 21 on real lists that were judged, 14 were."""


def _two_names(case: Case, other: Case) -> bool:
    """Each is about something of another name that comes from one paper: "SEW" and "SEW-D".

    What a list of models or methods cites twice is no entry too many.
    """
    ours, theirs = name_before(case), name_before(other)
    return bool(ours and theirs) and ours != theirs


def _software(entry: Entry, other: Entry) -> bool:
    """One of the two cites the program, under the title of the paper on it, and its own address.

    ``@software{biocypher_github, ..., url = {https://github.com/...}}`` beside the article.
    """
    kinds = {(either.kind or "").lower() in PROGRAMS for either in (entry, other)}
    return len(kinds) > 1


PROGRAMS = frozenset({"software", "softwareversion", "softwaremodule", "codefragment", "dataset"})
"""Kinds of .bib entries that cite a program or data."""


def _twice(entry: Entry, other: Entry) -> str | None:
    """Where a work stands twice on purpose, if it does: in two lists, or under two headings."""
    if entry.path != other.path:
        return "two-lists"
    return "two-headings" if entry.section != other.section else None


def _two_topics(entry: Entry, other: Entry) -> bool:
    """A work of two topics stands under both: of what real lists have so, a third is on purpose.

    It has one year, though, and no reason to stand in part 3 and in part 9.
    """
    return entry.path == other.path and _topics(entry) != _topics(other)


def _topics(entry: Entry) -> list[str]:
    """The headings above, without their numbers."""
    return ["".join(filter(str.isalpha, heading)).casefold() for heading in entry.section]
