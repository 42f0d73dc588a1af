"""Is a written venue known to be another one than those of a record?

A name that is not recognised may be the same in other words: abbreviated, translated, a series
around it, a workshop in it. Another one is what is itself known, as a journal or a conference, and
shares neither name nor meeting with the record.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.compare.conferences import conferences, early
from pipeline.compare.journal_table import KNOWN, NAMES
from pipeline.compare.journals import is_journal
from pipeline.compare.letters import key, tokens
from pipeline.compare.tongues import foreign
from pipeline.compare.venue_words import ARTICLES, venue
from pipeline.compare.venues import compare

SHAPE = re.compile(
    r"(?i)^(?:the )?(?:(?:[\w&-]+ ){0,3}(?:journal|letters|review|reviews|transactions|annals|"
    r"archives|bulletin|magazine|proceedings|advances|frontiers|trends|reports|research|"
    r"communications|acta|revista)\b|international journal\b)"
)
"""How names of journals begin that are written out."""

MEETING = re.compile(r"(?i)\b(conference|symposium|workshop|congress|colloquium|meeting)s?\b")
"""What a venue says that is a meeting, known to us or not."""

FITS = ("same", "abbreviation", "misspelt")
"""How a name stands to that of the journal it means."""

TELLING = 2
"""Fewest words of a venue's name that say of what it is."""

BEGINNING = 5
"""Letters by which words of one stem are told: "robotics", "robots"."""

_FRAME = frozenset(
    """
    proceedings conference conferences symposium congress colloquium meeting annual international
    national european asian american world joint ieee first second third fourth fifth usenix
    association society volume main track findings
    """.split()  # noqa: SIM905  a table of words reads better so
)
"""Words of meetings' names that say nothing of what they are about."""

SHORTER = 5
"""Most letters of a word that may be an acronym."""


def another(written: str, names: Sequence[str]) -> bool:
    """Whether the written venue is known to be another than the one of these names."""
    if not names or early(written) or _mentioned(written, names):
        return False
    ours = {name.removesuffix(" Findings") for name in conferences(written)}
    theirs = {n.removesuffix(" Findings") for name in names for n in conferences(name)}
    if ours:
        return not _meet(ours, theirs) and (bool(theirs) or any(map(_journal, names)))
    if not _one_tongue(written, names):
        return False
    return (known(written) and not _shared(written, names)) or _another_meeting(written, names)


def _another_meeting(written: str, names: Sequence[str]) -> bool:
    """A meeting's name in full, with none of the words of the record's, which is one in full too.

    Nobody need have heard of the "International Conference on Quantum Machine Learning" to see
    that it is not that on Computer Vision. A workshop may be held at any.
    """
    texts = _of_what(written)
    if len(texts) < TELLING or re.search(r"(?i)workshop|@", written):
        return False
    others = [_of_what(name) for name in names if MEETING.search(name)]
    return (
        bool(others)
        and all(len(theirs) >= TELLING and not texts & theirs for theirs in others)
        and not any(texts & _of_what(name) for name in names)
    )


def _of_what(name: str) -> frozenset[str]:
    """The beginnings of the words that say what a meeting is about; empty if it is none."""
    if not MEETING.search(name):
        return frozenset()
    words = (w for w in tokens(name) if w not in ARTICLES and w not in _FRAME and len(w) > 3)
    return frozenset(word[:BEGINNING] for word in words if word.isalpha())


def _one_tongue(written: str, names: Sequence[str]) -> bool:
    """Whether the names can be compared at all: one may be the other translated.

    "Zhonghua jiehe he huxi zazhi" is the "Chinese journal of tuberculosis and respiratory
    diseases".
    """
    return any(foreign(name) is foreign(written) for name in names)


def known(written: str) -> bool:
    """Whether a venue is a journal or a conference that we know, or a journal's name in full.

    Neither a slip nor an abbreviation hides it.
    """
    if conferences(written) or _in_table(written) or is_journal(written):
        return True
    words = [word for word in tokens(written) if word not in ARTICLES]
    return "." not in written and len(words) >= TELLING and SHAPE.match(written) is not None


def _journal(name: str) -> bool:
    """A journal's name, and no meeting's: any workshop may be held at a conference."""
    return known(name) and MEETING.search(name) is None


@lru_cache(maxsize=1 << 12)
def _in_table(written: str) -> bool:
    """A journal of the table, abbreviated or misspelt perhaps: "Nucleic Acids Res", "Naure"."""
    if set(venue(written).keys) & KNOWN:
        return True
    return len(key(written)) >= SHORTER and compare(written, NAMES).kind in FITS


def _meet(ours: set[str], theirs: set[str]) -> bool:
    """One meeting: a workshop or a track is held at its conference."""
    plain = [{name.removesuffix(" Workshop") for name in side} for side in (ours, theirs)]
    return bool(plain[0] & plain[1])


def _mentioned(written: str, names: Sequence[str]) -> bool:
    """The record's own name has the written one in it as a word: "Proceedings of ACL 2018, ...".

    A family name of journals is no such word: "Nature" stands in "Nature Methods".
    """
    letters = key(re.sub(r"\W*\d{2,4}\W*$", "", written))
    if letters in KNOWN:
        return False
    acronym = len(letters) <= SHORTER or written.isupper()
    return acronym and any(letters in tokens(name) for name in names)


def _shared(written: str, names: Sequence[str]) -> bool:
    """The same telling words in another order, or all of one within the other.

    "Conference on Big Data, 2013 IEEE International" is the "IEEE International Conference on Big
    Data"; siblings that are known are told apart by their names.
    """
    if set(venue(written).keys) & KNOWN:
        return False
    ours = set(tokens(written)) - ARTICLES
    return any(
        ours <= theirs or theirs <= ours
        for name in names
        if (theirs := set(tokens(name)) - ARTICLES)
    )
