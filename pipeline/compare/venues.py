"""Is a written venue one that the work's records name?

Equal up to articles, year, track and society is the same; an abbreviation by rule or custom is as
good. A typing fault is told from another venue by evidence: nothing is misspelt that is itself a
venue, and siblings are others.
"""

from collections.abc import Sequence
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from pipeline.compare.abbreviations import abbreviates, fits, initials
from pipeline.compare.arxiv_comments import accepted as accepted  # noqa: PLC0414  offered here
from pipeline.compare.conferences import conference as conference  # noqa: PLC0414
from pipeline.compare.conferences import conferences
from pipeline.compare.conferences import early as early  # noqa: PLC0414
from pipeline.compare.conferences import server as server  # noqa: PLC0414
from pipeline.compare.journal_table import ACRONYMS, KNOWN
from pipeline.compare.letters import key
from pipeline.compare.venue_words import Venue, american, venue
from pipeline.values.text import Value

Kind = Literal["same", "abbreviation", "misspelt", "preprint", "differs", "unknown"]

RANK = {"same": 0, "abbreviation": 1, "misspelt": 2, "preprint": 3, "differs": 4, "unknown": 5}


FULLER = 0.94
"""Score of a name of which the record has only the abbreviation; "Briefing in Bioinformatics" fits
"Brief Bioinform", but is misspelt by the full name."""


PUBLISHED = 2
"""Words of an acronym behind its society, which the full name begins with too."""


class VenueComparison(Value):
    """How a written venue stands to the names of the true one."""

    kind: Kind
    score: float = 0.0
    name: str = ""
    """The name it fits best."""
    reasons: tuple[str, ...] = ()


def compare(written: str, names: Sequence[str], issn: Sequence[str] = ()) -> VenueComparison:
    """The kindest comparison with any name of the venue.

    An ISSN written in the place of a name counts as one.
    """
    given = [name for name in dict.fromkeys(names) if key(name)]
    if written.strip().upper() in {number.upper() for number in issn}:
        return VenueComparison(kind="same", score=1.0, name=given[0] if given else written)
    if not given or not key(written):
        return VenueComparison(kind="unknown")
    every = [_one(written, name) for name in given]
    comparison = min(every, key=lambda c: (RANK[c.kind], -c.score))
    if comparison.score == FULLER:
        comparison = next((c for c in every if c.kind == "misspelt"), comparison)
    if comparison.kind == "misspelt" and _another(written, comparison.name, given):
        return comparison.but(kind="differs", score=0.5, reasons=("the name of another venue",))
    return comparison


def _one(written: str, name: str) -> VenueComparison:
    if key(written) == key(name):
        return VenueComparison(kind="same", score=1.0, name=name)
    ours, theirs = venue(written), venue(name)
    slip = _slipped(ours.forms[0], theirs.forms[0]) if _may_slip(written, name) else ""
    if slip:
        return VenueComparison(kind="misspelt", score=0.9, name=name, reasons=(slip,))
    if ours.keys & theirs.keys:
        return VenueComparison(kind="same", score=1.0, name=name)
    servers = server(written), server(name)
    if servers[0] and servers[0] == servers[1]:
        return VenueComparison(kind="same", score=1.0, name=name)
    if _fits(ours, theirs) or _acronym(written, ours, theirs):
        return VenueComparison(kind="abbreviation", score=0.95, name=name)
    slip = _slip(ours, theirs) if _may_slip(written, name) else ""
    if slip:
        return VenueComparison(kind="misspelt", score=0.88, name=name, reasons=(slip,))
    if _fits(theirs, ours) or _acronym(name, theirs, ours):
        return VenueComparison(kind="abbreviation", score=FULLER, name=name)
    if _meeting(written, name):
        score = FULLER if len(ours.forms[0]) > len(theirs.forms[0]) else 0.95
        return VenueComparison(kind="abbreviation", score=score, name=name)
    if servers[0]:
        reason = f"{servers[0]} is a preprint server"
        return VenueComparison(kind="preprint", score=0.2, name=name, reasons=(reason,))
    near = fuzz.token_sort_ratio(" ".join(ours.forms[0]), " ".join(theirs.forms[0])) / 100
    return VenueComparison(kind="differs", score=round(0.7 * near, 3), name=name)


def _fits(short: Venue, long: Venue) -> bool:
    return any(fits(left, right) for left in short.spoken for right in long.spoken)


def _acronym(short: str, ours: Venue, theirs: Venue) -> bool:
    """The initials of the other name, in capitals, or an acronym of custom."""
    texts = ours.spoken[0] if ours.spoken and "&" not in short else (key(short.replace("&", "")),)
    letters = "".join(texts)
    if len(texts) == PUBLISHED and any(texts[:1] == name[:1] for name in theirs.forms):
        texts, letters, short = texts[1:], texts[1], short.partition(" ")[2]  # "IEEE TPAMI"
    known = ACRONYMS.get(letters)
    if known and "".join(venue(" ".join(known)).forms[0]) in theirs.keys:
        return True
    if len(texts) > 1 or not 2 <= len(letters) <= 8:
        return False
    capitals = sum(c.isupper() for c in short)
    # "jair" will do, "DS" for a name of two words, "Cell" is no acronym
    enough = capitals >= 3 or len(letters) > 3 or capitals == len(letters)
    return enough and initials(letters, *theirs.spoken, *theirs.forms)


def _meeting(written: str, name: str) -> bool:
    """Both name one conference; a track of Findings counts, a workshop is another meeting."""
    ours = {text.removesuffix(" Findings") for text in conferences(written)[:1]}
    return bool(ours & {text.removesuffix(" Findings") for text in conferences(name)})


def _may_slip(written: str, name: str) -> bool:
    """No acronym, and not the name of another conference: CVPR is no misspelt CVPRW."""
    if written.isupper() and len(written) <= 5:
        return False
    meant, held = conferences(written), conferences(name)
    return not (meant and held and not set(meant) & set(held))


def _slip(ours: Venue, theirs: Venue) -> str:
    """The words that a slip of the finger or a cut parts; empty if more does."""
    for left in ours.forms:
        for right in theirs.forms:
            text = _slipped(left, right)
            if text:
                return text
    return ""


def _slipped(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    if len(left) != len(right):
        return _glued(left, right)
    pairs = [(x, y) for x, y in zip(left, right, strict=True) if american((x,)) != american((y,))]
    whole = [(x, y) for x, y in pairs if not abbreviates(x, y) and not abbreviates(y, x)]
    cut = len(whole) < len(pairs)
    wrong = [(x, y) for x, y in whole if not (cut and x + "s" == y)]
    if not 0 < len(wrong) <= 2 or not all(_typing(x, y) for x, y in wrong):
        return ""
    return ", ".join(f"“{x}” for “{y}”" for x, y in wrong)


def _glued(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Words run together with a letter wrong as well."""
    ours, theirs = "".join(left), "".join(right)
    if abs(len(left) - len(right)) > 1 or min(len(ours), len(theirs)) < 12:
        return ""
    if min(map(len, (*left, *right))) < 2:
        return ""  # "A. M. A. Archives" is no slip for "Archives"
    return f"“{ours}” for “{theirs}”" if OSA.distance(ours, theirs, score_cutoff=1) == 1 else ""


def _typing(ours: str, theirs: str) -> bool:
    """A slip within a word of five letters or more; letters and numbers of series are no words."""
    size = max(len(ours), len(theirs))
    if size < 5 or any(c.isdigit() for c in ours + theirs):
        return abs(len(ours) - len(theirs)) == 1 and size == 4 and theirs.startswith(ours)
    allowed = 1 if size < 9 else 2
    return ours[0] == theirs[0] and OSA.distance(ours, theirs, score_cutoff=allowed) <= allowed


def _another(written: str, name: str, names: Sequence[str]) -> bool:
    """The written name is a venue itself, or nearer to another one of the family."""
    ours = venue(written).forms[0]
    mine = "".join(ours)
    true = {k for given in names for k in venue(given).keys}
    if mine in KNOWN and mine not in true:
        return True
    far = min(OSA.distance(mine, "".join(form)) for form in venue(name).forms)
    return any(
        OSA.distance(mine, other, score_cutoff=far) < far
        for other in KNOWN if other not in true and abs(len(other) - len(mine)) < far
    )  # fmt: skip


def shouts(name: str) -> bool:
    """Several words in capitals throughout: a record's habit, which nobody wants in a list."""
    return name.isupper() and len(name.split()) > 1


def mended(written: str, true: str, names: Sequence[str] = ()) -> str:
    """What should stand instead, in the same manner.

    An abbreviated name becomes the known abbreviation it is nearest to, any other the full name.
    """
    ours = venue(written).forms[0]
    full = venue(true).forms[0]
    if sum(map(len, ours)) > 0.8 * sum(map(len, full)):
        return true
    return min((true, *names), key=lambda name: OSA.distance(key(written), key(name)))
