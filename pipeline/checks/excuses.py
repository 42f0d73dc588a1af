"""What speaks for an entry that a check accuses.

An excuse has a name, the codes it answers, and what has to hold; its docstring is the case that
taught it. Each is counted when it speaks (``tests/benchmarks/judging``): one that never earns its
keep goes. To add one: a function, a line in ``EXCUSES``, and both sides in ``tests/checks``.
"""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA, LCSseq

from pipeline.checks.case import Case, Remark
from pipeline.checks.entry_words import said_of_tool
from pipeline.checks.records import (
    LOST,
    broken_venue,
    each_in_place,
    fragment,
    misspelt_record,
    one_release,
    poorer_title,
    said_abstract,
    translated,
    turned,
    unsigned_group,
)
from pipeline.checks.strangers import (
    another_occasion,
    another_printing,
    at_workshop,
    cut_name,
    lone_stranger,
    pieces,
    unpaired,
    venue_as_name,
)
from pipeline.compare import titles
from pipeline.compare.forms import Form, form
from pipeline.match.editions import is_posted
from pipeline.match.entry_against_work import PROSE, Assessment, Voice
from pipeline.match.searched import DISTINCT
from pipeline.values.entry import Name
from pipeline.values.work import Person, Stage

OLDER_TEXT = 0.6
"""Least share of common authors for a by-line to be that of another version."""


_LOST = re.compile(rf"[{LOST}\n]")

WHOLE_NAME = 8
"""Most letters of a name that two people may bear in one by-line: "Li, W."."""


FEWEST_MORE = 2
"""Names behind the last that a record has, from which the record is cut and not the list too long:
nobody adds two at the end."""


LONG_NAME = 8
"""Letters from which a part of a family name may have two of them wrong."""

SLIPS = 2


class Excuse(NamedTuple):
    """A reason not to say something."""

    name: str
    codes: frozenset[str]
    holds: Callable[[Case, Remark], bool]


def excused(case: Case, code: str, remark: Remark) -> str | None:
    """The name of the first excuse that holds; None if there is none."""
    for excuse in EXCUSES:
        if code in excuse.codes and excuse.holds(case, remark):
            return excuse.name
    return None


def _earlier_version(case: Case, _remark: Remark) -> bool:
    """Most authors are the work's, some joined, and the entry may cite an earlier version.

    The first preprint of DeepVariant has eight authors, its last sixteen and one of the eight gone.
    Nobody leaves and nothing else changes: one name too many is no earlier version.
    """
    sure = case.sure
    if sure is None or sure.byline is None or not case.revisable:
        return False
    joined = sure.byline.kind in ("incomplete", "mixed") and sure.byline.missing > 0
    return (joined or not _shown(case)) and sure.people_fit >= OLDER_TEXT


def _shown(case: Case) -> bool:
    """A service shows what the entry links, as it is today."""
    return case.sure is not None and any(voice.linked for voice in case.sure.voices)


def _earlier_title(case: Case, _remark: Remark) -> bool:
    """The authors are the work's, and the entry may cite a version that was renamed since.

    "Deep GDashboard", in arXiv's second version, became "Deep Motif Dashboard".
    """
    sure = case.sure
    if sure is None or sure.title is None or case.entry.title is None:
        return False
    slip = _slip(case.entry.title.text, sure.title.true)
    posted = Stage.PREPRINT in case.linked_stages and sure.title.kind in ("related", "differs")
    return (case.revisable or posted) and sure.people_fit >= OLDER_TEXT and not slip


def _slip(written: str, true: str) -> bool:
    """Only letters or blanks differ, or a word stands twice: no version does that on purpose."""
    ours, theirs = titles.words(written), titles.words(true)
    twice = any(text == other for text, other in pairwise(ours))
    return twice or len(ours) == len(theirs) or titles.key(written) == titles.key(true)


def _other_word(case: Case, _remark: Remark) -> bool:
    """One whole word stands for another, and a preprint may have had it: "on graphs", "for graphs".

    A misspelt word is near the true one.
    """
    sure, title = case.sure, case.entry.title
    if sure is None or title is None or sure.title is None:
        return False
    ours, theirs = titles.words(title.text), titles.words(sure.title.true)
    others = [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b]
    posted = any(v.candidate.work.stage is Stage.PREPRINT for v in sure.voices) or case.unseen
    if len(ours) != len(theirs) or len(others) != 1 or not posted:
        return False
    text, other = others[0]
    return OSA.distance(text, other) >= max(len(text), len(other)) / 2


def _other_wording(case: Case, _remark: Remark) -> bool:
    """Words stand in another order: no finger does that, but who words a title anew.

    "XGrammar-2: Efficient Dynamic ..." for "XGrammar 2: Dynamic and Efficient ...".
    """
    sure, title = case.sure, case.entry.title
    if sure is None or title is None or sure.title is None:
        return False
    ours, theirs = titles.words(title.text), titles.words(sure.title.true)
    common = Counter(ours) & Counter(theirs)
    return LCSseq.similarity(ours, theirs) < common.total()


def _other_order(case: Case, _remark: Remark) -> bool:
    """One service alone tells the order, of a paper that a conference prints besides.

    Crossref has IEEE's order of "S4L", the conference's own page and the preprint another.
    """
    voices = _ordered(case.sure) if case.sure else []
    sources = {voice.candidate.provenance.source for voice in voices}
    papers = all(v.candidate.work.type in ("paper-conference", "chapter") for v in voices)
    return len(sources) < 2 and papers


def _ordered(sure: Assessment) -> list[Voice]:
    """The voices that tell all authors."""
    return [v for v in sure.voices if v.byline and v.byline.kind == "order"]


def _namesakes(case: Case, _remark: Remark) -> bool:
    """Who is too many and who is missing bear one family name: one person, named otherwise.

    M. Luong is Thang Luong, whose first name is Minh-Thang.
    """
    strangers, people = unpaired(case)
    extra = [form(name) for name in strangers]
    missing = [form(person) for person in people]
    alone = [
        stranger for stranger in extra if not any(_may_be_one(stranger, other) for other in missing)
    ]
    return bool(extra) and not alone and len(extra) < len(_names(case))


def _two_as_one(case: Case, _remark: Remark) -> bool:
    """Two people were read as one name: "He, Gkioxari, et al.", "Suharto, Bo Lindqvist"."""
    sure, authors = case.sure, case.entry.authors
    if sure is None or authors is None:
        return False
    people = [person for voice in sure.voices for person in voice.candidate.work.authors]
    known = {family for person in people for family in form(person).families}
    known |= {titles.key(f"{person.given} {person.family}") for person in people}
    texts = [titles.key(part) for n in authors.names for part in (n.family, n.given) if part]
    return len(texts) > len(authors.names) and known.issuperset(texts)


def _another_paper(case: Case, _remark: Remark) -> bool:
    """Nothing but a title that many might bear is the work's: not the people, nor place or year.

    The tutorial of KDD 2020 is not that of WSDM 2020, and both are "Deep Learning for ...".
    """
    sure, edition, title = case.sure, case.cited, case.entry.title
    if sure is None or title is None or any(voice.linked for voice in sure.voices):
        return False
    if titles.distinctive(title.text) >= DISTINCT:
        return False
    others = sure.byline is not None and sure.byline.kind in ("differs", "mixed", "extra")
    if edition is None or not others:
        return others
    another_year = sure.byline is not None and sure.byline.kind == "differs"
    return edition.elsewhere(case.entry) or (another_year and edition.dated(case.entry) is False)


def _may_be_one(written: Form, person: Form) -> bool:
    """One family name, perhaps misspelt in a compound, or the given name alone: "David"."""
    if set(written.families) & set(person.families):
        return True
    if not written.given and person.given and written.family.startswith(person.given[0]):
        return True
    near = (OSA.distance(a, b) for a in written.core for b in person.core if len(a) >= LONG_NAME)
    return any(distance <= SLIPS for distance in near)


def _names(case: Case) -> tuple[Name, ...]:
    return case.entry.authors.names if case.entry.authors else ()


def _damaged_record(case: Case, _remark: Remark) -> bool:
    """The only records that say so are damaged: "?" in a name, one person twice."""
    return _all_voices(case, _damaged)


def _record_stops(case: Case, _remark: Remark) -> bool:
    """The record is the beginning of the by-line, and more people follow than anybody adds.

    PubMed has ten of the thirteen authors of a paper of 1995.
    """
    sure = case.sure
    pairs = sure.byline.pairs if sure and sure.byline else ()
    places = [j for _, j in pairs]
    known = len([j for j in places if j is not None])
    behind = len(places) - known
    begun = places == [*range(known), *[None] * behind]
    return begun and behind >= FEWEST_MORE


def _without_accents(case: Case, _remark: Remark) -> bool:
    """The only records that say so have no accents, and the entry has.

    "Gruuing" is no correction of "Grüning".
    """
    return _all_voices(case, _flat)


def _all_voices(case: Case, holds: Callable[[Voice], bool]) -> bool:
    voices = [v for v in (case.sure.voices if case.sure else ()) if v.candidate.work.authors]
    return bool(voices) and all(map(holds, voices))


def _damaged(voice: Voice) -> bool:
    names = [_letters(person) for person in voice.candidate.work.authors]
    broken = any(map(_LOST.search, names))
    whole = [name for name in names if len(name) > WHOLE_NAME]
    return broken or len(set(whole)) < len(whole)


def _flat(voice: Voice) -> bool:
    names = "".join(map(_letters, voice.candidate.work.authors))
    written = "".join(name.text for name in _written(voice))
    return written != _ascii(written) and names == _ascii(names)


def _written(voice: Voice) -> tuple[Name, ...]:
    return voice.entry.authors.names if voice.entry.authors else ()


def _letters(person: Person) -> str:
    return f"{person.given} {person.family}{person.literal}".strip()


def _ascii(text: str) -> str:
    return text.encode("ascii", "ignore").decode()


def _undated(case: Case, _remark: Remark) -> bool:
    """Neither link nor venue nor page names the version whose year it should be.

    "ImageNet Classification ..., Krizhevsky, Sutskever, Hinton, 2012" is no reprint of 2017.
    """
    edition = case.cited
    if edition is None or edition.linked or edition.placed(case.entry):
        return False
    return edition.paged(case.entry) is not True


def _clock_begins(case: Case, remark: Remark) -> bool:
    """The year is told by the day on which a clock begins: some journals did appear on it."""
    works = (voice.candidate.work for voice in case.sure.voices) if case.sure else ()
    days = (day for work in works for day in (work.issued, *work.dates) if day)
    years = {day.year for day in days if day.stands_for_none}
    return remark.proposed in set(map(str, years))


def _first_posted(case: Case, _remark: Remark) -> bool:
    """A link opens a preprint that no service shows, and the year is before that of the print."""
    edition, year = case.cited, case.entry.year
    if edition is None or year is None or not case.unseen or not edition.years:
        return False
    early = edition.stage is Stage.RECORD and year.value < edition.years[0]
    return early and edition.years[0] - year.value <= LONGEST_WAY


THESES = frozenset({"phdthesis", "mastersthesis", "thesis", "bachelorsthesis"})
"""Kinds of entries that cite a thesis."""
BOOKS = frozenset({"book", "mvbook", "collection", "manual", "techreport", "report"})
"""Kinds of entries that cite what stands alone."""


def _other_kind(case: Case, _remark: Remark) -> bool:
    """A thesis or a book is cited, and all that services show is a chapter or an article from it.

    "Linguistic Side Effects" is a thesis of 2005 and a chapter of 2007; Bzowski's has the title of
    an article by three.
    """
    voices = case.sure.voices if case.sure else ()
    kind, types = (case.entry.kind or "").lower(), {v.candidate.work.type for v in voices}
    return (kind in THESES and "thesis" not in types) or (kind in BOOKS and types == {"chapter"})


def _unshown_print(case: Case, _remark: Remark) -> bool:
    """What the entry links is in print, and no service shows it: only another printing speaks.

    "Global contrast based salient region detection", TPAMI, by IEEE's number, is more than the
    paper of CVPR; JSTOR's "TransType" has the third author whom the publisher's record lost. What
    is registered nowhere is no printing.
    """
    sure = case.sure
    if sure is None or any(voice.linked for voice in sure.voices):
        return False
    alone = len({voice.candidate.provenance.source for voice in sure.voices}) < 2
    opens = [
        identifier
        for identifier in case.unseen
        if identifier not in case.match.dead and not is_posted(identifier)
    ]
    return alone and any(identifier.scheme in ONE_PRINTING for identifier in opens)


ONE_PRINTING = frozenset(("doi", "ieee", "jstor", "pii"))
"""Numbers that publishers and archives give a printing; a conference's own says which it was."""


CREDIT = re.compile(r"!\[[^\]]*\]\([^)\s]*\)\s*\(.*\)\s*", re.DOTALL)
"""A picture, and below it, in brackets, whence it is."""


def _credit(case: Case, _remark: Remark) -> bool:
    """The credit of a figure is no item of the list: "(from Bertasius, Shi, ..., CVPR, 2015.)"."""
    return CREDIT.fullmatch(case.raw.strip()) is not None


def _braced_group(case: Case, _remark: Remark) -> bool:
    """The by-line of a .bib entry is one name in braces of its own: a group stands for its members.

    "{LarchNet}" is signed by six people elsewhere; "{Smith}, J." and "Smith" are persons.
    """
    authors = case.entry.authors
    if case.entry.format != "bibtex" or authors is None or len(authors.names) != 1:
        return False
    name, begin = authors.names[0], case.entry.span.start
    raw = case.raw[name.span.start - begin : name.span.end - begin]
    return raw.startswith("{") and raw.endswith("}") and "," not in raw


def _many_releases(case: Case, _remark: Remark) -> bool:
    """A data set or a program has a release for every year, and one DOI for all of them."""
    voices = case.cited.voices if case.cited else case.sure.voices if case.sure else ()
    types = {voice.candidate.work.type for voice in voices}
    return bool(types) and types <= {"dataset", "software"}


def _described(case: Case, _remark: Remark) -> bool:
    """What we read as the title is a tool, linked to its code, and what is said of it.

    "**[lumpy](repository)** - lumpy: a general ... [paper](url)": the address names the work.
    """
    entry, title = case.entry, case.entry.title
    if title is None or entry.format not in PROSE:
        return False
    beside = [link for link in entry.links if link.role == "other"]
    within = any(title.span.start <= link.span.start < title.span.end for link in beside)
    named = any(
        titles.key(title.text.partition(":")[0]) == titles.key(link.label) != "" for link in beside
    )
    within = within or named or (bool(beside) and said_of_tool(case))
    return within and any(link.identifiers for link in entry.links if link.role == "paper")


LONGEST_WAY = 4
"""Most years from a preprint to print."""

_BYLINE = frozenset({"authors-incomplete", "authors-extra", "authors-order"})
_PEOPLE = _BYLINE | {"authors-differ"}
_OF_A_PRINTING = _BYLINE | {"venue-differs", "year-differs"}

EXCUSES: tuple[Excuse, ...] = (
    Excuse("earlier-version", _BYLINE, _earlier_version),
    Excuse("earlier-title", frozenset({"title-differs", "title-misspelt"}), _earlier_title),
    Excuse(
        "described",
        frozenset({"title-differs", "title-misspelt", "title-style", "link-elsewhere"}),
        _described,
    ),
    Excuse("other-order", frozenset({"authors-order"}), _other_order),
    Excuse("each-in-place", frozenset({"authors-order", "authors-extra"}), each_in_place),
    Excuse("namesakes", _BYLINE, _namesakes),
    Excuse("two-as-one", _BYLINE | {"authors-differ"}, _two_as_one),
    Excuse(
        "another-paper",
        _BYLINE | {"authors-differ", "venue-differs", "year-differs"},
        _another_paper,
    ),
    Excuse("damaged-record", _BYLINE | {"author-misspelt"}, _damaged_record),
    Excuse("fragment", _PEOPLE, fragment),
    Excuse("unsigned-group", frozenset({"authors-extra"}), unsigned_group),
    Excuse("turned", _PEOPLE | {"author-misspelt"}, turned),
    Excuse("misspelt-record", frozenset({"title-misspelt", "title-differs"}), misspelt_record),
    Excuse(
        "broken-venue",
        frozenset({"venue-misspelt", "venue-differs", "venue-missing", "venue-style"}),
        broken_venue,
    ),
    Excuse("said-abstract", frozenset({"title-differs"}), said_abstract),
    Excuse("translated", frozenset({"title-differs"}), translated),
    Excuse("record-stops", frozenset({"authors-extra"}), _record_stops),
    Excuse("other-word", frozenset({"title-misspelt"}), _other_word),
    Excuse("other-wording", frozenset({"title-misspelt"}), _other_wording),
    Excuse("without-accents", frozenset({"author-misspelt"}), _without_accents),
    Excuse("pieces", frozenset({"authors-extra"}), pieces),
    Excuse("cut-name", frozenset({"authors-extra", "authors-differ"}), cut_name),
    Excuse(
        "venue-as-name",
        frozenset({"authors-extra", "authors-differ", "venue-missing"}),
        venue_as_name,
    ),
    Excuse("lone-stranger", frozenset({"authors-differ"}), lone_stranger),
    Excuse("another-occasion", _PEOPLE | {"venue-differs", "year-differs"}, another_occasion),
    Excuse("another-printing", frozenset({"venue-differs"}), another_printing),
    Excuse("at-workshop", frozenset({"venue-differs"}), at_workshop),
    Excuse("undated", frozenset({"year-differs"}), _undated),
    Excuse("clock-begins", frozenset({"year-differs"}), _clock_begins),
    Excuse("first-posted", frozenset({"year-differs"}), _first_posted),
    Excuse("other-kind", _OF_A_PRINTING | {"link-missing", "venue-missing"}, _other_kind),
    Excuse("unshown-print", _OF_A_PRINTING, _unshown_print),
    Excuse("credit", frozenset({"link-missing", "venue-missing"}), _credit),
    Excuse("poorer-title", frozenset({"title-misspelt", "title-differs"}), poorer_title),
    Excuse(
        "braced-group",
        frozenset({"authors-differ", "authors-extra", "authors-incomplete"}),
        _braced_group,
    ),
    Excuse("one-release", frozenset({"title-differs", "title-misspelt", "ambiguous"}), one_release),
    Excuse("many-releases", frozenset({"year-differs"}), _many_releases),
)
"""In the order in which they are heard."""
