"""Titles that are another one without a part, with a part more, or that of a work about it."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from pipeline.compare.judgements import Judgement, Kind
from pipeline.compare.letters import key, tokens
from pipeline.compare.lexicon import COMMON, STOP
from pipeline.compare.segments import cuts, dated, elided, remark, stripped

DISTINCT = 0.4
"""Distinctiveness from which a title is not one of a yearly series: "Cancer statistics, 2020"."""


UNFINISHED = frozenset(
    ("a", "an", "the", "of", "for", "with", "from", "and", "between", "in", "by")
)
"""Words after which a title goes on; "in" and "by" may end a question, and then nothing follows."""


SPECIES = re.compile(r"\(?\b(?:[A-Z][a-z]{2,}|[A-Z]\.) ?[a-z]{4,}\)?[.?]?$")
"""A species at the end of a title: "Escherichia coli", "(E. coli)"."""

MOST_LOST = 3
"""Words of a name that a record lost before its first one."""


def another_work(written: str, true: str) -> Judgement | None:
    """A notice, a reply, a sequel of the work, or the work of such a one."""
    left, right = remark(written), remark(true)
    marks = [mark for mark in left - right if f" {mark} " not in _text(true)]
    marks += [mark for mark in right - left if f" {mark} " not in _text(written)]
    if not marks:
        return None
    ours, theirs = key(stripped(written)), key(stripped(true))
    near = fuzz.ratio(ours, theirs) / 100
    if not ours or not theirs:
        return None
    if near < 0.8 and ours not in {key(part) for part, _ in cuts(stripped(true))}:
        return None
    return Judgement("related", round(near * 0.8, 3), (f"“{marks[0]}” of another work",))


def cut(written: str, true: str) -> Judgement | None:
    """Shortened or extended by what curators leave out or add."""
    ours, theirs = key(written), key(true)
    if ours != theirs and distinctive(true) >= DISTINCT and _lost_a_name(written, true):
        return Judgement("extended", 0.92, ("the record lost a name",))
    if elided(written) and len(ours) >= 12 and theirs.startswith(ours):
        return Judgement("shortened", 0.92, ("cut off by “…”",))
    for part, lacking in cuts(true):
        if key(part) == ours:
            return _less("shortened", part, lacking)
    for part, extra in cuts(written):
        if key(part) == theirs:
            return _less("extended", part, extra)
    if key(dated(written)) == theirs and distinctive(true) >= DISTINCT:
        return Judgement("extended", 0.95, ("adds a year",))
    return _moved(written, true)


def _lost_a_name(written: str, true: str) -> bool:
    """Whether the record is the title without a name at one end: of a species, mostly.

    Such names stand in italics, and what was in a tag is lost on many ways: "... associated with
    resistance in", "genes of the Fr-A2 allele ..." in small letters, "... of the springtail".
    """
    ours, theirs = key(written), key(true)
    if true[:1].islower() and ours.endswith(theirs):
        return len(tokens(written)) <= len(tokens(true)) + MOST_LOST
    if not ours.startswith(theirs):
        return False
    species = SPECIES.search(written)
    return breaks_off(true) or (species is not None and key(written[: species.start()]) == theirs)


def breaks_off(title: str) -> bool:
    """Whether a record's title ends before what it is about."""
    texts = tokens(title)
    return title.rstrip(" .").endswith(("(", "[")) or (bool(texts) and texts[-1] in UNFINISHED)


@lru_cache(maxsize=1 << 12)
def distinctive(title: str) -> float:
    """How unlikely two works bear the title, 0 to 1: "Editorial" 0, eight telling words 1.

    Words of the field's everyday weigh a quarter, small words little: measured on 340,000 titles.
    """
    weight = 0.0
    for word in dict.fromkeys(tokens(title)):
        if word in STOP:
            weight += 0.2
        elif word in COMMON or len(word) < 3:
            weight += 0.3
        else:
            weight += 1.0
    return round(min(1.0, max(0.0, (weight - 0.7) / 5.3)), 3)


def _text(title: str) -> str:
    return f" {' '.join(tokens(title))} "


def _moved(written: str, true: str) -> Judgement | None:
    """Without its nickname and with a venue or remark behind it.

    Not with another nickname in its place: DNABERT is not DNABERT-2.
    """
    ends = {key(part) for part, _ in cuts(true) if true.endswith(part) and len(tokens(part)) >= 5}
    for part, extra in cuts(written):
        if len(extra.split()) <= 4 and key(part) in ends and written.startswith(part):
            return _less("extended", part, extra)
    return None


def _less(kind: Kind, part: str, rest: str) -> Judgement:
    """The shared part alone is the title; how surely depends on how telling it is."""
    telling = distinctive(part)
    share = len(key(part)) / max(1, len(key(part)) + len(key(rest)))
    score = 0.72 + 0.2 * telling + 0.06 * share
    if kind == "extended" and telling < 0.1 and share < 0.3:
        # Not "Deep learning" is meant by "Deep learning: new computational modelling techniques".
        return Judgement("differs", 0.5, ("only its beginning",))
    verb = "lacks" if kind == "shortened" else "adds"
    return Judgement(kind, round(score, 3), (f"{verb} “{rest.strip()}”",))
