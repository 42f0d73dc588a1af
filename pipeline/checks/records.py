"""What is wrong with the record and not with the entry: excuses for the table in ``excuses.py``.

Records are typed and converted too: names lose their letters, groups their place in the by-line,
titles gain remarks. A damaged or poorer record never overrules a sound entry.
"""

import re
from collections import Counter
from itertools import pairwise

from pipeline.checks.case import Case, Remark
from pipeline.checks.strangers import unpaired
from pipeline.compare import titles
from pipeline.compare.faults import faults
from pipeline.compare.forms import form
from pipeline.compare.letters import tokens
from pipeline.compare.lexicon import COMMON, STOP
from pipeline.compare.segments import stripped
from pipeline.match.choice import NEARLY, WHOLLY
from pipeline.match.entry_against_work import Assessment
from pipeline.match.same_work import heard
from pipeline.values.entry import Name
from pipeline.values.work import Person

MOST = 1 / 2
"""Share of a by-line's people with given names from which all of them should have one."""

OF_GROUPS = frozenset(("of", "for", "and", "the"))
"""Words of the names of trials and societies that nobody's own name has."""

LOST = "?¿¤\ufffd"
"""What stands for a letter that a conversion lost."""
BROKEN = re.compile(rf"[^\W\d_][{LOST}]+[^\W\d_]")
"""A word with such a letter."""

TRANSLATION = re.compile(r"\[[^\[\]]+\]\.?")
"""A title in the brackets of PubMed's translations."""

FEWEST_TURNED = 2
"""Names turned round in one way; one alone may be anybody."""


def fragment(case: Case, _remark: Remark) -> bool:
    """The record has a piece of a name where others have names, and the entry does not know it.

    PubMed's "Ab" is A. Brutel de la Riviere, "Gary" is Y. C. Gary Lee.
    """
    _, people = unpaired(case)
    voices = case.sure.voices if case.sure else ()
    return any(
        _is_piece(person, voice.candidate.work.authors)
        for voice in voices for person in people
        if person in voice.candidate.work.authors
    )  # fmt: skip


def _is_piece(person: Person, people: tuple[Person, ...]) -> bool:
    whole = sum(bool(p.given) for p in people)
    return not (person.given or person.literal) and whole >= MOST * len(people)


def unsigned_group(case: Case, _remark: Remark) -> bool:
    """Who is too many is a group, by the small words or the capitals of its name.

    "Evaluation of Vascular care in Alzheimer's disease" signs the article and no record of it, as
    does "FUTURE II, I.and" among people in small letters: registries leave groups out.
    """
    strangers, _ = unpaired(case)
    names = case.entry.authors.names if case.entry.authors else ()
    shouted = [name for name in names if _shouts(name)]
    apart = len(shouted) < len(names) / 2
    return bool(strangers) and all(
        not OF_GROUPS.isdisjoint(name.text.split()) or (apart and name in shouted)
        for name in strangers
    )


def _shouts(name: Name) -> bool:
    """A word too long for initials is in capitals."""
    return any(word.isupper() and len(word) >= ACRONYM for word in name.family.split())


ACRONYM = 4
"""Fewest letters of a word in capitals that are no initials."""


def translated(case: Case, _remark: Remark) -> bool:
    """A library's own translation, in its brackets, of a title in another language: of several one.

    "[Antibiotic prophylaxis in thoracic surgery. Controlled study]" is "... A randomized study" in
    another library. The authors and the place are the work's.
    """
    sure = case.sure
    if sure is None or sure.title is None or TRANSLATION.fullmatch(sure.title.true) is None:
        return False
    return sure.people_fit >= WHOLLY and sure.venue_fits and sure.year == 0


def turned(case: Case, _remark: Remark) -> bool:
    """The record files given names as family names, or the entry does, with initials for the rest.

    "Sabyasachi, C." and "Choudhury, S." are one person; the others of the by-line are known.
    """
    sure, authors = case.sure, case.entry.authors
    if sure is None or authors is None:
        return False
    return any(_all_turned(authors.names, v.candidate.work.authors) for v in sure.voices)


def _all_turned(names: tuple[Name, ...], people: tuple[Person, ...]) -> bool:
    if len(names) != len(people):
        return False
    pairs = [(form(name), form(person)) for name, person in zip(names, people, strict=True)]
    others = [(a, b) for a, b in pairs if not set(a.families) & set(b.families)]
    crossed = all(
        a.given and b.given
        and a.family[:1] in {word[0] for word in b.given}
        and b.family[:1] in {word[0] for word in a.given}
        for a, b in others
    )  # fmt: skip
    return FEWEST_TURNED <= len(others) < len(pairs) and crossed


def misspelt_record(case: Case, _remark: Remark) -> bool:
    """The record has the slip: what the entry writes is a word, what the record has is none.

    A word is what titles are full of, or what the records at hand have in another place:
    "Atypical squamos cells, ... squamous intraepithelial lesion". Where letters became question
    marks ("fran?ais") nothing need be known.
    """
    sure, title = case.sure, case.entry.title
    if sure is None or title is None or sure.title is None:
        return False
    if BROKEN.search(sure.title.true):
        return sure.letters >= NEARLY
    if sure.title.kind != "misspelt":
        return False
    own, same = Counter(tokens(sure.title.true)), titles.key(sure.title.true)
    works = [candidate.work for candidate in heard(case.situation.inquiry)]
    others = (work.title for work in works if titles.key(work.title) != same)  # no copy of the slip
    known = Counter(
        w for text in (*others, *(o.container_title for o in works)) for w in tokens(text)
    )
    wrong = faults(titles.words(title.text), titles.words(sure.title.true))
    return bool(wrong) and all(
        fault.kind == "letters" and all(_is_word(word, known + own) for word in fault.written)
        and not any(_is_word(word, known) or own[word] > 1 for word in fault.true)
        for fault in wrong
    )  # fmt: skip


def poorer_title(case: Case, _remark: Remark) -> bool:
    """The record's title is the entry's without a few words of it.

    What was in a tag is lost on many ways: "The Library, Version 9.1" for deal.II's, "... site on
    the GABA" for the GABA A receptor. Nobody invents words of a title, but one may type a word
    twice.
    """
    sure, title = case.sure, case.entry.title
    if sure is None or title is None or sure.title is None or sure.title.kind == "related":
        return False
    lost = titles.lacks(sure.title.true, title.text)
    doubled = any(text == other for text, other in pairwise(titles.words(title.text)))
    return 0 < lost <= MOST_LOST and not doubled


MOST_LOST = 3
"""Words that a record may have lost of a title."""


def _is_word(word: str, known: Counter[str]) -> bool:
    return word in COMMON or word in STOP or known[word] > 0


RELEASED = ("software", "dataset")
"""Types of what has a release for every year and one number for all of them."""

RELEASE = re.compile(r"\bv?\d+(?:\.\d+)+\b")
"""The number of a release."""


def one_release(case: Case, _remark: Remark) -> bool:
    """The entry's own number opens a program, and the titles part in the release's number alone.

    "pyhf: v0.5.2" under the DOI of all releases, which is called after the last: "pyhf: v0.5.4".
    """
    title, own = case.entry.title, {mention.identifier for mention in case.entry.mentions}
    works = [candidate.work for candidate in heard(case.situation.inquiry)]
    opened = [work for work in works if own & set(work.identifiers)]
    program = (case.entry.kind or "").lower() in RELEASED
    return title is not None and any(
        (program or work.type in RELEASED) and _unnumbered(work.title) == _unnumbered(title.text)
        for work in opened
    )


def _unnumbered(title: str) -> str:
    return titles.key(RELEASE.sub("", title))


def said_abstract(case: Case, _remark: Remark) -> bool:
    """One title says of itself that it is an abstract, and venue and year are the work's own.

    "[Abstract]" is the library's remark: the abstract and what it became stand in two places.
    """
    sure = case.sure
    return sure is not None and abstract_apart(sure) and sure.venue_fits and sure.year == 0


def abstract_apart(work: Assessment) -> bool:
    """Nothing but "[Abstract]" parts the entry's title from the work's."""
    title, written = work.title, work.entry.title
    if title is None or written is None or title.kind != "related":
        return False
    same = titles.key(stripped(written.text)) == titles.key(stripped(title.true))
    return same and "abstract" in title.reasons[0]


def broken_venue(_case: Case, remark: Remark) -> bool:
    """A letter of the record's venue was lost: "Archivos de bronconeumolog?a" corrects nobody."""
    return remark.change is not None and BROKEN.search(remark.change.text) is not None


def each_in_place(case: Case, remark: Remark) -> bool:
    """Each name has the family and the initial of the one that would take its place.

    "Luecken, Md, M Büttner, K Chaichoompu" begins with Malte D. Luecken: a tool wrote his initials
    as a word. Nobody stands in another's place, and nobody is too many.
    """
    authors, change = case.entry.authors, remark.change
    if authors is None or change is None or len(authors.names) != len(change.people):
        return False
    return all(map(_may_be, authors.names, change.people))


def _may_be(name: Name, person: Person) -> bool:
    texts, families = titles.words(name.text), titles.words(person.family)
    given = titles.words(person.given)
    rest = [word for word in texts if word not in families]
    fits = bool(families) and families[-1] in texts
    return fits and bool(rest and given) and rest[0][0] == given[0][0]
